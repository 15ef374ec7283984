import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { textOf } from '../../consumer-properties.ts';
import { filterExamples } from '../../filter-samples.ts';
import { replaceValue, safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'filter-query-language-not-wql',
  severity: 'error',
  group: 'filter',
  summary: 'The QueryLanguage of a filter is WQL.',
  why: 'WMI knows no other language for filters.',
  source: '--eventfilter',
  fixes: ['safe'],
  examples: filterExamples('QueryLanguage', 'QueryLanguage = "SQL";'),
  check: {
    filter({ instance }, report) {
      const value = textOf(instance, 'QueryLanguage');
      if (value === undefined || hasPlaceholder(value.value)) return;
      if (value.value.toLowerCase() === 'wql') return;
      report({
        file: instance.file,
        at: value,
        message: `WMI has no query language ${JSON.stringify(value.value)} for filters, so this one is refused: write "WQL".`,
        fixes: [safeFix('Write "WQL"', replaceValue(instance.file, value, '"WQL"'))],
      });
    },
  },
});
