/** Which instances are parts of permanent event subscriptions. */
import type { Compilation, InstanceSymbol } from '../compiler/model.ts';

/** All filters, consumers and bindings of a run, as instances. */
export type SubscriptionParts = ReadonlySet<InstanceSymbol>;

/** The parts of all subscriptions of a run. */
export function partsOf({ filters, consumers, bindings }: Compilation): SubscriptionParts {
  return new Set([...filters, ...consumers, ...bindings].map(({ instance }) => instance));
}
