import type { Span } from '../../../../grammar/mof/ast.ts';
import type { ParsedFile } from '../../../compiler/model.ts';
import { safeFix } from '../../fixes.ts';
import { nodesOf } from '../../nodes.ts';
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
  fixes: ['safe'],
  examples: {
    bad: String.raw`instance of Sample_Reading
{
  Sensor = "Nordhälfte";
};
`,
    moreBad: [
      `instance of\u00a0Sample_Reading
{
  Sensor = "north";
};
`,
    ],
    good: String.raw`instance of Sample_Reading
{
  Sensor = "Nordh\x00e4lfte";
};
`,
  },
  check: {
    file(file, report) {
      const { source } = file;
      if (source.encoding !== 'utf-8' && source.encoding !== 'utf-8-bom') return;
      const at = firstBeyondAscii(file);
      if (at === undefined) return;
      const blanks = /\s/u.test(source.text.slice(at.start, at.end))
        ? blanksBetweenWords(file)
        : [];
      const isBlank = blanks.some(({ start }) => start === at.start);
      report({
        file: source,
        at,
        message:
          `${nameOf(source.text.slice(at.start, at.end))} is stored as UTF-8, of which the documentation of mofcomp says ` +
          (isBlank
            ? 'nothing: write an ordinary blank.'
            : 'nothing: save the file as UTF-16 with a byte order mark, or write ASCII only (a string can hold \\x and the number of a ' +
              'character).'),
        ...(isBlank && {
          fixes: [
            safeFix(
              blanks.length === 1 ? 'Write an ordinary blank' : 'Write ordinary blanks',
              ...blanks.map((blank) => ({ file: source, ...blank, text: ' ' })),
            ),
          ],
        }),
      });
    },
  },
});

/**
 * The first character beyond ASCII. In a comment it does no harm, and where the syntax is wrong already (typographic
 * quotes) that is to be mended first, everywhere where the problem's fix does.
 */
function firstBeyondAscii({ source: { text }, document, problems }: ParsedFile): Span | undefined {
  const mended = problems.flatMap(({ fix }) => fix?.edits ?? []);
  const excepted = [...document.comments, ...problems, ...mended].toSorted(
    (a, b) => a.start - b.start,
  );
  let start = 0;
  for (const exception of [...excepted, { start: text.length, end: text.length }]) {
    const found = /[^\u0000-\u007f]/u.exec(text.slice(start, exception.start));
    if (found !== null)
      return { start: start + found.index, end: start + found.index + found[0].length };
    start = Math.max(start, exception.end);
  }
  return undefined;
}

/** White space beyond ASCII that is no part of a string or a comment, such as the no-break spaces of web pages. */
function blanksBetweenWords({ source: { text }, document }: ParsedFile): readonly Span[] {
  const literals = [...nodesOf(document, 'StringPiece'), ...nodesOf(document, 'CharValue')];
  const texts: readonly Span[] = [...document.comments, ...literals].toSorted(
    (a, b) => a.start - b.start,
  );
  const blanks: Span[] = [];
  let next = 0;
  for (const { index } of text.matchAll(/[^\S\u0000-\u007f]/gu)) {
    while ((texts[next]?.end ?? Infinity) <= index) next++;
    if ((texts[next]?.start ?? Infinity) > index) blanks.push({ start: index, end: index + 1 });
  }
  return blanks;
}

/** `"ü" (U+00FC)`; without the quotation for what cannot be seen, such as a no-break space. */
function nameOf(character: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `"${character}" (${number})` : number;
}
