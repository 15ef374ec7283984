/** The CreatorSIDs of a run: who carries one, which belong together, and which can be trusted to be meant so. */
import type { ArrayValue, IntegerValue, Span, StringValue, Value } from '../../grammar/mof/ast.ts';
import type {
  Binding,
  Compilation,
  CreatorSid,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
  StandardConsumerClass,
} from '../compiler/model.ts';
import type { Fix, Related } from '../diagnostics/diagnostic.ts';
import { type SidProblem, type Sid, decodeSid, equalSids } from '../security/sid.ts';
import { describeSid } from '../security/well-known-sids.ts';
import { targetOf } from '../compiler/subscriptions.ts';
import { type CreatorClass, creatorClass } from '../security/trustees.ts';
import { administratorsArray, replaceValue, suggestion } from './fixes.ts';
import { oncePer } from './once-per.ts';
import { isReadable } from './readable.ts';
import type { Checks, Report } from './rule.ts';

/** A filter, a consumer or a binding, as far as CreatorSID is concerned. */
export type SidHolder = EventFilter | EventConsumer | Binding;

/** A holder whose property is an array that is or should be a SID. */
export interface SidArray {
  readonly holder: SidHolder;
  readonly value: ArrayValue;
}

/** Calls `check` for every filter, consumer and binding whose CreatorSID can be taken at its word. */
export function eachHolder(check: (holder: SidHolder, report: Report) => void): Checks {
  const guarded = (holder: SidHolder, report: Report): void => {
    if (hasReadableSid(holder)) check(holder, report);
  };
  return { filter: guarded, consumer: guarded, binding: guarded };
}

function hasReadableSid({ creatorSid, instance }: SidHolder): boolean {
  return creatorSid.kind === 'absent' || isReadable(instance, creatorSid.assignment);
}

/** Calls `check` for every problem of a malformed CreatorSID that is of this kind. */
export function eachSidProblem<Kind extends SidProblem['kind']>(
  kinds: readonly Kind[],
  check: (
    problem: Extract<SidProblem, { readonly kind: Kind }>,
    array: SidArray,
    report: Report,
  ) => void,
): Checks {
  const isWanted = (problem: SidProblem): problem is Extract<SidProblem, { readonly kind: Kind }> =>
    kinds.some((kind) => kind === problem.kind);
  return eachHolder((holder, report) => {
    const { creatorSid } = holder;
    if (creatorSid.kind !== 'malformed') return;
    const { value } = creatorSid;
    for (const problem of distinctProblems(creatorSid.problems)) {
      if (isWanted(problem)) check(problem, { holder, value }, report);
    }
  });
}

/** Without those that follow from an element that is no byte. */
function distinctProblems(problems: readonly SidProblem[]): readonly SidProblem[] {
  const noBytes = new Set(
    problems.flatMap((problem) => (problem.kind === 'byte-range' ? problem.index : [])),
  );
  return problems.filter(
    (problem) =>
      (problem.kind !== 'revision' && problem.kind !== 'sub-authority-count') ||
      !noBytes.has(problem.index),
  );
}

/** The elements of an array from `first` to `last` as one stretch; the whole array where they do not exist. */
export function elementsSpan(value: ArrayValue, first: number, last = first): Span {
  const from = value.elements[first];
  const to = value.elements[last];
  return { start: (from ?? value).start, end: (to ?? value).end };
}

/** The offer to write the SID of Administrators in place of every array given. */
export function writeAdministrators(arrays: readonly SidArray[]): Fix {
  return suggestion(
    'Write the SID of BUILTIN\\Administrators',
    ...arrays.map(({ holder, value }) =>
      replaceValue(holder.instance.file, value, administratorsArray),
    ),
  );
}

/** The offer to write one byte anew, where that makes the array a SID; otherwise to write Administrators. */
export function writeByte(array: SidArray, index: number, byte: number): Fix {
  const { elements } = array.value;
  const bytes = elements.map((element) =>
    element.kind === 'IntegerValue' ? Number(element.value) : -1,
  );
  const decoded = decodeSid(bytes.with(index, byte));
  if (decoded.kind !== 'sid') return writeAdministrators([array]);
  return suggestion(`Write ${byte} here, for ${describeSid(decoded.sid)}`, {
    file: array.holder.instance.file,
    ...elementsSpan(array.value, index),
    text: String(byte),
  });
}

/** An octal byte that reads as another number than its digits seem to say: `032` is 26. */
function isMisleadingOctal(element: Value): element is IntegerValue {
  return (
    element.kind === 'IntegerValue' &&
    element.base === 'octal' &&
    element.value < 256n &&
    element.value !== BigInt(decimalDigits(element))
  );
}

/** The digits of an octal element as they look to a reader: `032` looks like 32. */
export function decimalDigits({ raw }: Pick<IntegerValue, 'raw'>): string {
  const digits = raw.replace(/^[+-]?0+/u, '');
  return /^[0-7]+$/u.test(digits) ? digits : '0';
}

