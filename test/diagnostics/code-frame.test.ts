import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import type { Diagnostic, Fix, Related } from '../../src/diagnostics/diagnostic.ts';
import { textWidth } from '../../src/diagnostics/display-width.ts';
import { SourceFile } from '../../src/text/source-file.ts';

/** A file whose stretch between «angle quotes» is marked, and the stretch. */
function marked(text: string, path = 'a.mof'): Pick<Diagnostic, 'file' | 'start' | 'end'> {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  return { file: new SourceFile(path, text.replace('«', '').replace('»', '')), start, end };
}

function finding(text: string, extra: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: 'some-rule',
    severity: 'error',
    message: 'it is wrong',
    related: [],
    fixes: [],
    ...marked(text),
    ...extra,
  };
}

function lines(...expected: readonly string[]): string {
  return expected.join('\n');
}

const sid = '  CreatorSID = «{1,1,0,0,0,0,0,5,18,0,0,0}»;';

describe('a finding', () => {
  it('shows where and what, the characters, a related line and the fix', () => {
    const text = lines(
      ...Array.from({ length: 5 }, () => ''),
      '  CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};',
      ...Array.from({ length: 7 }, () => ''),
      sid,
      '',
    );
    const diagnostic = finding(text, {
      rule: 'creator-sid-mismatch',
      message: "the consumer's CreatorSID is S-1-5-18 (LocalSystem)",
    });
    const { file } = diagnostic;
    const start = file.text.indexOf('{1,2');
    const related: Related[] = [{ file, start, end: start + 36, message: "the filter's" }];
    const fixes: Fix[] = [
      {
        title: "Write the filter's SID here",
        safety: 'suggestion',
        edits: [{ ...diagnostic, text: '{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}' }],
      },
    ];
    expect(codeFrame({ ...diagnostic, related, fixes })).toBe(
      lines(
        "a.mof:14:16: error creator-sid-mismatch: the consumer's CreatorSID is S-1-5-18 (LocalSystem)",
        '   |',
        '14 |   CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0};',
        '   |                ^^^^^^^^^^^^^^^^^^^^^^^^^^',
        " 6 |   CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};   the filter's",
        "   = fix: Write the filter's SID here: `{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}`",
      ),
    );
  });

  it('shows related places in another file with their path', () => {
    const other = marked('\n  Name = «"F"»;', 'filters.mof');
    const related = [{ ...other, message: 'defined here' }];
    expect(codeFrame(finding('  Filter = «$F»;', { related }))).toBe(
      lines(
        'a.mof:1:12: error some-rule: it is wrong',
        '  |',
        '1 |   Filter = $F;',
        '  |            ^^',
        ' ::: filters.mof:2:10',
        '2 |   Name = "F";   defined here',
      ),
    );
  });

  it('shows a related place in its own line below the carets', () => {
    const diagnostic = finding('Name = "A"; «Name» = "B";');
    const related = [{ file: diagnostic.file, start: 0, end: 4, message: 'the first' }];
    expect(
      codeFrame({ ...diagnostic, related })
        .split('\n')
        .slice(2),
    ).toEqual(['1 | Name = "A"; Name = "B";', '  |             ^^^^', '  | ---- the first']);
  });

  it('says what the marked characters become where that is short', () => {
    const diagnostic = finding('"a\\«\\p»" qurey x');
    const { file, start, end } = diagnostic;
    const fix = (title: string, ...edits: readonly [number, number, string][]): Fix => ({
      title,
      safety: 'safe',
      edits: edits.map(([from, to, text]) => ({ file, start: from, end: to, text })),
    });
    const fixes = [
      fix('Double the backslash', [start, start, '\\']),
      fix('Write P', [start, end, 'P']),
      fix('Remove it', [start, end, '']),
      fix('Break the line', [start, end, 'a\nb']),
      fix('Change both', [7, 12, 'Query'], [start, end, 'P']),
      { ...fix('Change the other'), edits: [{ ...marked('«a»'), text: 'b' }] },
    ];
    expect(
      codeFrame({ ...diagnostic, fixes })
        .split('\n')
        .slice(4),
    ).toEqual([
      '  = fix: Double the backslash: `\\\\p`',
      '  = fix: Write P',
      '  = fix: Remove it',
      '  = fix: Break the line',
      '  = fix: Change both: `P" Query`',
      '  = fix: Change the other',
    ]);
  });

  it('shows no source where a file has none', () => {
    expect(codeFrame(finding('«»'))).toBe('a.mof:1:1: error some-rule: it is wrong');
  });

  it('does not drown in related places', () => {
    const diagnostic = finding('«a»');
    const { file } = diagnostic;
    const related = Array.from({ length: 20 }, () => ({
      file,
      start: 0,
      end: 1,
      message: 'again',
    }));
    expect(
      codeFrame({ ...diagnostic, related })
        .split('\n')
        .at(-1),
    ).toBe('  = and 12 more places');
  });

  it('is coloured by its reader', () => {
    const text = codeFrame(finding('«a»'), { style: (role, text) => `<${role} ${text}>` });
    expect(text).toContain('<place a.mof:1:1>: <error error> <rule some-rule>: it is wrong');
    expect(text).toContain('<gutter   |> <error ^>');
  });
});

