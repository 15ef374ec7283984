import { fileName, programName } from '../../../consumers/windows-paths.ts';
import { commandLineOf, systemProgram } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceInString, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-missing-extension',
  severity: 'error',
  group: 'consumer',
  summary: 'ExecutablePath ends with the extension of the program.',
  why: 'Windows adds no .exe to ExecutablePath, so it finds no such file.',
  source: 'sdk-api/nf-processthreadsapi-createprocessw',
  fixes: ['suggestion'],
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\cmd"`,
      CommandLineTemplate: '"cmd /c exit"',
    },
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\cmd.exe"`,
      CommandLineTemplate: '"cmd /c exit"',
    },
  ),
  supersedes: ['cmdline-relative-executable'],
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    const path = line?.executablePath;
    if (line === undefined || path === undefined || line.isUnfinished) return;
    const name = fileName(path.value.trim());
    if (name === '' || name.includes('.') || name.includes('%')) return;
    const end = path.value.trimEnd().length;
    const isSystem = systemProgram(programName(name)) !== undefined;
    report({
      ...findingIn(consumer.instance, path, { start: end - name.length, end }),
      message: `Windows adds no extension to ExecutablePath, so it looks for a file called "${name}" and finds none: write ${name}.exe, or whatever the extension is${/[\\/]/.test(path.value) ? '' : ', behind the complete path'}.`,
      ...(isSystem && {
        fixes: [
          suggestion(
            `Write ${name}.exe`,
            replaceInString(consumer.instance.file, path, end, end, '.exe'),
          ),
        ],
      }),
    });
  }),
});
