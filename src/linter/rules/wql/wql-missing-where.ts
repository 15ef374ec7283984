import { knownEventClass, isRegistryEvent, ownPropertyNames } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-missing-where',
  severity: 'warning',
  group: 'wql',
  summary: 'A query of the events of WMI and Windows has a WHERE.',
  why: 'Without a condition the consumer runs for every event of the class, which costs time and may let others decide when it runs. The documentation strongly recommends a WHERE in every event query.',
  source: 'select-statement-for-event-queries',
  examples: queryExamples(
    'SELECT * FROM Win32_ProcessStartTrace',
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample.exe'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const { where, className } = query.query;
    const event = knownEventClass(query, compilation);
    if (where !== undefined || className === undefined || event === undefined) return;
    // Classes of the run are as narrow as their authors made them; WMI's own troubles are rare.
    if (event.origin === 'run' || event.lineage.has('__systemevent')) return;
    if (isRegistryEvent(event)) return;
    const properties = ownPropertyNames(event);
    if (event.properties !== undefined && properties.length === 0) return;
    report({
      ...inQuery(query, className),
      message: `The query lets every ${event.name} through: ${advice(event.lineage, properties)}.`,
    });
  }),
});

function advice(lineage: ReadonlySet<string>, properties: readonly string[]): string {
  if (lineage.has('__instanceoperationevent')) {
    return 'write WHERE TargetInstance ISA "..." with the class whose instances you mean';
  }
  const [first] = properties;
  return first === undefined
    ? 'write a WHERE that says which ones you mean'
    : `write a WHERE that says which ones you mean, for example with ${first}`;
}
