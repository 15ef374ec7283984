import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { textOf } from '../../consumer-properties.ts';
import { sampleDescriptor, sampleNamespace } from '../../namespace-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-name',
  severity: 'error',
  group: 'namespace',
  summary: 'The name of a namespace is a letter and then letters, digits and underscores.',
  why: 'WMI refuses any other name. A name is one step: a namespace below another one is created under the pragma of that one.',
  source: 'creating-hierarchies-within-wmi',
  examples: { bad: sampleNamespace(sampleDescriptor, '1N-x'), good: sampleNamespace() },
  check: {
    instance(instance, report) {
      if (instance.className.toLowerCase() !== '__namespace') return;
      const value = textOf(instance, 'Name');
      if (value === undefined || hasPlaceholder(value.value)) return;
      if (/^[a-z][a-z0-9_]*$/iu.test(value.value)) return;
      report({
        file: instance.file,
        at: value,
        message: /^[a-z]\w*(?:[\\/]+[a-z]\w*)+$/iu.test(value.value)
          ? 'Name is one step of a path and not a path, so WMI refuses it: name the parent in #pragma namespace, and write the last step here.'
          : `${value.value.length <= 80 ? JSON.stringify(value.value) : 'The text'} is no name of a namespace, so WMI refuses it: begin with a letter, and go on with letters, digits and underscores.`,
      });
    },
  },
});
