/** What the words of WQL are for (wql-sql-for-wmi, select-statement-for-event-queries, within-clause). */

const clauses: ReadonlyMap<string, string> = new Map([
  [
    'SELECT',
    'Asks for events (or objects). An event query names the properties to deliver, or `*` for all.',
  ],
  [
    'FROM',
    'The class of the events: one of the event classes of the namespace, such as `__InstanceCreationEvent`, or one of a provider.',
  ],
  [
    'WITHIN',
    'For intrinsic events of classes without an event provider: WMI polls the instances every so many seconds, and what comes and goes in between is never seen. Behind GROUP it is the time over which events are counted.',
  ],
  [
    'WHERE',
    'Lets through only the events for which the condition holds. The narrower it is, the less WMI has to deliver.',
  ],
  [
    'ISA',
    'True for an object of the class and of every class derived from it: `TargetInstance ISA "Win32_Process"`.',
  ],
  ['AND', 'Both conditions must hold; it binds closer than OR.'],
  ['OR', 'One of the conditions must hold.'],
  ['NOT', 'The condition must not hold.'],
  [
    'LIKE',
    'Compares with a pattern: `%` any text, `_` any character, `[a-f]` one of these, `[^a-f]` none of these.',
  ],
  ['IS', 'Tests for NULL: `IS NULL`, `IS NOT NULL`. Other tests use `=`.'],
  ['NULL', 'No value.'],
  [
    'GROUP',
    'Collects the events of a time into one `__AggregateEvent`, which says how many there were and has one of them as `Representative`.',
  ],
  ['BY', 'Counts the events apart for each value of these properties.'],
  [
    'HAVING',
    'Delivers only those groups for which the condition holds, such as `NumberOfEvents > 10`.',
  ],
  [
    'ASSOCIATORS',
    'Asks for the objects that are associated with one; not for events, so WMI refuses it in a filter.',
  ],
  [
    'REFERENCES',
    'Asks for the associations of an object; not for events, so WMI refuses it in a filter.',
  ],
]);

/** What a word of WQL does, in one paragraph of Markdown; undefined for other words. */
export function clauseDocumentation(word: string): string | undefined {
  return clauses.get(word.toUpperCase());
}
