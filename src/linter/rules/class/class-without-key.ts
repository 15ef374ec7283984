import {
  carries,
  type DeclaredClass,
  eachClass,
  embeddedClasses,
  isProperty,
} from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'class-without-key',
  severity: 'info',
  preset: 'strict',
  group: 'class',
  summary: 'A class that can have several instances has a key.',
  why: 'WMI takes the class, but no instance of it, because it could not tell it from another.',
  source: 'key-qualifier, creating-a-class',
  examples: {
    bad: String.raw`class Sample_Reading
{
  string Sensor;
  uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass((declared, report) => {
    if (!lacksKey(declared)) return;
    const { symbol } = declared;
    report({
      file: symbol.file,
      at: symbol.node.name,
      subject: symbol,
      message:
        `${symbol.name} has no key, so that WMI cannot tell its instances apart and stores none: put [key] before the ` +
        'property that does, or make the class abstract or a singleton.',
    });
  }),
});

/** Qualifiers of classes of drivers, whose instances are told apart otherwise, and of events. */
const exempting = ['wmi', 'guid', 'indication'];

/** Whether a class has no key and is none of the sorts that need none. */
function lacksKey(declared: DeclaredClass): boolean {
  const { symbol, info, compilation } = declared;
  const { node } = symbol;
  if (node.superclass !== undefined || info.isAbstract || info.isSingleton || info.isAssociation)
    return false;
  const properties = node.members.filter(isProperty);
  if (properties.length === 0 || properties.some(({ qualifiers }) => carries(qualifiers, 'key')))
    return false;
  if (exempting.some((name) => carries(node.qualifiers, name))) return false;
  return !embeddedClasses(compilation).has(symbol.name.toLowerCase());
}
