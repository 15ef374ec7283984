/** Blanks that were lost where lines were joined or HTML was stripped. */
import { tokenMatcher } from 'chevrotain';

import * as t from '../tokens.ts';
import { type Damage, type DamagedText, inPlaces } from './damage.ts';

/** `#pragmanamespace`, `instanceof`: one may be a slip of the pen, several are not. */
export function lostBlanks({ tokens }: DamagedText): Damage | undefined {
  const lost = tokens.flatMap((token, i) => {
    const next = tokens[i + 1];
    if (next === undefined || !tokenMatcher(next, t.Name)) return [];
    const end = token.startOffset + token.image.length;
    if (token.tokenType === t.PragmaKeyword && next.startOffset === end)
      return [{ token, at: end }];
    return /^instanceof$/i.test(token.image) ? [{ token, at: end - 2 }] : [];
  });
  const [first, second] = lost;
  if (first === undefined || second === undefined) return undefined;
  const { startOffset, image } = first.token;
  return {
    code: 'carrier-lost-blanks',
    start: startOffset,
    end: startOffset + image.length,
    message:
      `Blanks between words are lost, as when tags are stripped from a web page, so that ${image} and what follows it ` +
      `mean nothing: write the words apart${inPlaces(lost.length)}, and look at the texts in quotes too.`,
    title: 'Write the words apart',
    edits: lost.map(({ at }) => ({ start: at, end: at, text: ' ' })),
    certain: true,
  };
}
