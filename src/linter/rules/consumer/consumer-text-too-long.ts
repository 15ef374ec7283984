import type { StringValue } from '../../../../grammar/mof/ast.ts';
import type { Compilation, EventConsumer } from '../../../compiler/model.ts';
import { shortestLength } from '../../../consumers/templates.ts';
import { commandLineOf } from '../../command-lines.ts';
import { findingIn, isWholeText, settingOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { isStockConsumer } from '../../known-good.ts';
import { type Report, rule } from '../../rule.ts';

const longPath = `C:\\\\Program Files\\\\Sample\\\\${'report-'.repeat(36)}service.exe`;

export default rule({
  name: 'consumer-text-too-long',
  severity: 'error',
  group: 'consumer',
  summary: 'A text of a consumer is no longer than Windows takes.',
  why: 'CreateProcess takes a command line of 32,768 characters and, where it names the program, 260 characters for that; ReportEvent takes insertion strings of 31,839. With longer ones the function fails, and the event is lost.',
  source: 'sdk-api/nf-processthreadsapi-createprocessw, sdk-api/nf-winbase-reporteventw',
  examples: consumerExamples('CommandLineEventConsumer', {
    ExecutablePath: undefined,
    CommandLineTemplate: `"\\"${longPath}\\" /service"`,
  }),
  supersedes: ['cmdline-executable-path-missing', 'cmdline-unquoted-spaces'],
  check: {
    consumer(consumer, report, compilation) {
      if (isStockConsumer(consumer)) return;
      if (consumer.standardClass === 'CommandLineEventConsumer')
        checkCommandLine(consumer, report, compilation);
      if (consumer.standardClass === 'NTEventLogEventConsumer') checkStrings(consumer, report);
    },
  },
});

const LONGEST_COMMAND_LINE = 32_768;
/** MAX_PATH */
const LONGEST_MODULE = 260;
const LONGEST_INSERTION = 31_839;

function checkCommandLine(consumer: EventConsumer, report: Report, compilation: Compilation): void {
  const line = commandLineOf(consumer, compilation);
  if (line?.template === undefined) return;
  const { template, program, hasNoExecutablePath } = line;
  if (shortestLength(template.value) > LONGEST_COMMAND_LINE) {
    report({
      ...excessOf(consumer, template, LONGEST_COMMAND_LINE),
      message: `A command line has at most ${LONGEST_COMMAND_LINE} characters, and this one has ${template.value.length}, so the program is never started: put the rest into a file that the program reads.`,
    });
  } else if (
    hasNoExecutablePath &&
    program !== undefined &&
    shortestLength(program.text) > LONGEST_MODULE
  ) {
    report({
      ...findingIn(consumer.instance, template, program),
      message: `Without ExecutablePath the program's path may have ${LONGEST_MODULE} characters, and this one has ${program.text.length}, so the program is never started: write the path in ExecutablePath too, or keep the program in a shorter one.`,
    });
  }
}

function checkStrings(consumer: EventConsumer, report: Report): void {
  const list = settingOf(consumer.instance, 'InsertionStringTemplates')?.value;
  const texts = list?.kind === 'ArrayValue' ? list.elements.filter(isWholeText) : [];
  for (const text of texts) {
    if (shortestLength(text.value) <= LONGEST_INSERTION) continue;
    report({
      ...excessOf(consumer, text, LONGEST_INSERTION),
      message: `An insertion string has at most ${LONGEST_INSERTION} characters, and this one has ${text.value.length}, so the event is not logged: divide it among several.`,
    });
  }
}

/** The characters behind the last one that there is room for. */
function excessOf(
  { instance }: EventConsumer,
  text: StringValue,
  length: number,
): ReturnType<typeof findingIn> {
  return findingIn(instance, text, { start: length, end: text.value.length });
}
