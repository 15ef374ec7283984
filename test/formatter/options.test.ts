/** Indentation, width and line ends. */
import { describe, expect, test } from 'vitest';
import { faultsOf, formatted } from '../support/formatting.ts';

const nested = '[key] class A { [read, write] string b; void c(string d, string e); };';

describe('indentation', () => {
  test('is as wide as asked for', () => {
    expect(formatted('class A { string b; };', { tabWidth: 4 })).toBe(
      'class A\n{\n    string b;\n};\n',
    );
  });

  test('can be of tabs, which count as wide as asked for', () => {
    expect(formatted(nested, { useTabs: true, tabWidth: 8, printWidth: 32 })).toBe(
      '[key]\nclass A\n{\n\t[read, write] string b;\n\tvoid c(\n\t\tstring d,\n\t\tstring e\n\t);\n};\n',
    );
  });

  test('counts for whether a text fits on a line of its own', () => {
    const text = 'instance of A { Query = "SELECT * FROM B"; };';
    expect(formatted(text, { printWidth: 22, tabWidth: 2 })).toContain('=\n    "SELECT');
    expect(formatted(text, { printWidth: 22, tabWidth: 4 })).toContain('= "SELECT');
  });
});

describe('width', () => {
  test.each([1, 10, 40, 79, 80, 1000, Number.POSITIVE_INFINITY])('may be %d', (printWidth) => {
    expect(faultsOf(nested, { printWidth })).toEqual([]);
  });

  test('counts wide characters as two', () => {
    const text = 'instance of A { b = {"漢字漢字", "漢字"}; };';
    expect(formatted(text, { printWidth: 27 })).toContain('b = {"漢字漢字", "漢字"};');
    expect(formatted(text, { printWidth: 26 })).toContain('b = {\n');
  });
});

describe('line ends', () => {
  const lines = ['// a', '', 'class B', '{', '  // c', '};', ''];
  const ends = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;
  const names = ['lf', 'crlf', 'cr'] as const;

  test.each(names)('%s stay as they are', (name) => {
    const text = lines.join(ends[name]);
    expect(formatted(text)).toBe(text);
    expect(formatted(text.replace('class B', 'class   B'))).toBe(text);
  });

  test.each(names.flatMap((from) => names.map((to) => [from, to] as const)))(
    '%s become %s where that is asked for',
    (from, to) => {
      expect(formatted(lines.join(ends[from]), { endOfLine: to })).toBe(lines.join(ends[to]));
    },
  );

  test.each([
    ['\n', 'class A\r\n{\r\n// b\n};', '\r\n'],
    ['a lone CR', 'class A\n{\r// b\n};', '\n'],
    ['CR CR LF', 'class A\r\r\n{\r\r\n// b\r\r\n};', '\r\n'],
    ['none', 'class A { /* b */ };', '\n'],
  ])('are all like the first one: %s', (_, text, end) => {
    expect(
      formatted(text)
        .replaceAll(end, '')
        .match(/[\r\n]/),
    ).toBeNull();
    expect(faultsOf(text)).toEqual([]);
  });

  test('inside a comment are like the others', () => {
    expect(formatted('/* a\r\n   b\n   c */\r\n')).toBe('/* a\r\n   b\r\n   c */\r\n');
  });

  test.each(['\n', '\r\n', '\r', '\r\r\n', '\n\r'])(
    'inside a string are a part of its value: %j',
    (end) => {
      const literal = `"a${end}  b ${end}${end}"`;
      for (const endOfLine of [...names, 'auto'] as const) {
        const text = `instance of A {\r\n b = ${literal};\n// prettier-ignore\n c   = ${literal}; };`;
        expect(formatted(text, { endOfLine }).split(literal)).toHaveLength(3);
        expect(faultsOf(text, { endOfLine })).toEqual([]);
      }
    },
  );

  test('inside a string are told from all characters that a text can have', () => {
    const privateUse = Array.from({ length: 6400 }, (_, i) => String.fromCharCode(0xe000 + i));
    const text = `// ${privateUse.join('')}\r\ninstance of A { b = "\n"; };`;
    expect(formatted(text)).toBe(
      `// ${privateUse.join('')}\r\ninstance of A\r\n{\r\n  b = "\n";\r\n};\r\n`,
    );
  });
});
