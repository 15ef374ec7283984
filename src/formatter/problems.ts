/** For which problems a text is not formatted. */
import type { PreprocessorLine } from '../../grammar/mof/ast.ts';
import type { SyntaxProblem, SyntaxProblemCode } from '../../grammar/mof/problem.ts';
import type { MofParse } from '../../grammar/mof/parser.ts';

/** The text means something all the same, and what it means is plain. */
const harmless: ReadonlySet<SyntaxProblemCode> = new Set([
  'alias-embedded',
  'bad-escape',
  'flavor-unknown',
]);

/** What is wrong with a text so that nobody knows how it should be laid out, in source order. */
export function blockingProblems({ document, problems }: MofParse): readonly SyntaxProblem[] {
  const lines = [
    ...document.items.filter((item) => item.kind === 'PreprocessorLine'),
    ...document.nestedDirectives,
  ];
  return [
    ...problems.filter(({ code }) => !harmless.has(code)),
    ...lines.flatMap((line) => blankAtEnd(line)),
  ].toSorted((a, b) => a.start - b.start);
}

/** Without the blank, the next line would become a part of this one. */
function blankAtEnd({ text, end }: PreprocessorLine): readonly SyntaxProblem[] {
  const blanks = /\\([ \t]+)$/.exec(text)?.[1]?.length;
  if (blanks === undefined) return [];
  return [
    {
      code: 'syntax',
      start: end - blanks - 1,
      end,
      message:
        'A blank stands behind the backslash at the end of this line, so the line is not continued: remove the blank if it should be, or the backslash if it should not.',
    },
  ];
}
