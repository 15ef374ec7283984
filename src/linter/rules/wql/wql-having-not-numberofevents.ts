import type { Comparison } from '../../../../grammar/wql/ast.ts';
import {
  comparisonsOf,
  isProperty,
  propertyComparisonOf,
} from '../../../../grammar/wql/queries.ts';
import { enough } from '../../enough.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

const LARGEST = 0xffff_ffffn;

export default rule({
  name: 'wql-having-not-numberofevents',
  severity: 'error',
  group: 'wql',
  summary: 'HAVING compares NumberOfEvents with a whole number.',
  why: 'The events of a group have become one, and what is left to ask is how many they were. WMI refuses other conditions.',
  source: 'having-clause',
  examples: queryExamples(
    'SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN 300 HAVING EventType > 5',
    'SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN 300 HAVING NumberOfEvents > 5',
  ),
  check: forFilterQueries((query, report) => {
    const having = query.query.group?.having;
    if (having === undefined) return;
    for (const comparison of enough(comparisonsOf(having))) {
      const fault = faultOf(comparison);
      if (fault !== undefined) report({ ...inQuery(query, comparison), message: fault });
    }
  }),
});

function faultOf(node: Comparison): string | undefined {
  const comparison = propertyComparisonOf(node);
  if (comparison === undefined) return undefined;
  const { property, value, operator } = comparison;
  if (!isProperty(property, 'NumberOfEvents')) {
    return 'HAVING is about the group, of which only the number of events is known: write HAVING NumberOfEvents > 5, and conditions on the events themselves into WHERE.';
  }
  if (operator === 'LIKE') {
    return 'NumberOfEvents is a number, and LIKE is for text: write > or another comparison of numbers.';
  }
  const isCount = value.kind === 'IntegerLiteral' && value.value >= 0n && value.value <= LARGEST;
  return isCount
    ? undefined
    : 'NumberOfEvents is a whole number from 0 to 4294967295, so WMI refuses this comparison: write such a number.';
}
