import { shellTexts } from '../../../consumers/command-line.ts';
import { isEnvironmentVariable, propertiesIn } from '../../../consumers/templates.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { isNumericProperty } from '../../numeric-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-event-data-in-shell',
  severity: 'warning',
  group: 'consumer',
  summary: 'No data of the event becomes part of what a shell interprets.',
  why: 'A name in the event may hold &, | or a semicolon, and the shell runs what follows it as Local System. Whoever can choose the name can do that.',
  source: 'commandlineeventconsumer; using-standard-string-templates; field practice',
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\cmd.exe"`,
      CommandLineTemplate: String.raw`"cmd.exe /c echo %TargetInstance.Name% >> C:\\ProgramData\\Sample\\names.txt"`,
    },
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\cmd.exe"`,
      CommandLineTemplate: String.raw`"cmd.exe /c echo changed >> C:\\ProgramData\\Sample\\names.txt"`,
    },
  ),
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line?.template === undefined) return;
    const shells = shellTexts(line.commands);
    const found = propertiesIn(line.template.value)
      .filter(({ quoted, path }) => !quoted && !isHarmless(path))
      .flatMap((property) => {
        const shell = shells.findLast(
          ({ start, end }) => start <= property.start && property.end <= end,
        );
        return shell === undefined ? [] : [{ property, shell }];
      });
    const [first, ...others] = found;
    if (first === undefined) return;
    const { template } = line;
    const names = [...new Set(found.map(({ property }) => property.path.join('.')))];
    report({
      ...findingIn(consumer.instance, template, first.property),
      message: `${first.shell.shell} interprets what ${names.slice(0, 4).join(', ')} of the event ${names.length === 1 ? 'holds' : 'hold'}, so whoever chooses that text runs commands as Local System: give it to a program that takes it as data, or write it with a LogFileEventConsumer.`,
      related: others.map(({ property }) => ({
        ...placed(findingIn(consumer.instance, template, property)),
        message: 'so is this',
      })),
    });
  }),
});

function placed({ file, at }: ReturnType<typeof findingIn>): {
  file: typeof file;
  start: number;
  end: number;
} {
  return { file, start: at.start, end: at.end };
}

/** Numbers, and names of the environment, which no event has. */
function isHarmless(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  return isNumericProperty(last) || (path.length === 1 && isEnvironmentVariable(last));
}
