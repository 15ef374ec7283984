/** Random queries: their text, and the tree that must come of it. */
import fc from 'fast-check';

import type { ComparisonOperator } from '../../../grammar/wql/ast.ts';
import { escapeWql } from '../../../grammar/wql/literals.ts';

/** A piece of a query and its tree, without places and spellings. */
export interface Sample {
  readonly text: string;
  readonly tree: unknown;
}

/** Some are keywords elsewhere, or start or end like one. */
const name = fc.constantFrom(
  ...'Name TargetInstance PreviousInstance __CLASS Year_2 Öl x Origin Android Elsewhere Visa'.split(
    ' ',
  ),
  ...'Nota Group Within Where Having By From Select Order Like Is Isa And Or Not'.split(' '),
);

const blank = fc.constantFrom(' ', '  ', '\t', '\r\n', '\n ');

const cased = (word: string): fc.Arbitrary<string> =>
  fc.constantFrom(word, word.toLowerCase(), word.charAt(0) + word.slice(1).toLowerCase());

/** Pieces with blanks between them. */
const spaced = (...pieces: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.tuple(...pieces),
      fc.array(blank, { minLength: pieces.length, maxLength: pieces.length }),
    )
    .map(([texts, blanks]) =>
      texts.map((text, index) => (index === 0 ? text : (blanks[index] ?? ' ') + text)).join(''),
    );

/** Words and samples in a row, with the trees of the samples. */
function sequence(
  parts: readonly (string | fc.Arbitrary<Sample>)[],
  toTree: (trees: readonly unknown[]) => unknown,
): fc.Arbitrary<Sample> {
  const samples = parts.map((part) =>
    typeof part === 'string' ? cased(part).map((text) => ({ text, tree: undefined })) : part,
  );
  return fc.tuple(...samples).chain((pieces) =>
    spaced(...pieces.map(({ text }) => fc.constant(text))).map((text) => ({
      text,
      tree: toTree(pieces.map(({ tree }) => tree).filter((tree) => tree !== undefined)),
    })),
  );
}

const path: fc.Arbitrary<Sample> = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => ({
  text: names.join('.'),
  tree: { kind: 'PropertyPath', names: names.map((name) => ({ kind: 'Identifier', name })) },
}));

/** A keyword alone may have its own meaning in a list or on the right of an operator. */
const listedPath = path.filter(
  ({ text }) =>
    !/^(?:from|having|group|within|where|by|select|order|and|or|not|like|isa?)$/i.test(text),
);

/** `NOT IS NULL` and its like are a negation that lacks its property. */
const leftPath = path.filter(({ text }) => text.toUpperCase() !== 'NOT');

const string: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'ab c\\"\'%_=()é;{'), maxLength: 12 }),
    fc.constantFrom('"', "'"),
  )
  .map(([value, quote]) => ({
    text: quote + escapeWql(value, quote === '"' ? '"' : "'") + quote,
    tree: { kind: 'StringLiteral', value },
  }));

const number: fc.Arbitrary<Sample> = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }).map((value) => ({
    text: String(value),
    tree: { kind: 'IntegerLiteral', value },
  })),
  fc.nat().map((value) => ({
    text: `0x${value.toString(16)}`,
    tree: { kind: 'IntegerLiteral', value: BigInt(value) },
  })),
  fc.constantFrom(0.5, 1.25, 300.75, -2.5).map((value) => ({
    text: String(value),
    tree: { kind: 'RealLiteral', value },
  })),
);

const constant: fc.Arbitrary<Sample> = fc.oneof(
  string,
  number,
  fc.boolean().map((value) => ({
    text: String(value).toUpperCase(),
    tree: { kind: 'BooleanLiteral', value },
  })),
  fc.constant({ text: 'NULL', tree: { kind: 'NullLiteral' } }),
);

const operator: fc.Arbitrary<Sample> = fc
  .constantFrom<[string, ComparisonOperator]>(
    ['=', '='],
    ['!=', '!='],
    ['<>', '!='],
    ['<', '<'],
    ['<=', '<='],
    ['>', '>'],
    ['>=', '>='],
  )
  .map(([text, operator]) => ({ text, tree: { kind: 'Operator', operator } }));

