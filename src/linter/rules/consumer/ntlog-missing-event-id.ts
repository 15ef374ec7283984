import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { absent } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'ntlog-missing-event-id',
  severity: 'error',
  group: 'consumer',
  summary: 'An event-log consumer has an EventID.',
  why: 'The property must not be NULL: it says which message of the source is written.',
  source: 'nteventlogeventconsumer',
  hresult: '0x80041028',
  examples: consumerExamples('NTEventLogEventConsumer', { EventID: undefined }),
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report, compilation) => {
    const at = absent(instance, 'EventID', compilation);
    if (at === undefined) return;
    report({
      file: instance.file,
      at,
      message:
        'The consumer has no EventID, which must not be NULL: write the number of a message that the source has.',
    });
  }),
});
