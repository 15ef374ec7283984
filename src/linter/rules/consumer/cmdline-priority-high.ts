import { forConsumers, numberOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

const high: ReadonlyMap<bigint, string> = new Map([
  [128n, 'high'],
  [256n, 'real time'],
]);

export default rule({
  name: 'cmdline-priority-high',
  severity: 'warning',
  group: 'consumer',
  summary: 'Priority is not above normal.',
  why: 'A program of high priority takes nearly all of the processor, and one of real time more than that.',
  source: 'commandlineeventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples('CommandLineEventConsumer', { Priority: '256' }, { Priority: '32' }),
  check: forConsumers('CommandLineEventConsumer', ({ instance }, report) => {
    const set = numberOf(instance, 'Priority');
    const name = set === undefined ? undefined : high.get(set.number);
    if (set === undefined || name === undefined) return;
    report({
      file: instance.file,
      at: set.value,
      message: `The priority is ${name}, and a program that is busy keeps the rest of the system waiting: write 32 (normal), or leave it out.`,
      fixes: [suggestion('Write 32', replaceValue(instance.file, set.value, '32'))],
    });
  }),
});
