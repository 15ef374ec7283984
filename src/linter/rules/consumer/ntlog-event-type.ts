import { forConsumers, numberOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

const types: ReadonlySet<bigint> = new Set([0n, 1n, 2n, 4n, 8n, 16n]);

export default rule({
  name: 'ntlog-event-type',
  severity: 'error',
  group: 'consumer',
  summary: 'EventType is 0, 1, 2, 4, 8 or 16.',
  why: 'The event log has no other types, and does not take the entry.',
  source: 'nteventlogeventconsumer',
  examples: consumerExamples('NTEventLogEventConsumer', { EventType: '3' }),
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report) => {
    const set = numberOf(instance, 'EventType');
    if (set === undefined || types.has(set.number)) return;
    report({
      file: instance.file,
      at: set.value,
      message: `The event log has no type ${set.number}: write 0 (success), 1 (error), 2 (warning), 4 (information), 8 (audit success) or 16 (audit failure).`,
    });
  }),
});
