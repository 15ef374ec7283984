/**
 * Whether parts of a subscription are those that every Windows has: by class, query and payload, and never by a name
 * alone, which anybody can give.
 */
import type { ObjectPath } from '../../grammar/object-path/parser.ts';
import { comparableNamespace, keyText } from '../../grammar/object-path/comparison.ts';
import type {
  Binding,
  CreatorSid,
  EventAccess,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
} from '../compiler/model.ts';
import { targetOf } from '../compiler/subscriptions.ts';
import {
  inboxConsumerClass,
  inboxConsumerName,
  inboxFilterName,
  isInboxConsumer,
  isInboxFilter,
  isNamed,
} from '../consumers/known-good.ts';
import { equalSids } from '../security/sid.ts';
import { administratorsSid } from '../security/trustees.ts';

/** Whether a consumer is, with all that it holds, the one that every Windows has. */
export function isStockConsumer(consumer: EventConsumer): boolean {
  // Nearly all have another name, and what they hold need not be read.
  if (!isNamed(consumer.name, inboxConsumerName) || !isOfWindows(consumer.creatorSid)) return false;
  const { properties, className } = consumer.instance;
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

/** Whether a filter has, with its query, all that the one has that is on every Windows. */
export function hasStockContent(filter: EventFilter): boolean {
  const { name, query, eventNamespace } = filter;
  return (
    isInboxFilter({ name, query: query?.value, eventNamespace: eventNamespace?.value }) &&
    isUnrestricted(filter.eventAccess) &&
    isOfWindows(filter.creatorSid)
  );
}

/** {@link hasStockContent} of a filter that sets off nothing but the consumer that Windows binds to it. */
export function isStockFilter(filter: EventFilter): boolean {
  return hasStockContent(filter) && filter.bindings.every(leadsToStockConsumer);
}

function leadsToStockConsumer({ consumer, instance }: Binding): boolean {
  if (consumer.kind === 'dangling-path') return isStockPath(consumer.path, instance);
  const target = targetOf(consumer);
  return target !== undefined && isStockConsumer(target);
}

const stockNames: ReadonlyMap<string, string> = new Map([
  ['__eventfilter', inboxFilterName],
  [inboxConsumerClass.toLowerCase(), inboxConsumerName],
]);

/** Whether a path in an instance names the filter or the consumer that every Windows has, whatever is there now. */
export function isStockPath(
  { className, namespace, keys }: ObjectPath,
  { namespace: home }: InstanceSymbol,
): boolean {
  const name = stockNames.get(className.text.toLowerCase());
  const [key] = keys;
  return (
    name !== undefined &&
    key !== undefined &&
    isNamed(keyText(key.value), name) &&
    comparableNamespace(namespace?.text ?? home.path) === 'root\\subscription'
  );
}

/** The parts that Windows has belong to Administrators; exported ones may lack the property. */
function isOfWindows(creatorSid: CreatorSid): boolean {
  switch (creatorSid.kind) {
    case 'absent':
    case 'null':
      return true;
    case 'sid':
      return equalSids(creatorSid.sid, administratorsSid);
    default:
      return false;
  }
}

function isUnrestricted(eventAccess: EventAccess): boolean {
  return (
    eventAccess.kind === 'absent' ||
    eventAccess.kind === 'null' ||
    (eventAccess.kind === 'sddl' && eventAccess.value.value.trim() === '')
  );
}
