import type { Identifier, Node } from '../../../../grammar/mof/ast.ts';
import { walk } from '../../../../grammar/mof/visit.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'identifier-length',
  severity: 'error',
  group: 'class',
  summary: 'A name has at most 255 characters.',
  why: 'WMI refuses longer names of classes, properties, methods and qualifiers.',
  source: 'wmi-error-constants',
  examples: {
    bad: String.raw`class Sample_${'x'.repeat(255)}
{
  [key] string Sensor;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: {
    file({ document, source }, report) {
      walk(document, (node) => {
        const name = nameOf(node);
        if (name === undefined || name.name.length <= MAX_LENGTH) return;
        report({
          file: source,
          at: name,
          message: `The name has ${name.name.length} characters, and WMI refuses more than ${MAX_LENGTH}: write a shorter one.`,
        });
      });
    },
  },
});

const MAX_LENGTH = 255;

function nameOf(node: Node): Identifier | undefined {
  switch (node.kind) {
    case 'ClassDeclaration':
    case 'PropertyDeclaration':
    case 'MethodDeclaration':
    case 'Parameter':
    case 'Qualifier':
    case 'QualifierDeclaration':
      return node.name;
    default:
      return undefined;
  }
}
