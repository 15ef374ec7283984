import { forConsumers, settingOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { settingRemoval } from '../../setting-removal.ts';

const unused: readonly string[] = ['CreateNewConsole', 'DesktopName'];

export default rule({
  name: 'cmdline-unused-property',
  severity: 'info',
  preset: 'strict',
  group: 'consumer',
  summary: 'CreateNewConsole and DesktopName are not set.',
  why: 'WMI does not use them, and writes a tracing message when they are set.',
  source: 'commandlineeventconsumer',
  tag: 'unnecessary',
  fixes: ['safe'],
  examples: consumerExamples('CommandLineEventConsumer', { CreateNewConsole: 'TRUE' }),
  check: forConsumers('CommandLineEventConsumer', ({ instance }, report) => {
    for (const name of unused) {
      const assignment = settingOf(instance, name);
      if (assignment?.value === undefined || assignment.value.kind === 'NullValue') continue;
      report({
        file: instance.file,
        at: assignment,
        message: `WMI does not use ${name}, and traces a message because it is set: leave it out.`,
        fixes: [safeFix(`Remove ${name}`, ...settingRemoval(instance, name))],
      });
    }
  }),
});
