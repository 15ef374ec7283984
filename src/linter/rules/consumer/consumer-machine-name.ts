import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { settingRemoval } from '../../setting-removal.ts';

export default rule({
  name: 'consumer-machine-name',
  severity: 'warning',
  group: 'consumer',
  summary: 'A script consumer has no MachineName.',
  why: 'By convention the script consumer does not run on another computer: it runs where the subscription is, or not at all.',
  source: 'activescripteventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples('ActiveScriptEventConsumer', { MachineName: '"SERVER1"' }),
  check: forConsumers('ActiveScriptEventConsumer', ({ instance }, report) => {
    const value = textOf(instance, 'MachineName');
    if (value === undefined || /^(?:\.|localhost|)$/i.test(value.value.trim())) return;
    report({
      file: instance.file,
      at: value,
      message: `The script consumer cannot run on ${value.value} or any other computer: leave MachineName out, and compile the subscription there.`,
      fixes: [suggestion('Remove MachineName', ...settingRemoval(instance, 'MachineName'))],
    });
  }),
});
