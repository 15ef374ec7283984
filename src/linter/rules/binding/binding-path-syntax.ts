import { sourceSpanOf } from '../../../../grammar/mof/literals.ts';
import type { ObjectPathProblem } from '../../../../grammar/object-path/parser.ts';
import type { StringValue } from '../../../../grammar/mof/ast.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { endsOf } from '../../binding-ends.ts';
import { type Finding, rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-path-syntax',
  severity: 'error',
  group: 'binding',
  summary: 'A reference that is written as a string must be the path of an object.',
  why:
    'WMI finds the filter and the consumer by these paths. A path has no white space between its elements, and its ' +
    'inner quotation marks are escaped in MOF.',
  source: 'wmi-object-path-requirements, describing-an-instance-object-path',
  fixes: ['safe'],
  examples: {
    bad: sampleSubscription({
      binding: sampleBinding(
        '',
        String.raw`  Filter = "__EventFilter . Name = \"Service Filter\"";
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
      ),
    }),
    good: sampleSubscription(),
  },
  check: {
    binding(binding, report) {
      const { file } = binding.instance;
      for (const { property, reference } of endsOf(binding)) {
        if (reference.kind !== 'invalid-path') continue;
        const finding = findingAbout(file, property, reference.node, reference.problems);
        if (finding !== undefined) report(finding);
      }
    },
  },
});

/** One finding for a path, about its first problem; what mends all of them is one fix. */
function findingAbout(
  file: SourceFile,
  property: string,
  node: StringValue,
  problems: readonly ObjectPathProblem[],
): Finding | undefined {
  const [first] = problems;
  if (first === undefined) return undefined;
  const at = sourceSpanOf(node, first.start, first.end);
  return {
    file,
    at: at.end > at.start ? at : node,
    message: `${property} is no path of an object, so WMI cannot follow it. ${first.message}`,
    ...fixOf(file, node, problems),
  };
}

function fixOf(
  file: SourceFile,
  node: StringValue,
  problems: readonly ObjectPathProblem[],
): { readonly fixes?: readonly Fix[] } {
  const edits = problems.flatMap(({ start, end, replacement }) =>
    replacement === undefined
      ? []
      : [
          {
            file,
            ...sourceSpanOf(node, start, end),
            text: replacement.replaceAll(/["\\]/g, '\\$&'),
          },
        ],
  );
  return edits.length === problems.length
    ? { fixes: [{ title: 'Correct the path', safety: 'safe', edits }] }
    : {};
}
