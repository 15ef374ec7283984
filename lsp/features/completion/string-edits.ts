/** Edits of part of a string: what is typed in the language that the string holds becomes text of MOF. */
import type { Span } from '../../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../../grammar/mof/literals.ts';
import type { StringAround } from '../../../grammar/mof/typing/cursor.ts';
import { stringLiteral } from '../../../src/emit/literals.ts';
import { insertOf, type Proposal } from './proposal.ts';
import { mapText } from './snippet.ts';
import type { Typing } from './typing.ts';

/** A proposal for a stretch of a string's value. */
export interface TextProposal extends Proposal {
  readonly stretch: Span;
}

/** A text as it stands between quotation marks. */
function escapeText(text: string): string {
  return stringLiteral(text).slice(1, -1);
}

/**
 * Proposals for stretches of a string's value as proposals for the file. None where a stretch goes on in another
 * literal, for an edit of both would write one text over two.
 */
export function inString(
  typing: Typing,
  string: StringAround,
  proposals: readonly TextProposal[],
): readonly Proposal[] {
  return proposals.flatMap((proposal) => editOf(typing, string, proposal) ?? []);
}

function editOf(
  { cursor }: Typing,
  { value, literal }: StringAround,
  { stretch, ...proposal }: TextProposal,
): Proposal | undefined {
  if (stretch.start < literal.start || stretch.end > literal.end) return undefined;
  const isEmpty = stretch.start === stretch.end;
  const replace = isEmpty
    ? { start: cursor.offset, end: cursor.offset }
    : sourceSpanOf(value, stretch.start, stretch.end);
  // In the middle of an escape there is no place in the value.
  if (cursor.offset < replace.start || replace.end < cursor.offset) return undefined;
  return {
    ...proposal,
    insert: mapText(insertOf(proposal), escapeText),
    filter: escapeText(proposal.filter ?? proposal.label),
    replace,
  };
}

/** Proposals for the whole text of the literal that the place is in. */
export function asWholeString(
  typing: Typing,
  string: StringAround,
  proposals: readonly Proposal[],
): readonly Proposal[] {
  // A text in several literals is nobody's choice among a few.
  if (string.value.pieces.length > 1) return [];
  return inString(
    typing,
    string,
    proposals.map((proposal) => ({ ...proposal, stretch: string.literal })),
  );
}
