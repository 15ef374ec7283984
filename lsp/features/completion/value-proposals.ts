/** Values of properties: in an instance, as the default of a declaration, and as an element of an array. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ValueOwner } from '../../../grammar/mof/typing/place.ts';
import { typeNamed, type ValueType } from '../../../src/compiler/checker/value-type.ts';
import { stringLiteral } from '../../../src/emit/literals.ts';
import { byteArrayText } from '../../../src/linter/fixes.ts';
import type { KnownValues } from '../../knowledge/values.ts';
import type { CatalogProperty } from './class-catalog.ts';
import { insertOf, type Proposal } from './proposal.ts';
import { aliasesFor, pathsFor } from './references.ts';
import { creatorSids } from './sid-choices.ts';
import { hole, plainText, type Snippet, snippet } from './snippet.ts';
import type { Typing } from './typing.ts';
import { dateExample, intervalExample, valueSnippet, valuesOf } from './value-snippets.ts';

/** What is known of the property whose value stands at a place. */
export interface ValuedProperty {
  readonly type: ValueType;
  readonly isInterval: boolean;
  /** Whether NULL can stand there. */
  readonly isOptional: boolean;
  readonly values: KnownValues | undefined;
  /** Undefined for a property that is declared at the place. */
  readonly property: CatalogProperty | undefined;
}

/** The property of a value; undefined where its class or its type is not known. */
export function valuedProperty(typing: Typing, owner: ValueOwner): ValuedProperty | undefined {
  const { className, type } = owner;
  if (className === undefined) return type === undefined ? undefined : declared(type, owner);
  const { catalog } = typing;
  const property = catalog.property(className, owner.property);
  if (property === undefined) return undefined;
  const { info } = property;
  const lineage = catalog.lineage(className).map(({ name }) => name);
  return {
    type: info.type,
    isInterval: info.isInterval,
    isOptional: !info.isKey && !info.isNotNull,
    values: valuesOf(lineage, info),
    property,
  };
}

function declared(type: string, { inBraces }: ValueOwner): ValuedProperty {
  return {
    type: typeNamed(type, false, inBraces),
    isInterval: false,
    isOptional: true,
    values: undefined,
    property: undefined,
  };
}

/** Values outside of quotation marks. */
export function valueProposals(typing: Typing, owner: ValueOwner): readonly Proposal[] {
  const valued = valuedProperty(typing, owner);
  if (valued === undefined) return [];
  if (isCreatorSid(owner, valued)) return sidProposals(typing, owner);
  if (valued.type.isArray && !owner.inBraces) return arrayProposals(typing, owner, valued);
  return [
    ...elementProposals(typing, valued),
    ...exampleProposals(typing, owner, valued),
    ...(valued.isOptional && !owner.inBraces ? [nullProposal] : []),
  ];
}

const nullProposal: Proposal = {
  label: 'NULL',
  kind: CompletionItemKind.Constant,
  detail: 'no value',
  rank: 9,
  topic: { about: 'keyword', name: 'null' },
};

function isCreatorSid({ property }: ValueOwner, { type }: ValuedProperty): boolean {
  return property.toLowerCase() === 'creatorsid' && type.isArray;
}

/** Accounts as arrays of bytes; between braces that hold nothing yet, the bytes alone. */
function sidProposals(typing: Typing, { inBraces, isAlone }: ValueOwner): readonly Proposal[] {
  if (inBraces && !isAlone) return [];
  return creatorSids(typing).map(({ name, sid, bytes, note }, index) => ({
    label: name,
    kind: CompletionItemKind.Value,
    detail: note === undefined ? sid : `${sid}  ${note}`,
    insert: [inBraces ? bytes.join(', ') : byteArrayText(bytes)],
    rank: index,
  }));
}

function elementProposals(typing: Typing, valued: ValuedProperty): readonly Proposal[] {
  const { type, values } = valued;
  if (values !== undefined) return knownProposals(values);
  switch (type.kind) {
    case 'reference':
      return referenceProposals(typing, type.className);
    case 'object':
      return [
        {
          label: 'instance of',
          kind: CompletionItemKind.Keyword,
          detail: type.className ?? 'any class',
          insert: ['instance of '],
          rank: 1,
          topic: { about: 'keyword', name: 'instance' },
        },
      ];
    case 'primitive':
      if (type.name === 'boolean') return booleanProposals;
      return type.name === 'datetime' ? dateProposals(valued) : [];
  }
}

