import type { StringPiece, StringValue } from '../../../../grammar/mof/ast.ts';
import { commandLineOf } from '../../command-lines.ts';
import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'cmdline-join-missing-space',
  severity: 'warning',
  group: 'consumer',
  summary:
    'Where a command line is written in several strings, the space between two words is in one of them.',
  why: 'MOF joins adjacent strings with nothing in between, so that the program and its first argument become one word.',
  source: 'strings; commandlineeventconsumer (whose example has the mistake)',
  fixes: ['safe'],
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      CommandLineTemplate: String.raw`"\"C:\\Program Files\\Sample\\report.exe\"" "/service"`,
    },
    {
      CommandLineTemplate: String.raw`"\"C:\\Program Files\\Sample\\report.exe\" " "/service"`,
    },
  ),
  supersedes: ['cmdline-argv0-missing'],
  check: forConsumers('CommandLineEventConsumer', (consumer, report, compilation) => {
    const template = commandLineOf(consumer, compilation)?.template;
    if (template === undefined) return;
    const { file } = consumer.instance;
    for (const [before, after] of neighbours(template)) {
      if (!endsWithFile.test(before.value.slice(-20)) || !beginsWithArgument.test(after.value))
        continue;
      const word = /\S{1,80}$/.exec(before.value)?.[0] ?? '';
      report({
        file,
        at: { start: before.start, end: after.end },
        message: `MOF puts nothing between the two strings, so "${word}" and what follows become one word: write a space at the end of the first.`,
        fixes: [
          safeFix('Add the space', { file, start: before.end - 1, end: before.end - 1, text: ' ' }),
        ],
      });
    }
  }),
});

const endsWithFile = /\.(?:exe|com|bat|cmd|vbs|js|wsf|ps1|dll)"?$/i;
const beginsWithArgument = /^(?:[-/%"\w]|[A-Za-z]:\\|\\\\)/;

function neighbours({ pieces }: StringValue): readonly (readonly [StringPiece, StringPiece])[] {
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    return piece.kind === 'StringPiece' && next?.kind === 'StringPiece'
      ? [[piece, next] as const]
      : [];
  });
}
