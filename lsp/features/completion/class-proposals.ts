/** Names of classes, and what stands around them. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Place, ValueOwner } from '../../../grammar/mof/typing/place.ts';
import { hasLineBreak, tokenBehind } from '../../../grammar/mof/typing/cursor.ts';
import type { PropertyInfo } from '../../../src/compiler/checker/class-table.ts';
import { dataTypes } from '../../knowledge/keywords.ts';
import type { CatalogClass } from './class-catalog.ts';
import { type Example, exampleOf } from './examples.ts';
import { aliasText, bodyText } from './instance-text.ts';
import type { Proposal } from './proposal.ts';
import { hole, type Snippet, snippet } from './snippet.ts';
import { withFreshNames } from './templates.ts';
import type { Typing } from './typing.ts';
import { valueSnippet } from './value-snippets.ts';

/** The classes that a subscription is made of; only those of the file come before them. */
const subscriptionClasses: ReadonlySet<string> = new Set(
  [
    '__EventFilter',
    '__FilterToConsumerBinding',
    'ActiveScriptEventConsumer',
    'CommandLineEventConsumer',
    'LogFileEventConsumer',
    'NTEventLogEventConsumer',
    'SMTPEventConsumer',
  ].map((name) => name.toLowerCase()),
);

/** A class by its name. */
export function classProposal(typing: Typing, entry: CatalogClass, rank: number): Proposal {
  const { name, superclass, place } = entry;
  return {
    label: name,
    kind: CompletionItemKind.Class,
    detail: [superclass === undefined ? '' : `: ${superclass}`, place]
      .filter((part) => part !== '')
      .join('  '),
    rank,
    topic: { about: 'class', name, uri: typing.view.uri },
  };
}

const ranks: Readonly<Record<CatalogClass['origin'], number>> = {
  file: 1,
  folder: 4,
  wmi: 5,
  windows: 7,
};

// ---------------------------------------------------------------- instances

/**
 * The classes that an instance can be of: no abstract ones, and at the top of a file none whose instances nobody can
 * store. Instances of the classes of Windows come from their providers.
 */
export function instanceClassProposals(
  typing: Typing,
  owner: ValueOwner | undefined,
): readonly Proposal[] {
  const { catalog } = typing;
  const wanted = owner && wantedClass(typing, owner);
  const isBare = isNothingBehind(typing);
  return catalog.all
    .filter(({ isAbstract, origin }) => !isAbstract && origin !== 'windows')
    .filter(({ name }) => owner !== undefined || isStored(typing, name))
    .filter(({ name }) => wanted === undefined || catalog.isA(name, wanted))
    .map((entry) => {
      const isFirst = owner === undefined && subscriptionClasses.has(entry.name.toLowerCase());
      const proposal = classProposal(typing, entry, isFirst ? 2 : ranks[entry.origin]);
      return isBare
        ? { ...proposal, insert: () => [entry.name, ...instanceRest(typing, entry, owner)] }
        : proposal;
    });
}

/** Events come and go, and what has no key cannot be told from others of its class. */
function isStored({ catalog }: Typing, name: string): boolean {
  if (catalog.isA(name, '__Event')) return false;
  const lineage = catalog.lineage(name);
  const isWhole = lineage.at(-1)?.superclass === undefined;
  return (
    !isWhole ||
    lineage.some(({ isSingleton, properties }) => isSingleton || properties().some(isKey))
  );
}

function isKey({ isKey }: PropertyInfo): boolean {
  return isKey;
}

function wantedClass({ catalog }: Typing, owner: ValueOwner): string | undefined {
  if (owner.className === undefined) return undefined;
  const type = catalog.property(owner.className, owner.property)?.info.type;
  return type?.kind === 'object' ? type.className : undefined;
}

/** Whether the line ends behind the word, and no body follows in another one. */
function isNothingBehind({ cursor }: Typing): boolean {
  const behind = tokenBehind(cursor);
  if (behind === undefined) return true;
  return behind.image !== '{' && hasLineBreak(cursor.text, cursor.word.end, behind.start);
}

