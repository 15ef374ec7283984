/**
 * Every real file, whole and cut short at random places, must be analysed without an exception and with all places
 * inside the text, those of fixes and related places too. `MOFSEC_CUTS=200` cuts each file as often as a release demands; the default keeps CI short.
 */
import { describe, expect, test } from 'vitest';

import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/linter/registry.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

const cuts = Number(process.env['MOFSEC_CUTS'] ?? 1);
const seed = Number(process.env['MOFSEC_SEED'] ?? 20_260_101);

/** Generous for a busy machine; a hang would take far longer. */
const MILLISECONDS_PER_100_KB = 1000;

describe.skipIf(!sharedIsPresent)(`cut files${skippedNote}`, () => {
  test.each([['corpus'], ['cases']])(
    `all of %s, each whole and cut ${cuts} times (seed ${seed})`,
    (folder) => {
      const random = randomFrom(seed);
      const broken: string[] = [];
      for (const path of sharedFiles(folder)) {
        const { text } = readShared(path);
        const lengths = [text.length, ...Array.from({ length: cuts }, () => random(text.length))];
        for (const length of lengths) {
          const complaint = complaintAbout(text.slice(0, length));
          if (complaint !== undefined) broken.push(`${path} cut at ${length}: ${complaint}`);
        }
      }
      expect(broken).toEqual([]);
    },
    7_200_000,
  );
});

function complaintAbout(text: string): string | undefined {
  const file = new SourceFile('cut.mof', text);
  const started = performance.now();
  try {
    for (const { rule, related, fixes, ...place } of analyze([file], { rules }).diagnostics) {
      const places = [place, ...related, ...fixes.flatMap(({ edits }) => edits)];
      for (const { start, end } of places) {
        if (!(start >= 0 && start <= end && end <= text.length))
          return `${rule} at ${start}-${end}`;
      }
    }
  } catch (error) {
    return String(error);
  }
  const limit = MILLISECONDS_PER_100_KB * Math.max(1, text.length / 100_000);
  const took = performance.now() - started;
  return took > limit ? `took ${Math.round(took)} ms` : undefined;
}

/** A small generator of repeatable random numbers (mulberry32): `random(n)` is at least 0 and below n. */
function randomFrom(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
