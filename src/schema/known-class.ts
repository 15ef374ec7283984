/** What mofsec knows about a class of WMI: the shape of the generated data. */

/** A value that a class gives to a property; `\\`-escapes are resolved. */
export type KnownValue = string | number | boolean | readonly (string | number | boolean)[];

/** A qualifier that a class has and that no class below it and no instance may change. */
export interface FixedQualifier {
  readonly name: string;
  readonly value: KnownValue;
}

/** A property of a class that mofsec knows. A flag that does not hold is absent. */
export interface KnownProperty {
  readonly name: string;
  /**
   * A primitive type, `object`, or a class: the class of an embedded object or, with `reference`, the class of the
   * object that the reference leads to.
   */
  readonly type: string;
  readonly array?: true;
  readonly reference?: true;
  readonly key?: true;
  /** WMI refuses NULL. */
  readonly notNull?: true;
  /** `%Name%` in the value is replaced by a property of the event. */
  readonly template?: true;
  /** The datetime is a length of time and no point in time. */
  readonly interval?: true;
  readonly default?: KnownValue;
  /** Its qualifiers with the flavor DisableOverride. */
  readonly fixed?: readonly FixedQualifier[];
}

/** A class that mofsec knows, as it is declared; {@link propertiesOf} adds what it inherits. */
export interface KnownClass {
  readonly name: string;
  readonly superclass?: string;
  /** The namespace that holds the class, such as `root\subscription`; system classes, in every one, have none. */
  readonly namespace?: string;
  readonly abstract?: true;
  readonly singleton?: true;
  readonly association?: true;
  /** Its own qualifiers with the flavor DisableOverride; Abstract, which nobody inherits, is left out. */
  readonly fixed?: readonly FixedQualifier[];
  /** Its own properties in canonical order. */
  readonly properties: readonly KnownProperty[];
}

/** A class that Windows comes with besides those of WMI itself, which queries of event filters are about. */
export interface WindowsClass {
  readonly name: string;
  /** Given for event classes only; of others it does not matter. */
  readonly superclass?: string;
  /** The name of the provider that makes its instances. */
  readonly provider?: string;
  /** The class has properties that are not listed, or classes below it that have. */
  readonly partial?: true;
  /** The namespaces that have it, the usual one first. */
  readonly namespaces: readonly string[];
  /** Its own and, for a class whose superclass is not given, inherited ones. */
  readonly properties: readonly KnownProperty[];
}
