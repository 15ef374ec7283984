import { describe, expect, it } from 'vitest';
import type { SecurityDescriptorSyntax } from '../../../grammar/sddl/ast.ts';
import { parseSddl } from '../../../grammar/sddl/parser.ts';

/** Every error as `code|underlined text`. */
function errors(text: string): readonly string[] {
  return parseSddl(text).errors.map(({ code, start, end }) => `${code}|${text.slice(start, end)}`);
}

function firstAce(syntax: SecurityDescriptorSyntax) {
  const ace = (syntax.dacl ?? syntax.sacl)?.aces[0];
  if (ace === undefined) throw new Error('there is no ACE');
  return ace;
}

describe('parseSddl', () => {
  it("reads the documentation's example", () => {
    const text = 'O:BAG:BAD:(A;;0x80;;;BA)';
    const syntax = parseSddl(text);
    expect(syntax.errors).toEqual([]);
    expect(syntax.owner?.sid).toMatchObject({ kind: 'sid-alias', alias: 'BA', start: 2, end: 4 });
    expect(syntax.group?.letter).toEqual({ start: 4, end: 5 });
    const ace = firstAce(syntax);
    expect(text.slice(ace.start, ace.end)).toBe('(A;;0x80;;;BA)');
    expect(ace.rights).toMatchObject({ mask: 0x80, start: 14, end: 18 });
    expect(ace.trustee).toMatchObject({ start: 21, end: 23 });
  });

  it('tells an absent, an empty and a NULL DACL apart', () => {
    expect(parseSddl('O:BAG:BA').dacl).toBeUndefined();
    expect(parseSddl('O:BAG:BAD:').dacl?.aces).toEqual([]);
    expect(parseSddl('D:NO_ACCESS_CONTROLS:').dacl?.flags[0]?.flag).toBe('NO_ACCESS_CONTROL');
  });

  it('keeps what Windows forgives visible', () => {
    const ace = firstAce(parseSddl('D:(a;oi;ga-1 08 0x1;;; s-0x1-20-99999999999)'));
    expect(ace.type.lowerCase).toBe(true);
    expect(ace.flags.items[0]?.lowerCase).toBe(true);
    expect(ace.rights.items).toMatchObject([
      { kind: 'right-token', token: 'GA', lowerCase: true },
      { kind: 'right-number', spelling: '-1', negative: true, mask: 0xffffffff },
      { kind: 'right-number', spelling: '0', base: 'decimal', mask: 0 },
      { kind: 'right-number', spelling: '8', base: 'decimal', mask: 8 },
      { kind: 'right-number', spelling: '0x1', base: 'hexadecimal', mask: 1 },
    ]);
    expect(ace.trustee).toMatchObject({
      kind: 'sid-literal',
      authority: 0x20,
      hexadecimal: true,
      saturated: true,
      lowerCase: true,
    });
  });

  it('reports an overflowing and an octal mask as data', () => {
    const items = (mask: string) => firstAce(parseSddl(`D:(A;;${mask};;;BA)`)).rights.items[0];
    expect(items('0x123456789')).toMatchObject({ overflow: true, mask: 0xffffffff });
    expect(items('0200')).toMatchObject({ base: 'octal', mask: 0x80 });
    expect(items('80')).toMatchObject({ base: 'decimal', mask: 0x50 });
  });

  it('remembers blanks and the order of the sections', () => {
    const syntax = parseSddl(' D:(A;;GA;;; BA) O:SY');
    expect(syntax.errors).toEqual([]);
    expect(syntax.unordered).toBe(true);
    expect(syntax.blanks).toEqual([
      { start: 0, end: 1 },
      { start: 12, end: 13 },
      { start: 16, end: 17 },
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['O:BAG:BAD:(A;0x80;;;BA)', ['syntax|(A;0x80;;;BA)']],
    ['O:BAG:BAD:(A;;0x80;;;BA', ['syntax|(A;;0x80;;;BA']],
    ['(A;;0x80;;;BA)', ['syntax|(A;;0x80;;;BA)']],
    ['o:BAG:BAD:(A;;0x80;;;BA)', ['syntax|o']],
    ['D:(A;;GA;;;ZZ)', ['unknown-sid-token|ZZ']],
    ['D:(A;;GA;;;Everyone)', ['unknown-sid-token|Everyone']],
    ['D:(Q;;GA;;;BA)', ['unknown-ace-type|Q']],
    ['D:(A;XXCI;GA;;;BA)', ['unknown-ace-flag|XX']],
    ['D:(A;;GAXYGR;;;BA)', ['unknown-right|XY']],
    ['D:(A;;0x;;;BA)', ['unknown-right|0x']],
    ['D:(A;;GA;;;;BA)', ['syntax|;BA']],
    ['D:(AU;SA;GA;;;BA)', ['syntax|AU']],
    ['S:(A;;GA;;;BA)', ['syntax|A']],
    ['D:(XA;;GA;;;BA;(x >))', ['syntax|)']],
    ['D:(A;;GA;{a};;BA)', ['syntax|{a}']],
    [
      'D:(A;;GA;bf967aba-0de6-11d0-a285-00aa003049e2;;BA)',
      ['syntax|bf967aba-0de6-11d0-a285-00aa003049e2'],
    ],
    ['D:(A;;GA;;;BA)D:(A;;GA;;;SY)', ['syntax|D']],
    ['D:NO_ACCESS_CONTROL(A;;GA;;;BA)', ['syntax|NO_ACCESS_CONTROL']],
    ['O:S-1-5', ['syntax|S-1-5']],
    ['O:S-2-5-18', ['syntax|2-5-18']],
    ['S:(RA;;;;;BA;("a",TI,0,1))', ['syntax|BA']],
  ])('underlines the mistake in %s', (text, wanted) => {
    expect(errors(text)).toEqual(wanted);
  });

  it('reports independent mistakes together', () => {
    expect(errors('O:XXG:BAD:(Q;;GA;;;BA)(A;;GAX;;;ZZ)S:(AU;SB;GA;;;WD)')).toEqual([
      'unknown-sid-token|XX',
      'unknown-ace-type|Q',
      'unknown-right|X',
      'unknown-sid-token|ZZ',
      'unknown-ace-flag|SB',
    ]);
  });

  it('says what to write instead', () => {
    const message = (text: string) => parseSddl(text).errors[0]?.message;
    expect(message('D:(A;0x80;;;BA)')).toContain('did you mean (A;;0x80;;;BA)?');
    expect(message('D:(A;;GA;;;Administrators)')).toContain('write BA (BUILTIN\\Administrators)');
    expect(message('D:(A;;GA;;;AB)')).toContain('did you mean BA?');
  });

  it('reads the letter before a colon as the next section', () => {
    expect(parseSddl('O:S-1-2-0x200D:').owner?.sid).toMatchObject({ subAuthorities: [0x200] });
  });

  it('gives up a condition that is nested too deeply', () => {
    const nested = `D:(XA;;GA;;;WD;${'('.repeat(5000)}x${')'.repeat(5000)})`;
    expect(parseSddl(nested).errors[0]?.message).toContain('nested too deeply');
  });

  it('takes thousands of alternatives in a condition', () => {
    expect(errors(`D:(XA;;GA;;;WD;(${'a||'.repeat(20_000)}a))`)).toEqual([]);
  });
});
