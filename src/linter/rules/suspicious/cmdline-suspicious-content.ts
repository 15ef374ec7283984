import { deedsOfCommandLine, joined, type Deed } from '../../../consumers/deeds.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers, placeIn } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

const powerShell = String.raw`"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"`;

export default rule({
  name: 'cmdline-suspicious-content',
  severity: 'warning',
  group: 'suspicious',
  summary: 'A command line can be read, and does what whoever reads it expects.',
  why: 'It runs as Local System, whenever the event comes, and nobody sees it. Encoded commands, downloads, hidden windows and new accounts are what command lines have that were put there to stay.',
  source: 'field practice (public detection rules for subscriptions)',
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      ExecutablePath: powerShell,
      CommandLineTemplate: '"powershell.exe -NoProfile -EncodedCommand RwBlAHQALQBEAGEAdABlAA=="',
    },
    {
      ExecutablePath: powerShell,
      CommandLineTemplate: String.raw`"powershell.exe -NoProfile -File \"C:\\Program Files\\Sample\\report.ps1\""`,
    },
  ),
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line?.template === undefined) return;
    const { template, executablePath } = line;
    const deeds = deedsOf(template.value, executablePath?.value.trim());
    const main = deeds.find(({ minor }) => minor !== true);
    if (main === undefined) return;
    report({
      ...findingIn(consumer.instance, template, main),
      message: `The command line ${joined(deeds.slice(0, 5).map(({ does }) => does))}, as Local System, whenever the event comes. Remove it unless you know who wrote it and what for; code that people are to trust stands readable in a file that administrators only can write to.`,
      related: deeds
        .filter((deed) => deed !== main)
        .slice(0, 10)
        .map((deed) => ({ ...placeIn(consumer.instance, template, deed), message: deed.does })),
    });
  }),
});

/** A command line that does not fit its ExecutablePath is read by itself, for what it was meant to be. */
function deedsOf(line: string, executablePath: string | undefined): readonly Deed[] {
  const deeds = deedsOfCommandLine(line, executablePath);
  return deeds.length > 0 || executablePath === undefined ? deeds : deedsOfCommandLine(line);
}
