import { booleanSetting } from '../../../compiler/settings.ts';
import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { settingRemoval } from '../../setting-removal.ts';

export default rule({
  name: 'cmdline-run-interactively',
  severity: 'warning',
  group: 'consumer',
  summary: 'A command-line consumer does not run interactively.',
  why: 'Since Windows Vista the program runs as Local System in session 0, where nobody is: a window is not seen, and a program that waits for somebody hangs.',
  source: 'commandlineeventconsumer; running-a-program-from-the-command-line-based-on-an-event',
  fixes: ['safe'],
  examples: consumerExamples('CommandLineEventConsumer', { RunInteractively: 'TRUE' }),
  check: forConsumers('CommandLineEventConsumer', ({ instance }, report) => {
    const setting = booleanSetting(instance, 'RunInteractively');
    if (setting.kind !== 'set' || !setting.value) return;
    report({
      file: instance.file,
      at: setting.assignment,
      message:
        'The program runs in session 0, where nobody sees its window and nobody can answer it: leave RunInteractively ' +
        'out, and start what needs a person by a scheduled task.',
      fixes: [safeFix('Remove RunInteractively', ...settingRemoval(instance, 'RunInteractively'))],
    });
  }),
});
