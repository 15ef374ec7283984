/** The properties that an instance does not set yet. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Block } from '../../../grammar/mof/typing/blocks.ts';
import { tokenBehind } from '../../../grammar/mof/typing/cursor.ts';
import { propertiesIn } from '../../../grammar/mof/typing/contents.ts';
import { typeText } from '../../../src/compiler/checker/value-type.ts';
import type { CatalogProperty } from './class-catalog.ts';
import { exampleOf, isIdle } from './examples.ts';
import type { Proposal } from './proposal.ts';
import { snippet } from './snippet.ts';
import type { Typing } from './typing.ts';
import { valueSnippet } from './value-snippets.ts';

/** Keys and properties that cannot be NULL come first, then those that every instance should have. */
export function propertyProposals(typing: Typing, body: Block): readonly Proposal[] {
  const { catalog, cursor } = typing;
  const className = body.name;
  const written = propertiesIn(cursor, body);
  const lineage = catalog.lineage(className).map(({ name }) => name);
  const advised = new Set(exampleOf(className)?.body.map(([name]) => name.toLowerCase()));
  return catalog
    .propertiesOf(className)
    .filter(({ info }) => !written.has(info.name.toLowerCase()) && !isIdle(lineage, info.name))
    .map((property) =>
      propertyProposal(typing, className, property, rankOf(property, advised, className)),
    );
}

function rankOf(
  { info, owner }: CatalogProperty,
  advised: ReadonlySet<string>,
  className: string,
): number {
  if (info.isKey) return 0;
  if (info.isNotNull && !info.hasDefault) return 1;
  if (advised.has(info.name.toLowerCase())) return 2;
  return owner.name.toLowerCase() === className.toLowerCase() ? 4 : 6;
}

function propertyProposal(
  typing: Typing,
  className: string,
  property: CatalogProperty,
  rank: number,
): Proposal {
  const { info, owner } = property;
  const notes = [
    typeText(info.type),
    ...(info.isKey ? ['key'] : []),
    ...(info.isNotNull ? ['not NULL'] : []),
  ];
  const hasValue = tokenBehind(typing.cursor)?.image === '=';
  return {
    label: info.name,
    kind: CompletionItemKind.Property,
    detail: notes.join(', '),
    rank,
    topic: {
      about: 'property',
      name: info.name,
      className: owner.name,
      uri: typing.view.uri,
    },
    ...(!hasValue && {
      insert: snippet`${[info.name]} = ${valueSnippet(typing, className, property)};`,
    }),
  };
}
