import { nodesOf } from '../../nodes.ts';
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
};
`,
  },
  check: {
    file({ document, source }, report) {
      for (const { name } of named.flatMap((kind) => nodesOf(document, kind))) {
        if (name.name.length <= MAX_LENGTH) continue;
        report({
          file: source,
          at: name,
          message: `The name has ${name.name.length} characters, and WMI refuses more than ${MAX_LENGTH}: write a shorter one.`,
        });
      }
    },
  },
});

const MAX_LENGTH = 255;

/** What has a name that WMI keeps. */
const named = [
  'ClassDeclaration',
  'PropertyDeclaration',
  'MethodDeclaration',
  'Parameter',
  'Qualifier',
  'QualifierDeclaration',
] as const;
