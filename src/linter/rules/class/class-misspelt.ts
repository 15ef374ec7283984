import type { Identifier } from '../../../../grammar/mof/ast.ts';
import { checkedOf } from '../../../compiler/checker/checker.ts';
import type { Compilation } from '../../../compiler/model.ts';
import { knownClasses } from '../../../schema/known-classes.generated.ts';
import { knownClass } from '../../../schema/known-classes.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { isMethod } from '../../classes.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'class-misspelt',
  severity: 'warning',
  group: 'class',
  summary:
    "The name of one of WMI's own classes, or of one of the schema, is spelt as it is there.",
  why: 'A class of another name is another class: an instance of it is no filter and no consumer, and a class below it inherits nothing.',
  source: 'wmi-system-classes, monitoring-and-responding-to-events-with-standard-consumers',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`#pragma namespace("\\\\.\\root\\cimv2")

class Sample_Event : __ExtrinsicEvnt
{
  string Sensor;
};
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\cimv2")

class Sample_Event : __ExtrinsicEvent
{
  string Sensor;
};
`,
  },
  check: {
    compilation(compilation, report) {
      const { table } = checkedOf(compilation);
      const suggestions = new Map<string, string | undefined>();
      const ofSchema = new Map(
        compilation.schema.classes.map(({ name }) => [name.toLowerCase(), name] as const),
      );
      // A consumer of an unknown class has a rule of its own.
      const consumers = new Set(
        compilation.consumers.map(({ instance }) => instance.node.className),
      );
      for (const { file, identifier } of namesIn(compilation)) {
        const { name, start, end } = identifier;
        if (knownClass(name) !== undefined || table.declares(name)) continue;
        if (consumers.has(identifier)) continue;
        const key = name.toLowerCase();
        if (!suggestions.has(key)) suggestions.set(key, nearestClass(name, ofSchema));
        const near = suggestions.get(key);
        if (near === undefined || !table.isReadable({ file, node: identifier })) continue;
        report({
          file,
          at: identifier,
          message: `No file here declares a class ${name}, and WMI has none of that name: did you mean ${near}?`,
          fixes: [suggestion(`Write ${near}`, { file, start, end, text: near })],
        });
      }
    },
  },
});

interface PlacedName {
  readonly file: SourceFile;
  readonly identifier: Identifier;
}

/** Every name of a class: of instances, superclasses, references and embedded objects. */
function* namesIn(compilation: Compilation): Generator<PlacedName, void> {
  for (const { file, node } of compilation.classes) {
    if (node.superclass !== undefined) yield { file, identifier: node.superclass };
    for (const member of node.members) {
      const types = isMethod(member)
        ? [member.returnType, ...member.parameters.map(({ type }) => type)]
        : [member.type];
      for (const { name } of types) yield { file, identifier: name };
    }
  }
  for (const { instance, node } of checkedOf(compilation).objects)
    yield { file: instance.file, identifier: node.className };
}

/** Shorter names are too like one another. */
const SHORTEST = 10;
const SHORTEST_RESERVED = 6;
/** How many letters two names may differ in at one place, and how many they have in common before it. */
const MOST_DIFFERENT = 2;
const FEWEST_COMMON = 4;
/** How many letters they have in common behind it, where many classes have names that only begin alike. */
const FEWEST_AT_END = 2;

/**
 * The class of WMI whose name lacks its underscores, or differs in a letter or two in one place; or one of the user's
 * schema that differs so before its end, because there Win32_Processor stands beside Win32_Process.
 */
function nearestClass(name: string, ofSchema: ReadonlyMap<string, string>): string | undefined {
  if (name.length < (name.startsWith('__') ? SHORTEST_RESERVED : SHORTEST)) return undefined;
  const folded = name.toLowerCase();
  const known = knownClasses.find((known) => isNear(folded, known.name.toLowerCase()));
  if (known !== undefined) return known.name;
  for (const [key, spelling] of ofSchema) {
    if (isNear(folded, key, FEWEST_AT_END)) return spelling;
  }
  return undefined;
}

function isNear(name: string, known: string, fewestAtEnd = 0): boolean {
  if (known === `__${name}`) return true;
  if (Math.abs(name.length - known.length) > MOST_DIFFERENT) return false;
  const shorter = Math.min(name.length, known.length);
  let prefix = 0;
  while (prefix < shorter && name[prefix] === known[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && name.at(-1 - suffix) === known.at(-1 - suffix)) suffix++;
  if (Math.max(name.length, known.length) - prefix - suffix > MOST_DIFFERENT) return false;
  if (suffix < fewestAtEnd) return false;
  // Names that begin with underscores are WMI's own; of others, Sample2 may be a name beside Sample.
  const isReserved = name.startsWith('__');
  const difference = name.slice(prefix, name.length - suffix);
  return isReserved || (prefix >= FEWEST_COMMON && !/[0-9_]/.test(difference));
}
