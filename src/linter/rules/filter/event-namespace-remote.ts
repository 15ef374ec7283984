import { findingIn } from '../../consumer-properties.ts';
import {
  eventNamespaceOf,
  hasLoneBackslash,
  namespaceText,
  namesIn,
} from '../../event-namespaces.ts';
import { filterExamples } from '../../filter-samples.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-namespace-remote',
  severity: 'warning',
  group: 'filter',
  summary: 'EventNamespace names a namespace of this computer.',
  why: 'A filter gets events of the computer that it is on. MOF has no references to other servers.',
  source: 'wmi-error-constants (derived)',
  fixes: ['suggestion'],
  examples: filterExamples(
    'EventNamespace',
    String.raw`EventNamespace = "\\\\SERVER1\\root\\cimv2";`,
    String.raw`EventNamespace = "root\\cimv2";`,
  ),
  check: {
    filter(filter, report) {
      const value = eventNamespaceOf(filter);
      if (value === undefined || hasLoneBackslash(value)) return;
      const server = /^[\\/]{2}([^\\/]+)/.exec(value.value)?.[1];
      if (server === undefined || /^(?:\.|localhost|127\.0\.0\.1)$/i.test(server)) return;
      const literal = namespaceText(namesIn(value.value).slice(1));
      report({
        ...findingIn(filter.instance, value, { start: 2, end: 2 + server.length }),
        message: `The events would have to come from the computer ${server}, and a filter gets those of its own computer only: write ${literal} and compile the file there.`,
        fixes: [suggestion(`Write ${literal}`, replaceValue(filter.instance.file, value, literal))],
      });
    },
  },
});
