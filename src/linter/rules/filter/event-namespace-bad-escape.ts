import {
  eventNamespaceOf,
  hasLoneBackslash,
  namespaceText,
  namesIn,
  rawText,
} from '../../event-namespaces.ts';
import { filterExamples } from '../../filter-samples.ts';
import { replaceValue, safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-namespace-bad-escape',
  severity: 'error',
  group: 'filter',
  summary: 'Each backslash in EventNamespace is written twice.',
  why: 'In a MOF string \\r is a carriage return and \\c is nothing, so that the filter waits in a namespace that does not exist.',
  source: 'strings, creating-an-event-filter',
  fixes: ['safe'],
  examples: filterExamples(
    'EventNamespace',
    String.raw`EventNamespace = "\root\cimv2";`,
    String.raw`EventNamespace = "root\\cimv2";`,
  ),
  supersedes: ['bad-escape'],
  check: {
    filter(filter, report) {
      const value = eventNamespaceOf(filter);
      if (value === undefined || !hasLoneBackslash(value)) return;
      const names = namesIn(rawText(value));
      const literal = namespaceText(names);
      const isPlain = names.length > 0 && names.every((name) => /^\w+$/.test(name));
      report({
        file: filter.instance.file,
        at: value,
        message:
          'A backslash in a MOF string is written twice. Here one stands alone and turns into something else, so there is ' +
          `no such namespace: write ${isPlain ? literal : String.raw`for example "root\\cimv2"`}.`,
        ...(isPlain && {
          fixes: [safeFix(`Write ${literal}`, replaceValue(filter.instance.file, value, literal))],
        }),
      });
    },
  },
});
