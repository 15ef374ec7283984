import type { ClassDeclaration, PropertyDeclaration } from '../../../../grammar/mof/ast.ts';
import type { AliasUse, Compilation, InstanceSymbol } from '../../../compiler/model.ts';
import { allClasses } from '../../../compiler/schema.ts';
import { knownProperty } from '../../../schema/known-classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-on-non-reference',
  severity: 'error',
  group: 'alias',
  summary: 'An alias is a value for references only.',
  why: 'An alias stands for the path of an object, and mofcomp takes it for properties that are references and no others.',
  source: 'wmi-error-constants',
  hresult: '0x8004400E',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
};

class Sample_Note
{
  [key] string Name;
  string Subject;
};

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

instance of Sample_Note
{
  Name = "a";
  Subject = $Reading;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
};

class Sample_Note
{
  [key] string Name;
  Sample_Reading ref Subject;
};

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

instance of Sample_Note
{
  Name = "a";
  Subject = $Reading;
};
`,
  },
  supersedes: ['alias-circular'],
  check: {
    compilation(compilation, report) {
      const typeOf = typeFinder(compilation);
      for (const { aliases } of compilation.units) {
        for (const { uses } of aliases.values()) {
          for (const use of uses) {
            const type = typeOf(use);
            if (type === undefined) continue;
            const { file, node, property } = use;
            report({
              file,
              at: node,
              subject: node,
              message:
                `${property} is a ${type} and no reference, and ${node.name} stands for the path of an object: write a ` +
                `${type}, or set a property that is a reference.`,
            });
          }
        }
      }
    },
  },
});

const primitive = /^(?:[su]int(?:8|16|32|64)|real(?:32|64)|boolean|string|char16|datetime)$/i;

/** Finds the type of the property that an alias is the value of, where it is certainly no reference and no object. */
function typeFinder(compilation: Compilation): (use: AliasUse) => string | undefined {
  const declared = new Map(
    allClasses(compilation)
      .toReversed()
      .map(({ name, node }) => [name.toLowerCase(), node]),
  );
  return ({ owner, property, node }) => {
    if (owner.kind !== 'instance' || !isDirectValue(owner, property, node)) return undefined;
    const own = ownOrInherited(declared, owner.className, property);
    if (own === undefined || own.isReference || !primitive.test(own.type)) return undefined;
    return own.type;
  };
}

/** An alias inside an embedded object belongs to a property of that object. */
function isDirectValue(
  { properties }: InstanceSymbol,
  property: string,
  node: AliasUse['node'],
): boolean {
  const value = properties.get(property.toLowerCase())?.value;
  return value === node || (value?.kind === 'ArrayValue' && value.elements.includes(node));
}

/** Nobody derives deeper; classes that derive from one another in a circle have no end. */
const MAX_ANCESTORS = 100;

interface PropertyType {
  readonly type: string;
  readonly isReference: boolean;
}

/** The type of a property, through the classes of the run and then through the known ones. */
function ownOrInherited(
  classes: ReadonlyMap<string, ClassDeclaration>,
  className: string,
  property: string,
): PropertyType | undefined {
  let name: string | undefined = className;
  for (let depth = 0; name !== undefined && depth < MAX_ANCESTORS; depth++) {
    const node: ClassDeclaration | undefined = classes.get(name.toLowerCase());
    if (node === undefined) {
      const known = knownProperty(name, property);
      return known && { type: known.type, isReference: known.reference === true };
    }
    for (const member of node.members) {
      if (member.kind !== 'PropertyDeclaration' || !equalNames(member.name.name, property))
        continue;
      const { name: type, isReference } = member.type;
      return { type: type.name, isReference: isReference || holdsObjects(member) };
    }
    name = node.superclass?.name;
  }
  return undefined;
}

/** A string that carries an embedded object, as DMTF's and PowerShell's classes have it. */
function holdsObjects({ qualifiers }: PropertyDeclaration): boolean {
  return (
    qualifiers?.qualifiers.some(({ name }) => /^embedded(?:instance|object)$/i.test(name.name)) ??
    false
  );
}

function equalNames(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
