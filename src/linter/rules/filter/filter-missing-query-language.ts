import { filterExamples } from '../../filter-samples.ts';
import { addProperty, replaceValue, safeFix } from '../../fixes.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'filter-missing-query-language',
  severity: 'error',
  group: 'filter',
  summary: 'A filter has a QueryLanguage.',
  why: 'QueryLanguage is one of the three properties that a filter must have, and it has no default.',
  source: 'monitoring-events, --eventfilter',
  fixes: ['safe'],
  examples: filterExamples('QueryLanguage', ''),
  check: {
    filter({ instance }, report, compilation) {
      const at = missing(instance, 'QueryLanguage', compilation);
      if (at === undefined) return;
      const value = instance.properties.get('querylanguage')?.value;
      report({
        file: instance.file,
        at,
        message:
          'The filter has no QueryLanguage, and WMI assumes none: write QueryLanguage = "WQL";.',
        fixes: [
          safeFix(
            'Set QueryLanguage to WQL',
            value === undefined
              ? addProperty(instance, 'QueryLanguage = "WQL";')
              : replaceValue(instance.file, value, '"WQL"'),
          ),
        ],
      });
    },
  },
});
