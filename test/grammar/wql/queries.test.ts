import { describe, expect, test } from 'vitest';

import type { Query, StringLiteral } from '../../../grammar/wql/ast.ts';
import { queryOffset, singleBackslashesOf } from '../../../grammar/wql/literals.ts';
import { parseWql } from '../../../grammar/wql/parser.ts';
import * as queries from '../../../grammar/wql/queries.ts';

function parse(text: string): Query {
  const { query } = parseWql(text);
  if (query === undefined) throw new Error('no query');
  return query;
}

function where(text: string) {
  const query = parse(`SELECT * FROM X WHERE ${text}`);
  if (query.kind !== 'SelectQuery') throw new Error('no SELECT');
  return { query, clause: query.where, expression: query.where?.expression };
}

describe('the type of a query', () => {
  test.each([
    ['SELECT * FROM X', 'select'],
    ['SELECT * FROM X WHERE a = 1', 'select'],
    ['SELECT * FROM X WITHIN 5', 'event'],
    ['SELECT * FROM X GROUP WITHIN 5', 'event'],
    ['SELECT * FROM Meta_Class', 'schema'],
    ['ASSOCIATORS OF {X=1}', 'data'],
    ['REFERENCES OF {X} WHERE SCHEMAONLY', 'schema'],
    ['ASSOCIATORS OF {X=1} WHERE ClassDefsOnly', 'schema'],
  ])('%s', (text, type) => {
    expect(queries.queryTypeOf(parse(text))).toBe(type);
  });
});

describe('conditions', () => {
  test.each([
    ['a=1', 1, 1],
    ['a=1 AND b=1', 2, 1],
    ['a=1 OR b=1', 1, 2],
    ['(a=1 AND (b=1 AND c=1)) AND d=1', 4, 1],
    ['a=1 AND (b=1 OR c=1)', 2, 1],
    ['((a=1 OR b=1) OR c=1 AND d=1)', 1, 3],
    ['NOT (a=1 AND b=1)', 1, 1],
  ])('of %s: %i joined by AND, %i by OR', (text, conjuncts, disjuncts) => {
    const { clause, expression } = where(text);
    expect(queries.conjunctsOf(clause)).toHaveLength(conjuncts);
    expect(queries.conjunctsOf(expression)).toHaveLength(conjuncts);
    expect(queries.disjunctsOf(clause)).toHaveLength(disjuncts);
  });

  test('of nothing are none', () => {
    expect(queries.conjunctsOf(undefined)).toEqual([]);
  });

  test('are found at any depth', () => {
    const { query } = where('a=1 AND NOT (b=1 OR c IS NULL) OR TargetInstance ISA "Y"');
    expect(queries.comparisonsOf(query)).toHaveLength(2);
    expect(queries.nullTestsOf(query)).toHaveLength(1);
  });

  test.each([
    ['a.b < 5', 'a.b', '<', 5n],
    ['5 < a.b', 'a.b', '>', 5n],
    ['5 >= a', 'a', '<=', 5n],
    ['5 <> a', 'a', '!=', 5n],
    ['a LIKE "b"', 'a', 'LIKE', 'b'],
  ])('%s has its property on the left', (text, name, operator, value) => {
    const [comparison] = queries.comparisonsOf(where(text).query);
    const turned = comparison === undefined ? undefined : queries.propertyComparisonOf(comparison);
    expect(turned).toMatchObject({ operator, value: { value } });
    expect(queries.isProperty(turned?.property, name.toUpperCase())).toBe(true);
    expect(turned === undefined ? '' : queries.nameOf(turned.property)).toBe(name);
  });

  test.each(['1 = 1', 'a = b', 'a =', 'a foo "b"'])('%s is no such comparison', (text) => {
    const [comparison] = queries.comparisonsOf(where(text).query);
    expect(
      comparison === undefined ? '' : queries.propertyComparisonOf(comparison),
    ).toBeUndefined();
  });
});

