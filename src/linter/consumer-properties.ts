/** The properties of logical consumers and event filters, read with what a rule about them must respect. */
import type { PropertyAssignment, Span, StringValue, Value } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import type {
  Compilation,
  EventConsumer,
  InstanceSymbol,
  StandardConsumerClass,
} from '../compiler/model.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { isStockConsumer } from './known-good.ts';
import { isReadable } from './readable.ts';
import type { Checks, Report } from './rule.ts';

/** Calls `check` for every consumer of a standard class, except for the one that Windows itself has. */
export function forConsumers(
  className: StandardConsumerClass,
  check: (consumer: EventConsumer, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    consumer(consumer, report, compilation) {
      if (consumer.standardClass === className && !isStockConsumer(consumer)) {
        check(consumer, report, compilation);
      }
    },
  };
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

/** Whether a syntax error took a part of an instance, or all that stands between its braces. */
export function isCutShort({ node, file }: InstanceSymbol): boolean {
  return node.incomplete === true || file.text[node.body.start] !== '{';
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
