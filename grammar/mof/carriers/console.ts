/** What a console or a batch file leaves in a MOF text. */
import type { SyntaxEdit } from '../problem.ts';
import {
  type Damage,
  type DamagedText,
  DECLARATION,
  type Line,
  quoted,
  removal,
} from './damage.ts';

/** A command that compiles the file, with or without what the console prints before it. */
const COMPILES =
  /^[ \t]*(?:(?:PS[ \t]+)?[A-Za-z]:\\[^>\r\n]{0,200}>|[$>#%][ \t]|sudo[ \t])?[ \t]*mofcomp(?:\.exe)?(?:[ \t][^\r\n=]*)?$/i;
/** The prompt of cmd or PowerShell, or that of a shell before a command that shows files. */
const PROMPT =
  /^[ \t]*(?:(?:PS[ \t]+)?[A-Za-z]:\\[^>\r\n]{0,200}>|[$>][ \t]+(?:cat|type|more|less|notepad|nano|vim?|sudo|Get-Content)\b)/i;

/** Lines of a console: `C:\> mofcomp file.mof`. */
export function consoleLines({ tokens, lines }: DamagedText): Damage | undefined {
  const starts = new Set(tokens.map(({ startOffset }) => startOffset));
  const found = lines.filter(
    ({ text, start }) =>
      (COMPILES.test(text) || PROMPT.test(text)) && starts.has(start + text.search(/\S/)),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const command = first.text.trim();
  const start = first.start + first.text.indexOf(command);
  return {
    code: 'carrier-host-code',
    start,
    end: start + command.length,
    message: `${quoted(command)} is a command for the console and no MOF: remove it from the file.`,
    title: found.length === 1 ? 'Remove the command' : 'Remove the commands',
    edits: found.map((line) => removal(line.start, line.end)),
    certain: true,
  };
}

const ECHO = /^[ \t]*@?\(?[ \t]*echo[ \t.:(]/i;
const ECHO_OFF = /^[ \t]*@?echo[ \t]+o(?:ff|n)\b/i;
const REDIRECTION = /[ \t]*>{1,2}[ \t]*"?[^"<>|\r\n]+"?[ \t]*\)?[ \t]*$/;
/** Fewer lines than this prove nothing. */
const FEWEST_LINES = 3;

/** The lines of a batch file that writes the MOF file: `echo instance of X >> file.mof`. */
export function echoLines({ text, lines }: DamagedText): Damage | undefined {
  const echoes = lines.filter((line) => ECHO.test(line.text) && !ECHO_OFF.test(line.text));
  const [first] = echoes;
  if (first === undefined || echoes.length < FEWEST_LINES || !DECLARATION.test(text)) {
    return undefined;
  }
  const isEcho = new Set(echoes);
  const start = first.start + first.text.search(/\S/);
  return {
    code: 'carrier-host-code',
    start,
    end: first.start + (ECHO.exec(first.text)?.[0] ?? '').trimEnd().length,
    message:
      'These are lines of a batch file that writes MOF with echo, and mofcomp reads the commands as MOF: save what they write.',
    title: 'Keep only what is written',
    edits: lines.flatMap((line) =>
      isEcho.has(line) ? echoEdits(line) : [removal(line.start, line.end)],
    ),
    certain: false,
  };
}

/** The command and its redirection go; `^x` is x, and `%%` is a percent sign. */
function echoEdits({ text, start, end }: Line): readonly SyntaxEdit[] {
  const from = (ECHO.exec(text)?.[0] ?? '').length;
  const to = REDIRECTION.exec(text)?.index ?? text.length;
  const decoded = Array.from(
    text.slice(from, to).matchAll(/\^(.)|%%/g),
    ({ index, 0: mark, 1: char }) => ({
      start: start + from + index,
      end: start + from + index + mark.length,
      text: char ?? '%',
    }),
  );
  const redirection = to < text.length ? [removal(start + to, end)] : [];
  return [removal(start, start + from), ...decoded, ...redirection];
}
