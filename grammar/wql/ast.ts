/**
 * The abstract syntax tree of WQL, the query language of WMI (where-clause.md, select-statement-for-event-queries.md,
 * MS-WMI 2.2.1).
 *
 * Every node is plain data, discriminated by `kind`, and carries `start` and `end`: UTF-16 offsets into the text of
 * the query, `end` exclusive; the caller maps them to where the query is written. A part that a broken query lacks
 * is undefined.
 */

/** A half-open range of UTF-16 offsets into the text of the query. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A whole query. */
export type Query = SelectQuery | RelationQuery;

/** `SELECT ... FROM Class [WITHIN n] [WHERE ...] [GROUP WITHIN n ...]`: an event, data or schema query. */
export interface SelectQuery extends Span {
  readonly kind: 'SelectQuery';
  readonly selection: Selection | undefined;
  readonly className: Identifier | undefined;
  readonly within: WithinClause | undefined;
  readonly where: WhereClause | undefined;
  readonly group: GroupClause | undefined;
  /** Set when WMI refuses the query: parts of it may be missing here. */
  readonly incomplete?: true;
}

/** `ASSOCIATORS OF {path} [WHERE ...]` or `REFERENCES OF {path} [WHERE ...]`; never an event query. */
export interface RelationQuery extends Span {
  readonly kind: 'RelationQuery';
  readonly relation: 'associators' | 'references';
  readonly path: BracedPath | undefined;
  readonly conditions: readonly RelationCondition[];
  /** Set when WMI refuses the query: parts of it may be missing here. */
  readonly incomplete?: true;
}

/** An object path with its braces. */
export interface BracedPath extends Span {
  readonly kind: 'BracedPath';
  /** The text between the braces, as written. */
  readonly text: string;
}

/** `ResultClass = X`, or a word alone such as `ClassDefsOnly`. */
export interface RelationCondition extends Span {
  readonly kind: 'RelationCondition';
  readonly name: Identifier;
  readonly value: Identifier | Constant | undefined;
}

/** A name as written. Names compare case-insensitively. */
export interface Identifier extends Span {
  readonly kind: 'Identifier';
  readonly name: string;
}

/** What stands between SELECT and FROM. */
export type Selection = AllProperties | PropertyList;

/** `*` */
export interface AllProperties extends Span {
  readonly kind: 'AllProperties';
}

/** `Name, TargetInstance.Name`; at least one property. */
export interface PropertyList extends Span {
  readonly kind: 'PropertyList';
  readonly properties: readonly PropertyPath[];
}

/** A property, perhaps of embedded objects: `TargetInstance.Name`, `__CLASS`. */
export interface PropertyPath extends Span {
  readonly kind: 'PropertyPath';
  /** At least one. */
  readonly names: readonly Identifier[];
}

/** `WITHIN n`, of the query or of its GROUP clause. */
export interface WithinClause extends Span {
  readonly kind: 'WithinClause';
  /** In seconds. */
  readonly interval: IntegerLiteral | RealLiteral | undefined;
}

/** `WHERE expression` */
export interface WhereClause extends Span {
  readonly kind: 'WhereClause';
  readonly expression: Expression | undefined;
}

/** `GROUP WITHIN n [BY properties] [HAVING expression]` */
export interface GroupClause extends Span {
  readonly kind: 'GroupClause';
  readonly within: WithinClause | undefined;
  readonly by: PropertyList | undefined;
  readonly having: HavingClause | undefined;
}

/** `HAVING expression` */
export interface HavingClause extends Span {
  readonly kind: 'HavingClause';
  readonly expression: Expression | undefined;
}

export type Expression =
  LogicalExpression | NotExpression | ParenthesizedExpression | Comparison | NullTest | IsaTest;

/** Operands joined by the same word; AND binds closer than OR. */
export interface LogicalExpression extends Span {
  readonly kind: 'LogicalExpression';
  readonly operator: 'AND' | 'OR';
  /** In source order. Two or more, unless the query is broken. */
  readonly operands: readonly Expression[];
}

/** `NOT operand` */
export interface NotExpression extends Span {
  readonly kind: 'NotExpression';
  readonly operand: Expression | undefined;
}

/** `(expression)` */
export interface ParenthesizedExpression extends Span {
  readonly kind: 'ParenthesizedExpression';
  readonly expression: Expression | undefined;
}

/** `property operator constant`, or the constant first. */
export interface Comparison extends Span {
  readonly kind: 'Comparison';
  readonly left: Operand | undefined;
  readonly operator: Operator | undefined;
  readonly right: Operand | undefined;
}

/** The operators of a comparison; `<>` is read as `!=`. */
export type ComparisonOperator = '=' | '!=' | '<' | '>' | '<=' | '>=' | 'LIKE';

/** The operator of a comparison, where it stands. */
export interface Operator extends Span {
  readonly kind: 'Operator';
  /** What it means; of a misspelt one, what was meant; `unknown` where that is not plain. */
  readonly operator: ComparisonOperator | 'unknown';
  /** As written. */
  readonly raw: string;
}

/** `property IS NULL` or `property IS NOT NULL` */
export interface NullTest extends Span {
  readonly kind: 'NullTest';
  readonly operand: Operand | undefined;
  /** For IS NOT. */
  readonly negated: boolean;
}

/** `TargetInstance ISA "Class"` */
export interface IsaTest extends Span {
  readonly kind: 'IsaTest';
  readonly operand: Operand | undefined;
  /** An identifier where the quotes are missing, which WMI refuses. */
  readonly className: StringLiteral | Identifier | undefined;
}

export type Operand = PropertyPath | Constant;

export type Constant = StringLiteral | IntegerLiteral | RealLiteral | BooleanLiteral | NullLiteral;

/** Text in single or double quotes. */
export interface StringLiteral extends Span {
  readonly kind: 'StringLiteral';
  readonly quote: '"' | "'";
  /** The text between the quotes, as written. */
  readonly raw: string;
  /** The text with its escapes undone. In LIKE a backslash is no escape: there `raw` counts (MS-WMI 2.2.1). */
  readonly value: string;
  /** Where `raw` stands. */
  readonly content: Span;
}

/** `5`, `-5`, `0x1F` */
export interface IntegerLiteral extends Span {
  readonly kind: 'IntegerLiteral';
  readonly value: bigint;
  readonly base: 'decimal' | 'hexadecimal';
  readonly raw: string;
}

/** `0.5`, `1e3` */
export interface RealLiteral extends Span {
  readonly kind: 'RealLiteral';
  readonly value: number;
  readonly raw: string;
}

/** TRUE or FALSE */
export interface BooleanLiteral extends Span {
  readonly kind: 'BooleanLiteral';
  readonly value: boolean;
}

/** NULL */
export interface NullLiteral extends Span {
  readonly kind: 'NullLiteral';
}

export type Node =
  | Query
  | BracedPath
  | RelationCondition
  | Identifier
  | Selection
  | PropertyPath
  | WithinClause
  | WhereClause
  | GroupClause
  | HavingClause
  | Expression
  | Operator
  | Constant;

export type NodeKind = Node['kind'];
