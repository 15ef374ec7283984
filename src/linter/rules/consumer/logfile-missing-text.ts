import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'logfile-missing-text',
  severity: 'warning',
  group: 'consumer',
  summary: 'A log-file consumer has a Text.',
  why: 'Text is what the consumer writes for each event: without one the file tells nothing.',
  source: 'logfileeventconsumer',
  examples: consumerExamples('LogFileEventConsumer', { Text: undefined }),
  check: forConsumers('LogFileEventConsumer', ({ instance }, report, compilation) => {
    const at = missing(instance, 'Text', compilation);
    if (at === undefined) return;
    report({
      file: instance.file,
      at,
      message:
        'The consumer has no Text, so the file says nothing about the event: write a template, such as Text = "%TargetInstance.Name%";.',
    });
  }),
});
