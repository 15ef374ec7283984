/** Qualifiers, their values and their flavors. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { tokenBehind } from '../../../grammar/mof/typing/cursor.ts';
import type { Place } from '../../../grammar/mof/typing/place.ts';
import { qualifiersIn } from '../../../grammar/mof/typing/contents.ts';
import { qualifiedBy } from '../../../grammar/mof/typing/qualified.ts';
import { scopeSpellings } from '../../../grammar/mof/spellings.ts';
import type { QualifierSymbol } from '../../../src/compiler/model.ts';
import { stringLiteral } from '../../../src/emit/literals.ts';
import { dataTypes } from '../../knowledge/keywords.ts';
import {
  flavors,
  type QualifierKnowledge,
  qualifierKnowledge,
  qualifiers,
  type QualifierScope,
} from '../../knowledge/qualifiers.ts';
import { classProposal } from './class-proposals.ts';
import type { Proposal } from './proposal.ts';
import { titleOf } from './references.ts';
import { hole, type Snippet, snippet } from './snippet.ts';
import type { Typing } from './typing.ts';

type QualifierPlace = Extract<Place, { readonly kind: 'qualifier' }>;
type ValuePlace = Extract<Place, { readonly kind: 'qualifier-value' }>;

/** The ones that are written most; they come first. */
const common: ReadonlySet<string> = new Set(
  'Abstract Description Dynamic In Key Locale Not_Null Out Provider Read Write'.split(' '),
);

/** Qualifiers for what a list stands at, but for those that are in it. */
export function qualifierProposals(typing: Typing, place: QualifierPlace): readonly Proposal[] {
  const { cursor } = typing;
  const scopes: readonly QualifierScope[] = qualifiedBy(cursor, place.list, place.parent);
  const written = qualifiersIn(cursor, place.list);
  const behind = tokenBehind(cursor)?.image;
  const hasValue = behind === '(' || behind === '{';
  const known = qualifiers
    .filter((qualifier) => qualifier.scopes.some((scope) => scopes.includes(scope)))
    .map((qualifier) => qualifierProposal(qualifier, hasValue));
  const declared = declaredQualifiers(typing).filter(({ scopes: of }) =>
    of.some((scope) => scopes.includes(scope)),
  );
  return [...known, ...declared.map(({ name }) => declaredProposal(name))].filter(
    ({ label }) => !written.has(label.toLowerCase()),
  );
}

function qualifierProposal(qualifier: QualifierKnowledge, hasValue: boolean): Proposal {
  const { name, signature } = qualifier;
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: signature,
    rank: common.has(name) ? 1 : 5,
    topic: { about: 'qualifier', name },
    ...(!hasValue && { insert: [name, ...valueText(qualifier)] }),
  };
}

function valueText({ type, example, choices }: QualifierKnowledge): Snippet {
  if (type === 'boolean') return [];
  const quote = type.startsWith('string') ? '"' : '';
  const texts = choices.map((text) => `${quote}${text}${quote}`);
  const value: Snippet =
    texts.length > 1
      ? [{ text: texts[0] ?? '', choices: texts }]
      : [quote, hole(quote === '' ? example : example.slice(1, -1)), quote];
  return type.endsWith('[]') ? ['{', ...value, '}'] : ['(', ...value, ')'];
}

/** A qualifier that a file declares with the scopes that it gives, or all. */
interface DeclaredQualifier {
  readonly name: string;
  readonly scopes: readonly QualifierScope[];
}

const scopesByName: ReadonlyMap<string, readonly QualifierScope[]> = new Map<
  string,
  readonly QualifierScope[]
>([
  ['class', ['class']],
  ['association', ['class']],
  ['indication', ['class']],
  ['instance', ['instance']],
  ['property', ['property', 'reference', 'assignment']],
  ['reference', ['reference']],
  ['method', ['method']],
  ['parameter', ['parameter']],
]);

function declaredQualifiers({ compilation }: Typing): readonly DeclaredQualifier[] {
  return compilation.units
    .flatMap(({ declarations }) => declarations)
    .filter((declaration): declaration is QualifierSymbol => declaration.kind === 'qualifier')
    .map(({ node }) => node)
    .filter(({ name }) => name.name !== '' && qualifierKnowledge(name.name) === undefined)
    .map(({ name, scopes }) => {
      const said = scopes.flatMap((scope) => scopesByName.get(scope.name.toLowerCase()) ?? []);
      return {
        name: name.name,
        scopes: said.length > 0 ? said : [...scopesByName.values()].flat(),
      };
    });
}

function declaredProposal(label: string): Proposal {
  return { label, kind: CompletionItemKind.Property, detail: 'declared in these files', rank: 3 };
}

// ---------------------------------------------------------------- values

