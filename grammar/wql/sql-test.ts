/** IN and BETWEEN, which WQL lacks; the fix spells them out. */
import type { Comparison, Constant, Operand, Operator } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseConstant } from './operand.ts';
import { inserting, replacing } from './problem.ts';
import { isConstantAt } from './words.ts';

/** Reads what stands behind IN or BETWEEN, which was taken; the tree keeps the property alone. */
export function parseSqlTest(
  c: Cursor,
  start: number,
  left: Operand | undefined,
  operator: Operator,
): Comparison {
  const isIn = operator.raw.toUpperCase() === 'IN';
  const values = isIn ? takeList(c) : takeRange(c);
  const span = { start, end: c.end };
  const property = left === undefined ? '' : c.text.slice(left.start, left.end);
  const conditions = values.map(
    ({ start, end }, index) => `${property} ${sign(isIn, index)} ${c.text.slice(start, end)}`,
  );
  const replacement = `(${conditions.join(isIn ? ' OR ' : ' AND ')})`;
  const isPlain = property !== '' && values.length >= (isIn ? 1 : 2);
  c.report(
    'unknown-operator',
    operator,
    `WQL has no ${operator.raw.toUpperCase()}; compare with each value, as in ` +
      (isIn ? '(Name = "a" OR Name = "b")' : '(Size >= 1 AND Size <= 9)'),
    isPlain ? replacing('Compare with each value', span, replacement, false) : undefined,
  );
  return { kind: 'Comparison', left, operator, right: undefined, ...span };
}

function sign(isIn: boolean, index: number): string {
  if (isIn) return '=';
  return index === 0 ? '>=' : '<=';
}

function takeList(c: Cursor): readonly Constant[] {
  const values: Constant[] = [];
  if (c.takeKind('(') === undefined) return values;
  while (isConstantAt(c, 0)) {
    const value = parseConstant(c);
    if (value !== undefined) values.push(value);
    if (c.takeKind(',') === undefined) break;
  }
  if (c.takeKind(')') === undefined)
    c.report(
      'unbalanced-parenthesis',
      c.here(),
      UNCLOSED_LIST,
      inserting('Close the list', c.end, ')', false),
    );
  return values;
}

const UNCLOSED_LIST = 'this list is not closed; write ) where it ends';

function takeRange(c: Cursor): readonly Constant[] {
  const values: Constant[] = [];
  const first = parseConstant(c);
  if (first !== undefined) values.push(first);
  if (c.isWord(0, 'AND') && isConstantAt(c, 1)) {
    c.take();
    const second = parseConstant(c);
    if (second !== undefined) values.push(second);
  }
  return values;
}
