import { forConsumers, numberOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

const priorities: ReadonlySet<bigint> = new Set([32n, 64n, 128n, 256n]);

export default rule({
  name: 'cmdline-priority-invalid',
  severity: 'error',
  group: 'consumer',
  summary: 'Priority is 32 (normal), 64 (idle), 128 (high) or 256 (real time).',
  why: 'The number is handed to Windows as it is, and Windows has no other priorities.',
  source: 'commandlineeventconsumer',
  examples: consumerExamples('CommandLineEventConsumer', { Priority: '33' }, { Priority: '64' }),
  check: forConsumers('CommandLineEventConsumer', ({ instance }, report) => {
    const set = numberOf(instance, 'Priority');
    if (set === undefined || priorities.has(set.number)) return;
    report({
      file: instance.file,
      at: set.value,
      message: `Windows has no priority ${set.number}: write 32 (normal), 64 (idle), 128 (high) or 256 (real time).`,
    });
  }),
});
