import type { Comparison, StringLiteral } from '../../../../grammar/wql/ast.ts';
import { singleBackslashesOf } from '../../../../grammar/wql/literals.ts';
import { enough } from '../../enough.ts';
import { editQuery, forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-single-backslash',
  severity: 'warning',
  group: 'wql',
  summary: 'A backslash in a string of a query is written twice for WQL, and so four times in MOF.',
  why: 'Both MOF and WQL read a backslash as the beginning of an escape. MOF leaves one of two, and WMI then compares with another text than is meant. The patterns of LIKE have no escapes.',
  source: 'where-clause, MS-WMI 2.2.1',
  fixes: ['suggestion'],
  examples: queryExamples(
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND RootPath = 'SOFTWARE\Sample'`,
      namespace: String.raw`root\default`,
    },
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND RootPath = 'SOFTWARE\\Sample'`,
      namespace: String.raw`root\default`,
    },
  ),
  check: forFilterQueries((query, report) => {
    const literals = query.comparisons.flatMap(literalOf);
    for (const literal of enough(literals, (literal) => singleBackslashesOf(literal).length > 0)) {
      const spans = singleBackslashesOf(literal);
      const [first] = spans;
      const last = spans.at(-1);
      if (first === undefined || last === undefined) continue;
      const edits = spans.map((span) => editQuery(query, span, '\\\\'));
      const whole = edits.filter((edit) => edit !== undefined);
      const isOne = spans.length === 1;
      report({
        ...inQuery(query, isOne ? first : literal),
        message: `WQL wants each backslash in this text twice, and ${isOne ? 'one stands' : `${spans.length} stand`} alone once MOF has read the string: write \\\\\\\\ in the file for each.`,
        ...(whole.length === edits.length && {
          fixes: [suggestion(isOne ? 'Double the backslash' : 'Double the backslashes', ...whole)],
        }),
      });
    }
  }),
});

function literalOf({ left, operator, right }: Comparison): readonly StringLiteral[] {
  if (operator?.operator === 'LIKE') return [];
  return [left, right].filter((operand) => operand?.kind === 'StringLiteral');
}
