import { ClassHierarchy } from '../../../compiler/class-hierarchy.ts';
import { allClasses } from '../../../compiler/schema.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'consumer-class-no-key',
  severity: 'error',
  group: 'consumer',
  summary: 'A consumer class declares a key.',
  why: '__EventConsumer has none, so instances of the class could not be told apart, and WMI refuses them.',
  source: '--eventconsumer; key-qualifier',
  hresult: '0x80041089',
  examples: {
    bad: `class Sample_Consumer : __EventConsumer
{
  string Name;
};
`,
    good: `class Sample_Consumer : __EventConsumer
{
  [key] string Name;
};
`,
  },
  check: {
    compilation(compilation, report) {
      const candidates = compilation.classes.filter(({ node }) => node.superclass !== undefined);
      if (candidates.length === 0) return;
      const hierarchy = new ClassHierarchy(allClasses(compilation));
      for (const symbol of candidates) {
        const { node, file, name } = symbol;
        const { role, keys } = hierarchy.factsOf(name);
        if (role !== 'consumer' || keys === undefined || keys.length > 0) continue;
        if (node.incomplete === true || isAbstract(node)) continue;
        const key = node.members.find(
          (member) =>
            member.kind === 'PropertyDeclaration' && member.name.name.toLowerCase() === 'name',
        );
        report({
          file,
          at: node.name,
          subject: symbol,
          message:
            `${name} has no key, and neither has __EventConsumer, so WMI cannot tell its instances apart: ` +
            (key === undefined
              ? 'add [key] string Name;.'
              : 'write [key] before the property that tells them apart, as in [key] string Name;.'),
        });
      }
    },
  },
});

function isAbstract({
  qualifiers,
}: {
  readonly qualifiers?:
    { readonly qualifiers: readonly { readonly name: { readonly name: string } }[] } | undefined;
}): boolean {
  return qualifiers?.qualifiers.some(({ name }) => name.name.toLowerCase() === 'abstract') === true;
}
