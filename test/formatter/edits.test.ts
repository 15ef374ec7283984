/** Formatting for an editor: edits instead of a text, for a part of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SyntaxEdit } from '../../grammar/mof/problem.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import { formatEdits } from '../../src/formatter/format.ts';
import { shapeOf } from '../../src/formatter/tree-shape.ts';
import { formatted } from '../support/formatting.ts';

function apply(text: string, edits: readonly SyntaxEdit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    expect(start).toBeGreaterThanOrEqual(from);
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

const text = `// head
class   A {};

class   B {}; // b


// before C
class   C { string   d; };
`;

/** The range of a word of the text. */
function at(word: string, inText: string = text): { start: number; end: number } {
  const start = inText.indexOf(word);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + word.length };
}

describe('a text whose damage was undone while it was read', () => {
  const damaged =
    'class   A {};\nclass   B { string   c = “d”; };\nclass   E { string   f = “g”; };\n';

  test('has no edits, of no part of it', () => {
    expect(formatEdits(damaged)).toEqual([]);
    expect(formatEdits(damaged, {}, at('class   A', damaged))).toEqual([]);
    expect(formatEdits(damaged, {}, at('class   E', damaged))).toEqual([]);
  });
});

describe('the edits of a whole text', () => {
  test('make the formatted text', () => {
    expect(apply(text, formatEdits(text))).toBe(formatted(text));
  });

  test('are none for a formatted text, and for one with errors', () => {
    expect(formatEdits(formatted(text))).toEqual([]);
    expect(formatEdits('class   A {')).toEqual([]);
    expect(formatEdits('')).toEqual([]);
  });

  test('leave what is formatted already alone', () => {
    const half = `${formatted('class A {};')}class   B {};\n`;
    expect(formatEdits(half)).toEqual([
      {
        start: half.indexOf('\nclass   B'),
        end: half.indexOf('\n', half.indexOf('B')),
        text: '\nclass B\n{\n};',
      },
    ]);
  });

  test('have the line ends of the text, or those that are asked for', () => {
    const dos = text.replaceAll('\n', '\r\n');
    expect(apply(dos, formatEdits(dos))).toBe(formatted(text).replaceAll('\n', '\r\n'));
    expect(apply(dos, formatEdits(dos, { endOfLine: 'lf' }))).toBe(formatted(text));
  });
});

describe('the edits of a range', () => {
  test('are those of the declarations that it touches', () => {
    const c = text.replace('class   C { string   d; };', 'class C\n{\n  string d;\n};');
    expect(apply(text, formatEdits(text, {}, at('string')))).toBe(
      c.replace('\n\n\n// before', '\n\n// before'),
    );
  });

  test('take in the comments before a declaration and behind it', () => {
    for (const word of ['// before C', 'C {', '};\n$']) {
      const range = word.endsWith('$')
        ? { start: text.length - 2, end: text.length - 2 }
        : at(word);
      expect(apply(text, formatEdits(text, {}, range))).toContain('class C\n{');
    }
    expect(apply(text, formatEdits(text, {}, at('// b\n')))).toContain('class B\n{\n}; // b\n');
  });

  test('may be of several declarations, and of a mere place', () => {
    const { end } = at('class   B');
    const both = apply(text, formatEdits(text, {}, { start: at('A').start, end }));
    expect(both).toContain('class A\n{\n};\n\nclass B\n{\n}; // b\n');
    expect(both).toContain('class   C');
    expect(apply(text, formatEdits(text, {}, { start: end, end }))).toContain('class B\n{');
  });

  test('are those of all for a range of all', () => {
    const range = { start: 0, end: text.length };
    expect(apply(text, formatEdits(text, {}, range))).toBe(formatted(text));
  });

  test('exist for declarations without errors in a text that has some', () => {
    const broken = 'class   A {};\nclass   B { string; };\nclass   C {};\n} class   D {};\n';
    const edit = (word: string): string => apply(broken, formatEdits(broken, {}, at(word, broken)));
    expect(edit('A')).toBe(broken.replace('class   A {};', 'class A\n{\n};'));
    expect(edit('B')).toBe(broken);
    expect(edit('C')).toBe(broken.replace('class   C {};', 'class C\n{\n};'));
    expect(edit('D')).toBe(broken);
  });

  test('never put what follows on the line behind a comment', () => {
    const line = 'class   A // a\n {}; class   B {};';
    const edited = apply(line, formatEdits(line, {}, at('A', line)));
    expect(edited).toBe('class A // a\n{\n};\n class   B {};');
    const waiting = 'instance   of // a\n A // b\n {} // c\n ; class   B {};';
    expect(
      shapeOf(parseMof(apply(waiting, formatEdits(waiting, {}, at('of', waiting)))).document),
    ).toBe(shapeOf(parseMof(waiting).document));
  });

  test('keep the tree, whatever the range is', () => {
    const declarations = [
      '#pragma autorecover\n',
      '// a\n',
      ' /* b */ ',
      'class A {string b; // c\n}; ',
      'instance of A // d\n {} // e\n;',
      'instance of B { c = "\n"; };\n\n\n',
      'class ? ;\n',
      '// prettier-ignore\nclass   E {};',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...declarations), { maxLength: 8 }),
        fc.nat(200),
        fc.nat(60),
        (parts, start, length) => {
          const source = parts.join('');
          const range = { start, end: start + length };
          const result = apply(source, formatEdits(source, {}, range));
          const [before, after] = [parseMof(source), parseMof(result)];
          expect(shapeOf(after.document)).toBe(shapeOf(before.document));
          expect(after.problems.map(({ code }) => code)).toEqual(
            before.problems.map(({ code }) => code),
          );
          expect(after.document.comments).toHaveLength(before.document.comments.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