/** The octal elements of an array that mislead. */
export function misleadingOctals({ elements }: ArrayValue): readonly IntegerValue[] {
  return elements.filter(isMisleadingOctal);
}

/** Authorities that Windows issues accounts or groups under. */
const knownAuthorities: ReadonlySet<number> = new Set([0, 1, 2, 3, 5, 11, 12, 15, 16, 18]);

export function isKnownAuthority(authority: number): boolean {
  return knownAuthorities.has(authority);
}

/** The index of the first sub-authority whose bytes are most probably the wrong way round; -1 when none is. */
export function swappedSubAuthority({ subAuthorities }: Sid): number {
  return subAuthorities.findIndex((value) => value !== 0 && value % 2 ** 24 === 0);
}

/** The SID of an array that is a SID and looks as if it were meant to be the one it is. */
export const plausibleSid = oncePer((holder: SidHolder): Sid | undefined => {
  const { creatorSid } = holder;
  if (creatorSid.kind !== 'sid' || !hasReadableSid(holder)) return undefined;
  const { sid, value } = creatorSid;
  const doubtful =
    value.elements.some(isMisleadingOctal) ||
    !isKnownAuthority(sid.authority) ||
    swappedSubAuthority(sid) >= 0;
  return doubtful ? undefined : sid;
});

/** True when the property says something, right or wrong. */
export function isSet({ kind }: CreatorSid): boolean {
  return kind !== 'absent' && kind !== 'null';
}

/** The parts of a subscription that the run knows, in the order in which people think of them. */
export function partsJoinedBy(binding: Binding): readonly SidHolder[] {
  return [targetOf(binding.filter), targetOf(binding.consumer), binding].filter(
    (part) => part !== undefined,
  );
}

/** Holders that carry one and the same SID. */
export interface Creator {
  readonly sid: Sid;
  readonly class: CreatorClass;
  readonly arrays: readonly [SidArray, ...SidArray[]];
  /** The class of the consumer, the part itself where it is one. */
  readonly consumerClass: StandardConsumerClass | undefined;
  /** The filter's query. */
  readonly query: StringValue | undefined;
}

/** Every creator of a run. Subscriptions whose parts disagree have none: they have a worse problem. */
export const creatorsOf = oncePer(
  ({ filters, consumers, bindings }: Compilation): readonly Creator[] => [
    ...bindings.flatMap((binding) =>
      creatorOf(partsJoinedBy(binding), binding.consumerClass, targetOf(binding.filter)?.query),
    ),
    ...filters
      .filter((filter) => filter.bindings.length === 0)
      .flatMap((filter) => creatorOf([filter], undefined, filter.query)),
    ...consumers
      .filter((consumer) => consumer.bindings.length === 0)
      .flatMap((consumer) => creatorOf([consumer], consumer.standardClass, undefined)),
  ],
);

function creatorOf(
  holders: readonly SidHolder[],
  consumerClass: StandardConsumerClass | undefined,
  query: StringValue | undefined,
): readonly Creator[] {
  const found = holders.flatMap((holder) => {
    const sid = plausibleSid(holder);
    const { creatorSid } = holder;
    return sid === undefined || creatorSid.kind !== 'sid'
      ? []
      : [{ sid, array: { holder, value: creatorSid.value } }];
  });
  const [first, ...others] = found;
  if (first === undefined || others.some(({ sid }) => !equalSids(sid, first.sid))) return [];
  return [
    {
      sid: first.sid,
      class: creatorClass(first.sid),
      arrays: [first.array, ...others.map(({ array }) => array)],
      consumerClass,
      query,
    },
  ];
}

/** Which rule speaks about a creator that can never be an administrator: the sharpest. */
export function unfitFor(creator: Creator): 'sensitive' | 'polling' | 'other' | undefined {
  if (creator.class !== 'never') return undefined;
  if (isSensitive(creator.consumerClass)) return 'sensitive';
  return creator.query !== undefined && isPolling(creator.query.value) ? 'polling' : 'other';
}

/** True for the consumers that run code. */
export function isSensitive(consumerClass: StandardConsumerClass | undefined): boolean {
  return (
    consumerClass === 'ActiveScriptEventConsumer' || consumerClass === 'CommandLineEventConsumer'
  );
}

/** True for a query with a polling interval: WITHIN outside quotes and not behind GROUP. */
function isPolling(query: string): boolean {
  const words = query.matchAll(/'[^']*'|"[^"]*"|\b(group\s+within|within)\b/giu);
  return [...words].some(({ 1: word }) => word?.toLowerCase() === 'within');
}

/** The other places that carry the same SID. */
export function otherPlaces(arrays: readonly SidArray[], shown: SidArray): readonly Related[] {
  return arrays
    .filter((array) => array !== shown)
    .map(({ holder, value }) => ({
      file: holder.instance.file,
      start: value.start,
      end: value.end,
      message: `the ${holder.kind} has the same SID`,
    }));
}

/** The instance's class name, which stands for an instance as a whole. */
export function classNameOf({ node }: InstanceSymbol): Span {
  return node.className;
}
