import { describe, expect, test } from 'vitest';
import { rules } from '../../src/linter/registry.ts';
import { readableSources } from '../../src/linter/sources.ts';

describe('the sources of a rule', () => {
  test.each([
    [
      'receiving-events-securely; MS-DTYP 2.4.2.2 (derived)',
      'Receiving Events Securely (Microsoft Learn, wmisdk/receiving-events-securely); ' +
        'derived: [MS-DTYP] 2.4.2.2 (Microsoft Open Specifications)',
    ],
    [
      'SecAuthZ/ace-strings, -pragma',
      'ACE Strings (Microsoft Learn, secauthz/ace-strings); ' +
        '#pragma preprocessor command (Microsoft Learn, wmisdk/-pragma)',
    ],
    [
      'sdk-api/nf-securitybaseapi-accesscheck (derived for EventAccess)',
      'derived for EventAccess: AccessCheck function ' +
        '(Microsoft Learn, api/securitybaseapi/nf-securitybaseapi-accesscheck)',
    ],
    ['values seen on real machines', 'values seen on real machines'],
  ])('%s', (names, readable) => {
    expect(readableSources(names)).toBe(readable);
  });

  test.each(rules.map(({ name, source }) => [name, source] as const))(
    'of %s can be looked up or say what they are',
    (_, source) => {
      for (const item of source.split('; ')) {
        expect(item).toMatch(/ \(Microsoft (?:Learn, |Open Specifications\))|^(?:advice|\S+ .+)$/u);
        expect(item).not.toMatch(/^[-\w/]*[-/][-\w/]*$/u);
      }
    },
  );
});
