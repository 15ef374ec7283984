import type { Identifier } from '../../../../grammar/mof/ast.ts';
import { nodesOf } from '../../nodes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-flavor-conflict',
  severity: 'error',
  group: 'qualifier',
  summary: 'The flavors of a qualifier do not contradict one another.',
  why: 'A qualifier is either passed on or not, and may be overridden or not: mofcomp refuses EnableOverride with DisableOverride, and Restricted with ToInstance or ToSubClass.',
  source: 'wmi-error-constants, qualifier-flavors',
  hresult: '0x80044025',
  hresults: ['0x80044023'],
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("a") : Restricted ToSubClass] uint8 Level;
};
`,
    moreBad: [
      `class Sample_Reading
{
  [key] string Sensor;
  [Description("a") : EnableOverride DisableOverride] uint8 Level;
};
`,
    ],
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("a") : ToSubClass] uint8 Level;
};
`,
  },
  check: {
    file({ document, source }, report) {
      const declared = nodesOf(document, 'QualifierDeclaration');
      for (const { flavors } of [...nodesOf(document, 'Qualifier'), ...declared]) {
        const conflict = flavors.length < 2 ? undefined : conflictIn(flavors);
        if (conflict === undefined) continue;
        const { first, second, hresult } = conflict;
        report({
          file: source,
          at: second,
          hresult,
          message: `${second.name} contradicts ${first.name}, and mofcomp refuses the file: keep one of the two.`,
          related: [{ file: source, start: first.start, end: first.end, message: 'the other one' }],
        });
      }
    },
  },
});

/** Flavors that exclude one another, and the code with which mofcomp says so. */
const conflicts: readonly (readonly [string, string, hresult: string])[] = [
  ['enableoverride', 'disableoverride', '0x80044023'],
  ['restricted', 'toinstance', '0x80044025'],
  ['restricted', 'tosubclass', '0x80044025'],
];

interface Conflict {
  readonly first: Identifier;
  readonly second: Identifier;
  readonly hresult: string;
}

function conflictIn(flavors: readonly Identifier[]): Conflict | undefined {
  const byName = new Map(flavors.map((flavor) => [flavor.name.toLowerCase(), flavor]));
  for (const [a, b, hresult] of conflicts) {
    const [one, other] = [byName.get(a), byName.get(b)];
    if (one === undefined || other === undefined) continue;
    const [first, second] = one.start < other.start ? [one, other] : [other, one];
    return { first, second, hresult };
  }
  return undefined;
}
