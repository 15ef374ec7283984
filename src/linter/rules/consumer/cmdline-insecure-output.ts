import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { redirectionTargets } from '../../../consumers/redirections.ts';
import { exposureOf, pathForm } from '../../../consumers/windows-paths.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

const cmd = String.raw`"C:\\Windows\\System32\\cmd.exe"`;

export default rule({
  name: 'cmdline-insecure-output',
  severity: 'warning',
  group: 'consumer',
  summary: 'What a command line redirects goes to a folder that administrators only can write to.',
  why: 'cmd.exe opens the file as Local System. In a folder that others can write to, they change what it says, or put a link there that has Local System write to another file.',
  source: 'commandlineeventconsumer; the list of places is field practice',
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      ExecutablePath: cmd,
      CommandLineTemplate: String.raw`"cmd.exe /c echo changed >> C:\\Windows\\Temp\\names.txt"`,
    },
    {
      ExecutablePath: cmd,
      CommandLineTemplate: String.raw`"cmd.exe /c echo changed >> C:\\ProgramData\\Sample\\names.txt"`,
    },
  ),
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line?.template === undefined) return;
    const { template, commands } = line;
    for (const target of redirectionTargets(template.value, commands)) {
      if (hasPlaceholder(target.text) || pathForm(target.text) !== 'drive') continue;
      const exposure = exposureOf(target.text);
      if (exposure?.degree !== 'insecure') continue;
      report({
        ...findingIn(consumer.instance, template, target),
        message: `The output goes to a file ${exposure.where}, where others can change it or put a link in its place, and cmd.exe writes to it as Local System: choose a folder that administrators only can write to, such as C:\\ProgramData\\Vendor\\Logs with an access control list of its own.`,
      });
    }
  }),
});
