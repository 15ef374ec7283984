import { formatHex } from '../../../security/wmi-rights.ts';
import { enough } from '../../enough.ts';
import { suggestion } from '../../fixes.ts';
import { acesIn, eachNamespaceDescriptor } from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-full-write-alone',
  severity: 'error',
  group: 'namespace',
  summary: 'An ACE with FULL_WRITE_REP has PARTIAL_WRITE_REP and WRITE_PROVIDER as well.',
  why: 'WMI refuses an ACE that has the first without the others: who may write everything may also write instances, to the repository and through providers.',
  source: '--systemsecurity-setsd',
  hresult: '0x80041008',
  fixes: ['suggestion'],
  examples: { bad: sampleNamespace('O:BAG:BAD:(A;;0x4;;;BA)'), good: sampleNamespace() },
  check: eachNamespaceDescriptor((text, report) => {
    for (const { syntax, mask } of enough(acesIn(text), ({ mask }) => isAlone(mask))) {
      const { rights } = syntax;
      const whole = formatHex((mask | 0x18) >>> 0);
      report({
        file: text.file,
        at: placeIn(text, rights),
        subject: syntax,
        message: `${formatHex(mask)} has WBEM_FULL_WRITE_REP (0x4) without ${(mask & 0x8) === 0 ? 'WBEM_PARTIAL_WRITE_REP (0x8)' : 'WBEM_WRITE_PROVIDER (0x10)'}, and WMI refuses such an ACE: write ${whole}.`,
        fixes: [suggestion(`Write ${whole}`, replaceIn(text, rights, whole))],
      });
    }
  }),
});

/** Both are asked for, because the documentation can be read either way. */
function isAlone(mask: number): boolean {
  return (mask & 0x4) !== 0 && (mask & 0x18) !== 0x18;
}
