import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-no-executable',
  severity: 'error',
  group: 'consumer',
  summary: 'A command-line consumer says what to start.',
  why: 'With neither ExecutablePath nor CommandLineTemplate there is nothing to start, and every event is lost.',
  source: 'commandlineeventconsumer (derived)',
  examples: consumerExamples('CommandLineEventConsumer', {
    ExecutablePath: undefined,
    CommandLineTemplate: undefined,
  }),
  check: forConsumers('CommandLineEventConsumer', ({ instance }, report, compilation) => {
    const path = missing(instance, 'ExecutablePath', compilation);
    const template = missing(instance, 'CommandLineTemplate', compilation);
    if (path === undefined || template === undefined) return;
    report({
      file: instance.file,
      at: instance.node.className,
      message:
        'The consumer has neither ExecutablePath nor CommandLineTemplate, so there is nothing to start: write the complete ' +
        'path in the one, and the path with its arguments in the other.',
    });
  }),
});
