import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/linter/registry.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

/** How often each rule about filters, consumers, templates and content speaks in real subscriptions; all were read. */
const reviewed: Readonly<Record<string, number>> = {
  'script-kill-timeout-zero': 40,
  'script-suspicious-content': 32,
  'cmdline-kill-timeout-zero': 30,
  'cmdline-executable-path-missing': 20,
  'clear-text-password': 13,
  'script-engine-deprecated': 10,
  'cmdline-suspicious-content': 9,
  'consumer-unbound': 6,
  'consumer-class-cloned': 5,
  'event-namespace-bad-escape': 1,
  'template-environment-variable': 3,
  'logfile-insecure-directory': 3,
  'cmdline-insecure-executable': 3,
  'path-bad-escape': 2,
  'cmdline-insecure-output': 1,
  'consumer-unknown-property': 4,
  'filter-missing-query-language': 2,
  'cmdline-argv0-missing': 2,
  'script-language-mismatch': 2,
  'consumer-missing-name': 2,
  'script-file-insecure-location': 2,
  'event-namespace-syntax': 1,
  'consumer-wrong-namespace': 1,
  'cmdline-join-missing-space': 1,
  'filter-unbound': 2,
  'cmdline-batch-file': 1,
  'cmdline-run-interactively': 1,
  'template-unknown-property': 1,
};

/** event-namespace-missing and -wrong depend on queries and have tests of their own. */
const queried: ReadonlySet<string> = new Set(['event-namespace-missing', 'event-namespace-wrong']);
const groups: ReadonlySet<string> = new Set(['filter', 'consumer', 'template', 'suspicious']);
const ours = rules.filter(({ group, name }) => groups.has(group) && !queried.has(name));

function counts(folder: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const path of sharedFiles(folder)) {
    for (const { rule } of analyze([readShared(path)], { rules: ours }).diagnostics) {
      found[rule] = (found[rule] ?? 0) + 1;
    }
  }
  return found;
}

describe.skipIf(!sharedIsPresent)(`real files${skippedNote}`, () => {
  test('that hold subscriptions are told what was reviewed', () => {
    expect(counts('corpus/subscriptions')).toEqual(reviewed);
  });

  test.each(['providers', 'sccm', 'windows', 'drivers', 'dsc', 'misc'])(
    'of %s, which hold none, are told nothing',
    (folder) => {
      expect(counts(`corpus/${folder}`)).toEqual({});
    },
  );
});
