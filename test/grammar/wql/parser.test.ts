import { describe, expect, test } from 'vitest';

import type { Expression, Query } from '../../../grammar/wql/ast.ts';
import { parseWql } from '../../../grammar/wql/parser.ts';
import { nameOf } from '../../../grammar/wql/queries.ts';

/** Parses a query that must have no problem. */
function parse(text: string): Query {
  const { query, problems } = parseWql(text);
  expect(problems).toEqual([]);
  if (query === undefined) throw new Error('no query');
  return query;
}

/** The condition of `WHERE condition`. */
function condition(text: string): Expression | undefined {
  const query = parse(`SELECT * FROM X WHERE ${text}`);
  return query.kind === 'SelectQuery' ? query.where?.expression : undefined;
}

/** A condition with all its parentheses written out. */
function bracketed(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return '';
    case 'LogicalExpression':
      return `(${expression.operands.map(bracketed).join(` ${expression.operator} `)})`;
    case 'NotExpression':
      return `(NOT ${bracketed(expression.operand)})`;
    case 'ParenthesizedExpression':
      return bracketed(expression.expression);
    case 'Comparison':
      return expression.left?.kind === 'PropertyPath' ? nameOf(expression.left) : '?';
    case 'NullTest':
      return expression.negated ? 'not-null' : 'null';
    case 'IsaTest':
      return 'isa';
  }
}

/** Queries of the vendor's documentation and of real subscriptions, and what WMI was seen to accept. */
const accepted: readonly string[] = [
  'SELECT * FROM __InstanceCreationEvent',
  'SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA "Win32_Process"',
  "select * from __instancecreationevent within 0.5 where targetinstance isa 'Win32_Process'",
  'SELECT * FROM Win32_ProcessTrace WITHIN 10',
  'SELECT * FROM __InstanceCreationEvent WHERE TargetInstance.__class = "X"',
  'SELECT * FROM __TimerEvent WHERE TimerID = "MyEvent"',
  'SELECT TargetInstance, TIME_CREATED FROM __InstanceOperationEvent WHERE TargetInstance ISA "X"',
  'SELECT TargetInstance.Name, __CLASS FROM __InstanceCreationEvent WITHIN 1e2',
  'SELECT * FROM RegistryTreeChangeEvent WHERE Hive="HKEY_LOCAL_MACHINE" AND RootPath="SOFTWARE\\\\X"',
  'SELECT * FROM E WHERE Sender = 1 GROUP WITHIN 300 BY Sender HAVING NumberOfEvents > 5',
  'SELECT * FROM E GROUP WITHIN 300',
  'SELECT * FROM E GROUP WITHIN 300 HAVING NumberOfEvents >= 0x10',
  'SELECT * FROM E GROUP WITHIN 300 BY TargetInstance.SourceName, TargetInstance.EventCode',
  'SELECT * FROM X WHERE a.b.c.d = 1 AND NOT e LIKE "%[^a-f]_" OR g IS NOT NULL',
  'SELECT * FROM X WHERE NOT a = 1 AND NOT (b IS NULL OR c <> TRUE)',
  'SELECT * FROM X WHERE 5 < a AND "b" = c AND NULL <> d AND FALSE = e',
  'SELECT * FROM X WHERE a = -5 AND b = +5 AND c = -0.5 AND d = 0xFF AND e = NULL',
  'SELECT*FROM X WHERE(a=1)AND(b="c")OR d=\'e\'GROUP WITHIN 5',
  'SELECT\t*\r\nFROM X\n WHERE a = 1 \n',
  'SELECT * FROM meta_class WHERE __this ISA "Win32_Process"',
  'ASSOCIATORS OF {Win32_Service.Name="Spooler"}',
  'ASSOCIATORS OF {Win32_Service.Name="}"} WHERE ResultClass = Win32_ServiceDependency Role=Dependent',
  'associators of {X=1} where ClassDefsOnly AssocClass = Y RequiredQualifier = Dynamic',
  'REFERENCES OF {X.A="b",C=1} WHERE ResultClass = Y SchemaOnly',
  // Keywords as names.
  'SELECT Group, Like, From FROM Where WHERE Group.By = 1 AND Like LIKE "x" AND Not = 2 AND Or = 3',
  'SELECT FROM FROM Group',
  'SELECT * FROM Within WITHIN 5 WHERE Within > 5 AND Isa ISA "X" AND Is IS NULL AND Order = 1',
  'SELECT Top, Distinct, All FROM X WHERE Select = 1 AND From = 2 AND Union = 3',
  // Names that begin or end like keywords.
  'SELECT AndyName FROM OrWhere WHERE AndroidId = 1 AND Origin = 2 AND Notes LIKE "x" AND Visa = 3',
];

test.each(accepted)('reads %s', (query) => {
  expect(parse(query)).toMatchObject({ start: 0, end: query.trimEnd().length });
});

