/**
 * Characters of a hostile file that must not reach a terminal or a log as they are: they could
 * clear the screen, reorder a line or hide a part of it. They are written out instead, so that the
 * reader sees them.
 */

/**
 * Controls (C0 without the tab, C1), format characters (bidi controls, zero-width ones, tags), line
 * and paragraph separators, lone surrogates, and everything else that Unicode tells renderers to
 * leave out.
 */
const unsafe =
  /[\0-\x08\x0a-\x1f\x7f-\x9f]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The text with `\x1b`, `\u202e` or `\u{e0041}` in place of every character that a terminal would
 * obey or hide.
 */
export function escapeControls(text: string): string {
  return text.replaceAll(unsafe, (character) => writtenOut(character.codePointAt(0) ?? 0));
}

function writtenOut(codePoint: number): string {
  const digits = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return codePoint <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}

/**
 * JSON that is safe to print: the same value, with those characters as JSON's own escapes.
 *
 * @param indent as for JSON.stringify
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replaceAll(unsafe, (characters) =>
    characters === '\n'
      ? characters
      : Array.from(
          { length: characters.length },
          (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`,
        ).join(''),
  );
}