/** Values outside of quotation marks. */
export function qualifierValueProposals(typing: Typing, place: ValuePlace): readonly Proposal[] {
  const qualifier = qualifierKnowledge(place.name);
  if (qualifier === undefined) return [];
  const isText = qualifier.type.startsWith('string');
  const isBoolean = qualifier.type === 'boolean';
  const choices = qualifierTexts(typing, place).map((proposal) => ({
    ...proposal,
    ...(isText && { label: stringLiteral(proposal.label), filter: proposal.label }),
    ...(isBoolean && { topic: { about: 'keyword' as const, name: proposal.label.toLowerCase() } }),
  }));
  const begun = isText && choices.length === 0 && qualifier.example !== '""';
  return begun ? [exampleProposal(qualifier.example)] : choices;
}

function exampleProposal(example: string): Proposal {
  const text = example.slice(1, -1);
  return {
    label: example,
    kind: CompletionItemKind.Snippet,
    detail: 'to begin with',
    insert: snippet`"${hole(text)}"`,
    filter: text,
  };
}

/** Values as texts, for a place between quotation marks. */
export function qualifierTexts(typing: Typing, { name, parent }: ValuePlace): readonly Proposal[] {
  const { catalog, compilation } = typing;
  switch (name.toLowerCase()) {
    case 'provider':
      return providerNames(typing).map((label) => choiceProposal(label, 'a provider'));
    case 'embeddedinstance':
      return catalog.all.map((entry) => classProposal(typing, entry, 5));
    case 'wmisizeis':
      return catalog
        .propertiesOf(parent.name)
        .filter(({ info: { type } }) => type.kind === 'primitive' && type.name.startsWith('uint'))
        .filter(({ info }) => !info.type.isArray)
        .map(({ info }) => choiceProposal(info.name, 'an item of the class'));
    case 'override':
      return catalog
        .lineage(parent.name)
        .slice(1)
        .flatMap((owner) =>
          owner.properties().map((info) => choiceProposal(info.name, `of ${owner.name}`)),
        );
    case 'namespacesecuritysddl':
      return [];
    case 'autocook_rawclass':
      return compilation.classes.map(({ name }) => choiceProposal(name, undefined));
    default:
      return (qualifierKnowledge(name)?.choices ?? []).map((label) =>
        choiceProposal(label, undefined),
      );
  }
}

function choiceProposal(label: string, detail: string | undefined): Proposal {
  return { label, kind: CompletionItemKind.EnumMember, detail };
}

/** The providers that the files register, and the one of drivers. */
function providerNames({ compilation, catalog }: Typing): readonly string[] {
  const registered = compilation.instances
    .filter(({ className }) => catalog.isA(className, '__Win32Provider'))
    .flatMap((instance) => titleOf(instance) ?? []);
  return [...new Set([...registered, 'WMIProv'])];
}

// ---------------------------------------------------------------- flavors and declarations

/** Flavors that exclude one another, folded. */
const conflicts: readonly (readonly [string, string])[] = [
  ['enableoverride', 'disableoverride'],
  ['restricted', 'toinstance'],
  ['restricted', 'tosubclass'],
  ['toinstance', 'nottoinstance'],
  ['tosubclass', 'nottosubclass'],
];

/** The flavors of WMI that go with those that are written. */
export function flavorProposals(written: readonly string[]): readonly Proposal[] {
  return flavors
    .filter(({ name }) => {
      const folded = name.toLowerCase();
      const excluded = conflicts.some(
        ([a, b]) => (folded === a && written.includes(b)) || (folded === b && written.includes(a)),
      );
      // The one flavor of DMTF that WMI's documentation does not have.
      return folded !== 'translatable' && !written.includes(folded) && !excluded;
    })
    .map(({ name }) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      topic: { about: 'flavor', name },
    }));
}

/** The name in `Qualifier Name : ...`. */
export function qualifierNameProposals(): readonly Proposal[] {
  return qualifiers.map((qualifier) => ({
    ...qualifierProposal(qualifier, true),
    insert: [qualifier.name],
  }));
}

/** Behind `Qualifier Name :`. */
export function qualifierTypeProposals(): readonly Proposal[] {
  const types = dataTypes
    .filter(({ name }) => name !== 'void' && name !== 'object')
    .map(({ name }): Proposal => ({
      label: name,
      kind: CompletionItemKind.TypeParameter,
      topic: { about: 'type', name },
    }));
  return [...flavorProposals([]).map((proposal) => ({ ...proposal, rank: 1 })), ...types];
}

/** Between the parentheses of `scope(...)`. */
export function scopeProposals(): readonly Proposal[] {
  return [...scopeSpellings.values()].map((label) => ({ label, kind: CompletionItemKind.Keyword }));
}
