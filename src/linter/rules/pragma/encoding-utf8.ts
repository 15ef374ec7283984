import type { Span } from '../../../../grammar/mof/ast.ts';
import type { ParsedFile } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'encoding-utf8',
  severity: 'info',
  group: 'pragma',
  summary: 'Text beyond ASCII is safest in UTF-16 with a byte order mark.',
  why:
    'The documentation of mofcomp knows Unicode files by FF FE or FE FF and does not mention UTF-8, so that such text may ' +
    'arrive as other characters.',
  source: 'mofcomp',
  examples: {
    bad: String.raw`instance of Sample_Reading
{
  Sensor = "Nordhälfte";
};
`,
    good: String.raw`instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: {
    file(file, report) {
      const { source } = file;
      if (source.encoding !== 'utf-8' && source.encoding !== 'utf-8-bom') return;
      const at = firstBeyondAscii(file);
      if (at === undefined) return;
      report({
        file: source,
        at,
        message:
          `${nameOf(source.text.slice(at.start, at.end))} is stored as UTF-8, of which the documentation of mofcomp says ` +
          'nothing: save the file as UTF-16 with a byte order mark, or write ASCII only (a string can hold \\x and the number of a ' +
          'character).',
      });
    },
  },
});

/** The first character beyond ASCII; in a comment it does no harm. */
function firstBeyondAscii({ source: { text }, document }: ParsedFile): Span | undefined {
  let start = 0;
  for (const comment of [...document.comments, { start: text.length, end: text.length }]) {
    const found = /[^\u0000-\u007f]/u.exec(text.slice(start, comment.start));
    if (found !== null)
      return { start: start + found.index, end: start + found.index + found[0].length };
    start = comment.end;
  }
  return undefined;
}

/** `"ü" (U+00FC)`; without the quotation for what cannot be seen, such as a no-break space. */
function nameOf(character: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `"${character}" (${number})` : number;
}
