import { extensionOf, fileName } from '../../../consumers/windows-paths.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-batch-file',
  severity: 'warning',
  group: 'consumer',
  summary: 'A batch file is started through cmd.exe.',
  why: 'A batch file is no program: the documentation of CreateProcess wants cmd.exe as ExecutablePath and /c with the name of the file.',
  source: 'sdk-api/nf-processthreadsapi-createprocessw',
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      ExecutablePath: String.raw`"C:\\Program Files\\Sample\\report.bat"`,
      CommandLineTemplate: String.raw`"\"C:\\Program Files\\Sample\\report.bat\""`,
    },
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\cmd.exe"`,
      CommandLineTemplate: String.raw`"cmd.exe /c \"C:\\Program Files\\Sample\\report.bat\""`,
    },
  ),
  supersedes: [
    'cmdline-executable-path-missing',
    'cmdline-unquoted-spaces',
    'cmdline-argv0-missing',
  ],
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line === undefined || line.isUnfinished) return;
    const { executablePath, template, program, hasNoExecutablePath } = line;
    const value = executablePath ?? (hasNoExecutablePath ? template : undefined);
    const word =
      executablePath === undefined
        ? program
        : { start: 0, end: executablePath.value.length, text: executablePath.value.trim() };
    if (value === undefined || word === undefined) return;
    if (!/^\.(?:bat|cmd)$/.test(extensionOf(word.text))) return;
    report({
      ...findingIn(consumer.instance, value, word),
      message:
        `${fileName(word.text)} is a batch file and no program that Windows can start by itself: write ` +
        'ExecutablePath = "C:\\\\Windows\\\\System32\\\\cmd.exe"; and CommandLineTemplate = "cmd.exe /c ..."; with the complete path of the file.',
    });
  }),
});
