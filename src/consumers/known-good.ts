/**
 * The subscription that every Windows has since Vista, recognised by class, query and payload and never by its name
 * alone, which anybody can give (observed on real machines).
 */

/** What there is to compare of a filter. */
export interface FilterContent {
  readonly name: string | undefined;
  readonly query: string | undefined;
  readonly eventNamespace: string | undefined;
}

/** What there is to compare of a consumer: the properties that are strings, by folded name. */
export interface ConsumerContent {
  readonly className: string;
  readonly strings: ReadonlyMap<string, string>;
  /** Folded names of all properties that are set. */
  readonly properties: ReadonlySet<string>;
}

export const inboxFilterName = 'SCM Event Log Filter';
export const inboxConsumerName = 'SCM Event Log Consumer';
export const inboxConsumerClass = 'NTEventLogEventConsumer';

const inboxQuery = 'select * from msft_scmeventlogevent';
const inboxConsumerStrings: readonly (readonly [string, string])[] = [
  ['name', inboxConsumerName],
  ['sourcename', 'Service Control Manager'],
  ['nameofusersidproperty', 'sid'],
];
const inboxConsumerProperties: ReadonlySet<string> = new Set([
  'category',
  'creatorsid',
  'eventid',
  'eventtype',
  'machinename',
  'maximumqueuesize',
  'name',
  'nameofrawdataproperty',
  'nameofusersidproperty',
  'numberofinsertionstrings',
  'insertionstringtemplates',
  'sourcename',
  'uncservername',
]);

/** Whether a filter is the one that Windows has. */
export function isInboxFilter({ name, query, eventNamespace }: FilterContent): boolean {
  return (
    isNamed(name, inboxFilterName) &&
    query?.trim().replaceAll(/\s+/g, ' ').toLowerCase() === inboxQuery &&
    /^(?:[\\/]{2}\.)?[\\/]?root[\\/]cimv2$/i.test(eventNamespace ?? '')
  );
}

/** Whether a consumer is the one that Windows has. */
export function isInboxConsumer({ className, strings, properties }: ConsumerContent): boolean {
  return (
    isNamed(className, inboxConsumerClass) &&
    inboxConsumerStrings.every(([property, value]) => isNamed(strings.get(property), value)) &&
    [...properties].every((property) => inboxConsumerProperties.has(property))
  );
}

/** Names of WMI compare without regard to case. */
export function isNamed(name: string | undefined, wanted: string): boolean {
  // No letter grows or shrinks into one of ASCII when it is folded, and most names differ in length already.
  return name?.length === wanted.length && name.toLowerCase() === wanted.toLowerCase();
}
