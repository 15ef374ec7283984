import { eachNamespaceDescriptor, hasNoList } from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-no-dacl',
  severity: 'error',
  group: 'namespace',
  summary: 'The descriptor of a namespace has a DACL.',
  why: 'WMI refuses a descriptor that does not list who has access. Elsewhere in Windows one without a DACL lets everybody in.',
  source: '--systemsecurity-setsd',
  hresult: '0x80041008',
  examples: { bad: sampleNamespace('O:BAG:BA'), good: sampleNamespace() },
  check: eachNamespaceDescriptor((text, report) => {
    if (!hasNoList(text)) return;
    report({
      file: text.file,
      at: text.value,
      message:
        'The descriptor has no DACL, and WMI refuses it for a namespace: add the list of those who have access, as in D:(A;CI;0x6003F;;;BA).',
    });
  }),
});
