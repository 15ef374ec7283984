import type { PropertyPath } from '../../../../grammar/wql/ast.ts';
import { enough } from '../../enough.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

/** Folded. */
const alwaysNull: readonly string[] = ['__namespace', '__path', '__relpath', '__server'];

export default rule({
  name: 'wql-null-system-property',
  severity: 'error',
  group: 'wql',
  summary: 'A condition does not name __NAMESPACE, __PATH, __RELPATH or __SERVER of an event.',
  why: 'An event is no stored object: these properties are NULL in it, and the condition never holds.',
  source: 'select-statement-for-event-queries',
  examples: queryExamples(
    `SELECT * FROM Win32_ProcessStartTrace WHERE __SERVER = 'HOST1'`,
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample.exe'`,
  ),
  check: forFilterQueries((query, report) => {
    const paths = query.properties
      .filter(({ clause }) => clause === 'where')
      .map(({ path }) => path);
    for (const path of enough(paths, isAlwaysNull)) {
      report({
        ...inQuery(query, path),
        message: `${path.names[0]?.name ?? ''} of an event is always NULL, so that this condition never holds: name a property of the class, or of the instance as in TargetInstance.Name.`,
      });
    }
  }),
});

function isAlwaysNull({ names: [first, ...others] }: PropertyPath): boolean {
  return others.length === 0 && alwaysNull.includes(first?.name.toLowerCase() ?? '');
}
