import { findingIn, forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'ntlog-source-colon',
  severity: 'error',
  group: 'consumer',
  summary: 'SourceName has no colon.',
  why: 'A name with a colon is no source of the event log, and the consumer cannot write.',
  source: 'nteventlogeventconsumer',
  examples: consumerExamples('NTEventLogEventConsumer', { SourceName: '"Sample:Service"' }),
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report) => {
    const name = textOf(instance, 'SourceName');
    const colon = name?.value.indexOf(':') ?? -1;
    if (name === undefined || colon < 0) return;
    report({
      ...findingIn(instance, name, { start: colon, end: colon + 1 }),
      message:
        'SourceName must not have a colon, and no source of the event log has: write the name without it.',
    });
  }),
});
