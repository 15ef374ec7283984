import { type Sid, encodeSid } from '../../../security/sid.ts';
import { describeSid } from '../../../security/well-known-sids.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { eachHolder, elementsSpan, swappedSubAuthority } from '../../creator-sids.ts';
import { byteArrayText, replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-big-endian-rid',
  severity: 'warning',
  group: 'creator-sid',
  summary: 'The bytes of a sub-authority begin with the lowest.',
  why: 'Sub-authorities are little-endian; one that is a multiple of 2^24 has almost certainly been written the wrong way round, and the SID names nobody.',
  source: 'MS-DTYP 2.4.2.2 (derived)',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 2, 0, 0, 0, 0, 0, 5, 0, 0, 0, 32, 0, 0, 2, 32}'),
    good: sampleSubscription(),
  },
  check: eachHolder(({ creatorSid, instance: { file } }, report) => {
    if (creatorSid.kind !== 'sid') return;
    const { sid, value } = creatorSid;
    const index = swappedSubAuthority(sid);
    if (index < 0) return;
    const turned: Sid = { ...sid, subAuthorities: sid.subAuthorities.map(swapBytes) };
    report({
      file,
      at: elementsSpan(value, 8 + 4 * index, 11 + 4 * index),
      message: `These four bytes read ${sid.subAuthorities[index]}, because a sub-authority begins with its lowest byte (MS-DTYP 2.4.2.2); they are almost certainly the wrong way round. The array is ${describeSid(sid)}; turned round it is ${describeSid(turned)}.`,
      fixes: [
        suggestion(
          `Turn the bytes round: ${describeSid(turned)}`,
          replaceValue(file, value, byteArrayText(encodeSid(turned))),
        ),
      ],
    });
  }),
});

function swapBytes(value: number): number {
  return (
    (((value & 0xff) << 24) |
      ((value & 0xff00) << 8) |
      ((value >>> 8) & 0xff00) |
      (value >>> 24)) >>>
    0
  );
}
