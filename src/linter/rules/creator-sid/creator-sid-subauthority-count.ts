import { describeSidProblem } from '../../../security/sid-problems.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { eachSidProblem, elementsSpan, writeByte } from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-subauthority-count',
  severity: 'error',
  group: 'creator-sid',
  summary: 'The second byte of a SID, its number of sub-authorities, is at most 15.',
  why: 'No SID has more, so Windows takes the bytes for none.',
  source: 'MS-DTYP 2.4.2.2',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 32, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0}'),
    good: sampleSubscription(),
  },
  check: eachSidProblem(['sub-authority-count'], (problem, array, report) => {
    const { length } = array.value.elements;
    const fitting = length >= 12 && length % 4 === 0 ? (length - 8) / 4 : undefined;
    const advice =
      fitting !== undefined && fitting <= 15
        ? ` The array has ${length} bytes, which is right for ${fitting}: write ${fitting} here.`
        : ' Write the number of sub-authorities that follow.';
    report({
      file: array.holder.instance.file,
      at: elementsSpan(array.value, 1),
      message: `This is no SID: ${describeSidProblem(problem)}.${advice}`,
      subject: array.value,
      fixes: [writeByte(array, 1, fitting ?? 0)],
    });
  }),
});
