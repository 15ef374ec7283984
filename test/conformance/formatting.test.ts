/** Formatting of real files: how many there are, what fails, and how fast it is. */
import { describe, expect, test } from 'vitest';
import { formatMof } from '../../src/formatter/format.ts';
import type { FormatOptions } from '../../src/formatter/options.ts';
import { faultsOf } from '../support/formatting.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

const folders = ['corpus', 'cases'];

const layouts: readonly Partial<FormatOptions>[] = [
  {},
  { printWidth: 40, tabWidth: 4 },
  { printWidth: 120, useTabs: true, endOfLine: 'crlf' },
];

describe.skipIf(!sharedIsPresent)(`real files are formatted${skippedNote}`, () => {
  test.each(folders)('of %s, those that parse', { timeout: 600_000 }, (folder) => {
    const files = sharedFiles(folder).map(readShared);
    let microseconds = 0;
    let characters = 0;
    const formatted = files.filter(({ text }) => {
      const start = process.cpuUsage();
      const { kind } = formatMof(text);
      if (kind === 'refused') return false;
      microseconds += process.cpuUsage(start).user;
      characters += text.length;
      return true;
    });
    const failures = formatted.flatMap(({ path, text }) =>
      faultsOf(text, ...layouts).map((fault) => `${path}: ${fault}`),
    );
    console.log(
      `${folder}: ${files.length} files, ${files.length - formatted.length} with syntax errors, ` +
        `${formatted.length} formatted in ${layouts.length} layouts, ${failures.length} failures, ` +
        `${(characters / microseconds).toFixed(1)} MB/s`,
    );
    expect(failures).toEqual([]);
    expect(formatted.length).toBeGreaterThan(0.8 * files.length);
  });
});
