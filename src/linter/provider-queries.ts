/** The queries by which event providers announce what they raise, and the lists of registrations. */
import type { Span, StringValue, Value } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import type { Expression } from '../../grammar/wql/ast.ts';
import type { ParsedWql } from '../../grammar/wql/parser.ts';
import type { ClassInfo } from '../compiler/checker/class-table.ts';
import type { Compilation, InstanceSymbol } from '../compiler/model.ts';
import { hasPlaceholder } from '../consumers/placeholders.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import { isCutShort, isWholeText, settingOf } from './consumer-properties.ts';
import { oncePer } from './once-per.ts';
import { listedQueries, type QueryText } from './queries.ts';
import type { Checks, Report } from './rule.ts';

/** The queries that the event providers of a run announce, without those that a generator has yet to fill in. */
export const eventQueries = oncePer((compilation: Compilation): readonly QueryText[] =>
  listedQueries(compilation).filter(({ value }) => !hasPlaceholder(value.value)),
);

/** Calls `check` for each of them. */
export function eachEventQuery(
  check: (query: QueryText, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    compilation(compilation, report) {
      for (const query of eventQueries(compilation)) check(query, report, compilation);
    },
  };
}

/** True for a query that WMI cannot read. */
export function hasSyntaxProblem({ problems }: ParsedWql): boolean {
  return problems.some(({ code }) => code !== 'missing-blank');
}

/** Where a part of a query stands in the file; for a part that is missing, the character before it. */
export function placeOf(value: StringValue, { start, end }: Span): Span {
  if (end > start) return sourceSpanOf(value, start, end);
  const from = Math.max(0, Math.min(start, value.value.length - 1));
  return sourceSpanOf(value, from, Math.min(from + 1, value.value.length));
}

/** The strings of a list that are known to their last character. */
export function textsIn(instance: InstanceSymbol, name: string): readonly StringValue[] {
  const value = settingOf(instance, name)?.value;
  const elements =
    value?.kind === 'ArrayValue' ? value.elements : value === undefined ? [] : [value];
  return elements.filter(isWholeText).filter((text) => !hasPlaceholder(text.value));
}

/** The strings of a list that are empty, or blank, beside others that are not. */
export function emptyTextsIn(instance: InstanceSymbol, name: string): readonly StringValue[] {
  const value = settingOf(instance, name)?.value;
  return (value?.kind === 'ArrayValue' ? value.elements : []).filter(isEmptyText);
}

function isEmptyText(value: Value): value is StringValue {
  return isWholeText(value) && value.value.trim() === '';
}

/**
 * Where a list says nothing: its NULL, its empty braces or the empty texts in them, or the class of an instance that does
 * not set it.
 */
export function emptyList(instance: InstanceSymbol, name: string): Span | undefined {
  const assignment = instance.properties.get(name.toLowerCase());
  if (assignment === undefined) return isCutShort(instance) ? undefined : instance.node.className;
  const value = settingOf(instance, name)?.value;
  if (value?.kind === 'NullValue') return value;
  if (value?.kind === 'ArrayValue') {
    return value.elements.every(isEmptyText) && value.incomplete !== true ? value : undefined;
  }
  return value !== undefined && isEmptyText(value) ? value : undefined;
}

/** Shows the declaration of a class of the run. */
export function declared({ symbol }: ClassInfo): readonly Related[] {
  if (symbol === undefined) return [];
  const { start, end } = symbol.node.name;
  return [{ file: symbol.file, start, end, message: 'the class is declared here' }];
}

/** True for a class of the run that only lacks its superclass to be an event class: it has neither that nor a key. */
export function isMeantAsEvent({
  symbol,
  superclass,
  keys,
  isSingleton,
  isAssociation,
}: ClassInfo): boolean {
  return (
    symbol !== undefined &&
    superclass === undefined &&
    keys.length === 0 &&
    !isSingleton &&
    !isAssociation &&
    !symbol.name.startsWith('__')
  );
}

/** Whether a condition says of which class the object of an intrinsic event is. What is unclear counts as said. */
export function namesTarget(expression: Expression): boolean {
  switch (expression.kind) {
    case 'IsaTest':
    case 'NotExpression':
      return true;
    case 'ParenthesizedExpression':
      return expression.expression === undefined || namesTarget(expression.expression);
    case 'LogicalExpression':
      return expression.operator === 'AND'
        ? expression.operands.some(namesTarget)
        : expression.operands.every(namesTarget);
    case 'Comparison':
      return [expression.left, expression.right].some(
        (operand) =>
          operand?.kind === 'PropertyPath' &&
          operand.names.at(-1)?.name.toLowerCase() === '__class',
      );
    case 'NullTest':
      return false;
  }
}

/** The first condition on a property of the object of an intrinsic event. */
export function instanceCondition(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case 'IsaTest':
    case 'NotExpression':
      return undefined;
    case 'ParenthesizedExpression':
      return expression.expression && instanceCondition(expression.expression);
    case 'LogicalExpression':
      for (const operand of expression.operands) {
        const found = instanceCondition(operand);
        if (found !== undefined) return found;
      }
      return undefined;
    case 'NullTest':
      return undefined;
    case 'Comparison': {
      const { left, right } = expression;
      const path = left?.kind === 'PropertyPath' ? left : right;
      if (path?.kind !== 'PropertyPath') return undefined;
      const [first, second] = path.names;
      const isOfInstance = /^(?:target|previous)instance$/iu.test(first?.name ?? '');
      return isOfInstance && second !== undefined && !second.name.startsWith('__')
        ? expression
        : undefined;
    }
  }
}
