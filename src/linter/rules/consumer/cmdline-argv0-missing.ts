import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { excerpt } from '../../../consumers/deeds.ts';
import { fileName, programName } from '../../../consumers/windows-paths.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceInString, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-argv0-missing',
  severity: 'warning',
  group: 'consumer',
  summary: 'CommandLineTemplate begins with the program, although ExecutablePath names it too.',
  why: 'A program takes the first word of its command line for its own name: the first argument is lost.',
  source: 'commandlineeventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples('CommandLineEventConsumer', { CommandLineTemplate: '"/service"' }),
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line?.template === undefined || line.executablePath === undefined) return;
    const { program, template, isUnfinished } = line;
    if (program === undefined || isUnfinished || hasPlaceholder(template.value.slice(0, 40)))
      return;
    const path = line.executablePath.value.trim();
    if (path === '' || programName(program.text) === programName(path)) return;
    const name = fileName(path);
    const first = /\s/.test(path) ? `"${path}"` : name;
    report({
      ...findingIn(consumer.instance, template, program),
      message: `${name} takes the first word of its command line for its own name, and here that is "${excerpt(program.text, 80)}", which is lost as an argument: begin CommandLineTemplate with ${name}.`,
      fixes: [
        suggestion(
          `Begin the command line with ${name}`,
          replaceInString(
            consumer.instance.file,
            template,
            program.start,
            program.start,
            `${first} `,
          ),
        ),
      ],
    });
  }),
});
