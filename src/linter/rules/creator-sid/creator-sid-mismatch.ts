import type { Binding } from '../../../compiler/model.ts';
import { type Sid, equalSids } from '../../../security/sid.ts';
import { describeSid } from '../../../security/well-known-sids.ts';
import { sampleWithFilterSid } from '../../creator-sid-samples.ts';
import { type SidArray, partsJoinedBy, plausibleSid } from '../../creator-sids.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { type Report, rule } from '../../rule.ts';
import { sampleConsumer, sampleFilter, sampleSubscription } from '../../samples.ts';

interface Part extends SidArray {
  readonly sid: Sid;
}

export default rule({
  name: 'creator-sid-mismatch',
  severity: 'error',
  group: 'creator-sid',
  summary: 'The filter, the consumer and the binding carry the same CreatorSID.',
  why: 'WMI holds the three instances together by their CreatorSID; a subscription whose parts disagree does not work.',
  source: 'receiving-events-securely; creating-an-event-filter',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithFilterSid('{1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0}'),
    good: sampleSubscription({ filter: sampleFilter, consumer: sampleConsumer }),
  },
  supersedes: ['creator-sid-partial'],
  check: {
    binding(binding, report) {
      const parts = partsWithSid(binding);
      const [first] = parts ?? [];
      if (parts === undefined || first === undefined) return;
      if (parts.every(({ sid }) => equalSids(sid, first.sid))) return;
      const model = referencePart(parts);
      if (model === undefined) return;
      for (const part of parts)
        if (!equalSids(part.sid, model.sid)) reportPart(part, model, report);
    },
  },
});

/** The parts with a SID; undefined when one has a SID that is not what its author meant. */
function partsWithSid(binding: Binding): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const holder of partsJoinedBy(binding)) {
    const { creatorSid } = holder;
    if (creatorSid.kind === 'absent' || creatorSid.kind === 'null') continue;
    const sid = plausibleSid(holder);
    if (sid === undefined || creatorSid.kind !== 'sid') return undefined;
    parts.push({ holder, value: creatorSid.value, sid });
  }
  return parts;
}

/** The part whose SID most of the others have; of several such parts the first, which is the filter. */
function referencePart(parts: readonly Part[]): Part | undefined {
  const followers = ({ sid }: Part): number =>
    parts.filter((other) => equalSids(other.sid, sid)).length;
  const most = Math.max(...parts.map(followers));
  return parts.find((part) => followers(part) === most);
}

function reportPart({ holder, value, sid }: Part, model: Part, report: Report): void {
  const { file } = holder.instance;
  const other = model.holder.instance.file;
  report({
    file,
    at: value,
    message:
      `The ${holder.kind}'s CreatorSID is ${describeSid(sid)}, the ${model.holder.kind}'s is ${describeSid(model.sid)}: ` +
      'with different ones the subscription does not work. Write the same SID on filter, consumer and binding.',
    related: [
      {
        file: other,
        start: model.value.start,
        end: model.value.end,
        message: `the ${model.holder.kind}'s`,
      },
    ],
    fixes: [
      suggestion(
        `Write the ${model.holder.kind}'s SID here`,
        replaceValue(file, value, other.text.slice(model.value.start, model.value.end)),
      ),
    ],
  });
}
