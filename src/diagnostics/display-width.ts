/** How many columns of a terminal a character takes. */

/**
 * Ideographs and syllables of East Asian scripts, full-width forms and pictures: Unicode's
 * East_Asian_Width W and F.
 */
const wide =
  /[\u2329\u232a\u3000-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u1100-\u115f\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

const combining = /^[\p{Mn}\p{Me}]$/u;

/**
 * The columns of one code point that is printed as it is: 0 for combining marks, 2 for wide
 * characters, else 1.
 */
export function displayWidth(character: string): 0 | 1 | 2 {
  if (character <= '\u02ff') return 1;
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The columns of a text that is printed as it is. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += displayWidth(character);
  return width;
}
