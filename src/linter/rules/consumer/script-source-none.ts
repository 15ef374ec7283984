import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'script-source-none',
  severity: 'error',
  group: 'consumer',
  summary: 'A script consumer has a script: ScriptText or ScriptFileName.',
  why: 'With neither there is nothing to run, and the consumer fails when the event comes.',
  source: 'activescripteventconsumer',
  examples: consumerExamples('ActiveScriptEventConsumer', { ScriptFileName: undefined }),
  check: forConsumers('ActiveScriptEventConsumer', ({ instance }, report, compilation) => {
    const text = missing(instance, 'ScriptText', compilation);
    const file = missing(instance, 'ScriptFileName', compilation);
    if (text === undefined || file === undefined) return;
    report({
      file: instance.file,
      at: instance.node.className,
      message:
        'The consumer has neither ScriptText nor ScriptFileName, so there is no script to run: write one of them.',
    });
  }),
});
