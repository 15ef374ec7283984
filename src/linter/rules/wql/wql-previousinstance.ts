import type { PropertyPath } from '../../../../grammar/wql/ast.ts';
import { enough } from '../../enough.ts';
import { isInstanceEvent, knownEventClass } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-previousinstance',
  severity: 'error',
  group: 'wql',
  summary: 'PreviousInstance is asked for in events of __InstanceModificationEvent only.',
  why: 'Only a modification has a state before. The other events have no such property, and WMI refuses the query.',
  source: '--instancemodificationevent',
  examples: queryExamples(
    `SELECT * FROM __InstanceDeletionEvent WITHIN 300 WHERE PreviousInstance ISA 'Win32_Service'`,
    `SELECT * FROM __InstanceDeletionEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  supersedes: ['wql-intrinsic-without-isa'],
  check: forFilterQueries((query, report, compilation) => {
    const event = knownEventClass(query, compilation);
    if (event === undefined || !isInstanceEvent(event)) return;
    if (event.properties === undefined || event.properties.has('previousinstance')) return;
    const paths = query.properties.map(({ path }) => path);
    for (const path of enough(paths, isPrevious)) {
      report({
        ...inQuery(query, path.names[0] ?? path),
        message: `${event.name} has no PreviousInstance, which only __InstanceModificationEvent has: write TargetInstance, or FROM __InstanceModificationEvent.`,
      });
    }
  }),
});

function isPrevious({ names: [first] }: PropertyPath): boolean {
  return first?.name.toLowerCase() === 'previousinstance';
}
