import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { isCutShort, textOf } from '../../consumer-properties.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-absent',
  severity: 'info',
  preset: 'strict',
  group: 'namespace',
  summary: 'A namespace that a file creates says who has access to it.',
  why: 'Without NamespaceSecuritySDDL it gets the default security, by which every authenticated user reads it and runs its methods.',
  source: 'setting-namespace-security-when-the-namespace-is-created',
  examples: { bad: sampleNamespace(null), good: sampleNamespace() },
  check: {
    instance(instance, report) {
      const { className, node, file } = instance;
      if (className.toLowerCase() !== '__namespace') return;
      if (isCutShort(instance)) return;
      if (qualifierNamed(node.qualifiers, 'namespacesecuritysddl') !== undefined) return;
      const name = textOf(instance, 'Name')?.value;
      // Namespaces of translations hold texts only.
      if (name === undefined || /^ms_[0-9a-f]+$/iu.test(name)) return;
      report({
        file,
        at: node.className,
        message:
          'The namespace gets the default security, because the file does not say who has access to it: write [NamespaceSecuritySDDL("O:BAG:BAD:...")] before the instance.',
      });
    },
  },
});
