import type { Comparison } from '../../../../grammar/wql/ast.ts';
import { nameOf, propertyComparisonOf } from '../../../../grammar/wql/queries.ts';
import { enough } from '../../enough.ts';
import { knownEventClass, type QueryClass } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { instanceClassesOf, propertyAt } from '../../query-properties.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

const relational: ReadonlySet<string | undefined> = new Set(['<', '>', '<=', '>=']);

export default rule({
  name: 'wql-bool-relational',
  severity: 'error',
  group: 'wql',
  summary: 'Booleans are compared with =, <> and != only.',
  why: 'TRUE is neither more nor less than FALSE, and WMI refuses the operator.',
  source: 'where-clause, wmi-error-constants',
  hresult: '0x80041063',
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.Started >= FALSE`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.Started = TRUE`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const event = knownEventClass(query, compilation);
    const instances = instanceClassesOf(query, compilation);
    const comparisons = query.comparisons.filter((node) => relational.has(node.operator?.operator));
    for (const node of enough(comparisons, (node) => isBoolean(node, event, instances))) {
      const property = propertyComparisonOf(node)?.property;
      report({
        ...inQuery(query, node.operator ?? node),
        message: `${property === undefined ? 'This' : nameOf(property)} is compared as a boolean, which is only equal or not, so WMI refuses ${node.operator?.raw ?? ''}: write = TRUE or = FALSE.`,
      });
    }
  }),
});

function isBoolean(
  node: Comparison,
  event: QueryClass | undefined,
  instances: readonly QueryClass[],
): boolean {
  const comparison = propertyComparisonOf(node);
  if (comparison === undefined) return false;
  const { property, value } = comparison;
  if (value.kind === 'BooleanLiteral') return true;
  return event !== undefined && propertyAt(property, event, instances)?.kind === 'boolean';
}
