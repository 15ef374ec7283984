import { shapeOf } from '../../../compiler/checker/class-symbols.ts';
import { isAmendment } from '../../../compiler/checker/class-table.ts';
import type { ClassSymbol, CompilationUnit } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'class-duplicate',
  severity: 'warning',
  group: 'class',
  summary: 'A file declares a class once in a namespace.',
  why: 'mofcomp takes the second declaration for a change of the first, so what the first says is lost, or the file is refused where there are instances already.',
  source: 'mofcomp, pragma-classflags',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

class Sample_Reading
{
  [key] string Sensor;
  uint16 Level;
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
    unit(unit, report) {
      const first = new Map<string, ClassSymbol>();
      const isConditional = unit.files.some(({ document }) =>
        document.items.some(({ kind }) => kind === 'PreprocessorLine'),
      );
      // Of two declarations behind #if and #else, the C preprocessor leaves one.
      if (isConditional) return;
      for (const declaration of unit.declarations) {
        if (declaration.kind === 'pragma') forgetDeleted(declaration, first);
        if (declaration.kind !== 'class' || isAmendment(declaration.node)) continue;
        const key = keyOf(declaration.namespace.key, declaration.name);
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, declaration);
        else if (earlier.node !== declaration.node && shapeOf(earlier) !== shapeOf(declaration)) {
          const { file, node, name } = declaration;
          report({
            file,
            at: node.name,
            message:
              `${name} is declared a second time, and differently, so the first declaration is overwritten: remove one of ` +
              'the two, or give one another name.',
            related: [
              {
                file: earlier.file,
                start: earlier.node.name.start,
                end: earlier.node.name.end,
                message: 'declared here first',
              },
            ],
          });
        }
      }
    },
  },
});

function keyOf(namespace: string, name: string): string {
  return `${namespace}:${name.toLowerCase()}`;
}

/** What #pragma deleteclass has removed may be declared anew. */
function forgetDeleted(
  {
    node,
    namespace,
  }: Extract<CompilationUnit['declarations'][number], { readonly kind: 'pragma' }>,
  first: Map<string, ClassSymbol>,
): void {
  const [target] = node.arguments ?? [];
  if (node.name.name.toLowerCase() !== 'deleteclass' || target?.kind !== 'StringValue') return;
  first.delete(keyOf(namespace.key, target.value.trim()));
}
