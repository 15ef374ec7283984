/**
 * The abstract syntax tree of MOF as WMI reads it.
 *
 * Every node is plain data, discriminated by `kind`, and carries `start` and `end`: UTF-16 offsets into the
 * decoded text, `end` exclusive. Line and column exist only at the edge (src/text/source-file.ts). A literal
 * keeps both its value and its spelling. A node that error recovery had to cut short is `incomplete`.
 */

/** A half-open range of UTF-16 offsets into the decoded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface NodeBase extends Span {
  /** Set when a syntax error inside this node was recovered from: parts of it may be missing. */
  readonly incomplete?: true;
}

/** A whole file. */
export interface Document extends NodeBase {
  readonly kind: 'Document';
  readonly items: readonly Item[];
  /** All comments in source order; they belong to no node. */
  readonly comments: readonly Comment[];
  /** Lines for the C preprocessor that stand inside an item; those between items are items. */
  readonly nestedDirectives: readonly PreprocessorLine[];
}

/** A `//` comment (without its line end) or a block comment. */
export interface Comment extends Span {
  readonly kind: 'LineComment' | 'BlockComment';
  /** The comment with its delimiters, as written. */
  readonly text: string;
}

/** What stands at the top level of a file. */
export type Item =
  | Pragma
  | Include
  | PreprocessorLine
  | QualifierDeclaration
  | ClassDeclaration
  | InstanceDeclaration
  | UnsupportedDeclaration;

/** A name as written. Names compare case-insensitively; see {@link Identifier.name}. */
export interface Identifier extends Span {
  readonly kind: 'Identifier';
  readonly name: string;
}

/** `#pragma name` or `#pragma name (argument, ...)`. */
export interface Pragma extends NodeBase {
  readonly kind: 'Pragma';
  readonly name: Identifier;
  /** Undefined where there are no parentheses, as in `#pragma autorecover`. */
  readonly arguments: readonly Value[] | undefined;
}

/**
 * `#include ("file")`; DMTF's `#pragma include ("file")`; and C's `#include "file"` in files that pass through the C
 * preprocessor first.
 */
export interface Include extends NodeBase {
  readonly kind: 'Include';
  /** Undefined for `#include <file>`, which only the C preprocessor understands. */
  readonly path: StringValue | undefined;
  readonly form: 'mof' | 'dmtf' | 'c';
}

/** A line for the C preprocessor (`#define`, `#if` ...) with its continuation lines; mofcomp never sees it. */
export interface PreprocessorLine extends NodeBase {
  readonly kind: 'PreprocessorLine';
  /** `define`, `ifdef` ... in lower case. */
  readonly directive: string;
  readonly text: string;
}

/**
 * A qualifier declaration, in DMTF's form (`Qualifier Key : boolean = false, Scope(property), Flavor(ToSubClass);`)
 * or in WMI's (`Qualifier Description : ToSubClass Amended;`, which has neither type nor scope).
 */
export interface QualifierDeclaration extends NodeBase {
  readonly kind: 'QualifierDeclaration';
  readonly name: Identifier;
  readonly type: TypeReference | undefined;
  readonly array: ArraySuffix | undefined;
  readonly defaultValue: Value | undefined;
  readonly scopes: readonly Identifier[];
  readonly flavors: readonly Identifier[];
}

/** `[qualifiers] class Name as $Alias : Superclass { members };` */
export interface ClassDeclaration extends NodeBase {
  readonly kind: 'ClassDeclaration';
  readonly qualifiers: QualifierList | undefined;
  readonly name: Identifier;
  readonly alias: Alias | undefined;
  readonly superclass: Identifier | undefined;
  readonly members: readonly Member[];
  /** From `{` to `}`. */
  readonly body: Span;
}

export type Member = PropertyDeclaration | MethodDeclaration;

/** `[qualifiers] type name[size] = default;` A reference is a property whose type has `isReference`. */
export interface PropertyDeclaration extends NodeBase {
  readonly kind: 'PropertyDeclaration';
  readonly qualifiers: QualifierList | undefined;
  readonly type: TypeReference;
  readonly name: Identifier;
  readonly array: ArraySuffix | undefined;
  readonly defaultValue: Value | undefined;
}

/** `[qualifiers] type name(parameters);` */
export interface MethodDeclaration extends NodeBase {
  readonly kind: 'MethodDeclaration';
  readonly qualifiers: QualifierList | undefined;
  readonly returnType: TypeReference;
  /** Set for `type[] name()`, which WMI refuses (0x80044026). */
  readonly returnArray: ArraySuffix | undefined;
  readonly name: Identifier;
  readonly parameters: readonly Parameter[];
}

/** `[qualifiers] type name[] = default` between the parentheses of a method. */
export interface Parameter extends NodeBase {
  readonly kind: 'Parameter';
  readonly qualifiers: QualifierList | undefined;
  readonly type: TypeReference;
  readonly name: Identifier;
  readonly array: ArraySuffix | undefined;
  readonly defaultValue: Value | undefined;
}