/** The alias and the body of a new instance. */
function instanceRest(
  typing: Typing,
  { name }: CatalogClass,
  owner: ValueOwner | undefined,
): Snippet {
  const body = bodyOf(typing, name);
  if (owner !== undefined) return snippet` ${embeddedBody(body)}`;
  const rest = [...aliasText(exampleOf(name) ?? { alias: undefined }), '\n', ...bodyText(body)];
  return withFreshNames(rest, typing.view.parsed.document);
}

/** The properties that an instance begins with: those of its example, or the ones that it must have. */
function bodyOf(typing: Typing, className: string): readonly Example[] {
  const { catalog } = typing;
  const properties = catalog.propertiesOf(className);
  const example = exampleOf(className);
  const names =
    example?.body.map(([name]) => name) ??
    properties
      .filter(({ info }) => info.isKey || (info.isNotNull && !info.hasDefault))
      .map(({ info }) => info.name);
  return names.flatMap((name) => {
    const property = catalog.property(className, name);
    return property === undefined ? [] : [[name, valueSnippet(typing, className, property)]];
  });
}

function embeddedBody(properties: readonly Example[]): Snippet {
  const parts = properties.map(([name, value]) => snippet` ${[name]} = ${value};`);
  return ['{', ...parts.flat(), ' }'];
}

/** What follows the class of an instance. */
export function instanceRestProposals(
  typing: Typing,
  { className, hasAlias }: Extract<Place, { readonly kind: 'instance-rest' }>,
): readonly Proposal[] {
  if (!isNothingBehind(typing)) return [];
  const alias = exampleOf(className)?.alias ?? className.replace(/^_+/, '');
  const properties = bodyOf(typing, className);
  const body: Proposal = {
    label: '{ … }',
    kind: CompletionItemKind.Snippet,
    detail: properties.map(([name]) => name).join(', '),
    insert: withFreshNames(bodyText(properties), typing.view.parsed.document),
    filter: '{',
    rank: 2,
  };
  const as: Proposal = {
    label: 'as',
    kind: CompletionItemKind.Keyword,
    detail: 'a name for references to it',
    insert: withFreshNames(snippet`as $${hole(alias, alias)}`, typing.view.parsed.document),
    rank: 1,
    topic: { about: 'keyword', name: 'as' },
  };
  return hasAlias ? [body] : [as, body];
}

// ---------------------------------------------------------------- declarations

/** The classes that a class can derive from; those of the file and those that are made for it come first. */
export function superclassProposals(typing: Typing, className: string): readonly Proposal[] {
  const { catalog } = typing;
  return catalog.all
    .filter(({ name }) => name.toLowerCase() !== className.toLowerCase())
    .filter(({ name, origin }) => origin === 'wmi' || !catalog.isA(name, className))
    .map((entry) =>
      classProposal(typing, entry, baseClasses.has(entry.name) ? 2 : ranks[entry.origin]),
    );
}

const baseClasses: ReadonlySet<string> = new Set(['__ExtrinsicEvent', '__EventConsumer']);

/** The types of a member or a parameter: those of MOF, and classes, which are embedded or referred to. */
export function typeProposals(typing: Typing, of: 'member' | 'parameter'): readonly Proposal[] {
  const types = dataTypes
    .filter(({ name }) => of === 'member' || name !== 'void')
    .map(({ name }): Proposal => ({
      label: name,
      kind: CompletionItemKind.TypeParameter,
      rank: name === 'void' ? 3 : 1,
      topic: { about: 'type', name },
    }));
  return [
    ...types,
    ...typing.catalog.all.map((entry) => classProposal(typing, entry, 3 + ranks[entry.origin])),
  ];
}

/** `ref` behind a class. */
export const refProposal: Proposal = {
  label: 'ref',
  kind: CompletionItemKind.Keyword,
  detail: 'a reference to an instance',
  topic: { about: 'keyword', name: 'ref' },
};

/** `of` behind `instance`. */
export const ofProposal: Proposal = {
  label: 'of',
  kind: CompletionItemKind.Keyword,
  insert: ['of '],
  topic: { about: 'keyword', name: 'of' },
};
