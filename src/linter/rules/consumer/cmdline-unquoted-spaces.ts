import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceInString, safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-unquoted-spaces',
  severity: 'warning',
  group: 'consumer',
  summary: 'A path with spaces stands between quotation marks in CommandLineTemplate.',
  why: 'The path ends at its first space: the program takes the rest for arguments, and without ExecutablePath Windows would try C:\\Program.exe first.',
  source: 'sdk-api/nf-processthreadsapi-createprocessw; commandlineeventconsumer',
  fixes: ['safe'],
  examples: consumerExamples('CommandLineEventConsumer', {
    CommandLineTemplate: String.raw`"C:\\Program Files\\Sample\\report.exe /service"`,
  }),
  supersedes: ['cmdline-argv0-missing'],
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line?.template === undefined || line.executablePath === undefined) return;
    const path = line.executablePath.value.trim();
    const text = line.template.value;
    const start = text.length - text.trimStart().length;
    const end = start + path.length;
    if (!/\s/.test(path) || !text.slice(start, end).toLowerCase().includes(path.toLowerCase()))
      return;
    if (end < text.length && !/\s/.test(text[end] ?? '')) return;
    const first = path.slice(0, path.search(/\s/));
    report({
      ...findingIn(consumer.instance, line.template, { start, end }),
      message: `The path has spaces and no quotation marks, so the program sees "${first}" as its name and the rest as arguments: write \\" before and after it.`,
      fixes: [
        safeFix(
          'Put quotation marks round the path',
          replaceInString(
            consumer.instance.file,
            line.template,
            start,
            end,
            `"${text.slice(start, end)}"`,
          ),
        ),
      ],
    });
  }),
});