/** The source line and the line of carets below it. */
function underlined(text: string, width = 100): readonly string[] {
  return codeFrame(finding(text), { width }).split('\n').slice(2);
}

describe('the carets', () => {
  it.each<[string, string, string, string]>([
    ['tabs', '\tName\t= «"x"»;', '1 |     Name    = "x";', '  |               ^^^'],
    ['a tab that is marked', 'a«\t»b', '1 | a   b', '  |  ^^^'],
    ['wide characters', '大小 = «"値"»;', '1 | 大小 = "値";', '  |        ^^^^'],
    ['combining characters', 'e\u0301 = «n\u0303»;', '1 | e\u0301 = n\u0303;', '  |     ^'],
    ['pictures', '"😀" + «"😀"»', '1 | "😀" + "😀"', '  |        ^^^^'],
    ['control characters', '"\x1b[2J" «bad»', '1 | "\\x1b[2J" bad', '  |           ^^^'],
    ['a marked control character', '"«\u202e»"', '1 | "\\u202e"', '  |  ^^^^^^'],
    ['an empty stretch', 'Name = «»;', '1 | Name = ;', '  |        ^'],
    ['the end of a line', 'class A {}«»\n', '1 | class A {}', '  |           ^'],
    ['a line end', 'class A {}«\r\n»', '1 | class A {}', '  |           ^'],
    ['an empty line', '«»\n', '1 |', '  | ^'],
  ])('stand under %s', (_, text, source, carets) => {
    expect(underlined(text)).toEqual([source, carets]);
  });

  it('stand under the whole character where a stretch cuts it in two', () => {
    const file = new SourceFile('a.mof', 'x😀y');
    const text = codeFrame({ ...finding('«»'), file, start: 2, end: 3 });
    expect(text.split('\n').slice(2)).toEqual(['1 | x😀y', '  |  ^^']);
  });

  it('stand under every line of a stretch of a few lines, without the indentation', () => {
    expect(underlined('  A = «{1,\n\n    2};»\n')).toEqual([
      '1 |   A = {1,',
      '  |       ^^^',
      '2 |',
      '3 |     2};',
      '  |     ^^^',
    ]);
  });

  it('leave out the middle of a stretch of many lines', () => {
    const text = `«{\n${'  0,\n'.repeat(20)}}»`;
    expect(underlined(text)).toEqual([
      ' 1 | {',
      '   | ^',
      ' 2 |   0,',
      '   |   ^^',
      '.. |',
      '21 |   0,',
      '   |   ^^',
      '22 | }',
      '   | ^',
    ]);
  });

  it('do not go on to the line behind a line end', () => {
    expect(underlined('«class»\nclass'.replace('»\n', '\n»'))).toEqual(['1 | class', '  | ^^^^^']);
  });
});

describe('a long line', () => {
  const filler = 'abcdefghij'.repeat(10);

  it.each<[string, string, string, boolean, boolean]>([
    ['a mark at its beginning', `«Name»${filler}`, 'Name', false, true],
    ['a mark in the middle', `${filler}«Name»${filler}`, 'Name', true, true],
    ['a mark at its end', `${filler}«Name»`, 'Name', true, false],
    ['a mark near its end', `${filler}«Name» x`, 'Name', true, false],
    ['a wide mark', `${filler}«大小»${filler}`, '大小', true, true],
    ['the beginning of a mark that is too long', `${filler}«${filler}»;`, 'abcdefgh', true, true],
  ])('is cropped around %s', (_, text, shown, cutLeft, cutRight) => {
    const [source = '', carets = ''] = underlined(text, 30).map((line) => line.slice(4));
    expect(textWidth(source)).toBeLessThanOrEqual(30);
    expect(source.slice(carets.indexOf('^')).startsWith(shown)).toBe(true);
    expect(carets.trim().length).toBeGreaterThanOrEqual(textWidth(shown));
    expect([source.startsWith('…'), source.endsWith('…')]).toEqual([cutLeft, cutRight]);
    expect(textWidth(carets)).toBeLessThanOrEqual(textWidth(source));
  });

  it('is not read as a whole: a file of one huge line is quick', () => {
    const file = new SourceFile('a.mof', 'x'.repeat(20_000_000));
    expect(file.lineStarts).toHaveLength(1);
    const started = performance.now();
    for (let i = 0; i < 500; i++) {
      codeFrame({ ...finding('«»'), file, start: i * 20_000, end: i * 20_000 + 5 });
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a hostile file', () => {
  it('cannot reach the terminal through its name, its text or a message that quotes it', () => {
    const hostile = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.nat(), fc.nat(), (path, text, message, a, b) => {
        const file = new SourceFile(path, text);
        const [start = 0, end = 0] = [a % text.length, b % text.length].toSorted((x, y) => x - y);
        const related = [{ file, start, end, message }];
        const fixes: Fix[] = [
          { title: message, safety: 'safe', edits: [{ file, start, end, text: path }] },
        ];
        const printed = codeFrame({ ...finding('«»'), file, start, end, message, related, fixes });
        expect(printed).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(printed).toMatch(/^ *\|(?: +\^*)?$/m);
      }),
      { numRuns: 500 },
    );
  });
});
