import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { sddlErrors } from '../../sddl-errors.ts';

export default rule({
  name: 'sddl-syntax',
  severity: 'error',
  group: 'event-access',
  summary: 'A security descriptor is well-formed SDDL.',
  why: 'Windows refuses the whole text for one mistake, so nothing of it takes effect.',
  source: 'SecAuthZ/security-descriptor-string-format; SecAuthZ/ace-strings; MS-DTYP 2.5.1.1',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;0x80;;;BA)'), good: sampleSubscription() },
  check: sddlErrors(['syntax']),
});
