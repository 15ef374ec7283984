import { walk } from '../../../../grammar/mof/visit.ts';
import type { Identifier, Node } from '../../../../grammar/mof/ast.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { type Report, rule } from '../../rule.ts';

export default rule({
  name: 'duplicate-property',
  severity: 'error',
  group: 'syntax',
  summary: 'A class declares a property once, and an instance sets it once.',
  why: 'mofcomp refuses the file. Names are compared without regard to case.',
  source: 'wmi-error-constants',
  hresult: '0x8004401B',
  examples: {
    bad: String.raw`instance of Sample_Reading
{
  Sensor = "north";
  sensor = "south";
};
`,
    good: String.raw`instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: {
    file({ document, source }, report) {
      // Of two declarations behind #if and #else, the C preprocessor leaves one.
      if (document.nestedDirectives.some(({ directive }) => directive.startsWith('if'))) return;
      walk(document, (node) => {
        reportDuplicates(propertyNames(node), source, report);
      });
    },
  },
});

function propertyNames(node: Node): readonly Identifier[] {
  switch (node.kind) {
    case 'InstanceDeclaration':
    case 'InstanceValue':
      return node.properties.map(({ name }) => name);
    case 'ClassDeclaration':
      return node.members.flatMap((member) =>
        member.kind === 'PropertyDeclaration' ? [member.name] : [],
      );
    default:
      return [];
  }
}

function reportDuplicates(names: readonly Identifier[], file: SourceFile, report: Report): void {
  const first = new Map<string, Identifier>();
  for (const name of names) {
    const key = name.name.toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, name);
    } else if (key !== '') {
      report({
        file,
        at: name,
        message: `${name.name} is given a second time, and mofcomp refuses the file: keep one of the two.`,
        related: [{ file, start: earlier.start, end: earlier.end, message: 'given here first' }],
      });
    }
  }
}
