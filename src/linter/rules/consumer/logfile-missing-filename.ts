import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'logfile-missing-filename',
  severity: 'error',
  group: 'consumer',
  summary: 'A log-file consumer has a Filename.',
  why: 'It is the file that the consumer writes to: without one nothing is written.',
  source: 'logfileeventconsumer (derived)',
  examples: consumerExamples('LogFileEventConsumer', { Filename: undefined }),
  check: forConsumers('LogFileEventConsumer', ({ instance }, report, compilation) => {
    const at = missing(instance, 'Filename', compilation);
    if (at === undefined) return;
    report({
      file: instance.file,
      at,
      message:
        'The consumer has no Filename, so there is no file to write to: write the complete path of one in a folder that ' +
        'exists.',
    });
  }),
});
