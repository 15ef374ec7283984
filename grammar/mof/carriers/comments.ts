/** Comments as other languages write them. */
import type { IToken } from 'chevrotain';

import type { SyntaxEdit } from '../problem.ts';
import { misspeltDirective } from '../expectations.ts';
import * as t from '../tokens.ts';
import { type Damage, type DamagedText, inPlaces, type Line } from './damage.ts';

/** A comment that goes to the end of its line. */
interface Style {
  readonly mark: RegExp;
  readonly languages: string;
}

const STYLES: readonly Style[] = [
  { mark: /^#+/, languages: 'PowerShell, Python and shells' },
  { mark: /^'/, languages: 'VBScript' },
  { mark: /^--/, languages: 'SQL' },
  { mark: /^rem(?=[ \t])/i, languages: 'batch files' },
];

/** Lines that another language takes for comments; `<!-- -->` and `<# #>` too. */
export function comments(damaged: DamagedText): Damage | undefined {
  for (const { mark, languages } of STYLES) {
    const edits = commentLines(damaged).flatMap(({ text, start }) => {
      const indent = text.search(/\S/);
      const found = mark.exec(text.slice(indent))?.[0];
      return found === undefined
        ? []
        : [{ start: start + indent, end: start + indent + found.length, text: '//' }];
    });
    if (edits.length > 0) return damageOf(damaged, edits, languages, 1);
  }
  return blockComments(damaged);
}

/** The lines that begin in code, and not behind something that a value must follow. */
function commentLines({ tokens, lines }: DamagedText): readonly Line[] {
  const before = new Map<number, IToken | undefined>();
  for (const [i, token] of tokens.entries()) before.set(token.startOffset, tokens[i - 1]);
  return lines.filter(({ text, start }) => {
    const at = start + text.search(/\S/);
    if (!before.has(at) || isDirective(text.trim())) return false;
    const previous = before.get(at)?.tokenType;
    return previous !== t.Equals && previous !== t.LeftParen && previous !== t.Comma;
  });
}

const DIRECTIVES = ['#pragma', '#include', '#define'];

/** `#pargma`, `#p"ragma`: a command with a slip of the pen in it; or `#prag`, one that is not written out yet. */
function isDirective(line: string): boolean {
  const isBegun =
    line.length > 1 && DIRECTIVES.some((directive) => directive.startsWith(line.toLowerCase()));
  return isBegun || misspeltDirective(line) !== undefined || /^#(?![ \t#])\W?p\W?r/i.test(line);
}

const BLOCK = /<!--|-->|<#|#>/g;

function blockComments(damaged: DamagedText): Damage | undefined {
  const edits = Array.from(damaged.code.matchAll(BLOCK), ({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    text: mark.startsWith('<') ? '/*' : '*/',
  }));
  const [first] = edits;
  if (first === undefined || edits.length % 2 === 1) return undefined;
  const isXml = damaged.text.startsWith('<!', first.start);
  return damageOf(damaged, edits, isXml ? 'HTML and XML' : 'PowerShell', 2);
}

function damageOf(
  { text, lines }: DamagedText,
  edits: readonly SyntaxEdit[],
  languages: string,
  editsEach: number,
): Damage | undefined {
  const [first, second] = edits;
  if (first === undefined) return undefined;
  const mark = text.slice(first.start, first.end);
  const line = lines.find(({ end }) => end > first.start);
  const all = editsEach === 1 && edits.length === lines.length;
  return {
    code: 'carrier-comment',
    start: first.start,
    end: editsEach === 1 ? (line?.end ?? first.end) : (second?.end ?? first.end),
    message:
      (all
        ? `The whole text is commented out with "${mark}", as in ${languages}, which begins no comment in MOF`
        : `"${mark}" begins a comment in ${languages} and none in MOF`) +
      `: comments start with // or stand between /* and */${inPlaces(edits.length / editsEach)}.`,
    ...(mark.startsWith('#') && { hresult: '0x80044012' }),
    title: editsEach === 1 ? 'Write //' : 'Write /* and */',
    edits,
    certain: true,
  };
}
