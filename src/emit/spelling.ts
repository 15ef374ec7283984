/** How a printed tree spells its names and literals. Where things stand is the business of layout.ts. */
import type {
  CharValue,
  Identifier,
  IntegerValue,
  PropertyAssignment,
  QualifierList,
  RealValue,
  StringValue,
  Value,
} from '../../grammar/mof/ast.ts';

/** The choices between the author's spelling and the canonical one. */
export interface Spelling {
  readonly alias: (name: string) => string;
  readonly className: (name: string) => string;
  readonly flavors: (flavors: readonly Identifier[]) => readonly string[];
  readonly pragma: (name: string) => string;
  /** The name of a property of an instance or a class. */
  readonly property: (className: string, name: string) => string;
  readonly qualifier: (name: string) => string;
  readonly scopes: (scopes: readonly Identifier[]) => readonly string[];
  /** A primitive type or a class. */
  readonly type: (name: string) => string;
  /** A bare word as a value; a pragma has some of its own. */
  readonly word: (name: string) => string;

  readonly char: (value: CharValue) => string;
  readonly integer: (value: IntegerValue) => string;
  readonly real: (value: RealValue) => string;
  /** The literals and macro names that make up a string; at least one. */
  readonly string: (value: StringValue) => StringParts;

  /** The assignments of an instance in the order in which they are printed. */
  readonly assignments: (
    className: string,
    properties: readonly PropertyAssignment[],
  ) => readonly PropertyAssignment[];
  /** What a comment behind the value of a property says about it; such a value stays on one line. */
  readonly note: (propertyName: string, value: Value | undefined) => string | undefined;
  /** Undefined where nothing is printed. */
  readonly pragmaArguments: (
    values: readonly Value[] | undefined,
    pragma: string,
  ) => readonly Value[] | undefined;
  readonly qualifierList: (list: QualifierList | undefined) => QualifierList | undefined;
  /** Undefined where the qualifier's name says it all. */
  readonly qualifierValue: (value: Value | undefined) => Value | undefined;
}

/** A string as it is printed. */
export interface StringParts {
  readonly parts: readonly string[];
  /** Whether each part has a line of its own. */
  readonly inLines: boolean;
}
