import { aceFlagBits } from '../../../security/security-descriptor.ts';
import { enough } from '../../enough.ts';
import { suggestion } from '../../fixes.ts';
import {
  acesIn,
  type DescriptorAce,
  eachNamespaceDescriptor,
} from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-inherit-only',
  severity: 'error',
  group: 'namespace',
  summary: 'An inherit-only ACE is inherited by child namespaces.',
  why: 'An inherit-only ACE (IO) is not for the namespace itself, and without CI no child inherits it. It would apply to nothing, so WMI refuses it.',
  source: '--systemsecurity-setsd',
  hresult: '0x80041008',
  fixes: ['suggestion'],
  examples: {
    bad: sampleNamespace('O:BAG:BAD:(A;CI;0x6001F;;;BA)(A;IO;0x1;;;SY)'),
    good: sampleNamespace(),
  },
  check: eachNamespaceDescriptor((text, report) => {
    const { inheritOnly, containerInherit } = aceFlagBits;
    const isIdle = ({ syntax: { flags } }: DescriptorAce): boolean =>
      (flags.bits & (inheritOnly | containerInherit)) === inheritOnly;
    for (const { syntax } of enough(acesIn(text), isIdle)) {
      const { flags } = syntax;
      report({
        file: text.file,
        at: placeIn(text, flags),
        subject: syntax,
        message:
          'The ACE is inherit-only (IO), but no child namespace inherits it, and WMI refuses it: write CIIO, or leave the flag out.',
        fixes: [
          suggestion('Write CIIO', replaceIn(text, { start: flags.start, end: flags.start }, 'CI')),
        ],
      });
    }
  }),
});