const like: fc.Arbitrary<Sample> = fc.constant({
  text: 'LIKE',
  tree: { kind: 'Operator', operator: 'LIKE' },
});

const comparison = ([left, operator, right]: readonly unknown[]): unknown => ({
  kind: 'Comparison',
  left,
  operator,
  right,
});

const condition: fc.Arbitrary<Sample> = fc.oneof(
  sequence([path, operator, constant], comparison),
  sequence([constant, operator, listedPath], comparison),
  sequence([leftPath, like, string], comparison),
  sequence([leftPath, 'IS', 'NULL'], ([operand]) => ({
    kind: 'NullTest',
    operand,
    negated: false,
  })),
  sequence([leftPath, 'IS', 'NOT', 'NULL'], ([operand]) => ({
    kind: 'NullTest',
    operand,
    negated: true,
  })),
  sequence([leftPath, 'ISA', string], ([operand, className]) => ({
    kind: 'IsaTest',
    operand,
    className,
  })),
);

const { expression } = fc.letrec<{
  expression: Sample;
  conjunction: Sample;
  unary: Sample;
}>((tie) => ({
  expression: fc
    .array(tie('conjunction'), { minLength: 1, maxLength: 3 })
    .map((parts) => joined('OR', parts)),
  conjunction: fc
    .array(tie('unary'), { minLength: 1, maxLength: 3 })
    .map((parts) => joined('AND', parts)),
  unary: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expression' },
    condition,
    sequence(['NOT', tie('unary')], ([operand]) => ({ kind: 'NotExpression', operand })),
    tie('expression').map(({ text, tree }) => ({
      text: `(${text})`,
      tree: { kind: 'ParenthesizedExpression', expression: tree },
    })),
  ),
}));

function joined(operator: 'AND' | 'OR', parts: readonly Sample[]): Sample {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return {
    text: parts.map(({ text }) => text).join(` ${operator} `),
    tree: { kind: 'LogicalExpression', operator, operands: parts.map(({ tree }) => tree) },
  };
}

const selection: fc.Arbitrary<Sample> = fc.oneof(
  fc.constant({ text: '*', tree: { kind: 'AllProperties' } }),
  propertyList(),
);

function propertyList(): fc.Arbitrary<Sample> {
  return fc.array(listedPath, { minLength: 1, maxLength: 3 }).map((paths) => ({
    text: paths.map(({ text }) => text).join(', '),
    tree: { kind: 'PropertyList', properties: paths.map(({ tree }) => tree) },
  }));
}

const className: fc.Arbitrary<Sample> = fc
  .constantFrom('__InstanceCreationEvent', 'X', 'Win32_ProcessStartTrace', 'Anywhere', 'MyGroup')
  .map((name) => ({ text: name, tree: { kind: 'Identifier', name } }));

const interval = fc.constantFrom<Sample>(
  { text: '5', tree: { kind: 'IntegerLiteral', value: 5n } },
  { text: '0.5', tree: { kind: 'RealLiteral', value: 0.5 } },
);

const within = sequence(['WITHIN', interval], ([interval]) => ({ kind: 'WithinClause', interval }));
const where = sequence(['WHERE', expression], ([expression]) => ({
  kind: 'WhereClause',
  expression,
}));
const having = sequence(['HAVING', expression], ([expression]) => ({
  kind: 'HavingClause',
  expression,
}));
const by = sequence(['BY', propertyList()], ([list]) => list);
const nothing: fc.Arbitrary<Sample> = fc.constant({ text: '', tree: null });

const group = sequence(
  ['GROUP', within, fc.oneof(nothing, by), fc.oneof(nothing, having)],
  ([within, by, having]) => ({ kind: 'GroupClause', within, by, having }),
);

/** A valid SELECT. Absent clauses are null in the tree. */
export const selectQuery: fc.Arbitrary<Sample> = sequence(
  [
    'SELECT',
    selection,
    'FROM',
    className,
    fc.oneof(nothing, within),
    fc.oneof(nothing, where),
    fc.oneof(nothing, group),
  ],
  ([selection, className, within, where, group]) => ({
    kind: 'SelectQuery',
    selection,
    className,
    within,
    where,
    group,
  }),
);
