/** VBScript and JScript, read for what is code, what is text and what is comment, and for what the code does. */
import { deedsInText, deedsOfCommandLine, excerpt, type Deed } from './deeds.ts';
import type { Span } from './templates.ts';

export type ScriptLanguage = 'vbscript' | 'jscript';

/** The language of an engine's name; undefined for engines that are no part of Windows. */
export function languageOf(engine: string): ScriptLanguage | undefined {
  switch (engine.trim().toLowerCase()) {
    case 'vbscript':
    case 'vbs':
    case 'vbscript.encode':
      return 'vbscript';
    case 'jscript':
    case 'javascript':
    case 'js':
    case 'livescript':
    case 'ecmascript':
    case 'jscript.encode':
      return 'jscript';
    default:
      return undefined;
  }
}

/** A string literal of a script; `start` to `end` is what stands between its quotation marks. */
export interface ScriptString extends Span {
  readonly text: string;
}

/** A script with its sorts of text apart. All have the script's length, so that offsets hold in each. */
export interface ScriptText {
  /** Comments and the content of strings blanked out. */
  readonly code: string;
  /** Comments blanked out. */
  readonly live: string;
  readonly strings: readonly ScriptString[];
}

/** Where a comment or a string begins, for a language. */
const starts: Record<ScriptLanguage, RegExp> = {
  vbscript: /"|'|\brem(?=\s|$)/gi,
  jscript: /"|'|`|\/\/|\/\*/g,
};

/** Takes a script apart. Of a script in no language that is known, only strings are told from code. */
export function readScript(text: string, language: ScriptLanguage | undefined): ScriptText {
  const comments: Span[] = [];
  const strings: ScriptString[] = [];
  const start = new RegExp(starts[language ?? 'jscript'], 'gi');
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const { index, 0: mark } = match;
    const isComment = language === 'vbscript' ? mark !== '"' : mark.startsWith('/');
    if (isComment) {
      const end = commentEnd(text, index, mark);
      comments.push({ start: index, end });
      start.lastIndex = end;
    } else {
      const end = stringEnd(text, index + 1, mark, language);
      strings.push({ start: index + 1, end, text: text.slice(index + 1, end) });
      start.lastIndex = Math.min(text.length, end + 1);
    }
  }
  const live = blank(text, comments);
  return { live, code: blank(live, strings), strings };
}

function commentEnd(text: string, from: number, mark: string): number {
  if (mark === '/*') {
    const close = text.indexOf('*/', from + 2);
    return close < 0 ? text.length : close + 2;
  }
  return lineEnd(text, from);
}

/** A string ends at its mark; VBScript doubles the mark, JScript puts a backslash before it; both end with the line. */
function stringEnd(
  text: string,
  from: number,
  mark: string,
  language: ScriptLanguage | undefined,
): number {
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (mark !== '`' && (letter === '\n' || letter === '\r')) return at;
    if (language !== 'vbscript' && letter === '\\') at++;
    else if (letter === mark) {
      if (language !== 'vbscript' || text[at + 1] !== mark) return at;
      at++;
    }
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\n' || text[at] === '\r') return at;
  }
  return text.length;
}

/** The text with spaces in place of all but the line ends of some stretches. */
function blank(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), text.slice(start, end).replaceAll(/[^\r\n]/g, ' '));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** What shows that a script is in another language than its engine's. */
export interface LanguageMismatch extends Span {
  readonly actual: ScriptLanguage;
  /** The text that the engine's language does not have. */
  readonly seen: string;
}

/** In code only. VBScript has no semicolons and no braces at all; JScript has no `Dim` and no assigning `Set`. */
const strange: Record<ScriptLanguage, RegExp> = {
  vbscript: /[;{}]|\bvar\s{1,8}\w{1,80}\s{0,8}=|\bnew\s{1,8}(?:ActiveXObject|Date|Array|Object)\b/i,
  jscript:
    /^[ \t]{0,40}(?:Dim\s{1,8}\w{1,80}|Set\s{1,8}\w{1,80}\s{0,8}=|On\s{1,8}Error\s{1,8}Resume|End\s{1,8}(?:If|Sub|Function))/im,
};

/** Where a script shows that it is not in its engine's language. */
export function mismatchOf(
  { code }: ScriptText,
  language: ScriptLanguage,
): LanguageMismatch | undefined {
  const match = strange[language].exec(code);
  if (match === null) return undefined;
  const seen = match[0].trim();
  const start = match.index + match[0].indexOf(seen);
  const actual = language === 'vbscript' ? 'jscript' : 'vbscript';
  return { start, end: start + seen.length, actual, seen };
}

