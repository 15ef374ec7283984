import {
  eventNamespaceOf,
  hasLoneBackslash,
  namespaceText,
  namesIn,
} from '../../event-namespaces.ts';
import { filterExamples } from '../../filter-samples.ts';
import { replaceValue, safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-namespace-syntax',
  severity: 'error',
  group: 'filter',
  summary: 'EventNamespace is a path of names with one separator between them.',
  why: 'WMI looks for the namespace by that very text, and the filter waits in a namespace that does not exist.',
  source: 'describing-a-wmi-namespace-object-path, creating-hierarchies-within-wmi',
  fixes: ['safe'],
  examples: filterExamples(
    'EventNamespace',
    String.raw`EventNamespace = "root\\ cimv2";`,
    String.raw`EventNamespace = "root\\cimv2";`,
  ),
  check: {
    filter(filter, report) {
      const value = eventNamespaceOf(filter);
      if (value === undefined || value.value === '' || hasLoneBackslash(value)) return;
      const path = value.value.replace(/^[\\/]{2}[^\\/]+(?=[\\/]|$)/, '');
      const fault = faultOf(path);
      if (fault === undefined) return;
      const names = namesIn(path);
      const literal = namespaceText(names);
      const isPlain = names.length > 0 && names.every((name) => /^\w+$/.test(name.trim()));
      report({
        file: filter.instance.file,
        at: value,
        message: `${fault}, so WMI finds no such namespace: write ${isPlain ? literal : String.raw`for example "root\\cimv2"`}.`,
        ...(isPlain && {
          fixes: [safeFix(`Write ${literal}`, replaceValue(filter.instance.file, value, literal))],
        }),
      });
    },
  },
});

function faultOf(path: string): string | undefined {
  if (/\s/.test(path)) return 'The name of a namespace has no white space';
  if (/[\\/]{2}/.test(path)) return 'Two separators stand side by side with no name between them';
  const wrong = /[:*?<>|"=,;]/.exec(path);
  return wrong === null ? undefined : `The name of a namespace has no ${wrong[0]}`;
}