describe('a query has', () => {
  test('all its clauses', () => {
    expect(
      parse(
        'SELECT a, b.c FROM X WITHIN 5 WHERE d = 1 GROUP WITHIN 0.5 BY e, f.g HAVING NumberOfEvents > 5',
      ),
    ).toMatchObject({
      kind: 'SelectQuery',
      selection: {
        kind: 'PropertyList',
        properties: [{ names: [{ name: 'a' }] }, { names: [{ name: 'b' }, { name: 'c' }] }],
      },
      className: { name: 'X', start: 19, end: 20 },
      within: { interval: { kind: 'IntegerLiteral', value: 5n, raw: '5' }, start: 21, end: 29 },
      where: { expression: { kind: 'Comparison', start: 36, end: 41 } },
      group: {
        within: { interval: { kind: 'RealLiteral', value: 0.5 } },
        by: { properties: [{}, { names: [{ name: 'f' }, { name: 'g' }] }] },
        having: { expression: { operator: { operator: '>' }, right: { value: 5n } } },
      },
    });
  });

  test('a path and conditions, when it asks for relations', () => {
    expect(
      parse('ASSOCIATORS OF {X.A="}"} WHERE AssocClass = Y ResultRole="r" SchemaOnly'),
    ).toMatchObject({
      kind: 'RelationQuery',
      relation: 'associators',
      path: { text: 'X.A="}"', start: 15, end: 24 },
      conditions: [
        { name: { name: 'AssocClass' }, value: { kind: 'Identifier', name: 'Y' } },
        { name: { name: 'ResultRole' }, value: { kind: 'StringLiteral', value: 'r' } },
        { name: { name: 'SchemaOnly' }, value: undefined },
      ],
    });
  });
});

describe('conditions', () => {
  test.each([
    ['a=1 AND b=1 AND c=1', '(a AND b AND c)'],
    ['a=1 OR b=1 AND c=1', '(a OR (b AND c))'],
    ['a=1 AND b=1 OR c=1 AND d=1', '((a AND b) OR (c AND d))'],
    ['(a=1 OR b=1) AND c=1', '((a OR b) AND c)'],
    ['NOT a=1 AND b=1', '((NOT a) AND b)'],
    ['NOT (a=1 AND b=1)', '(NOT (a AND b))'],
    ['NOT NOT a=1', '(NOT (NOT a))'],
    ['a IS NULL OR a IS NOT NULL', '(null OR not-null)'],
    ['TargetInstance ISA "X" AND a=1', '(isa AND a)'],
  ])('%s', (text, expected) => {
    expect(bracketed(condition(text))).toBe(expected);
  });

  test.each([
    ['=', '='],
    ['!=', '!='],
    ['<>', '!='],
    ['<', '<'],
    ['<=', '<='],
    ['>', '>'],
    ['>=', '>='],
    ['like', 'LIKE'],
  ])('with %s', (raw, operator) => {
    expect(condition(`a ${raw} "b"`)).toMatchObject({
      kind: 'Comparison',
      left: { kind: 'PropertyPath' },
      operator: { operator, raw },
      right: { value: 'b' },
    });
  });

  test.each([
    ['5', { kind: 'IntegerLiteral', value: 5n, base: 'decimal' }],
    ['-5', { kind: 'IntegerLiteral', value: -5n, raw: '-5' }],
    ['- 5', { kind: 'IntegerLiteral', value: -5n, raw: '-5' }],
    ['0xfF', { kind: 'IntegerLiteral', value: 255n, base: 'hexadecimal' }],
    ['18446744073709551615', { kind: 'IntegerLiteral', value: 18446744073709551615n }],
    ['.5', { kind: 'RealLiteral', value: 0.5 }],
    ['5.', { kind: 'RealLiteral', value: 5 }],
    ['-1.5e-3', { kind: 'RealLiteral', value: -0.0015 }],
    ['TRUE', { kind: 'BooleanLiteral', value: true }],
    ['False', { kind: 'BooleanLiteral', value: false }],
    ['null', { kind: 'NullLiteral' }],
    ['"a\'b"', { kind: 'StringLiteral', quote: '"', value: "a'b" }],
    ["'a\"b'", { kind: 'StringLiteral', quote: "'", value: 'a"b' }],
    ["''", { kind: 'StringLiteral', value: '' }],
    [String.raw`"a\"b"`, { kind: 'StringLiteral', raw: String.raw`a\"b`, value: 'a"b' }],
    [String.raw`'a\'b\\c\d'`, { kind: 'StringLiteral', value: String.raw`a'b\c\d` }],
    ['"“x”"', { kind: 'StringLiteral', value: '“x”' }],
  ])('with the constant %s', (text, expected) => {
    expect(condition(`a = ${text}`)).toMatchObject({ right: expected });
  });

  test('may have empty strings side by side', () => {
    expect(bracketed(condition('a="" AND b=""'))).toBe('(a AND b)');
  });

  test('may be long', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `a${i} = ${i}`).join(' AND ');
    expect(condition(text)).toMatchObject({ kind: 'LogicalExpression' });
  });
});
