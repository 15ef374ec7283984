/** The rules that a binding names its filter and its consumer, which differ in little but the name. */
import type { Binding, CompilationUnit, InstanceSymbol } from '../compiler/model.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { endsOf } from './binding-ends.ts';
import { addProperty, suggestion } from './fixes.ts';
import { type Finding, type Rule, rule } from './rule.ts';
import { sampleBinding, sampleSubscription } from './samples.ts';

/** A rule that the property is there and not NULL. */
export function missingEndRule(property: 'Filter' | 'Consumer'): Rule {
  const other = property === 'Filter' ? 'Consumer = $Consumer;' : 'Filter = $Filter;';
  return rule({
    name: `binding-missing-${property.toLowerCase()}`,
    severity: 'error',
    group: 'binding',
    summary: `A binding names its ${property}.`,
    why: `${property} is a key of __FilterToConsumerBinding, and all keys of an instance must be set; without it nothing is bound.`,
    source: '--filtertoconsumerbinding, creating-an-instance-using-mof',
    hresults: ['0x80041028'],
    fixes: ['suggestion'],
    examples: {
      bad: sampleSubscription({ binding: sampleBinding('', `  ${other}`) }),
      moreBad: [`${sampleBinding('', `  ${property} = NULL;\n  ${other}`)}\n`],
      good: sampleSubscription(),
    },
    check: {
      binding(binding, report, compilation) {
        const finding = findingAbout(binding, property, compilation);
        if (finding !== undefined) report(finding);
      },
    },
  });
}

interface Parts {
  readonly filters: readonly { readonly instance: InstanceSymbol }[];
  readonly consumers: readonly { readonly instance: InstanceSymbol }[];
}

function findingAbout(
  binding: Binding,
  property: 'Filter' | 'Consumer',
  parts: Parts,
): Finding | undefined {
  const end = endsOf(binding).find((candidate) => candidate.property === property);
  const { file, node } = binding.instance;
  if (end?.reference.kind === 'null') {
    return {
      file,
      at: end.reference.node,
      hresult: '0x80041028',
      message: `${property} is a key of the binding and cannot be NULL: write the alias of ${end.wanted}, such as $${property}.`,
    };
  }
  if (end?.reference.kind !== 'absent') return undefined;
  return {
    file,
    at: end.assignment?.name ?? node.className,
    message:
      `The binding has no ${property}, which is one of its two keys, so it binds nothing and WMI refuses it: write ` +
      `${property} = and the alias of ${end.wanted}.`,
    ...(end.assignment === undefined && fixesFor(binding.instance, property, parts)),
  };
}

/** Where the file has one candidate only, it is evident what is meant. */
function fixesFor(
  instance: InstanceSymbol,
  property: 'Filter' | 'Consumer',
  { filters, consumers }: Parts,
): { readonly fixes?: readonly Fix[] } {
  const alias = onlyAlias(instance.unit, property === 'Filter' ? filters : consumers);
  if (alias === undefined) return {};
  const assignment = `${property} = ${alias}`;
  return { fixes: [suggestion(`Add ${assignment}`, addProperty(instance, `${assignment};`))] };
}

/** In a file with more parts than this nothing is evident, and looking through them would take long. */
const MAX_PARTS = 50;

function onlyAlias(unit: CompilationUnit, parts: Parts['filters']): string | undefined {
  if (parts.length > MAX_PARTS) return undefined;
  const own = parts.filter(({ instance }) => instance.unit === unit);
  return own.length === 1 ? own[0]?.instance.node.alias?.name : undefined;
}
