/** Prose for a terminal of eighty columns. */

/**
 * Breaks a text at blanks into lines within `width`, each behind `indent` and with a line end. Line
 * ends in the text are blanks too, save for an empty line, which begins a paragraph.
 */
export function wrap(
  text: string,
  { indent = '', width = 80 }: { readonly indent?: string; readonly width?: number } = {},
): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => wrapParagraph(paragraph, indent, width))
    .join('\n');
}

function wrapParagraph(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((line) => `${indent}${line}\n`).join('');
}
