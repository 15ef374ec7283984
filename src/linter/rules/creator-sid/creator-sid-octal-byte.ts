import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { decimalDigits, eachHolder, misleadingOctals } from '../../creator-sids.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-octal-byte',
  severity: 'warning',
  group: 'creator-sid',
  summary: 'No byte of a CreatorSID has a leading zero that makes it octal.',
  why: 'A leading zero makes a number of MOF octal: 032 is 26, and the SID is not the one that was meant.',
  source: 'numbers',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 2, 0, 0, 0, 0, 0, 5, 032, 0, 0, 0, 032, 2, 0, 0}'),
    good: sampleSubscription(),
  },
  check: eachHolder(({ creatorSid, instance: { file } }, report) => {
    if (creatorSid.kind !== 'sid' && creatorSid.kind !== 'malformed') return;
    const octals = misleadingOctals(creatorSid.value);
    const [first, ...others] = octals;
    if (first === undefined) return;
    const digits = decimalDigits(first);
    const more = others.length === 0 ? '' : ` (and ${others.length} more of the kind)`;
    report({
      file,
      at: first,
      message: `The leading zero makes ${first.raw} octal, that is ${first.value}${more}, so the SID is another one. Write ${digits} if ${digits} is meant.`,
      related: others.map(({ start, end, raw, value }) => ({
        file,
        start,
        end,
        message: `${raw} is ${value}`,
      })),
      fixes: [
        suggestion(
          octals.length === 1 ? `Write ${digits}` : 'Remove the leading zeros',
          ...octals.map((element) => ({
            file,
            start: element.start,
            end: element.end,
            text: decimalDigits(element),
          })),
        ),
      ],
    });
  }),
});
