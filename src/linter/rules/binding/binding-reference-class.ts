import type { Value } from '../../../../grammar/mof/ast.ts';
import type { Binding } from '../../../compiler/model.ts';
import { type BindingEnd, describe, endsOf, instanceHead } from '../../binding-ends.ts';
import { type Finding, rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-reference-class',
  severity: 'error',
  group: 'binding',
  summary:
    'Filter refers to an __EventFilter, and Consumer to an instance of a class derived from __EventConsumer.',
  why: 'The references are strongly typed: WMI takes no other objects there, and no other values.',
  source: '--filtertoconsumerbinding',
  hresults: ['0x80044015'],
  fixes: ['safe'],
  examples: {
    bad: sampleSubscription({
      binding: sampleBinding(
        '',
        `  Filter = $Consumer;
  Consumer = $Filter;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
      ),
    }),
    moreBad: [`${sampleBinding('', '  Filter = 5;\n  Consumer = $Consumer;')}\n`],
    good: sampleSubscription(),
  },
  check: {
    binding(binding, report) {
      const swapped = swapFinding(binding);
      if (swapped !== undefined) return report(swapped);
      for (const end of endsOf(binding)) {
        const finding = findingAbout(binding, end);
        if (finding !== undefined) report(finding);
      }
    },
  },
});

function findingAbout(
  { instance }: Binding,
  { property, reference, wanted }: BindingEnd,
): Finding | undefined {
  const { file } = instance;
  if (reference.kind === 'wrong-class') {
    const { actual, className, node } = reference;
    const what =
      actual?.kind === 'class' ? `the class ${className}` : `an instance of ${className}`;
    return {
      file,
      at: node,
      message: `${property} refers to ${what}, and WMI takes only ${wanted} there: write the alias or the path of one.`,
      ...(actual?.kind === 'instance' && {
        related: [instanceHead(actual, `${describe(actual)} is declared here`)],
      }),
    };
  }
  if (reference.kind === 'wrong-type' && !mayBeMacro(instance.unit.files, reference.node)) {
    return {
      file,
      at: reference.node,
      hresult: '0x80044015',
      message: `${property} is a reference, and this value cannot be made into one: write the alias of ${wanted}, such as $${property}.`,
    };
  }
  return undefined;
}

/** A bare word may be a macro in files that pass through the C preprocessor first. */
function mayBeMacro(files: Binding['instance']['unit']['files'], node: Value): boolean {
  return (
    node.kind === 'NameValue' &&
    files.some(({ document }) => document.items.some(({ kind }) => kind === 'PreprocessorLine'))
  );
}

/** Filter and Consumer in each other's place are one mistake. */
function swapFinding({ instance, filter, consumer }: Binding): Finding | undefined {
  if (filter.kind !== 'wrong-class' || consumer.kind !== 'wrong-class') return undefined;
  if (!isNamed(filter.className, 'consumer') || !isNamed(consumer.className, 'filter'))
    return undefined;
  const { file } = instance;
  const [first, second] = [filter.node, consumer.node];
  return {
    file,
    at: first,
    message: `Filter refers to ${filter.className} and Consumer to ${consumer.className}, which is the wrong way round, and WMI refuses it: swap the two values.`,
    related: [{ file, start: second.start, end: second.end, message: 'this one is the filter' }],
    fixes: [
      {
        title: 'Swap Filter and Consumer',
        safety: 'safe',
        edits: [
          {
            file,
            start: first.start,
            end: first.end,
            text: file.text.slice(second.start, second.end),
          },
          {
            file,
            start: second.start,
            end: second.end,
            text: file.text.slice(first.start, first.end),
          },
        ],
      },
    ],
  };
}

function isNamed(className: string, ending: string): boolean {
  return className.toLowerCase().endsWith(ending);
}
