/** What mofsec knows about a class of WMI: the shape of the generated data. */

/** A value that a class gives to a property; `\\`-escapes are resolved. */
export type KnownValue = string | number | boolean | readonly (string | number | boolean)[];

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
  readonly default?: KnownValue;
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
  /** Its own properties in canonical order. */
  readonly properties: readonly KnownProperty[];
}
