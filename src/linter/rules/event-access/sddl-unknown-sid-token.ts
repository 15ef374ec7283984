import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { sddlErrors } from '../../sddl-errors.ts';

export default rule({
  name: 'sddl-unknown-sid-token',
  severity: 'error',
  group: 'event-access',
  summary: 'Everybody in a security descriptor is a known two-letter alias or a SID.',
  why: 'Windows knows 68 aliases and no account names in SDDL; for any other word it refuses the whole text.',
  source: 'SecAuthZ/sid-strings',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;Administrators)'),
    good: sampleSubscription(),
  },
  check: sddlErrors(['unknown-sid-token']),
});
