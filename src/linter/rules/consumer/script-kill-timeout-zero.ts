import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { reportNoTimeout } from '../../kill-timeouts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'script-kill-timeout-zero',
  severity: 'warning',
  group: 'consumer',
  summary: 'A script consumer says after how many seconds the script is to be stopped.',
  why: 'KillTimeout is 0 by default: a script that hangs is never stopped, and runs on as Local System.',
  source: 'activescripteventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples('ActiveScriptEventConsumer', { KillTimeout: undefined }),
  check: forConsumers('ActiveScriptEventConsumer', (consumer, report, compilation) => {
    reportNoTimeout(consumer, 'script', report, compilation);
  }),
});
