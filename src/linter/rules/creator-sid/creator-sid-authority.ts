import { type Sid, encodeSid } from '../../../security/sid.ts';
import { describeSid } from '../../../security/well-known-sids.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { eachHolder, elementsSpan, isKnownAuthority } from '../../creator-sids.ts';
import { byteArrayText, replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-authority',
  severity: 'warning',
  group: 'creator-sid',
  summary: 'The authority of a CreatorSID is one that Windows issues accounts under.',
  why: 'The six bytes of the authority begin with the highest: NT accounts have 0, 0, 0, 0, 0, 5. Under any other number Windows knows nobody.',
  source: 'MS-DTYP 2.4.2.2; SecAuthZ/well-known-sids',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 2, 5, 0, 0, 0, 0, 0, 32, 0, 0, 0, 32, 2, 0, 0}'),
    good: sampleSubscription(),
  },
  check: eachHolder(({ creatorSid, instance: { file } }, report) => {
    if (creatorSid.kind !== 'sid' || isKnownAuthority(creatorSid.sid.authority)) return;
    const { sid, value } = creatorSid;
    const turned: Sid = { ...sid, authority: swapAuthority(sid.authority) };
    const isEvident = isKnownAuthority(turned.authority);
    const advice = isEvident
      ? `The bytes are probably the wrong way round; turned, the SID is ${describeSid(turned)}.`
      : 'Accounts of Windows have 0, 0, 0, 0, 0, 5 here.';
    report({
      file,
      at: elementsSpan(value, 2, 7),
      message: `These six bytes are the authority ${sid.authority}, highest byte first (MS-DTYP 2.4.2.2), and Windows knows no accounts under it. ${advice}`,
      ...(isEvident && {
        fixes: [
          suggestion(
            `Turn the bytes round: ${describeSid(turned)}`,
            replaceValue(file, value, byteArrayText(encodeSid(turned))),
          ),
        ],
      }),
    });
  }),
});

function swapAuthority(authority: number): number {
  let rest = authority;
  let turned = 0;
  for (let index = 0; index < 6; index += 1) {
    turned = turned * 256 + (rest % 256);
    rest = Math.floor(rest / 256);
  }
  return turned;
}
