/** Questions to the tree of a query that rules, hovers and reports ask. */
import type {
  Comparison,
  ComparisonOperator,
  Constant,
  Expression,
  IsaTest,
  Node,
  NullTest,
  Operand,
  Operator,
  PropertyPath,
  Query,
  WhereClause,
  WithinClause,
} from './ast.ts';
import { walk } from './visit.ts';

/**
 * What sort of query the text alone makes certain. `select` is an event query or a data query, which only the
 * class behind FROM can tell.
 */
export type QueryType = 'event' | 'data' | 'schema' | 'select';

/** The sort of a query (wql-sql-for-wmi.md): WITHIN and GROUP belong to event queries, `meta_class` to schema queries. */
export function queryTypeOf(query: Query): QueryType {
  if (query.kind === 'RelationQuery') {
    const isSchema = query.conditions.some(({ name }) =>
      ['schemaonly', 'classdefsonly'].includes(name.name.toLowerCase()),
    );
    return isSchema ? 'schema' : 'data';
  }
  if (query.within !== undefined || query.group !== undefined) return 'event';
  return query.className?.name.toLowerCase() === 'meta_class' ? 'schema' : 'select';
}

/** `TargetInstance.Name`, as written. */
export function nameOf(path: PropertyPath): string {
  return path.names.map(({ name }) => name).join('.');
}

/** Whether a path is this property, in any case: `isProperty(path, 'TargetInstance.Name')`. */
export function isProperty(path: Operand | undefined, name: string): path is PropertyPath {
  return path?.kind === 'PropertyPath' && nameOf(path).toLowerCase() === name.toLowerCase();
}

/** The seconds of a WITHIN. */
export function secondsOf(within: WithinClause | undefined): number | undefined {
  const value = within?.interval?.value;
  return value === undefined ? undefined : Number(value);
}

/** The conditions that all must hold: the operands of AND at the top, without parentheses. */
export function conjunctsOf(where: WhereClause | Expression | undefined): readonly Expression[] {
  return operandsOf(where, 'AND');
}

/** The conditions of which one must hold: the operands of OR at the top, without parentheses. */
export function disjunctsOf(where: WhereClause | Expression | undefined): readonly Expression[] {
  return operandsOf(where, 'OR');
}

function operandsOf(
  where: WhereClause | Expression | undefined,
  operator: 'AND' | 'OR',
): readonly Expression[] {
  const expression = where?.kind === 'WhereClause' ? where.expression : where;
  if (expression === undefined) return [];
  if (expression.kind === 'ParenthesizedExpression') {
    return operandsOf(expression.expression, operator);
  }
  return expression.kind === 'LogicalExpression' && expression.operator === operator
    ? expression.operands.flatMap((operand) => operandsOf(operand, operator))
    : [expression];
}

/** All comparisons, in WHERE and HAVING, at any depth. */
export function comparisonsOf(node: Node): readonly Comparison[] {
  const found: Comparison[] = [];
  walk(node, (inner) => {
    if (inner.kind === 'Comparison') found.push(inner);
  });
  return found;
}

/** All tests for NULL. */
export function nullTestsOf(node: Node): readonly NullTest[] {
  const found: NullTest[] = [];
  walk(node, (inner) => {
    if (inner.kind === 'NullTest') found.push(inner);
  });
  return found;
}

/** A comparison of a property with a constant, with the property on the left, whatever the query has. */
export interface PropertyComparison {
  readonly property: PropertyPath;
  /** Turned round where the constant stands on the left; undefined for an unknown one. */
  readonly operator: ComparisonOperator;
  readonly value: Constant;
  readonly node: Comparison;
}

const TURNED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  LIKE: 'LIKE',
};

/** A comparison with its property on the left; undefined for a broken one. */
export function propertyComparisonOf(node: Comparison): PropertyComparison | undefined {
  const { left, right } = node;
  const operator = meaningOf(node.operator);
  if (left === undefined || right === undefined || operator === undefined) return undefined;
  if (left.kind === 'PropertyPath') {
    return right.kind === 'PropertyPath'
      ? undefined
      : { property: left, operator, value: right, node };
  }
  return right.kind === 'PropertyPath'
    ? { property: right, operator: TURNED[operator], value: left, node }
    : undefined;
}

function meaningOf(operator: Operator | undefined): ComparisonOperator | undefined {
  return operator === undefined || operator.operator === 'unknown' ? undefined : operator.operator;
}

/** A class that a query asks the object of an event to be of. */
export interface TargetClass {
  /** The property that holds the object: TargetInstance, PreviousInstance, TargetClass ...; the event itself if undefined. */
  readonly property: PropertyPath | undefined;
  readonly className: string;
  /** Where the name of the class stands. */
  readonly value: Constant | Exclude<IsaTest['className'], undefined>;
  /** `exact` for `__CLASS = "X"`, which leaves out derived classes. */
  readonly match: 'isa' | 'exact';
  /** Under an odd number of NOTs, or by `__CLASS <> "X"`. */
  readonly negated: boolean;
  readonly node: IsaTest | Comparison;
}