describe('the classes that a query asks for', () => {
  test.each([
    ['TargetInstance ISA "A"', ['TargetInstance isa A']],
    [
      'PreviousInstance ISA \'A\' AND TargetInstance ISA "B"',
      ['PreviousInstance isa A', 'TargetInstance isa B'],
    ],
    ['NOT TargetInstance ISA "A"', ['TargetInstance isa A negated']],
    ['NOT NOT TargetInstance ISA "A"', ['TargetInstance isa A']],
    ['TargetInstance ISA A', ['TargetInstance isa A']],
    ['TargetInstance.__class = "A"', ['TargetInstance exact A']],
    ['"A" = TargetInstance.__CLASS', ['TargetInstance exact A']],
    ['TargetInstance.__CLASS <> "A"', ['TargetInstance exact A negated']],
    ['__CLASS = "A"', ['- exact A']],
    ['TargetInstance.__CLASS LIKE "A"', []],
    ['TargetInstance ISA', []],
    ['Name = "A"', []],
  ])('%s', (text, expected) => {
    const found = queries
      .targetClassesOf(where(text).query)
      .map(
        ({ property, className, match, negated }) =>
          `${property === undefined ? '-' : queries.nameOf(property)} ${match} ${className}${negated ? ' negated' : ''}`,
      );
    expect(found).toEqual(expected);
  });

  test('are none in a query for relations', () => {
    expect(queries.isaClassesOf(parse('REFERENCES OF {X}'))).toEqual([]);
  });

  test('by ISA alone', () => {
    const { query } = where('TargetInstance ISA "A" AND TargetInstance.__CLASS = "B"');
    expect(queries.isaClassesOf(query).map(({ className }) => className)).toEqual(['A']);
  });
});

test('the properties of a query, by clause', () => {
  const query = parse(
    'SELECT a, b.c FROM X WHERE d = 1 AND NOT (e IS NULL OR f.g ISA "Y") GROUP WITHIN 5 BY h HAVING i > 1',
  );
  expect(
    queries.propertiesOf(query).map(({ path, clause }) => `${clause} ${queries.nameOf(path)}`),
  ).toEqual(['select a', 'select b.c', 'where d', 'where e', 'where f.g', 'by h', 'having i']);
});

test.each([
  ['WITHIN 5', 5],
  ['WITHIN 0.25', 0.25],
  ['WITHIN', undefined],
  ['', undefined],
])('the seconds of %j', (clause, seconds) => {
  const query = parse(`SELECT * FROM X ${clause}`);
  expect(queries.secondsOf(query.kind === 'SelectQuery' ? query.within : undefined)).toBe(seconds);
});

describe('the values that a condition leaves to a property', () => {
  test.each([
    ['Hive = "a"', ['a']],
    ['"a" = HIVE', ['a']],
    ['Hive = "a" AND KeyPath = "b"', ['a']],
    ['(Hive = "a" AND KeyPath = "b") OR (Hive = "c" AND KeyPath = "d")', ['a', 'c']],
    ['(Hive = "a" OR Hive = "b") AND KeyPath = "c"', ['a', 'b']],
    ['Hive = "a" OR KeyPath = "b"', undefined],
    ['Hive LIKE "a"', undefined],
    ['Hive <> "a"', undefined],
    ['NOT Hive = "a"', undefined],
    ['Hive IS NULL', undefined],
    ['KeyPath = "b"', undefined],
  ])('%s', (text, expected) => {
    const values = queries.requiredValuesOf(where(text).expression, 'hive');
    expect(values?.map((value) => (value.kind === 'StringLiteral' ? value.value : value))).toEqual(
      expected,
    );
  });
});

describe('a string', () => {
  function literal(text: string): StringLiteral {
    const [comparison] = queries.comparisonsOf(where(`a = ${text}`).query);
    if (comparison?.right?.kind !== 'StringLiteral') throw new Error('no string');
    return comparison.right;
  }

  test('has a way back from its value to the query', () => {
    const string = literal(String.raw`"a\\b\"c"`);
    const base = string.content.start;
    expect(string.value).toBe(String.raw`a\b"c`);
    expect([0, 1, 2, 3, 4, 5, 9].map((offset) => queryOffset(string, offset) - base)).toEqual([
      0, 1, 3, 4, 6, 7, 7,
    ]);
  });

  test('knows its single backslashes', () => {
    const string = literal(String.raw`"a\b\\c\d"`);
    const base = string.content.start;
    expect(singleBackslashesOf(string)).toEqual([
      { start: base + 1, end: base + 2 },
      { start: base + 6, end: base + 7 },
    ]);
  });
});
