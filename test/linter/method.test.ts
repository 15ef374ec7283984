import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, underlinedBy } from '../support/analysis.ts';

const having = (method: string): string => `class A { [key] string K; ${method} };`;

test('method-array-return underlines the type with its brackets', () => {
  const text = having('uint32[] M();');
  const [finding] = findingsOf('method-array-return', text);
  expect(finding && text.slice(finding.start, finding.end)).toBe('uint32[]');
  expect(finding?.hresult).toBe('0x80044026');
});

describe('method-parameter-direction', () => {
  test.each([
    ['void M(string P);', ['P']],
    ['void M([Description("x")] string P, [in] string Q, string R);', ['P', 'R']],
    ['void M([in] string P, [out] string Q, [in, out] string R, [IN(TRUE)] string S);', []],
    ['void M();', []],
  ])('%s: %j', (method, expected) => {
    expect(underlinedBy('method-parameter-direction', having(method))).toEqual(expected);
  });

  test('is mended with and without other qualifiers', () => {
    const text = having('void M(string P, [Optional] string Q);');
    const findings = findingsOf('method-parameter-direction', text);
    expect(fixed(text, findings[0]?.fixes[0])).toContain('([in] string P');
    expect(fixed(text, findings[1]?.fixes[0])).toContain('[in, Optional] string Q');
    expect(findings[0]?.hresult).toBe('0x80044027');
  });

  test("is silent where DMTF's rules hold, by which a parameter goes in", () => {
    const declared = 'Qualifier In : boolean = true, Scope(parameter);\n';
    expect(
      underlinedBy('method-parameter-direction', declared + having('void M(string P);')),
    ).toEqual([]);
    expect(
      underlinedBy(
        'method-parameter-direction',
        `[Version("2.8.0")] ${having('void M(string P);')}`,
      ),
    ).toEqual([]);
  });
});

test('method-duplicate and parameter-duplicate compare without regard to case', () => {
  const text = having('void M([in] string P, [in] string p); void m(); void N();');
  expect(underlinedBy('method-duplicate', text)).toEqual(['m']);
  expect(underlinedBy('parameter-duplicate', text)).toEqual(['p']);
});
