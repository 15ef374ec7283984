import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { EventConsumer } from '../../../compiler/model.ts';
import { excerpt } from '../../../consumers/deeds.ts';
import { extensionOf, isAbsolute, programName } from '../../../consumers/windows-paths.ts';
import { isEnvironmentVariable, propertiesIn } from '../../../consumers/templates.ts';
import { commandLineOf, systemProgram, type CommandLine } from '../../command-lines.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { addProperty, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-executable-path-missing',
  severity: 'warning',
  group: 'consumer',
  summary: 'A command-line consumer names its program in ExecutablePath.',
  why: 'Otherwise Windows takes the program from the command line: it searches folders for a mere name, tries shorter paths when there are spaces, and data of the event can become part of it.',
  source: 'commandlineeventconsumer; sdk-api/nf-processthreadsapi-createprocessw',
  fixes: ['suggestion'],
  examples: consumerExamples('CommandLineEventConsumer', { ExecutablePath: undefined }),
  supersedes: ['cmdline-unquoted-spaces'],
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const line = commandLineOf(consumer, compilation);
    if (line?.template === undefined || line.program === undefined) return;
    if (!line.hasNoExecutablePath) return;
    report({
      ...findingIn(consumer.instance, line.template, line.program),
      message: `Without ExecutablePath ${consequenceOf(line)}: write the complete path of the program in ExecutablePath too.`,
      fixes: fixesFor(consumer, line),
    });
  }),
});

function consequenceOf({ program, template, isUnfinished }: CommandLine): string {
  const text = program?.text ?? '';
  const shorter = template === undefined ? undefined : shorterPath(template.value);
  if (shorter !== undefined) {
    return `and quotation marks Windows tries ${shorter} first, so whoever can put that there has it run as Local System`;
  }
  if (isUnfinished)
    return 'the first word of the command line is the program, whatever that will be';
  if (/[\\/]/.test(text) && isAbsolute(text)) {
    return 'the first word of the command line is the program, which spaces cut short and data of the event can become a part of';
  }
  if (text.startsWith('%')) return 'the program hangs on what is put in for a variable';
  return `Windows looks for "${excerpt(text, 60)}" in several folders, and the first that it finds runs as Local System`;
}

/** `C:\Program.exe` for `C:\Program Files\...` without quotation marks. */
function shorterPath(line: string): string | undefined {
  const head = /^\s*([A-Za-z]:\\[^"<>|?*:\r\n]{0,200}?\.(?:exe|com|bat|cmd))(?=\s|$)/i.exec(
    line,
  )?.[1];
  const space = head?.search(/\s/) ?? -1;
  return head === undefined || space < 0 ? undefined : `${head.slice(0, space)}.exe`;
}

function fixesFor(
  { instance }: EventConsumer,
  { program, isUnfinished }: CommandLine,
): readonly Fix[] {
  const text = program?.text ?? '';
  if (isUnfinished || propertiesIn(text).some(({ path }) => !isEnvironmentVariable(path.join('.'))))
    return [];
  const path =
    isAbsolute(text) && /^\.(?:exe|com)$/.test(extensionOf(text))
      ? text
      : /[\\/]/.test(text)
        ? undefined
        : systemProgram(programName(text));
  if (path === undefined || instance.properties.has('executablepath')) return [];
  const literal = `ExecutablePath = "${path.replaceAll('\\', '\\\\')}";`;
  return [suggestion(`Name ${path}`, addProperty(instance, literal))];
}
