import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { sddlErrors } from '../../sddl-errors.ts';

export default rule({
  name: 'sddl-unknown-ace-type',
  severity: 'error',
  group: 'event-access',
  summary: 'The type and the flags of an ACE are ones that SDDL has.',
  why: 'Windows refuses the whole text for an unknown word.',
  source: 'SecAuthZ/ace-strings',
  examples: { bad: sampleWithAccess('O:BAG:BAD:(Q;;0x80;;;BA)'), good: sampleSubscription() },
  check: sddlErrors(['unknown-ace-type', 'unknown-ace-flag']),
});
