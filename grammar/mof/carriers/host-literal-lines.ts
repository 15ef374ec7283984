/** A MOF text that stands, line by line, in a string literal of another language. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, DECLARATION, quoted, removal } from './damage.ts';
import { backslashEdits, backtickEdits, TWICE_ESCAPED } from './string-escapes.ts';

/** A literal that takes several lines. */
interface Literal {
  readonly language: string;
  /** What begins it, to the end of its line. */
  readonly opening: RegExp;
  /** What ends it, at the beginning of a line. */
  readonly closing: (opening: RegExpExecArray) => string;
  /** Whether nothing but the end of the literal proves that it is one. */
  readonly needsClosing?: true;
  /** Undoes the escapes that it may have. */
  readonly decode?: (text: string, start: number, end: number) => readonly SyntaxEdit[];
}

const LITERALS: readonly Literal[] = [
  {
    language: 'a here-string of PowerShell',
    opening: /^[^\r\n]{0,200}@"[ \t]*(?=[\r\n])/m,
    closing: () => '"@',
    decode: backtickEdits,
  },
  {
    language: 'a here-string of PowerShell',
    opening: /^[^\r\n]{0,200}@'[ \t]*(?=[\r\n])/m,
    closing: () => "'@",
  },
  {
    language: 'a string of Python, C#, Java or Kotlin in three quotes',
    opening: /^[^\r\n]{0,200}?("""|''')[ \t]*\\?(?=[\r\n])/m,
    closing: ([, quotes = '']) => quotes,
    decode: twiceEscaped,
  },
  {
    language: 'a raw string of C++',
    opening: /^[^\r\n]{0,200}?R"(\w{0,16})\([ \t]*(?=[\r\n])/m,
    closing: ([, mark = '']) => `\\)${mark}"`,
  },
  {
    language: 'a here-document of a shell, Perl, PHP or Ruby',
    opening: /^[^\r\n]{0,200}?<<[-~<]?[ \t]*["']?(\w{1,40})["']?[^\r\n]*/m,
    closing: ([, mark = '']) => `${mark}\\b`,
    needsClosing: true,
    decode: twiceEscaped,
  },
  {
    language: 'a template literal of JavaScript or a raw string of Go',
    opening: /^[^\r\n]{0,200}?[=(][ \t]*`[ \t]*(?=[\r\n])/m,
    closing: () => '`',
    decode: twiceEscaped,
  },
];

/** The literal, with the lines of the program before and behind it. */
export function hostLiteralLines({ text }: DamagedText): Damage | undefined {
  for (const literal of LITERALS) {
    const damage = damageBy(literal, text);
    if (damage !== undefined) return damage;
  }
  return undefined;
}

function damageBy(literal: Literal, text: string): Damage | undefined {
  const opening = literal.opening.exec(text);
  if (opening === null || DECLARATION.test(text.slice(0, opening.index))) return undefined;
  const start = opening.index + opening[0].length;
  const rest = text.slice(start);
  const closing = new RegExp(`^[ \\t]*${literal.closing(opening)}`, 'm').exec(rest);
  if (closing === null && literal.needsClosing === true) return undefined;
  const end = closing === null ? text.length : start + closing.index;
  if (!DECLARATION.test(text.slice(start, end))) return undefined;
  const line = opening[0].trim();
  const at = text.indexOf(line, opening.index);
  return {
    code: 'carrier-host-code',
    start: at,
    end: at + line.length,
    message: `${quoted(line)} begins ${literal.language} and is no MOF: save only the text inside of it.`,
    title: 'Keep only the text inside',
    edits: [
      removal(0, start),
      ...(literal.decode?.(text, start, end) ?? []),
      removal(end, text.length),
    ].filter((edit) => edit.start < edit.end),
    certain: false,
  };
}

/** Whether a literal that may have the escapes of C has them, the text itself must say. */
function twiceEscaped(text: string, start: number, end: number): readonly SyntaxEdit[] {
  if (!TWICE_ESCAPED.test(text.slice(start, end))) return [];
  return backslashEdits(text.slice(0, end), start, 'end').edits;
}

/** What ends a literal when nothing that begins one is there any more. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^["']@[ \t;)]*$/, 'a here-string of PowerShell'],
  [/^(?:"""|''')[ \t;)]*$/, 'a string of Python, C#, Java or Kotlin in three quotes'],
  [/^\)\w{0,16}"[ \t;)]*$/, 'a raw string of C++'],
  [/^`[ \t;)]*$/, 'a template literal of JavaScript or a raw string of Go'],
  [/^(?:EOF|EOT|EOL|END)$/, 'a here-document of a shell, Perl, PHP or Ruby'],
];

/** The end of a literal on the last line. */
export function literalEnd({ lines, text }: DamagedText): Damage | undefined {
  const last = lines.at(-1);
  const mark = last?.text.trim() ?? '';
  const language = ENDINGS.find(([pattern]) => pattern.test(mark))?.[1];
  if (last === undefined || language === undefined) return undefined;
  const start = last.start + last.text.indexOf(mark);
  return {
    code: 'carrier-host-code',
    start,
    end: start + mark.length,
    message: `${mark} ends ${language} and is no MOF: remove it.`,
    title: `Remove ${mark}`,
    edits: [removal(last.start, text.length)],
    certain: true,
  };
}
