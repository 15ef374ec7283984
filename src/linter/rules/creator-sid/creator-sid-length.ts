import type { Span } from '../../../../grammar/mof/ast.ts';
import type { SidProblem } from '../../../security/sid.ts';
import { describeSidProblem } from '../../../security/sid-problems.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import {
  type SidArray,
  eachSidProblem,
  elementsSpan,
  writeAdministrators,
} from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-length',
  severity: 'error',
  group: 'creator-sid',
  summary: 'A SID has 8 bytes and 4 more for each sub-authority that its second byte announces.',
  why: 'With bytes missing the array is no SID. With bytes left over Windows reads only those that are announced, so the SID is not the one that was meant, or the rest means nothing.',
  source: 'MS-DTYP 2.4.2.2',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0}'),
    good: sampleSubscription(),
  },
  check: eachSidProblem(['length', 'too-short'], (problem, array, report) => {
    const message = describeSidProblem(problem);
    report({
      file: array.holder.instance.file,
      at: placeOf(problem, array),
      message: `This is no SID: ${message}. Write all bytes, as in {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0} for BUILTIN\\Administrators.`,
      subject: array.value,
      fixes: [writeAdministrators([array])],
    });
  }),
});

/** Surplus bytes are underlined themselves; where bytes are missing it is the array that is wrong. */
function placeOf(
  problem: Extract<SidProblem, { readonly kind: 'length' | 'too-short' }>,
  { value }: SidArray,
): Span {
  if (problem.kind === 'too-short' || problem.surplus === 0) return value;
  return elementsSpan(value, problem.expected, value.elements.length - 1);
}
