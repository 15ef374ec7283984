/** What stands under the pointer, explained. */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import type { Identifier } from '../../grammar/mof/ast.ts';
import { dataTypeKnowledge } from '../knowledge/keywords.ts';
import { pragmaKnowledge } from '../knowledge/pragmas.ts';
import { flavorKnowledge, qualifierKnowledge } from '../knowledge/qualifiers.ts';
import { innermost } from '../node-path.ts';
import type { View } from '../view.ts';
import { classHover, declarersOf, lineageOf, propertyHover } from './hover/class-hover.ts';
import { includeHover, namespaceHover } from './hover/file-hover.ts';
import { keywordHover, knowledgeHover } from './hover/keyword-hover.ts';
import { targetHover } from './hover/object-hover.ts';
import { HoverPlace, type Explanation } from './hover/place.ts';
import { sidHover } from './hover/security-hover.ts';
import { embeddedHover } from './hover/embedded-hover.ts';
import { valueHover } from './hover/value-hover.ts';

/** Explains what stands at a position; null where there is nothing to say. */
export function hover(view: View, position: Position): Hover | null {
  const place = new HoverPlace(view, view.offsetAt(position));
  for (const explain of explanations) {
    const found = explain(place);
    if (found === undefined) continue;
    const { text, start, end } = found;
    return {
      contents: { kind: MarkupKind.Markdown, value: text },
      range: view.rangeOf({ start, end }),
    };
  }
  return null;
}

/** What there is to say about a place, the most exact first. */
const explanations: readonly ((place: HoverPlace) => Explanation | undefined)[] = [
  includeHover,
  embeddedHover,
  bytesHover,
  wordHover,
  namespaceHover,
  valueHover,
  keywordHover,
];

/** The bytes of a SID. */
function bytesHover({ path }: HoverPlace): Explanation | undefined {
  const array = innermost(path, 'ArrayValue');
  const owner = innermost(path, 'PropertyAssignment', 'PropertyDeclaration');
  if (array === undefined || owner?.name.name.toLowerCase() !== 'creatorsid') return undefined;
  const text = sidHover(array);
  return text === undefined ? undefined : { start: array.start, end: array.end, text };
}

/** The name at the end of the path, by what it is the name of. */
function wordHover(place: HoverPlace): Explanation | undefined {
  const node = place.path.at(-1);
  if (node?.kind === 'Alias') return aliasHover(place, node);
  const owner = place.path.at(-2);
  if (node?.kind !== 'Identifier' || owner === undefined) return undefined;
  switch (owner.kind) {
    case 'ClassDeclaration':
    case 'InstanceDeclaration':
    case 'InstanceValue':
      return classNameHover(place, node);
    case 'TypeReference':
      return knowledgeHover(node, dataTypeKnowledge(node.name)) ?? classNameHover(place, node);
    case 'PropertyAssignment':
    case 'PropertyDeclaration':
      return propertyNameHover(place, node);
    case 'Qualifier':
    case 'QualifierDeclaration': {
      const isName = owner.name === node;
      return knowledgeHover(
        node,
        isName ? qualifierKnowledge(node.name) : flavorKnowledge(node.name),
      );
    }
    case 'Pragma':
      return knowledgeHover(node, pragmaKnowledge(node.name));
    default:
      return undefined;
  }
}

function classNameHover(
  place: HoverPlace,
  { name, start, end }: Identifier,
): Explanation | undefined {
  const { site, table } = place;
  const info = place.lookUp(name);
  if (info === undefined || site === undefined) return undefined;
  return { start, end, text: classHover(lineageOf(info, table, site)) };
}

function propertyNameHover(
  { owner, site, table }: HoverPlace,
  { name, start, end }: Identifier,
): Explanation | undefined {
  if (owner === undefined || site === undefined) return undefined;
  const declarers = declarersOf(lineageOf(owner, table, site), name);
  const text = declarers && propertyHover(name, declarers);
  return text === undefined ? undefined : { start, end, text };
}

function aliasHover(
  { compilation, site }: HoverPlace,
  { name, start, end }: Pick<Identifier, 'name' | 'start' | 'end'>,
): Explanation | undefined {
  const symbol = site?.unit.aliases.get(name.toLowerCase());
  return symbol && { start, end, text: targetHover(symbol.target, compilation) };
}
