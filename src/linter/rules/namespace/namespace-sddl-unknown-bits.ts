import { formatHex, publishRight, subscribeRight } from '../../../security/wmi-rights.ts';
import { enough } from '../../enough.ts';
import {
  acesIn,
  type DescriptorAce,
  eachNamespaceDescriptor,
} from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { misreadNumbers } from '../../sddl-aces.ts';
import { placeIn } from '../../sddl-texts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-unknown-bits',
  severity: 'error',
  group: 'namespace',
  summary: 'The masks of a namespace hold only rights that a namespace has.',
  why: 'WMI refuses an ACE with a bit that is no right of a namespace, such as a right of files.',
  source: '--systemsecurity-setsd; namespace-access-rights-constants',
  hresult: '0x80041008',
  examples: { bad: sampleNamespace('O:BAG:BAD:(A;;0x100;;;BA)'), good: sampleNamespace() },
  check: eachNamespaceDescriptor((text, report) => {
    const isOdd = ({ mask, syntax }: DescriptorAce): boolean =>
      (mask & ~known) !== 0 && misreadNumbers(syntax).length === 0;
    for (const { syntax, mask } of enough(acesIn(text), isOdd)) {
      const { rights } = syntax;
      const extra = (mask & ~known) >>> 0;
      const events = [
        ...((extra & subscribeRight) === 0 ? [] : ['0x40 (WBEM_RIGHT_SUBSCRIBE)']),
        ...((extra & publishRight) === 0 ? [] : ['0x80 (WBEM_RIGHT_PUBLISH)']),
      ];
      const other = (extra & ~(subscribeRight | publishRight)) >>> 0;
      const why =
        other === 0
          ? `${events.join(' and ')} ${events.length === 1 ? 'is a right' : 'are rights'} to events and not to namespaces`
          : `${formatHex(other)} is no right of WMI`;
      report({
        file: text.file,
        at: placeIn(text, rights),
        subject: syntax,
        message: `${why}, and WMI refuses a namespace's descriptor with such bits: write ${formatHex((mask & known) >>> 0)}, or the rights that are meant (0x1 to 0x20, 0x20000, 0x40000).`,
      });
    }
  }),
});

/** The rights of a namespace, DELETE, READ_CONTROL, WRITE_DAC, WRITE_OWNER and the generic rights. */
const known = 0x3f | 0xf0000 | 0xf0000000;
