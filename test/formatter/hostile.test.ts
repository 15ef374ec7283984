/** Texts that are made to be slow, or to use up the stack. */
import { describe, expect, test } from 'vitest';
import { formatMof } from '../../src/formatter/format.ts';
import { faultsOf } from '../support/formatting.ts';

const many = 20_000;

/** Twice as much text may take about twice as long; the margin is for a busy machine. */
const seconds = 10;

describe('formatting takes time in proportion to the text', () => {
  test.each<readonly [what: string, text: string]>([
    ['numbers on one line', `instance of A { b = {${'1,'.repeat(50 * many)}1}; };`],
    ['texts on one line', `instance of A { b = {${'"cdefg",'.repeat(5 * many)}""}; };`],
    ['one long text', `instance of A { b = "${'c'.repeat(100 * many)}"; };`],
    ['one text of many lines', `instance of A { b = "${'c\n'.repeat(20 * many)}"; };`],
    ['adjacent texts', `instance of A { b = ${'"c" '.repeat(5 * many)}; };`],
    ['comments in one gap', `instance of A { b ${'// c\n'.repeat(10 * many)}= 1; };`],
    ['comments on one line', `instance of A { b ${'/* c */'.repeat(5 * many)}= 1; };`],
    ['nothing but comments', '// c\n'.repeat(10 * many)],
    ['comments in every gap', `class A { ${'[/*b*/c//\n]/*d*/e//\nf//\n;'.repeat(many)} };`],
    ['qualifiers', `[${'b("c"),'.repeat(2 * many)}d] class A {};`],
    ['parameters', `class A { void b(${'[in] uint32 c,'.repeat(many)}[out] string d); };`],
    ['members', `class A { ${'[key, read] string b;'.repeat(2 * many)} };`],
    ['declarations', 'class A{};'.repeat(2 * many)],
    ['lines for the C preprocessor', `class A {\n${'#define B\n'.repeat(2 * many)}};`],
    ['lone carriage returns', `class A {${'\r'.repeat(50 * many)}};`],
  ])('%s', (_, text) => {
    const start = performance.now();
    expect(formatMof(text).kind).toBe('formatted');
    expect((performance.now() - start) / 1000).toBeLessThan(seconds);
  });
});

describe('formatting does not go deeper than the stack', () => {
  test('arrays and instances that the parser takes', () => {
    const arrays = `instance of A { b = ${'{1,'.repeat(60)}1${'}'.repeat(60)}; };`;
    const instances = `instance of A { b = ${'instance of A { b = '.repeat(60)}1${';}'.repeat(60)}; };`;
    expect(faultsOf(arrays)).toEqual([]);
    expect(faultsOf(instances)).toEqual([]);
  });

  test('deeper ones are refused', () => {
    const deep = `instance of A { b = ${'{'.repeat(10_000)}${'}'.repeat(10_000)}; };`;
    expect(formatMof(deep).kind).toBe('refused');
  });
});
