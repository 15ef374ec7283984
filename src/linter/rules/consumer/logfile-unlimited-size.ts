import { forConsumers, numberOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'logfile-unlimited-size',
  severity: 'warning',
  group: 'consumer',
  summary: 'A log file has a largest size.',
  why: '0 stands for no limit: whoever can cause the event often enough fills the disk.',
  source: 'logfileeventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples(
    'LogFileEventConsumer',
    { MaximumFileSize: '0' },
    { MaximumFileSize: '1048576' },
  ),
  check: forConsumers('LogFileEventConsumer', ({ instance }, report) => {
    const set = numberOf(instance, 'MaximumFileSize');
    if (set?.number !== 0n) return;
    report({
      file: instance.file,
      at: set.value,
      message:
        'A MaximumFileSize of 0 means that the file grows until the disk is full: write a size in bytes, such as 1048576, or leave the property out for 65535.',
      fixes: [suggestion('Write 1048576', replaceValue(instance.file, set.value, '1048576'))],
    });
  }),
});
