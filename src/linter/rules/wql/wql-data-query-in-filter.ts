import { queryTypeOf } from '../../../../grammar/wql/queries.ts';
import { inQuery, queryTextOf } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-data-query-in-filter',
  severity: 'error',
  group: 'wql',
  summary: 'The query of a filter asks for events.',
  why: 'A filter waits for events. ASSOCIATORS OF and REFERENCES OF ask for objects that exist, and meta_class for classes: WMI refuses them there.',
  source: '--eventfilter, wql-sql-for-wmi',
  hresult: '0x80041018',
  examples: queryExamples(
    `REFERENCES OF {Win32_Service.Name='wuauserv'}`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  check: {
    filter(filter, report) {
      const text = queryTextOf(filter);
      const query = text?.parsed.query;
      if (text === undefined || query === undefined || query.incomplete === true) return;
      if (query.kind === 'RelationQuery') {
        const words = query.relation === 'associators' ? 'ASSOCIATORS OF' : 'REFERENCES OF';
        report({
          ...inQuery(text, query),
          message: `${words} asks for objects that exist and not for events, so WMI refuses it in a filter: write SELECT * FROM and an event class, such as __InstanceCreationEvent.`,
        });
      } else if (queryTypeOf(query) === 'schema' && query.className !== undefined) {
        report({
          ...inQuery(text, query.className),
          message: `${query.className.name} stands for the classes of a namespace and not for events, so WMI refuses it in a filter: write __ClassCreationEvent or another event class.`,
        });
      }
    },
  },
});
