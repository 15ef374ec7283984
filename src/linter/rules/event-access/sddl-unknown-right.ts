import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { sddlErrors } from '../../sddl-errors.ts';

export default rule({
  name: 'sddl-unknown-right',
  severity: 'error',
  group: 'event-access',
  summary: 'The rights of an ACE are numbers or two-letter words that SDDL has.',
  why: 'Windows refuses the whole text for an unknown right.',
  source: 'SecAuthZ/ace-strings',
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;PUBLISH;;;BA)'), good: sampleSubscription() },
  check: sddlErrors(['unknown-right']),
});
