import type { Comparison } from '../../../../grammar/wql/ast.ts';
import { propertyComparisonOf } from '../../../../grammar/wql/queries.ts';
import { enough } from '../../enough.ts';
import { editQuery, forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-equals-with-wildcard',
  severity: 'warning',
  group: 'wql',
  summary: 'Texts with wildcards are compared with LIKE.',
  why: 'With = a percent sign is a percent sign, and hardly any value has one at its beginning or end.',
  source: 'like-operator',
  fixes: ['suggestion'],
  examples: queryExamples(
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample%'`,
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName LIKE 'sample%'`,
  ),
  check: forFilterQueries((query, report) => {
    for (const node of enough(query.comparisons, hasWildcard)) {
      const { operator } = node;
      const isEqual = operator?.operator === '=';
      const edit =
        operator === undefined || !isEqual ? undefined : editQuery(query, operator, 'LIKE');
      report({
        ...inQuery(query, node),
        message: `With ${operator?.raw ?? '='} the percent sign stands for itself and matches nothing else: write ${isEqual ? 'LIKE' : 'NOT before the property, and LIKE'} for a pattern.`,
        ...(edit !== undefined && { fixes: [suggestion('Write LIKE', edit)] }),
      });
    }
  }),
});

function hasWildcard(node: Comparison): boolean {
  const comparison = propertyComparisonOf(node);
  if (comparison === undefined) return false;
  const { operator, value } = comparison;
  if (operator !== '=' && operator !== '!=') return false;
  // `%NAME%` may be a variable, and `50%` a number.
  return (
    value.kind === 'StringLiteral' &&
    /^%.*[^%]$|^[^%].*[^\d%]%$/s.test(value.value) &&
    /[a-z]/i.test(value.value)
  );
}
