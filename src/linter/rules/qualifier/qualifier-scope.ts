import type { CompilationUnit, QualifierSymbol } from '../../../compiler/model.ts';
import { type Carrier, eachQualifierList } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-scope',
  severity: 'error',
  group: 'qualifier',
  summary: 'A qualifier stands where its scope allows it.',
  why: 'mofcomp refuses a qualifier outside of its scope; a key is a property, and only a class is an association.',
  source: 'wmi-error-constants, standard-wmi-qualifiers',
  hresult: '0x8004402E',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [association] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("What was read")] uint8 Level;
};
`,
  },
  check: eachQualifierList(({ file, unit, list, carrier }, report) => {
    if (carrier.kind === 'instance' || carrier.kind === 'assignment') return;
    const declared = declaredScopes(unit);
    for (const { name } of list.qualifiers) {
      const key = name.name.toLowerCase();
      const declaration = declared.get(key);
      const scopes = declaration?.scopes ?? knownScopes.get(key);
      if (scopes === undefined || isAllowed(carrier, scopes)) continue;
      report({
        file,
        at: name,
        message: `${name.name} is a qualifier of ${listOf(scopes)}, and mofcomp refuses it at a ${carrier.kind}: leave it out here.`,
        ...(declaration !== undefined && {
          related: [
            {
              file: declaration.symbol.file,
              start: declaration.symbol.node.start,
              end: declaration.symbol.node.end,
              message: 'the qualifier is declared here',
            },
          ],
        }),
      });
    }
  }),
});

interface DeclaredScopes {
  readonly symbol: QualifierSymbol;
  readonly scopes: readonly string[];
}

const declaredByUnit = new WeakMap<CompilationUnit, ReadonlyMap<string, DeclaredScopes>>();

/** The scopes of the qualifiers that a unit declares, where it gives any. */
function declaredScopes(unit: CompilationUnit): ReadonlyMap<string, DeclaredScopes> {
  let declared = declaredByUnit.get(unit);
  if (declared === undefined) {
    declared = new Map(
      unit.declarations.flatMap((symbol) => {
        if (symbol.kind !== 'qualifier' || symbol.node.scopes.length === 0) return [];
        const scopes = symbol.node.scopes.map(({ name }) => name.toLowerCase());
        return [[symbol.node.name.name.toLowerCase(), { symbol, scopes }] as const];
      }),
    );
    declaredByUnit.set(unit, declared);
  }
  return declared;
}

/** Qualifiers that make no sense elsewhere, whether anybody declares them or not. */
const knownScopes: ReadonlyMap<string, readonly string[]> = new Map([
  ['abstract', ['class']],
  ['association', ['class']],
  ['singleton', ['class', 'instance']],
  ['key', ['property', 'reference']],
  ['in', ['parameter']],
  ['out', ['parameter']],
]);

/** Associations and indications are classes too, and references are properties. */
const wider: Readonly<Record<string, readonly string[]>> = {
  class: ['class', 'association', 'indication'],
  property: ['property', 'reference'],
  reference: ['reference', 'property'],
  method: ['method'],
  parameter: ['parameter'],
};

function isAllowed({ kind }: Carrier, scopes: readonly string[]): boolean {
  return scopes.includes('any') || (wider[kind] ?? []).some((scope) => scopes.includes(scope));
}

const plurals: Readonly<Record<string, string>> = {
  class: 'classes',
  property: 'properties',
};

function listOf(scopes: readonly string[]): string {
  return scopes.map((scope) => plurals[scope] ?? `${scope}s`).join(' and ');
}