/** The classes that ISA asks for, also in a query that lacks the quotes. */
export function isaClassesOf(query: Query): readonly TargetClass[] {
  return targetClassesOf(query).filter(({ match }) => match === 'isa');
}

/** The classes that ISA asks for or `__CLASS` is compared with, in WHERE, in source order. */
export function targetClassesOf(query: Query): readonly TargetClass[] {
  const found: TargetClass[] = [];
  if (query.kind === 'SelectQuery') collectClasses(query.where?.expression, false, found);
  return found;
}

function collectClasses(
  expression: Expression | undefined,
  negated: boolean,
  found: TargetClass[],
): void {
  switch (expression?.kind) {
    case undefined:
    case 'NullTest':
      return;
    case 'LogicalExpression':
      for (const operand of expression.operands) collectClasses(operand, negated, found);
      return;
    case 'NotExpression':
      collectClasses(expression.operand, !negated, found);
      return;
    case 'ParenthesizedExpression':
      collectClasses(expression.expression, negated, found);
      return;
    case 'IsaTest':
      found.push(...isaClass(expression, negated));
      return;
    case 'Comparison':
      found.push(...comparedClass(expression, negated));
  }
}

function isaClass(node: IsaTest, negated: boolean): readonly TargetClass[] {
  const { operand, className: value } = node;
  if (value === undefined || operand?.kind !== 'PropertyPath') return [];
  const className = value.kind === 'Identifier' ? value.name : value.value;
  return [{ property: operand, className, value, match: 'isa', negated, node }];
}

function comparedClass(node: Comparison, negated: boolean): readonly TargetClass[] {
  const comparison = propertyComparisonOf(node);
  const isEqual = comparison?.operator === '=';
  if (comparison === undefined || !(isEqual || comparison.operator === '!=')) return [];
  const { property: path, value } = comparison;
  const names = path.names.slice(0, -1);
  const [last] = path.names.slice(-1);
  if (value.kind !== 'StringLiteral' || last?.name.toLowerCase() !== '__class') return [];
  const property = ownerOf(names);
  const isNegated = isEqual ? negated : !negated;
  return [{ property, className: value.value, value, match: 'exact', negated: isNegated, node }];
}

function ownerOf(names: PropertyPath['names']): PropertyPath | undefined {
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { kind: 'PropertyPath', names, start: first.start, end: last.end };
}

/** A property that a query names, and in which clause. */
export interface PropertyUse {
  readonly path: PropertyPath;
  readonly clause: 'select' | 'where' | 'by' | 'having';
}

/** All properties that a query names, clause by clause. */
export function propertiesOf(query: Query): readonly PropertyUse[] {
  if (query.kind !== 'SelectQuery') return [];
  const { selection, where, group } = query;
  return [
    ...usesIn(selection, 'select'),
    ...usesIn(where, 'where'),
    ...usesIn(group?.by, 'by'),
    ...usesIn(group?.having, 'having'),
  ];
}

function usesIn(node: Node | undefined, clause: PropertyUse['clause']): readonly PropertyUse[] {
  const found: PropertyUse[] = [];
  if (node === undefined) return found;
  walk(node, (inner) => {
    if (inner.kind === 'PropertyPath') found.push({ path: inner, clause });
  });
  return found;
}

/**
 * The constants of which a property must equal one whenever the condition holds; undefined where it may have other
 * values, too. With OR every branch must say so, as the registry provider wants it
 * (creating-a-proper-where-clause-for-the-registry-provider.md). NOT and ranges bind nothing.
 */
export function requiredValuesOf(
  expression: Expression | undefined,
  name: string,
): readonly Constant[] | undefined {
  switch (expression?.kind) {
    case 'ParenthesizedExpression':
      return requiredValuesOf(expression.expression, name);
    case 'LogicalExpression':
      return expression.operator === 'AND'
        ? firstRequired(expression.operands, name)
        : allRequired(expression.operands, name);
    case 'Comparison': {
      const comparison = propertyComparisonOf(expression);
      return comparison?.operator === '=' && isProperty(comparison.property, name)
        ? [comparison.value]
        : undefined;
    }
    case undefined:
    case 'NotExpression':
    case 'NullTest':
    case 'IsaTest':
      return undefined;
  }
}

function firstRequired(
  operands: readonly Expression[],
  name: string,
): readonly Constant[] | undefined {
  for (const operand of operands) {
    const values = requiredValuesOf(operand, name);
    if (values !== undefined) return values;
  }
  return undefined;
}

function allRequired(
  operands: readonly Expression[],
  name: string,
): readonly Constant[] | undefined {
  const values: Constant[] = [];
  for (const operand of operands) {
    const required = requiredValuesOf(operand, name);
    if (required === undefined) return undefined;
    values.push(...required);
  }
  return values;
}
