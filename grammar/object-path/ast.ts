/**
 * WMI object paths: `\\server\namespace:Class.Key="value",Key2=1`.
 *
 * All offsets count UTF-16 code units in the text of the path itself; the caller maps them to where the path
 * is written (describing-an-instance-object-path, wmi-object-path-requirements).
 */

/** A piece of a path and where it stands; `end` is exclusive. */
export interface PathElement {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
}

/** One `Key="value"` of a path. */
export interface ObjectPathKey {
  readonly start: number;
  readonly end: number;
  /** Undefined where the path drops the name of the only key, as `Class="v"` does. */
  readonly name: PathElement | undefined;
  readonly value: ObjectPathKeyValue;
}

/** The value of a key. */
export type ObjectPathKeyValue =
  /** In single or double quotes; `value` has its escapes undone. */
  | {
      readonly kind: 'string';
      readonly start: number;
      readonly end: number;
      readonly value: string;
    }
  | {
      readonly kind: 'integer';
      readonly start: number;
      readonly end: number;
      readonly value: bigint;
    }
  | {
      readonly kind: 'boolean';
      readonly start: number;
      readonly end: number;
      readonly value: boolean;
    };

/** A well-formed path. */
export interface ObjectPath {
  /** What the path names: a class, the only instance of a singleton (`Class=@`), or the instance with these keys. */
  readonly kind: 'class' | 'singleton' | 'instance';
  /** Without its slashes; `.` is this computer. Undefined where the path names none, which means this computer. */
  readonly server: PathElement | undefined;
  /** Without the slashes before it and the colon behind it. */
  readonly namespace: PathElement | undefined;
  readonly className: PathElement;
  /** Empty unless `kind` is `instance`. */
  readonly keys: readonly ObjectPathKey[];
}

/** What keeps a text from being an object path. */
export interface ObjectPathProblem {
  readonly start: number;
  readonly end: number;
  /** What is wrong, why, and what to write instead. */
  readonly message: string;
  /** The text that would mend it in place of `start` to `end`, where that is evident. */
  readonly replacement?: string;
}

/** A path, or why the text is none. */
export type ObjectPathResult =
  | { readonly kind: 'valid'; readonly path: ObjectPath }
  | { readonly kind: 'invalid'; readonly problems: readonly ObjectPathProblem[] };
