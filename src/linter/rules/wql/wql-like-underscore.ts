import type { LikeElement } from '../../../../grammar/wql/like-pattern.ts';
import { likePatternOf } from '../../../../grammar/wql/like-pattern.ts';
import { propertyComparisonOf } from '../../../../grammar/wql/queries.ts';
import { enough } from '../../enough.ts';
import { forFilterQueries, inQuery, replacing } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-like-underscore',
  severity: 'info',
  preset: 'strict',
  group: 'wql',
  summary: 'An underscore that is meant as such is written [_] in a pattern of LIKE.',
  why: 'An underscore in a pattern stands for any character, so that "my_app" also matches "my-app" and "myXapp".',
  source: 'like-operator',
  fixes: ['suggestion'],
  examples: queryExamples(
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName LIKE 'my_app%'`,
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName LIKE 'my[_]app%'`,
  ),
  check: forFilterQueries((query, report) => {
    const underscores = query.comparisons.flatMap((node) => {
      const comparison = propertyComparisonOf(node);
      if (comparison?.operator !== 'LIKE' || comparison.value.kind !== 'StringLiteral') return [];
      return likelyLiteral(likePatternOf(comparison.value).elements);
    });
    for (const underscore of enough(underscores)) {
      report({
        ...inQuery(query, underscore),
        message:
          'This underscore matches any character: write [_] where the underscore itself is meant.',
        ...replacing(query, underscore, '[_]'),
      });
    }
  }),
});

/** Underscores that join two words, as in a name. */
function likelyLiteral(elements: readonly LikeElement[]): readonly LikeElement[] {
  return elements.filter((element, index) => {
    if (element.kind !== 'any-character') return false;
    const before = elements[index - 1];
    const after = elements[index + 1];
    return (
      before?.kind === 'text' &&
      after?.kind === 'text' &&
      /[a-z0-9]$/i.test(before.text) &&
      /^[a-z0-9]/i.test(after.text)
    );
  });
}
