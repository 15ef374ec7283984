import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/linter/registry.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

/**
 * What the rules about aliases, pragmas and bindings say about real files, with the line; each was read and is true.
 * pragma-dmtf is left out, of which DMTF's files are full, and pragma-namespace-missing, of which fragments are.
 */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  'misc/pywbemtools__simple_mock_model.mof': [179, 181, 191, 196, 201, 213, 218].map(
    (line) => `alias-duplicate ${line}`,
  ),
  'providers/Windows-classic-samples__vc_classprov_ClassProv.Mof': [
    'pragma-autorecover-no-namespace 17',
  ],
  'providers/Windows-classic-samples__vc_methprov_MethProv.Mof': [
    'pragma-autorecover-no-namespace 16',
  ],
  'providers/win32docs__registering-the-system-registry-provider__L74.mof': [3, 11, 17, 26].map(
    (line) => `alias-undefined ${line}`,
  ),
  'providers/win32docs__registering-the-view-provider__L56.mof': ['alias-undefined 3'],
  'subscriptions/Windows-classic-samples__eventprovider_EvProv.Mof': [
    'pragma-autorecover-no-namespace 18',
  ],
  'subscriptions/idx-namespace-embedded-space.mof': ['pragma-namespace-syntax 1'],
  'subscriptions/nicholas-chew-wmi-security__L206.mof': ['alias-undefined 3', 'alias-undefined 4'],
  'windows/wbemcons-quoted-6.mof': ['alias-undefined 3'],
  'windows/win32docs_frag__writing-an-association-provider-for-interop__L58.mof': [
    'alias-undefined 5',
  ],
};

const leftOut: ReadonlySet<string> = new Set(['pragma-dmtf', 'pragma-namespace-missing']);
const ours = rules.filter(
  ({ name, group, severity }) =>
    (group === 'alias' || group === 'pragma' || group === 'binding') &&
    severity !== 'info' &&
    !leftOut.has(name),
);

describe.skipIf(!sharedIsPresent)(`real files${skippedNote}`, () => {
  test.each(['subscriptions', 'providers', 'windows', 'drivers', 'dsc', 'sccm', 'misc'])(
    'of %s are accused of what was reviewed, and of nothing else',
    (folder) => {
      const said = sharedFiles(`corpus/${folder}`).flatMap((path) => {
        const { diagnostics } = analyze([readShared(path)], { rules: ours });
        const lines = diagnostics.map(
          ({ rule, file, start }) => `${rule} ${file.positionAt(start).line}`,
        );
        return lines.length === 0 ? [] : [[path.replace(/^corpus\//, ''), lines] as const];
      });
      const expected = Object.entries(reviewed).filter(([path]) => path.startsWith(`${folder}/`));
      expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
    },
  );

  test('are joined to subscriptions where both parts are there', () => {
    const { compilation } = analyze(sharedFiles('corpus/subscriptions').map(readShared));
    const { filters, consumers, bindings, subscriptions } = compilation;
    expect([filters, consumers, bindings, subscriptions].map(({ length }) => length)).toEqual([
      74, 81, 64, 63,
    ]);
  });
});
