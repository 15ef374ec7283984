/** The shape of `mofsec compile --emit json`, version 1; mofsec.schema.json says the same for other languages. */
import type { EventAccess, StandardConsumerClass } from '../compiler/model.ts';
import type { Encoding } from '../text/source-file.ts';

/**
 * Everything that a set of MOF files means.
 *
 * Names are data and never keys. A number that says which element of an array is meant counts from 0. Names that
 * mofsec knows have its spelling, so that readers need not fold case.
 */
export interface JsonDocument {
  readonly version: 1;
  readonly files: readonly JsonFile[];
  readonly pragmas: readonly JsonPragma[];
  readonly qualifierDeclarations: readonly JsonQualifierDeclaration[];
  readonly classes: readonly JsonClass[];
  readonly instances: readonly JsonInstance[];
  readonly filters: readonly JsonFilter[];
  readonly consumers: readonly JsonConsumer[];
  readonly bindings: readonly JsonBinding[];
  readonly subscriptions: readonly JsonSubscription[];
}

/** A file that was read, given files first. */
export interface JsonFile {
  readonly path: string;
  readonly encoding: Encoding;
}

/** Where something stands. Offsets and columns count UTF-16 code units, offsets from 0, lines and columns from 1. */
export interface JsonLocation {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

interface Declared {
  /** `root\subscription`. */
  readonly namespace: string;
  readonly location: JsonLocation;
}

export interface JsonPragma extends Declared {
  readonly name: string;
  readonly arguments: readonly JsonValue[];
}

export interface JsonQualifierDeclaration extends Declared {
  readonly name: string;
  readonly type?: string;
  readonly array?: true;
  readonly default?: JsonValue;
  readonly scopes: readonly string[];
  readonly flavors: readonly string[];
}

export interface JsonQualifier {
  readonly name: string;
  /** `true` where none is written. */
  readonly value: JsonValue;
  /** Absent where there are none. */
  readonly flavors?: readonly string[];
}

export interface JsonClass extends Declared {
  readonly name: string;
  readonly superclass?: string;
  readonly alias?: string;
  readonly qualifiers: readonly JsonQualifier[];
  readonly properties: readonly JsonClassProperty[];
  readonly methods: readonly JsonMethod[];
}

/** What a property and a parameter are of. */
interface Typed {
  /** A primitive type, `object`, or the class of an embedded object or of a reference's target. */
  readonly type: string;
  readonly array?: true;
  /** The size that the brackets suggest; no array is bound to it. */
  readonly size?: number | string;
  readonly reference?: true;
}

export interface JsonClassProperty extends Typed {
  readonly name: string;
  readonly qualifiers: readonly JsonQualifier[];
  readonly default?: JsonValue;
  readonly location: JsonLocation;
}

export interface JsonMethod {
  readonly name: string;
  readonly returns: Typed;
  readonly qualifiers: readonly JsonQualifier[];
  readonly parameters: readonly JsonParameter[];
  readonly location: JsonLocation;
}

export interface JsonParameter extends Typed {
  readonly name: string;
  readonly qualifiers: readonly JsonQualifier[];
  readonly default?: JsonValue;
}

export interface JsonInstance extends Declared {
  readonly className: string;
  readonly alias?: string;
  /** `\\.\root\subscription:__EventFilter.Name="x"`, where the keys of the class are known and set. */
  readonly path?: string;
  readonly qualifiers: readonly JsonQualifier[];
  readonly properties: readonly JsonProperty[];
}

/** A property of an instance. Its type is there where a class of the run or mofsec's schema declares it. */
export interface JsonProperty extends Partial<Typed> {
  readonly name: string;
  readonly qualifiers?: readonly JsonQualifier[];
  /** Absent where the property is named without a value. */
  readonly value?: JsonValue;
  readonly location: JsonLocation;
}

/**
 * A value. Strings, booleans, NULL, arrays and integers up to 2^53 - 1 are JSON's own; all others say in `kind` what
 * they are.
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | JsonBigInteger
  | JsonReal
  | JsonChar
  | JsonName
  | JsonAlias
  | JsonPath
  | JsonEmbedded;

/** An integer that a double cannot hold, in decimal. */
export interface JsonBigInteger {
  readonly kind: 'integer';
  readonly value: string;
}

/** A real number; as text where a double cannot hold it, and for `-0.0`, whose sign JSON readers drop. */
export interface JsonReal {
  readonly kind: 'real';
  readonly value: number | string;
}

/** A char16. */
export interface JsonChar {
  readonly kind: 'char';
  readonly value: string;
}

/** A bare word: a flag of a pragma, or a macro of the C preprocessor. */
export interface JsonName {
  readonly kind: 'name';
  readonly value: string;
}

/** `$Alias` as a reference; without `target` when nothing in the file has that alias. */
export interface JsonAlias {
  readonly kind: 'alias';
  readonly value: string;
  readonly target?: JsonTarget;
}

/** An object path as a reference; without `target` when it leads out of the run. */
export interface JsonPath {
  readonly kind: 'path';
  /** As written. */
  readonly value: string;
  /** Undefined where the text is no object path. */
  readonly path?: JsonObjectPath;
  readonly target?: JsonTarget;
}

/** The parts of an object path. */
export interface JsonObjectPath {
  readonly kind: 'class' | 'singleton' | 'instance';
  readonly server?: string;
  readonly namespace?: string;
  readonly className: string;
  readonly keys: readonly JsonPathKey[];
}

export interface JsonPathKey {
  /** Absent where the path drops the name of the only key. */
  readonly name?: string;
  readonly value: string | number | boolean | JsonBigInteger;
}

/** What a reference leads to. */
export interface JsonTarget {
  readonly kind: 'class' | 'instance';
  /** Into `classes` or `instances`. */
  readonly index: number;
  readonly path?: string;
}

/** An embedded object. */
export interface JsonEmbedded {
  readonly kind: 'instance';
  readonly className: string;
  readonly properties: readonly JsonProperty[];
}

/** Who created the object, as it says itself. */
export type JsonCreatorSid =
  | { readonly kind: 'absent' | 'null' | 'wrong-type' | 'malformed' }
  | { readonly kind: 'sid'; readonly sid: string; readonly name?: string };

export type JsonEventAccess =
  | { readonly kind: Exclude<EventAccess['kind'], 'sddl'> }
  | { readonly kind: 'sddl'; readonly text: string; readonly wellFormed: boolean };

interface Subscriber {
  /** Into `instances`. */
  readonly instance: number;
  readonly name?: string;
  readonly creatorSid: JsonCreatorSid;
  /** Into `bindings`. */
  readonly bindings: readonly number[];
}

export interface JsonFilter extends Subscriber {
  readonly query?: string;
  readonly eventNamespace?: string;
  readonly eventAccess: JsonEventAccess;
}

export interface JsonConsumer extends Subscriber {
  readonly className: string;
  /** The class of Windows that it is an instance of, perhaps by inheritance. */
  readonly standardClass?: StandardConsumerClass;
}

/** An end of a binding. */
export interface JsonBindingEnd {
  readonly kind:
    | 'absent'
    | 'null'
    | 'wrong-type'
    | 'undefined-alias'
    | 'wrong-class'
    | 'invalid-path'
    | 'dangling-path'
    | 'alias'
    | 'path';
  /** Into `filters` or `consumers`; for `alias` and `path`. */
  readonly target?: number;
}

export interface JsonBinding {
  /** Into `instances`. */
  readonly instance: number;
  readonly filter: JsonBindingEnd;
  readonly consumer: JsonBindingEnd;
  /** Absent where the binding does not set it. */
  readonly maintainSecurityContext?: boolean;
  readonly creatorSid: JsonCreatorSid;
}

/** A binding both ends of which are in the run. */
export interface JsonSubscription {
  /** Into `filters`. */
  readonly filter: number;
  /** Into `consumers`. */
  readonly consumer: number;
  /** Into `bindings`. */
  readonly binding: number;
}
