/**
 * The formatter as a plugin of prettier: `prettier --plugin mofsec/prettier`. Prettier finds the files and the options,
 * reads and writes; the layout is that of `mofsec format`.
 */
import { builders } from 'prettier/doc';
import type { Parser, Printer, RequiredOptions, SupportLanguage } from 'prettier';
import { parseMof } from '../../grammar/mof/parser.ts';
import { SourceFile } from '../text/source-file.ts';
import { chunksOf, documentOf, type Source } from './chunks.ts';
import { hasFormatMark, hasNoFormatMark, withFormatMark } from './file-marks.ts';
import { defaultFormatOptions } from './options.ts';
import { blockingProblems } from './problems.ts';
import { shapeOf } from './tree-shape.ts';

const { literalline } = builders;

export const languages: SupportLanguage[] = [
  {
    name: 'Managed Object Format',
    parsers: ['mof'],
    aliases: ['mof'],
    extensions: ['.mof', '.mfl'],
    vscodeLanguageIds: ['mof'],
  },
];

const parser: Parser<Source> = {
  astFormat: 'mof',
  parse,
  hasPragma: hasFormatMark,
  hasIgnorePragma: hasNoFormatMark,
  locStart: ({ document }) => document.start,
  locEnd: ({ document }) => document.end,
};

const printer: Printer<Source> = {
  print: ({ node }, { printWidth, tabWidth }) =>
    Array.from(chunksOf(node, { printWidth, tabWidth }, literalline), documentOf),
  // Comments are found between the tokens, not attached to nodes: there is nothing to descend into.
  getVisitorKeys: () => [],
  insertPragma: withFormatMark,
  // What `--debug-check` compares before and after.
  massageAstNode: ({ document }: Source) => shapeOf(document),
};

export const parsers: Record<'mof', Parser> = { mof: parser };
export const printers: Record<'mof', Printer> = { mof: printer };
export const defaultOptions: Pick<RequiredOptions, 'endOfLine'> = {
  endOfLine: defaultFormatOptions.endOfLine,
};

function parse(text: string): Source {
  const parsed = parseMof(text);
  const problems = blockingProblems(parsed);
  const [first] = problems;
  if (first === undefined) return { text, document: parsed.document, problems };
  const file = new SourceFile('', text);
  const start = file.positionAt(first.start);
  const loc = { start, end: file.positionAt(first.end) };
  // As the errors of prettier's own parsers are, which it shows with the lines around `loc`.
  const message = `${first.message} (${start.line}:${start.column})`;
  throw Object.assign(new SyntaxError(message), { loc });
}