/** The values of an enumeration. */
function knownProposals({ isText, values }: KnownValues): readonly Proposal[] {
  return values.map(({ value, meaning }, index) => {
    const literal = isText ? stringLiteral(value) : value;
    return {
      // A number says nothing by itself, so that it is found by its meaning too.
      label: isText || meaning === '' ? literal : `${literal} (${meaning})`,
      kind: CompletionItemKind.EnumMember,
      detail: isText && meaning !== '' ? meaning : undefined,
      insert: [literal],
      filter: isText ? value : `${literal} ${meaning}`,
      rank: Math.min(index, 8),
    };
  });
}

const booleanProposals: readonly Proposal[] = ['TRUE', 'FALSE'].map((label, rank) => ({
  label,
  kind: CompletionItemKind.Constant,
  rank,
  topic: { about: 'keyword', name: label.toLowerCase() },
}));

function dateProposals({ isInterval }: ValuedProperty): readonly Proposal[] {
  const date: Proposal = {
    label: `"${dateExample}"`,
    kind: CompletionItemKind.Value,
    detail: 'a date: yyyymmddHHMMSS.mmmmmm, and the minutes from UTC',
    insert: snippet`"${hole(dateExample)}"`,
  };
  const interval: Proposal = {
    label: `"${intervalExample}"`,
    kind: CompletionItemKind.Value,
    detail: 'five minutes: ddddddddHHMMSS.mmmmmm:000',
    insert: snippet`"${hole(intervalExample)}"`,
  };
  return [isInterval ? interval : date];
}

/** Aliases of this file, and paths of instances in others. */
function referenceProposals(typing: Typing, className: string | undefined): readonly Proposal[] {
  const aliases = aliasesFor(typing, className).map((alias): Proposal => ({
    label: alias.name,
    kind: CompletionItemKind.Reference,
    detail: alias.title === undefined ? alias.className : `${alias.className} "${alias.title}"`,
    rank: 1,
  }));
  const paths = pathsFor(typing, className).map(({ path, title, file }): Proposal => ({
    label: stringLiteral(path),
    kind: CompletionItemKind.Reference,
    detail: file,
    filter: title,
    rank: 4,
  }));
  return [...aliases, ...paths];
}

/** What a property of a known class is set to in good files, where nothing better is known. */
function exampleProposals(
  typing: Typing,
  { className, inBraces }: ValueOwner,
  { property, values, type }: ValuedProperty,
): readonly Proposal[] {
  const isText = type.kind === 'primitive' && type.name === 'string';
  if (className === undefined || property === undefined || values !== undefined || !isText)
    return [];
  const value = valueSnippet(typing, className, property);
  const text = inBraces ? withoutBraces(value) : value;
  const label = plainText(text);
  if (label === '""') return [];
  return [
    {
      label,
      kind: CompletionItemKind.Snippet,
      detail: 'to begin with',
      insert: text,
      filter: label.replace(/^"/, ''),
      rank: 3,
    },
  ];
}

/** The whole array, and what may be in it. */
function arrayProposals(
  typing: Typing,
  owner: ValueOwner,
  valued: ValuedProperty,
): readonly Proposal[] {
  const { property } = valued;
  if (owner.className === undefined || property === undefined) return [];
  const elements = elementProposals(typing, valued).map((proposal) => ({
    ...proposal,
    insert: ['{', ...insertOf(proposal), '}'],
  }));
  const value = valueSnippet(typing, owner.className, property);
  const whole: Proposal = {
    label: plainText(value),
    kind: CompletionItemKind.Snippet,
    detail: 'to begin with',
    insert: value,
    rank: 3,
  };
  return [
    ...elements,
    ...(elements.length > 0 ? [] : [whole]),
    ...(valued.isOptional ? [nullProposal] : []),
  ];
}

function withoutBraces(value: Snippet): Snippet {
  const last = value.length - 1;
  return value.map((part, index) => {
    if (typeof part !== 'string') return part;
    const opened = index === 0 ? part.replace(/^\{/, '') : part;
    return index === last ? opened.replace(/\}$/, '') : opened;
  });
}

/** The texts of an enumeration between quotation marks. */
export function textChoices({ isText, values }: KnownValues): readonly Proposal[] {
  if (!isText) return [];
  return values.map(({ value, meaning }, rank) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    detail: meaning === '' ? undefined : meaning,
    rank: Math.min(rank, 8),
  }));
}
