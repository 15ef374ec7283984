/** Which properties of an instance are missing, and which are meant by names that its class does not have. */
import type { Span } from '../../grammar/mof/ast.ts';
import { suggest } from '../../grammar/mof/suggest.ts';
import { checkedOf } from '../compiler/checker/checker.ts';
import type { ClassInfo, ClassTable } from '../compiler/checker/class-table.ts';
import type { Compilation, InstanceSymbol } from '../compiler/model.ts';
import { isCutShort } from './consumer-properties.ts';

/**
 * Where a property is missing: its NULL, or the class of the instance where it is not set at all. Undefined where it
 * is set, where the class has no such property or is not known, where a syntax error or a misspelt name may have kept
 * the property from being seen, and where a class of the files gives it a default.
 */
export function missing(
  instance: InstanceSymbol,
  name: string,
  compilation: Compilation,
): Span | undefined {
  const assignment = instance.properties.get(name.toLowerCase());
  if (assignment !== undefined) {
    return assignment.value?.kind === 'NullValue' ? assignment.value : undefined;
  }
  const { node, className } = instance;
  const { table } = checkedOf(compilation);
  const info = table.lookup(className, instance);
  if (info === undefined || isCutShort(instance) || !table.isWhole(info, instance))
    return undefined;
  const property = table.property(info, name, instance);
  const hasDefault = property?.declaration !== undefined && property.hasDefault;
  if (property === undefined || hasDefault) return undefined;
  return misspeltNames(instance, info, table).has(name.toLowerCase()) ? undefined : node.className;
}

/** {@link missing} for keys and what is declared with Not_Null: of a NULL there, null-not-allowed speaks. */
export function absent(
  instance: InstanceSymbol,
  name: string,
  compilation: Compilation,
): Span | undefined {
  return instance.properties.has(name.toLowerCase())
    ? undefined
    : missing(instance, name, compilation);
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

/** The one of several properties that a name most likely stands for. */
export function intendedProperty(name: string, properties: readonly string[]): string | undefined {
  const custom = customary.get(name.toLowerCase());
  return custom !== undefined && properties.includes(custom) ? custom : suggest(name, properties);
}

/** More candidates than these take longer than a "did you mean" is worth. */
const MAX_CANDIDATES = 500;

/** The names of all properties of a class; none where there are very many. */
export function propertyNamesOf(
  info: ClassInfo,
  instance: InstanceSymbol,
  table: ClassTable,
): readonly string[] {
  const names: string[] = [];
  for (const { properties } of table.lineage(info, instance)) {
    if (names.length + properties.size > MAX_CANDIDATES) return [];
    names.push(...[...properties.values()].map(({ name }) => name));
  }
  return names;
}

/** Folded names of the properties that are set under a wrong name. */
function misspeltNames(
  instance: InstanceSymbol,
  info: ClassInfo,
  table: ClassTable,
): ReadonlySet<string> {
  const unknown = [...instance.properties.values()].filter(
    ({ name }) => table.property(info, name.name, instance) === undefined,
  );
  if (unknown.length === 0) return new Set();
  const names = propertyNamesOf(info, instance, table);
  return new Set(
    unknown.flatMap(({ name }) => intendedProperty(name.name, names)?.toLowerCase() ?? []),
  );
}
