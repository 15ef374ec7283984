import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { eachHolder } from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-null-element',
  severity: 'error',
  group: 'creator-sid',
  summary: 'No element of a CreatorSID is NULL.',
  why: 'WMI stores no arrays with NULL elements, and mofcomp refuses the file.',
  source: 'wmi-error-constants',
  hresult: '0x80044020',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 2, NULL, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0}'),
    good: sampleSubscription(),
  },
  supersedes: ['array-null-element'],
  check: eachHolder(({ creatorSid, instance: { file } }, report) => {
    if (creatorSid.kind !== 'wrong-type' || creatorSid.value?.kind !== 'ArrayValue') return;
    for (const element of creatorSid.value.elements) {
      if (element.kind !== 'NullValue') continue;
      report({
        file,
        at: element,
        message:
          'A byte of a SID cannot be NULL, and mofcomp refuses the file. Write 0 if a zero byte is meant.',
        subject: element,
        fixes: [
          {
            title: 'Write 0',
            safety: 'suggestion',
            edits: [{ file, start: element.start, end: element.end, text: '0' }],
          },
        ],
      });
    }
  }),
});
