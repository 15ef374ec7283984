/** Which of the data of events are numbers, whose text nobody chooses. */
import type { KnownProperty } from '../schema/known-class.ts';
import { knownClasses } from '../schema/known-classes.generated.ts';
import { derivesFrom } from '../schema/known-classes.ts';
import { windowsClasses } from '../schema/windows-classes.generated.ts';

/** Strings that hold a number: the handle of a Win32_Process is its process identifier. */
const numericTexts: ReadonlySet<string> = new Set(['handle']);

let names: ReadonlySet<string> | undefined;

/**
 * Whether a property of an event, or of the object that an event is about, holds a number, by all that is known of its
 * name: each class of Windows that has a property of that name declares it as one.
 */
export function isNumericProperty(name: string): boolean {
  names ??= numericNames();
  const folded = name.toLowerCase();
  return names.has(folded) || numericTexts.has(folded);
}

function numericNames(): ReadonlySet<string> {
  const events = knownClasses.filter(
    ({ name }) => derivesFrom(name, '__Event') || derivesFrom(name, '__AggregateEvent'),
  );
  const properties = [...events, ...windowsClasses].flatMap((known) => known.properties);
  const texts = new Set(properties.filter((property) => !isNumber(property)).map(foldedName));
  return new Set(properties.map(foldedName).filter((name) => !texts.has(name)));
}

function foldedName({ name }: KnownProperty): string {
  return name.toLowerCase();
}

function isNumber({ type, array }: KnownProperty): boolean {
  return array !== true && /^(?:[su]int|real)/.test(type);
}
