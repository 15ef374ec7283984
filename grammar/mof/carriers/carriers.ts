/** All kinds of damage, in the order in which they are undone: what was wrapped around the text last comes first. */
import { doubledBackslashes, lostBackslashes } from './backslashes.ts';
import { comments } from './comments.ts';
import { consoleLines, echoLines } from './console.ts';
import type { Carrier } from './damage.ts';
import { doubledBraces, escapedText } from './escapes.ts';
import { eventLog } from './event-log.ts';
import { hostLiteralLines, literalEnd } from './host-literal-lines.ts';
import { hostLiterals } from './host-literals.ts';
import { html } from './html.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { lineMarks, lineNumbers } from './line-marks.ts';
import { lostBlanks } from './lost-blanks.ts';
import { lostAlias, lostHash } from './lost-signs.ts';
import { emphasis, fences } from './markdown.ts';
import { placeholders } from './placeholders.ts';
import { typographicQuotes } from './typographic-quotes.ts';

export const carriers: readonly Carrier[] = [
  html,
  lineNumbers,
  lineMarks,
  fences,
  eventLog,
  echoLines,
  hostLiteralLines,
  literalEnd,
  hostLiterals,
  typographicQuotes,
  escapedText,
  doubledBraces,
  emphasis,
  invisibleCharacters,
  comments,
  consoleLines,
  lostHash,
  lostBlanks,
  lostBackslashes,
  doubledBackslashes,
  placeholders,
  lostAlias,
];
