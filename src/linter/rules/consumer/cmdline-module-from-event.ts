import { isEnvironmentVariable, propertiesIn } from '../../../consumers/templates.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-module-from-event',
  severity: 'error',
  group: 'consumer',
  summary: 'No event says which program is started.',
  why: 'Without ExecutablePath the first word of the command line is the program. When it comes out of the event, whoever causes the event chooses what runs as Local System.',
  source: 'commandlineeventconsumer',
  examples: consumerExamples('CommandLineEventConsumer', {
    ExecutablePath: undefined,
    CommandLineTemplate: '"%TargetInstance.PathName% /check"',
  }),
  supersedes: ['cmdline-executable-path-missing', 'cmdline-unquoted-spaces'],
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line?.template === undefined || line.program === undefined) return;
    if (!line.hasNoExecutablePath) return;
    const { start, end } = line.program;
    const property = propertiesIn(line.template.value).find(
      (part) =>
        part.start >= start && part.end <= end && !isEnvironmentVariable(part.path.join('.')),
    );
    if (property === undefined) return;
    const name = property.path.join('.');
    report({
      ...findingIn(consumer.instance, line.template, property),
      message: `The program itself comes from ${name} of the event, so whoever causes the event decides what runs as Local System: write the program in ExecutablePath, where nothing is replaced.`,
    });
  }),
});
