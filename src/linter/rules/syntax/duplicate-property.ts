import type { Identifier } from '../../../../grammar/mof/ast.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { nodesOf } from '../../nodes.ts';
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
      for (const kind of ['InstanceDeclaration', 'InstanceValue'] as const) {
        for (const { properties } of nodesOf(document, kind)) {
          reportDuplicates(properties, source, report);
        }
      }
      for (const { members } of nodesOf(document, 'ClassDeclaration')) {
        const properties = members.filter((member) => member.kind === 'PropertyDeclaration');
        reportDuplicates(properties, source, report);
      }
    },
  },
});

function reportDuplicates(
  properties: readonly { readonly name: Identifier }[],
  file: SourceFile,
  report: Report,
): void {
  const first = new Map<string, Identifier>();
  for (const { name } of properties) {
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
