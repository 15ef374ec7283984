/** What the rules about values share: the walk, and who speaks about which property. */
import type { Value } from '../../grammar/mof/ast.ts';
import { type Checked, checkedOf } from '../compiler/checker/checker.ts';
import type { ClassInfo } from '../compiler/checker/class-table.ts';
import type { ValuePlace, ValueProblem } from '../compiler/checker/value-problems.ts';
import { typeText } from '../compiler/checker/value-type.ts';
import type { ClassSymbol, Compilation, EventConsumer, InstanceSymbol } from '../compiler/model.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import type { Checks, Report } from './rule.ts';

type ProblemOf<Kind> = Extract<ValueProblem, { readonly kind: Kind }>;

/** Calls `check` for every problem of that kind about which no rule of the subscription classes speaks. */
export function eachValueProblem<Kind extends ValueProblem['kind']>(
  kinds: readonly Kind[],
  check: (problem: ProblemOf<Kind>, report: Report, compilation: Compilation) => void,
): Checks {
  const isWanted = (problem: ValueProblem): problem is ProblemOf<Kind> =>
    kinds.some((kind) => kind === problem.kind);
  return eachChecked(
    ({ values }) => values,
    (problem, report, compilation) => {
      if (isWanted(problem) && !isSpokenFor(problem, compilation)) {
        check(problem, report, compilation);
      }
    },
  );
}

/** Calls `check` for each of the things that the checker found. */
export function eachChecked<Item>(
  items: (checked: Checked) => readonly Item[],
  check: (item: Item, report: Report, compilation: Compilation, checked: Checked) => void,
): Checks {
  return {
    compilation(compilation, report) {
      const checked = checkedOf(compilation);
      for (const item of items(checked)) check(item, report, compilation, checked);
    },
  };
}

/** The part that an instance plays in a subscription. */
export type SubscriptionPart =
  | 'filter'
  | 'binding'
  | 'consumer'
  /** Of a class that derives from a standard one, or that the run declares anew. */
  | 'standard-consumer'
  /** Of a standard class as Windows has it. */
  | 'stock-consumer';

const parts = new WeakMap<Compilation, ReadonlyMap<InstanceSymbol, SubscriptionPart>>();

/** The part that an instance plays in a subscription; undefined for others. */
export function partOf(
  compilation: Compilation,
  instance: InstanceSymbol,
): SubscriptionPart | undefined {
  let table = parts.get(compilation);
  if (table === undefined) {
    const { filters, consumers, bindings } = compilation;
    table = new Map<InstanceSymbol, SubscriptionPart>([
      ...filters.map(({ instance }) => [instance, 'filter'] as const),
      ...bindings.map(({ instance }) => [instance, 'binding'] as const),
      ...consumers.map((consumer) => [consumer.instance, sortOf(consumer, compilation)] as const),
    ]);
    parts.set(compilation, table);
  }
  return table.get(instance);
}

function sortOf(
  { instance: { className }, standardClass }: EventConsumer,
  compilation: Compilation,
): SubscriptionPart {
  if (standardClass === undefined) return 'consumer';
  return className.toLowerCase() === standardClass.toLowerCase() &&
    !checkedOf(compilation).table.declares(className)
    ? 'stock-consumer'
    : 'standard-consumer';
}

/** Properties of subscriptions that have rules of their own, whatever is wrong with their values. */
const ownRules: ReadonlySet<string> = new Set([
  'filter.creatorsid',
  'filter.eventaccess',
  'consumer.creatorsid',
  'standard-consumer.creatorsid',
  'stock-consumer.creatorsid',
  'binding.creatorsid',
  'binding.filter',
  'binding.consumer',
  'binding.deliveryqos',
]);

function isSpokenFor(problem: ValueProblem, compilation: Compilation): boolean {
  const { owner, name } = problem.place;
  if (owner.kind !== 'instance' || owner.isEmbedded) return false;
  const part = partOf(compilation, owner.instance);
  if (part === undefined) return false;
  return (
    ownRules.has(`${part}.${name.toLowerCase()}`) ||
    // binding-deliver-null
    (part === 'binding' && problem.kind === 'null') ||
    (part.endsWith('-consumer') && isOfStandardClass(problem) && isConsumerRules(problem))
  );
}

/** Whether the property is one that a standard class has and no class of the files declares anew. */
function isOfStandardClass({ place: { property } }: ValueProblem): boolean {
  return property !== undefined && property.declaration === undefined;
}

/** Whether consumer-property-type says it: it knows what a value as a whole cannot be made into. */
function isConsumerRules({ kind, node, place: { type } }: ValueProblem): boolean {
  if (kind === 'scalar-for-array')
    return node.kind !== 'CharValue' && node.kind !== 'InstanceValue';
  if ((kind !== 'type' && kind !== 'conversion') || type.isArray) return false;
  const isString = type.kind === 'primitive' && type.name === 'string';
  switch (node.kind) {
    case 'StringValue':
      return kind === 'type';
    case 'IntegerValue':
    case 'RealValue':
      return isString;
    case 'CharValue':
      return !isString;
    case 'BooleanValue':
      return true;
    default:
      return false;
  }
}

/** Where the property is declared, to point at; nothing for a class that mofsec knows, or where it is the same place. */
export function declarationOf({ property, owner }: ValuePlace): readonly Related[] {
  const declaration = property?.declaration;
  if (declaration === undefined || owner.kind !== 'instance') return [];
  const { file, node } = declaration;
  return [
    {
      file,
      start: node.type.start,
      end: node.array?.end ?? node.name.end,
      message: 'declared here',
    },
  ];
}

/** `Value is a uint8[]`, to begin a sentence with. */
export function subjectText({ name, type }: ValuePlace): string {
  const text = typeText(type);
  return `${name} is ${/^(?:[aeio]|uu)/i.test(text) ? 'an' : 'a'} ${text}`;
}

/** A value as it stands in the file, cut short where it is long. */
export function spelling({ file }: ValuePlace, { start, end }: Value): string {
  const text = file.text.slice(start, end).replaceAll(/\s+/g, ' ');
  return text.length > MAX_SPELLING ? `${text.slice(0, MAX_SPELLING)}...` : text;
}

const MAX_SPELLING = 40;

/** Where a class is declared, to point at; nothing for a class that mofsec knows. */
export function classDeclaration({ symbol }: ClassInfo): readonly Related[] {
  if (symbol === undefined) return [];
  const { start, end } = symbol.node.name;
  return [{ file: symbol.file, start, end, message: 'the class is declared here' }];
}

/** The object that an alias leads to, to point at. */
export function objectDeclaration(
  target: ClassSymbol | InstanceSymbol | undefined,
): readonly Related[] {
  if (target === undefined) return [];
  const { start, end } = target.kind === 'class' ? target.node.name : target.node.className;
  return [{ file: target.file, start, end, message: 'the object is declared here' }];
}

/** Whether all that an instance sets can be seen. */
export function isWholeInstance(instance: InstanceSymbol, { table }: Checked): boolean {
  const { file, node } = instance;
  return file.text[node.body.start] === '{' && table.isReadable(instance);
}
