import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Node } from '../../../grammar/wql/ast.ts';
import { parseWql } from '../../../grammar/wql/parser.ts';
import * as queries from '../../../grammar/wql/queries.ts';
import { childrenOf, walk } from '../../../grammar/wql/visit.ts';
import { selectQuery } from './query-arbitrary.ts';

/** A tree without places and spellings, with null for what is absent. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const omitted = new Set(['start', 'end', 'raw', 'base', 'quote', 'content']);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !omitted.has(key))
      .map(([key, inner]) => [key, bare(inner)]),
  );
}

/** What must hold of any text whatsoever. */
function checkSoundness(text: string): void {
  const { query, problems } = parseWql(text);
  for (const { start, end, message, fix } of problems) {
    expect(start >= 0 && start <= end && end <= text.length, message).toBe(true);
    for (const edit of fix?.edits ?? []) {
      expect(edit.start >= 0 && edit.start <= edit.end && edit.end <= text.length).toBe(true);
    }
  }
  expect(problems).toEqual(problems.toSorted((a, b) => a.start - b.start || a.end - b.end));
  if (query === undefined) {
    expect(problems).not.toEqual([]);
    return;
  }
  walk(query, (node) => {
    expect(isSound(node, text), `${node.kind} in ${JSON.stringify(text)}`).toBe(true);
  });
  queries.propertiesOf(query);
  queries.targetClassesOf(query);
  queries.queryTypeOf(query);
}

function isSound(node: Node, text: string): boolean {
  return (
    node.start >= 0 &&
    node.start <= node.end &&
    node.end <= text.length &&
    childrenOf(node).every(({ start, end }) => start >= node.start && end <= node.end)
  );
}

/** What hands, shells and word processors do to a query. */
const fragment = fc.constantFrom(
  ...'" \' \\ \\" "" “ ” ‘ ( ) { } [ ] ; , . = == <> -eq && &quot; &lt;= < = 5 - * % $x %x% \u00a0 \\n \0 \ud800'.split(
    ' ',
  ),
  ...' AND , OR , NOT , WITHIN , WHERE , GROUP , BY , HAVING , SELECT , FROM , ORDER BY '.split(
    ',',
  ),
  ...' ISA , LIKE , IS , NULL , IN (, BETWEEN , IS A , NOT LIKE ,AND,OR,WHERE, '.split(','),
);

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  inserted: fc.oneof(fragment, fc.constant('')),
});

function mutate(
  text: string,
  mutations: readonly {
    readonly at: number;
    readonly removed: number;
    readonly inserted: string;
  }[],
): string {
  return mutations.reduce((mutated, { at, removed, inserted }) => {
    const offset = Math.floor(at * mutated.length);
    return mutated.slice(0, offset) + inserted + mutated.slice(offset + removed);
  }, text);
}

describe('any query', () => {
  test('is read as what it was written as', () => {
    fc.assert(
      fc.property(selectQuery, ({ text, tree }) => {
        const { query, problems } = parseWql(text);
        // A string behind LIKE may be a malformed pattern; that is not the parser's business.
        expect(problems.filter(({ code }) => code !== 'malformed-like-pattern')).toEqual([]);
        const isFlawless = problems.length === 0;
        expect(bare(query)).toEqual(isFlawless ? tree : { ...Object(tree), incomplete: true });
      }),
      { numRuns: 500 },
    );
  });

  test('may be mutilated in any way', () => {
    fc.assert(
      fc.property(
        selectQuery,
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        ({ text }, mutations) => checkSoundness(mutate(text, mutations)),
      ),
      { numRuns: 1500 },
    );
  });

  test('may be cut anywhere', () => {
    fc.assert(
      fc.property(selectQuery, fc.nat({ max: 200 }), ({ text }, length) =>
        checkSoundness(text.slice(0, length)),
      ),
      { numRuns: 500 },
    );
  });

  test('may be anything at all', () => {
    const beginning = fc.constantFrom(
      '',
      'SELECT * FROM X WHERE ',
      'ASSOCIATORS OF {X=1} WHERE Role = ',
      'REFERENCES OF ',
    );
    const piece = fc.oneof(fragment, fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(beginning, fc.array(piece, { maxLength: 40 }), (text, pieces) =>
        checkSoundness(text + pieces.join('')),
      ),
      { numRuns: 1500 },
    );
  });
});

describe('hostile texts take time in proportion to their length', () => {
  const START = 'SELECT * FROM X WHERE a = 1 ';
  test.each([
    ['parentheses', '('],
    ['closing parentheses', ') x '],
    ['NOT', 'NOT '],
    ['negated parentheses', 'NOT ('],
    ['quotes', '"'],
    ['quotes that never pair', '"a \' '],
    ['escaped quotes', String.raw`\" and `],
    ['strings that are cut', `'a and b = 'c`],
    ['backslashes', '\\'],
    ['escaped blanks', String.raw`x\n`],
    ['braces', '{"} '],
    ['braces with escapes', String.raw`{\"}`],
    ['blanks', ' '],
    ['words', 'foo '],
    ['one long word', 'aAND'],
    ['digits', '7'],
    ['full stops', '. '],
    ['WITHIN', 'WITHIN 5 AND b = 1 '],
    ['misspelt keywords', 'WITHIM '],
    ['connectors', 'AND OR '],
    ['conditions', 'AND b = "c" '],
    ['arithmetic', '+ 1 '],
    ['patterns', 'AND b LIKE "[[[[" '],
    ['typographic quotes', '“ and '],
    ['false blanks', '\u00a0'],
    ['HTML', '&quot; &lt; &#39;x'],
    ['two operators', '< = '],
    ['quotes without openings', `AND b = x' AND c = "y' `],
    ['commas', ', '],
    ['joined words', 'ANDTargetInstance.a = 1 '],
  ])('%s', (_, unit) => {
    const text = START + unit.repeat(Math.ceil(300_000 / unit.length));
    const started = performance.now();
    const { problems } = parseWql(text);
    // Anything quadratic takes minutes; this one is generous to slow machines.
    expect(performance.now() - started).toBeLessThan(5000);
    expect(problems.length).toBeLessThanOrEqual(100);
  });
});
