import { suggest } from '../../../../grammar/mof/suggest.ts';
import { queryTypeOf } from '../../../../grammar/wql/queries.ts';
import { knownClasses } from '../../../schema/known-classes.generated.ts';
import { derivesFrom } from '../../../schema/known-classes.ts';
import { eventClassOf } from '../../query-classes.ts';
import { forFilterQueries, inQuery, replacing } from '../../queries.ts';
import { filterWith } from '../../filter-samples.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-not-event-class',
  severity: 'error',
  group: 'wql',
  summary: 'The class behind FROM is an event class.',
  why: 'A filter waits for events, and WMI refuses a query of a class that does not derive from __Event. Objects that exist are asked for by a program, not by a filter.',
  source: 'wmi-error-constants',
  hresult: '0x80041059',
  fixes: ['suggestion'],
  examples: {
    ...queryExamples(
      'SELECT * FROM Win32_Service',
      `SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
    ),
    moreBad: [
      filterWith(
        'Query',
        `Query = "SELECT * FROM __InstanceCreatedEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'";`,
      ),
    ],
  },
  check: forFilterQueries((query, report, compilation) => {
    const from = eventClassOf(query, compilation);
    if (from === undefined || queryTypeOf(query.query) === 'schema') return;
    const { name, known } = from;
    if (known?.isEvent === false) {
      const within = known.origin === 'schema' || known.origin === 'run' ? '' : ' WITHIN 300';
      report({
        ...inQuery(query, from.at),
        message: `${known.name} is no event class, so WMI refuses the query in a filter. To hear of its instances write SELECT * FROM __InstanceCreationEvent${within} WHERE TargetInstance ISA "${known.name}".`,
      });
      return;
    }
    const near = known === undefined ? nearestEvent(name) : undefined;
    if (near === undefined) return;
    report({
      ...inQuery(query, from.at),
      message: `WMI has no event class ${name}, and names that begin with two underscores are its own: did you mean ${near}?`,
      ...replacing(query, from.at, near),
    });
  }),
});

/** The event class of WMI that a name stands for which only WMI can have. */
function nearestEvent(name: string): string | undefined {
  if (!/^_\w*event$/i.test(name)) return undefined;
  return suggest(
    name,
    knownClasses.map((known) => known.name).filter((known) => derivesFrom(known, '__Event')),
  );
}
