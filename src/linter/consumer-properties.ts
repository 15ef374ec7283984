/** The properties of logical consumers and event filters, read with what a rule about them must respect. */
import type { PropertyAssignment, Span, StringValue, Value } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import { suggest } from '../../grammar/mof/suggest.ts';
import type {
  Compilation,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
  StandardConsumerClass,
} from '../compiler/model.ts';
import {
  inboxConsumerName,
  isInboxConsumer,
  isInboxFilter,
  isNamed,
} from '../consumers/known-good.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { knownProperty, propertiesOf } from '../schema/known-classes.ts';
import { isReadable } from './readable.ts';
import type { Checks, Report } from './rule.ts';

/** Calls `check` for every consumer of a standard class, except for the one that Windows itself has. */
export function forConsumers(
  className: StandardConsumerClass,
  check: (consumer: EventConsumer, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    consumer(consumer, report, compilation) {
      if (consumer.standardClass === className && !isStock(consumer)) {
        check(consumer, report, compilation);
      }
    },
  };
}

/** Whether a consumer is, with all that it holds, the one that every Windows has. */
export function isStock({ instance, name }: EventConsumer): boolean {
  if (!isNamed(name, inboxConsumerName)) return false;
  const { properties, className } = instance;
  return isInboxConsumer({
    className,
    properties: new Set(properties.keys()),
    strings: new Map(
      [...properties].flatMap(([name, { value }]) =>
        value?.kind === 'StringValue' ? [[name, value.value] as const] : [],
      ),
    ),
  });
}

/** Whether a filter is, with its query, the one that every Windows has. */
export function isStockFilter({ name, query, eventNamespace }: EventFilter): boolean {
  return isInboxFilter({ name, query: query?.value, eventNamespace: eventNamespace?.value });
}

/** A property that is set, as far as it can be taken at its word. */
export function settingOf(instance: InstanceSymbol, name: string): PropertyAssignment | undefined {
  const assignment = instance.properties.get(name.toLowerCase());
  return assignment !== undefined && isReadable(instance, assignment) ? assignment : undefined;
}

/** A string that is known to its last character: no macro is part of it, and no syntax error cut it short. */
export function textOf(instance: InstanceSymbol, name: string): StringValue | undefined {
  const value = settingOf(instance, name)?.value;
  return value !== undefined && isWholeText(value) ? value : undefined;
}

/** Whether a value is a string literal that no macro is part of. */
export function isWholeText(value: Value): value is StringValue {
  return (
    value.kind === 'StringValue' &&
    value.incomplete !== true &&
    value.pieces.every(({ kind }) => kind === 'StringPiece')
  );
}

/** A number that a property is set to, in digits or as a string of digits. */
export interface NumberSetting {
  readonly number: bigint;
  readonly value: Value;
}

/** The number that a property is set to. */
export function numberOf(instance: InstanceSymbol, name: string): NumberSetting | undefined {
  const value = settingOf(instance, name)?.value;
  if (value?.kind === 'IntegerValue') return { number: value.value, value };
  return value?.kind === 'StringValue' && /^\d{1,20}$/.test(value.value)
    ? { number: BigInt(value.value), value }
    : undefined;
}

/**
 * Where a property is missing: its NULL, or the class of the instance where it is not set at all. Undefined where it
 * is set, where a syntax error or a misspelt name may have kept it from being seen, and where a class of the files
 * may give it a default.
 */
export function missing(instance: InstanceSymbol, name: string): Span | undefined {
  const assignment = instance.properties.get(name.toLowerCase());
  if (assignment !== undefined) {
    return assignment.value?.kind === 'NullValue' ? assignment.value : undefined;
  }
  const { node, className } = instance;
  if (isCutShort(instance) || knownProperty(className, name) === undefined) return undefined;
  return misspeltNames(instance).has(name.toLowerCase()) ? undefined : node.className;
}

/** {@link missing} for keys and what is declared with Not_Null: of a NULL there, null-not-allowed speaks. */
export function absent(instance: InstanceSymbol, name: string): Span | undefined {
  return instance.properties.has(name.toLowerCase()) ? undefined : missing(instance, name);
}

/** Whether a syntax error took a part of an instance, or all that stands between its braces. */
export function isCutShort({ node, file }: InstanceSymbol): boolean {
  return node.incomplete === true || file.text[node.body.start] !== '{';
}

/** Names that people write for others, by folded name. */
const customary: ReadonlyMap<string, string> = new Map([
  ['command', 'CommandLineTemplate'],
  ['commandline', 'CommandLineTemplate'],
  ['commandtemplate', 'CommandLineTemplate'],
  ['executable', 'ExecutablePath'],
  ['fillattributes', 'FillAttribute'],
  ['from', 'FromLine'],
  ['language', 'ScriptingEngine'],
  ['script', 'ScriptText'],
  ['scriptfile', 'ScriptFileName'],
  ['scriptingtext', 'ScriptText'],
  ['server', 'SMTPServer'],
  ['source', 'SourceName'],
  ['timeout', 'KillTimeout'],
  ['to', 'ToLine'],
]);

/** The property of its class that a name most likely stands for. */
export function intendedProperty(className: string, name: string): string | undefined {
  const custom = customary.get(name.toLowerCase());
  if (custom !== undefined && knownProperty(className, custom) !== undefined) return custom;
  return suggest(
    name,
    propertiesOf(className).map((property) => property.name),
  );
}

/** Folded names of the properties that are set under a wrong name. */
function misspeltNames({ className, properties }: InstanceSymbol): ReadonlySet<string> {
  return new Set(
    [...properties.values()]
      .filter(({ name }) => knownProperty(className, name.name) === undefined)
      .flatMap(({ name }) => intendedProperty(className, name.name)?.toLowerCase() ?? []),
  );
}

/** A stretch of a string's value, as a place in the file. */
export function placeIn({ file }: InstanceSymbol, value: StringValue, { start, end }: Span): Place {
  return { file, ...sourceSpanOf(value, start, end) };
}

/** `file` and `at` of a finding about a stretch of a string's value. */
export function findingIn(
  { file }: InstanceSymbol,
  value: StringValue,
  { start, end }: Span,
): { readonly file: InstanceSymbol['file']; readonly at: Span } {
  return { file, at: sourceSpanOf(value, start, end) };
}
