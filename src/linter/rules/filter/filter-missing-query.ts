import { filterExamples } from '../../filter-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'filter-missing-query',
  severity: 'error',
  group: 'filter',
  summary: 'A filter has a Query.',
  why: 'Query is one of the three properties that a filter must have: without it there is no event to wait for.',
  source: 'monitoring-events, --eventfilter',
  examples: filterExamples('Query', ''),
  check: {
    filter({ instance }, report, compilation) {
      const at = missing(instance, 'Query', compilation);
      if (at === undefined) return;
      report({
        file: instance.file,
        at,
        message:
          'The filter has no Query, so there is no event that it lets through: write Query = "SELECT * FROM ... WHERE ...";.',
      });
    },
  },
});
