import { isAbsolute, pathForm, programName } from '../../../consumers/windows-paths.ts';
import { commandLineOf, systemProgram } from '../../command-lines.ts';
import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-relative-executable',
  severity: 'warning',
  group: 'consumer',
  summary: 'ExecutablePath is a complete path.',
  why: 'Windows completes it with the current drive and folder of a service and does not search the PATH: the program is not found, or another one is.',
  source: 'commandlineeventconsumer; sdk-api/nf-processthreadsapi-createprocessw',
  fixes: ['suggestion'],
  examples: consumerExamples(
    'CommandLineEventConsumer',
    { ExecutablePath: '"cmd.exe"', CommandLineTemplate: '"cmd.exe /c exit"' },
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\cmd.exe"`,
      CommandLineTemplate: '"cmd.exe /c exit"',
    },
  ),
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    const path = line?.executablePath;
    if (line === undefined || path === undefined || path.value.trim() === '') return;
    if (line.isUnfinished || isAbsolute(path.value.trim())) return;
    const complete = /[\\/]/.test(path.value) ? undefined : systemProgram(programName(path.value));
    const advice =
      complete === undefined
        ? 'write the path from the drive on'
        : `write "${complete.replaceAll('\\', '\\\\')}"`;
    report({
      file: consumer.instance.file,
      at: path,
      message:
        pathForm(path.value) === 'variable'
          ? `ExecutablePath is taken as it stands, and nothing is replaced in it, so Windows finds no such file: ${advice}.`
          : `ExecutablePath is not complete: Windows looks in the current folder of a service and nowhere else, so it does not find the program, or finds another: ${advice}.`,
      ...(complete !== undefined && {
        fixes: [
          suggestion(
            `Write ${complete}`,
            replaceValue(consumer.instance.file, path, `"${complete.replaceAll('\\', '\\\\')}"`),
          ),
        ],
      }),
    });
  }),
});