/** `WScript.` in code: the object of Windows Script Host, which the consumer does not have. */
export function hostObjectsIn({ code }: ScriptText): readonly Span[] {
  return spansOf(code, /(?<![\w.])WScript(?=\s{0,8}\.)/gi);
}

/** Calls that wait for a person: `MsgBox`, `InputBox`, `.Popup`. */
export function dialogsIn(
  { code }: ScriptText,
  language: ScriptLanguage | undefined,
): readonly Span[] {
  return spansOf(
    code,
    language === 'jscript'
      ? /\.\s{0,8}Popup(?=\s{0,8}\()/gi
      : /(?<![\w.])(?:MsgBox|InputBox)\b|\.\s{0,8}Popup\b/gi,
  );
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** A deed that shows where `pattern` does, in code or in all but comments, if `also` shows too. */
interface ScriptSign {
  readonly does: string;
  readonly where: 'code' | 'live';
  readonly pattern: RegExp;
  readonly also?: RegExp;
}

const scriptSigns: readonly ScriptSign[] = [
  {
    does: 'fetches something from the network',
    where: 'live',
    pattern:
      /\b(?:Msxml2|Microsoft)\.(?:Server)?XMLHTTP\b[\d.]{0,8}|\bWinHttp\.WinHttpRequest\b[\d.]{0,8}/gi,
  },
  {
    does: 'writes a file of bytes',
    where: 'code',
    pattern: /\.\s{0,8}SaveToFile\b/gi,
    also: /\bADODB\.Stream\b/i,
  },
  {
    does: 'starts a process through WMI',
    where: 'live',
    pattern: /\bWin32_Process["'\]]{1,2}\s{0,8}\)\s{0,8}\.\s{0,8}Create\b/gi,
  },
  {
    does: 'starts a program through the shell',
    where: 'code',
    pattern: /\.\s{0,8}ShellExecute\b/gi,
    also: /\bShell\.Application\b/i,
  },
  {
    does: 'runs text as code',
    where: 'code',
    pattern: /(?<![\w.])(?:eval|ExecuteGlobal|Execute)(?=\s{0,8}\(|\s{1,8}\w)/gi,
  },
  { does: 'decodes base64', where: 'live', pattern: /\bbin\.base64\b|FromBase64Transform\b/gi },
  {
    does: 'deletes parts of a subscription',
    where: 'live',
    pattern:
      /\.\s{0,8}Delete_?\s{0,8}\(?\s{0,8}["'](?:__EventFilter|__FilterToConsumerBinding|\w{1,60}EventConsumer)\b/gi,
  },
  {
    does: 'deletes the MOF file that it came from',
    where: 'live',
    pattern: /wbem\\{1,4}mof\\{1,4}(?:good|bad)\b/gi,
    also: /\bDelete(?:File)?\b/i,
  },
];

/** What a script does, in the order of the text. */
export function deedsOfScript(script: ScriptText): readonly Deed[] {
  const own = scriptSigns.flatMap(({ does, where, pattern, also }) =>
    also === undefined || also.test(script.live)
      ? spansOf(script[where], pattern).map((span) => ({ does, ...span }))
      : [],
  );
  const runs = programsRunBy(script);
  const inStrings = script.strings.flatMap(({ start, text }) =>
    deedsOfCommandLine(text).map((deed) => ({
      ...deed,
      start: deed.start + start,
      end: deed.end + start,
    })),
  );
  const seen = new Set<string>();
  return [...runs, ...own, ...inStrings, ...deedsInText(script.live)]
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ does }) => !seen.has(does) && seen.add(does) !== undefined);
}

/** `.Run "..."` and `.Exec(...)` of a script that makes a WScript.Shell. */
function programsRunBy({ code, live, strings }: ScriptText): readonly Deed[] {
  if (!/\bWScript\.Shell\b/i.test(live)) return [];
  const calls = spansOf(code, /\.\s{0,8}(?:Run|Exec)\b(?=\s{0,8}[("'`]|\s{1,8}\w)/gi);
  let at = 0;
  return calls.map(({ start, end }) => {
    while ((strings[at]?.start ?? Infinity) < end) at++;
    const command = strings[at];
    if (command === undefined || command.start > end + FARTHEST_ARGUMENT) {
      return { does: 'starts a program', start, end };
    }
    return {
      does: `starts "${excerpt(command.text, 100)}"`,
      start,
      end: Math.min(code.length, command.end + 1),
    };
  });
}

/** Between the name of a call and its first argument there is a parenthesis and some blanks. */
const FARTHEST_ARGUMENT = 20;
