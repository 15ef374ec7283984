import { eachClass } from '../../classes.ts';
import { knownClass } from '../../../schema/known-classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'system-class-definition',
  severity: 'error',
  group: 'class',
  summary: 'No class of a file has a name that begins with two underscores.',
  why: "Such names belong to WMI's own classes, which are read-only, and mofcomp does not compile them.",
  source: 'wmi-system-classes',
  examples: {
    bad: String.raw`class __Reading
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
  check: eachClass(({ symbol }, report) => {
    const { name, file, node } = symbol;
    // A copy of WMI's own schema, as in documentation and dumps, is there to be read.
    if (!name.startsWith('__') || isOwn(name)) return;
    report({
      file,
      at: node.name,
      message: `Names that begin with two underscores belong to WMI itself, and mofcomp does not compile the class ${name}: give it another name.`,
    });
  }),
});

/** System classes that are not in the schema, because nobody declares anything with them. */
const others: ReadonlySet<string> = new Set([
  '__adapstatus',
  '__arbitratorconfiguration',
  '__cimomidentification',
]);

function isOwn(name: string): boolean {
  return knownClass(name) !== undefined || others.has(name.toLowerCase());
}
