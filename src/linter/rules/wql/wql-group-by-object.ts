import { nameOf } from '../../../../grammar/wql/queries.ts';
import { enough } from '../../enough.ts';
import { knownEventClass } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { instanceClassesOf, propertyAt } from '../../query-properties.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-group-by-object',
  severity: 'error',
  group: 'wql',
  summary: 'BY names properties that are no objects.',
  why: 'Events are grouped by equal values, and WMI does not compare objects.',
  source: 'wmi-error-constants',
  hresult: '0x8004105D',
  examples: queryExamples(
    `SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Win32_NTLogEvent' GROUP WITHIN 600 BY TargetInstance`,
    `SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Win32_NTLogEvent' GROUP WITHIN 600 BY TargetInstance.SourceName`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const by = query.query.group?.by;
    const event = knownEventClass(query, compilation);
    if (by === undefined || event === undefined) return;
    const instances = instanceClassesOf(query, compilation);
    for (const path of enough(
      by.properties,
      (path) => propertyAt(path, event, instances)?.kind === 'object',
    )) {
      const name = nameOf(path);
      report({
        ...inQuery(query, path),
        message: `${name} is an object, and WMI does not group by objects: write one of its properties, as in ${name}.Name.`,
      });
    }
  }),
});
