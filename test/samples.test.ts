/** The samples are documentation: the secure ones are silent, and each insecure one says what mofsec must say. */
import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { analyze, type Host } from '../src/analyze.ts';
import { rules } from '../src/linter/registry.ts';
import { formatMof } from '../src/formatter/format.ts';
import { decode } from '../src/text/decode.ts';
import { SourceFile } from '../src/text/source-file.ts';

function read(path: string): SourceFile {
  return new SourceFile(path, decode(readFileSync(path)).text);
}

const host: Host = { readInclude: read };

function samples(folder: string): readonly string[] {
  return readdirSync(`samples/${folder}`)
    .filter((name) => name.endsWith('.mof'))
    .map((name) => `samples/${folder}/${name}`);
}

/** `line rule` of every finding of all rules, sorted. */
function findings(path: string): readonly string[] {
  return analyze([read(path)], { rules, host })
    .diagnostics.map(({ file, start, rule }) => `${file.positionAt(start).line} ${rule}`)
    .toSorted();
}

/** `line rule` of every `// expect rule, rule` comment, sorted. */
function expectations(path: string): readonly string[] {
  return read(path)
    .text.split('\n')
    .flatMap((text, index) => {
      const names = /\/\/ expect (.+)$/.exec(text)?.[1]?.split(', ') ?? [];
      return names.map((rule) => `${index + 1} ${rule}`);
    })
    .toSorted();
}

describe('secure samples', () => {
  test.each(samples('secure'))('%s has nothing to report', (path) => {
    expect(findings(path)).toEqual([]);
  });

  test('are at least six', () => {
    expect(samples('secure').length).toBeGreaterThanOrEqual(6);
  });
});

describe('insecure samples', () => {
  test.each(samples('insecure'))('%s is told what its comments expect', (path) => {
    expect(expectations(path)).not.toEqual([]);
    expect(findings(path)).toEqual(expectations(path));
  });

  test('are at least six', () => {
    expect(samples('insecure').length).toBeGreaterThanOrEqual(6);
  });
});

test.each([['secure'], ['insecure']])(
  'the %s samples cover all five standard consumers',
  (folder) => {
    const text = samples(folder)
      .map((path) => read(path).text)
      .join('\n');
    for (const consumer of ['ActiveScript', 'CommandLine', 'LogFile', 'NTEventLog', 'SMTP']) {
      expect(text).toContain(`instance of ${consumer}EventConsumer`);
    }
  },
);

test.each([...samples('secure'), ...samples('secure/shared'), ...samples('insecure')])(
  '%s is formatted, unless its errors forbid it',
  (path) => {
    const { text } = read(path);
    const result = formatMof(text, { printWidth: 100 });
    if (result.kind === 'formatted') expect(text).toBe(result.text);
    else expect(path).toBe('samples/insecure/copied-from-the-web.mof');
  },
);
