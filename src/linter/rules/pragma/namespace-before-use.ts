import type { CompilationUnit, InstanceSymbol, PragmaSymbol } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-before-use',
  severity: 'warning',
  group: 'pragma',
  summary: 'A file that creates a namespace does so before it sends anything there.',
  why:
    'mofcomp works from the first line to the last, so that on a machine without the namespace the earlier declarations ' +
    'have nowhere to go. That follows from the order of its work; no page says it.',
  source: 'references (derived)',
  examples: {
    bad: String.raw`#pragma namespace("\\\\.\\root\\sample")

class Sample_Reading
{
  [key] string Sensor;
};

#pragma namespace("\\\\.\\root")

instance of __Namespace
{
  Name = "sample";
};
`,
    good: String.raw`#pragma namespace("\\\\.\\root")

[NamespaceSecuritySDDL("O:BAG:BAD:P(A;CI;0x6003F;;;BA)")]
instance of __Namespace
{
  Name = "sample";
};

#pragma namespace("\\\\.\\root\\sample")

class Sample_Reading
{
  [key] string Sensor;
};
`,
  },
  check: {
    unit(unit, report) {
      for (const { path, user, creation } of lateCreations(unit)) {
        const { file, node } = user;
        report({
          file,
          at: node,
          message:
            `${path} is created further down in this file, so on a machine that lacks it mofcomp fails here (it works from ` +
            'the first line to the last): create the namespace first.',
          related: [
            {
              file: creation.file,
              start: creation.node.start,
              end: creation.node.className.end,
              message: `${path} is created here`,
            },
          ],
        });
      }
    },
  },
});

interface LateCreation {
  readonly path: string;
  /** The first pragma that sends something to the namespace. */
  readonly user: PragmaSymbol;
  readonly creation: InstanceSymbol;
}

function lateCreations({ declarations }: CompilationUnit): readonly LateCreation[] {
  const used = new Map<string, PragmaSymbol>();
  const created = new Set<string>();
  const late: LateCreation[] = [];
  for (const declaration of declarations) {
    if (declaration.kind === 'pragma') {
      for (const key of withAncestors(declaration)) if (!used.has(key)) used.set(key, declaration);
    } else if (
      declaration.kind === 'instance' &&
      declaration.className.toLowerCase() === '__namespace'
    ) {
      const name = declaration.properties.get('name')?.value;
      if (name?.kind !== 'StringValue') continue;
      const path = `${declaration.namespace.path}\\${name.value}`;
      const user = created.has(path.toLowerCase()) ? undefined : used.get(path.toLowerCase());
      if (user !== undefined) late.push({ path, user, creation: declaration });
      created.add(path.toLowerCase());
    }
  }
  return late;
}

/** Nobody nests namespaces deeper; a hostile path may have very many elements. */
const MAX_DEPTH = 64;

/** The namespace that a `#pragma namespace` names, and those above it, which must be there as well. */
function withAncestors({ node, namespace }: PragmaSymbol): readonly string[] {
  if (node.name.name.toLowerCase() !== 'namespace') return [];
  const segments = namespace.key.split('\\', MAX_DEPTH);
  return segments.map((_, index) => segments.slice(0, index + 1).join('\\'));
}
