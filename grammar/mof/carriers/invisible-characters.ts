/** Characters that nobody sees, which web pages and chat programs put between others. */
import * as t from '../tokens.ts';
import { type Damage, type DamagedText, inPlaces, removal } from './damage.ts';

/** The zero-width space and its like, marks of the direction of writing, and the soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]/g;

/** Invisible characters outside of strings and comments. */
export function invisibleCharacters({ tokens }: DamagedText): Damage | undefined {
  const edits = tokens
    .filter(({ tokenType }) => tokenType === t.StrayCharacters || tokenType === t.StrayCharacter)
    .flatMap(({ image, startOffset }) =>
      Array.from(image.matchAll(INVISIBLE), ({ index, 0: char }) => ({
        ...removal(startOffset + index, startOffset + index + 1),
        char,
      })),
    );
  const [first] = edits;
  if (first === undefined) return undefined;
  const code = first.char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'carrier-invisible-characters',
    start: first.start,
    end: first.end,
    message:
      `An invisible character (U+${code}) stands here, as web pages and chat programs put them between others, and MOF ` +
      `has no use for it: remove it${inPlaces(edits.length)}.`,
    title: edits.length === 1 ? 'Remove the character' : 'Remove the characters',
    edits: edits.map(({ start, end }) => removal(start, end)),
    certain: true,
  };
}
