import { isAmendment } from '../../../compiler/checker/class-table.ts';
import type { ClassSymbol, CompilationUnit } from '../../../compiler/model.ts';
import { allClasses } from '../../../compiler/schema.ts';
import { knownClass } from '../../../schema/known-classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'superclass-later',
  severity: 'error',
  group: 'class',
  summary: 'A class stands behind the class that it derives from.',
  why: 'mofcomp stores one class after the other, and WMI refuses one whose superclass does not exist yet.',
  source: 'creating-a-derived-class, wmi-error-constants',
  hresult: '0x8004100D',
  examples: {
    bad: String.raw`class Sample_Detail : Sample_Reading
{
  string Part;
};

class Sample_Reading
{
  [key] string Sensor;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
};

class Sample_Detail : Sample_Reading
{
  string Part;
};
`,
  },
  check: {
    compilation(compilation, report) {
      const unitsOf = new Map<string, Set<CompilationUnit>>();
      for (const symbol of allClasses(compilation)) {
        const name = symbol.name.toLowerCase();
        const units = unitsOf.get(name);
        if (units === undefined) unitsOf.set(name, new Set([symbol.unit]));
        else units.add(symbol.unit);
      }
      for (const unit of compilation.units) {
        for (const { symbol, superclass } of lateSuperclasses(unit)) {
          const { name } = superclass;
          // Another file may be compiled before, or somebody else's class may be on the machine already.
          if ((unitsOf.get(name.toLowerCase())?.size ?? 0) > 1) continue;
          const { node, file } = symbol;
          const isOwn = superclass === symbol;
          report({
            file,
            at: node.superclass ?? node.name,
            message: isOwn
              ? `${name} derives from itself, and WMI refuses it, because its superclass does not exist: name another class, or none.`
              : `${name} is declared behind this class, so it does not exist yet when mofcomp stores ${symbol.name}, and WMI refuses that: declare ${name} first.`,
            ...(!isOwn && {
              related: [
                {
                  file: superclass.file,
                  start: superclass.node.name.start,
                  end: superclass.node.name.end,
                  message: 'declared here',
                },
              ],
            }),
          });
        }
      }
    },
  },
});

interface LateSuperclass {
  readonly symbol: ClassSymbol;
  readonly superclass: ClassSymbol;
}

/** The classes of a unit whose superclass the unit declares, but not before them. */
function lateSuperclasses(unit: CompilationUnit): readonly LateSuperclass[] {
  const isConditional = unit.files.some(({ document }) =>
    document.items.some(({ kind }) => kind === 'PreprocessorLine'),
  );
  // Behind #if and #else the order is that of what the C preprocessor leaves.
  if (isConditional) return [];
  const classes = unit.declarations.filter((declaration) => declaration.kind === 'class');
  const first = new Map<string, ClassSymbol>();
  for (const symbol of classes) {
    const key = keyOf(symbol, symbol.name);
    if (!first.has(key)) first.set(key, symbol);
  }
  const declared = new Set<string>();
  return classes.flatMap((symbol) => {
    const name = symbol.node.superclass?.name;
    const superclass = name === undefined ? undefined : first.get(keyOf(symbol, name));
    const isLate =
      superclass !== undefined &&
      !declared.has(keyOf(symbol, superclass.name)) &&
      knownClass(superclass.name) === undefined &&
      !isAmendment(symbol.node);
    declared.add(keyOf(symbol, symbol.name));
    return isLate ? [{ symbol, superclass }] : [];
  });
}

function keyOf({ namespace }: ClassSymbol, name: string): string {
  return `${namespace.key}:${name.toLowerCase()}`;
}
