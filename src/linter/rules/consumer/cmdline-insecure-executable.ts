import { runnableWords } from '../../../consumers/command-line.ts';
import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { exposureOf, fileName, isAbsolute } from '../../../consumers/windows-paths.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { exposureMessage } from '../../exposures.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-insecure-executable',
  severity: 'warning',
  group: 'consumer',
  summary: 'What a command-line consumer runs is where administrators only can write.',
  why: 'Whoever can replace the program, or the script that it is given, has code of their own run as Local System.',
  source:
    'commandlineeventconsumer; implementing-cross-namespace-permanent-event-subscriptions; the list of places is field practice',
  examples: consumerExamples('CommandLineEventConsumer', {
    ExecutablePath: String.raw`"C:\\Temp\\report.exe"`,
    CommandLineTemplate: String.raw`"C:\\Temp\\report.exe /service"`,
  }),
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line === undefined) return;
    const { executablePath, template, commands } = line;
    const { instance } = consumer;
    const path = executablePath?.value.trim() ?? '';
    const reported = new Set<string>();
    if (executablePath !== undefined && isAbsolute(path) && !hasPlaceholder(path)) {
      const exposure = exposureOf(path);
      if (exposure !== undefined) {
        report({
          file: instance.file,
          at: executablePath,
          message: exposureMessage('The program', exposure),
        });
      }
      reported.add(path.toLowerCase());
    }
    if (template === undefined) return;
    for (const word of runnableWords(commands)) {
      if (hasPlaceholder(word.text) || reported.has(word.text.toLowerCase())) continue;
      reported.add(word.text.toLowerCase());
      const exposure = exposureOf(word.text);
      if (exposure === undefined) continue;
      report({
        ...findingIn(instance, template, word),
        message: exposureMessage(fileName(word.text), exposure),
      });
    }
  }),
});
