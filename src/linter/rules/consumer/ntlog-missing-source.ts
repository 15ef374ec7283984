import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'ntlog-missing-source',
  severity: 'warning',
  group: 'consumer',
  summary: 'An event-log consumer has a SourceName.',
  why: 'The source holds the text of the message: without one the entry is a number and its strings.',
  source: 'nteventlogeventconsumer',
  examples: consumerExamples('NTEventLogEventConsumer', { SourceName: undefined }),
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report, compilation) => {
    const at = missing(instance, 'SourceName', compilation);
    if (at === undefined) return;
    report({
      file: instance.file,
      at,
      message:
        'The consumer has no SourceName, so the entry has no text of its own: write the name of a source that is registered on the computer.',
    });
  }),
});