/** `uint32`, `string`, `object`, `void`, a class name (an embedded object), or one of them before `ref`. */
export interface TypeReference extends NodeBase {
  readonly kind: 'TypeReference';
  readonly name: Identifier;
  readonly isReference: boolean;
}

/** `[]` or `[16]` behind a name. */
export interface ArraySuffix extends NodeBase {
  readonly kind: 'ArraySuffix';
  readonly size: IntegerValue | NameValue | undefined;
}

/** `[qualifiers] instance of Class as $Alias { assignments };` */
export interface InstanceDeclaration extends NodeBase {
  readonly kind: 'InstanceDeclaration';
  readonly qualifiers: QualifierList | undefined;
  readonly className: Identifier;
  readonly alias: Alias | undefined;
  readonly properties: readonly PropertyAssignment[];
  /** From `{` to `}`. */
  readonly body: Span;
}

/** `[qualifiers] Name = value;`. WMI also takes a name without a value. */
export interface PropertyAssignment extends NodeBase {
  readonly kind: 'PropertyAssignment';
  readonly qualifiers: QualifierList | undefined;
  readonly name: Identifier;
  readonly value: Value | undefined;
}

/** A DMTF MOF 3 or C declaration that WMI has no notion of: `structure`, `enumeration`, `enum`, `typedef`. */
export interface UnsupportedDeclaration extends NodeBase {
  readonly kind: 'UnsupportedDeclaration';
  readonly keyword: Identifier;
}

/** `[qualifier, ...]` with its brackets; may be empty. */
export interface QualifierList extends NodeBase {
  readonly kind: 'QualifierList';
  readonly qualifiers: readonly Qualifier[];
}

/** `Name`, `Name(value)`, `Name{value, ...}`, each perhaps with `: Flavor Flavor`. */
export interface Qualifier extends NodeBase {
  readonly kind: 'Qualifier';
  readonly name: Identifier;
  /** Several values in parentheses (`InPartition("a", "b")`) make an `ArrayValue` too. */
  readonly value: Value | undefined;
  readonly flavors: readonly Identifier[];
}

/** `$Name`, where it is defined (behind `as`) and where it is used (as a value). */
export interface Alias extends NodeBase {
  readonly kind: 'Alias';
  /** With the dollar sign. */
  readonly name: string;
}

export type Value =
  | StringValue
  | CharValue
  | IntegerValue
  | RealValue
  | BooleanValue
  | NullValue
  | Alias
  | NameValue
  | ArrayValue
  | InstanceValue;

/** One or more adjacent string literals; WMI concatenates them with nothing in between. */
export interface StringValue extends NodeBase {
  readonly kind: 'StringValue';
  /** The pieces' values joined. A macro name contributes nothing. */
  readonly value: string;
  /** At least one; names are macros of the C preprocessor between string literals. */
  readonly pieces: readonly (StringPiece | Identifier)[];
}

/** One string literal with its quotes. */
export interface StringPiece extends NodeBase {
  readonly kind: 'StringPiece';
  /** The text between the quotes, as written; in a damaged text, as it was meant. */
  readonly raw: string;
  readonly value: string;
  /**
   * Where the characters of `raw` stand, in a text whose damage was undone while it was read; elsewhere they stand
   * side by side behind the opening quote.
   */
  readonly places?: readonly Span[];
}

/** `'a'`; WMI's char16. */
export interface CharValue extends NodeBase {
  readonly kind: 'CharValue';
  readonly raw: string;
  readonly value: string;
}

export type IntegerBase = 'decimal' | 'hexadecimal' | 'octal' | 'binary';

/** An integer literal; `value` is exact for any number of digits. */
export interface IntegerValue extends NodeBase {
  readonly kind: 'IntegerValue';
  readonly value: bigint;
  readonly base: IntegerBase;
  readonly raw: string;
}

/** A literal with a decimal point or an exponent. */
export interface RealValue extends NodeBase {
  readonly kind: 'RealValue';
  readonly value: number;
  readonly raw: string;
}

export interface BooleanValue extends NodeBase {
  readonly kind: 'BooleanValue';
  readonly value: boolean;
}

export interface NullValue extends NodeBase {
  readonly kind: 'NullValue';
}

/** A bare word as a value: a flag of a pragma (`NOFAIL`), a macro of the C preprocessor, an ETW constant. */
export interface NameValue extends NodeBase {
  readonly kind: 'NameValue';
  readonly name: string;
}

/** `{value, ...}`; may be empty. */
export interface ArrayValue extends NodeBase {
  readonly kind: 'ArrayValue';
  readonly elements: readonly Value[];
}

/** `instance of Class { ... }` as a value: an embedded object. */
export interface InstanceValue extends NodeBase {
  readonly kind: 'InstanceValue';
  readonly className: Identifier;
  /** WMI refuses it here (0x8004401F). */
  readonly alias: Alias | undefined;
  readonly properties: readonly PropertyAssignment[];
  readonly body: Span;
}

export type Node =
  | Document
  | Item
  | Identifier
  | Member
  | Parameter
  | TypeReference
  | ArraySuffix
  | PropertyAssignment
  | QualifierList
  | Qualifier
  | StringPiece
  | Value;

export type NodeKind = Node['kind'];
