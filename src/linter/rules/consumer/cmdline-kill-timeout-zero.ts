import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { reportNoTimeout } from '../../kill-timeouts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-kill-timeout-zero',
  severity: 'warning',
  group: 'consumer',
  summary: 'A command-line consumer says after how many seconds the program is to be stopped.',
  why: 'KillTimeout is 0 by default: a program that hangs is never stopped, and each further event starts another one.',
  source: 'commandlineeventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples('CommandLineEventConsumer', { KillTimeout: undefined }),
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    reportNoTimeout(consumer, 'program', report, compilation);
  }),
});
