/** Words of the language, and what is known of them. */
import type { Span } from '../../../grammar/mof/ast.ts';
import { cursorAt } from '../../../grammar/mof/typing/cursor.ts';
import { keywordKnowledge } from '../../knowledge/keywords.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { sourceLinks } from '../../knowledge/source-links.ts';
import { codeBlock, paragraphs } from '../../markdown.ts';
import type { Explanation, HoverPlace } from './place.ts';

/** How a word is written, what it is for, and where that is documented. */
export function knowledgeText({ signature, documentation, source }: Knowledge): string {
  return paragraphs(codeBlock('mof', signature), documentation, sourceLinks(source));
}

/** The word at a span; undefined for one that nothing is known of. */
export function knowledgeHover(
  { start, end }: Span,
  knowledge: Knowledge | undefined,
): Explanation | undefined {
  return knowledge && { start, end, text: knowledgeText(knowledge) };
}

/** A keyword of MOF: the tree has no nodes for them. */
export function keywordHover({ offset, path, view }: HoverPlace): Explanation | undefined {
  const node = path.at(-1);
  // A name may be spelt like a keyword.
  if (node === undefined || node.kind === 'Identifier' || node.kind === 'NameValue')
    return undefined;
  const { tokens } = cursorAt(view.source.text, view.parsed.document, offset);
  const token = tokens.find(({ start, end }) => start <= offset && offset < end);
  return token && knowledgeHover(token, keywordKnowledge(token.image));
}
