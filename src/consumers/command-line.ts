/**
 * What a CommandLineEventConsumer starts: CreateProcess(ExecutablePath, CommandLineTemplate), and what the program
 * starts in turn when it is a shell (commandlineeventconsumer, nf-processthreadsapi-createprocessw).
 */
import { readPowerShell, type PowerShellInvocation } from './powershell.ts';
import type { Span } from './templates.ts';
import { programName } from './windows-paths.ts';
import { programWord, wordsOf, type Word } from './words.ts';

/** One program and its arguments; offsets count in the command line. */
export interface Command extends Span {
  /** The first word, which the program sees as its own name. */
  readonly program: Word;
  /** What is started, in lower case and without folders and extension: `cmd`. */
  readonly name: string;
  readonly words: readonly Word[];
  /** What cmd.exe reads as its own language. */
  readonly interpreted: Span | undefined;
  readonly powerShell: PowerShellInvocation | undefined;
}

/** Shells within shells within shells are enough. */
const DEEPEST = 4;

/**
 * The commands of a command line: the program itself first, then those that its shell starts.
 *
 * @param executablePath says what is started where it is given; the command line's first word is then a name only.
 */
export function commandsOf(line: string, executablePath?: string): readonly Command[] {
  const program = programWord(line);
  if (program === undefined) return [];
  const name = programName(executablePath ?? program.text);
  return commandAt(line, program, name, line.length, 0);
}

function commandAt(
  line: string,
  program: Word,
  name: string,
  end: number,
  depth: number,
): readonly Command[] {
  const words = wordsOf(line, program.end, end);
  const interpreted = name === 'cmd' ? interpretedByCmd(line, words, end) : undefined;
  const powerShell =
    name === 'powershell' || name === 'pwsh' ? readPowerShell(words, end) : undefined;
  const command: Command = {
    start: program.start,
    end,
    program,
    name,
    words,
    interpreted,
    powerShell,
  };
  if (interpreted === undefined || depth >= DEEPEST) return [command];
  return [
    command,
    ...piecesOf(line, interpreted).flatMap((piece) => nestedCommand(line, piece, depth + 1)),
  ];
}

function nestedCommand(line: string, { start, end }: Span, depth: number): readonly Command[] {
  let program = programWord(line, start);
  if (program !== undefined && /^@?call$/i.test(program.text))
    program = programWord(line, program.end);
  if (program === undefined || program.start >= end) return [];
  const cut =
    program.end <= end ? program : { ...program, end, text: line.slice(program.start, end) };
  return commandAt(line, cut, programName(cut.text.replace(/^[@(]+/, '')), end, depth);
}

/** What follows `/c` or `/k`, without the quotation marks around all of it. */
function interpretedByCmd(line: string, words: readonly Word[], end: number): Span | undefined {
  for (const { start, text } of words) {
    if (!text.startsWith('/')) return undefined;
    if (/^\/[ckr]/i.test(text)) return withoutOuterQuotes(line, start + 2, end);
  }
  return undefined;
}

function withoutOuterQuotes(line: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(line[start] ?? '')) start++;
  while (end > start && /\s/.test(line[end - 1] ?? '')) end--;
  const isQuoted = end - start >= 2 && line[start] === '"' && line[end - 1] === '"';
  const inner = isQuoted ? line.slice(start + 1, end - 1) : '';
  // cmd.exe takes off the first and the last mark, unless all that stands between them is one name.
  return isQuoted && /\s/.test(inner) ? { start: start + 1, end: end - 1 } : { start, end };
}

/** The commands that `&`, `|` and line ends separate, outside of quotation marks. */
function piecesOf(line: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  let quoted = false;
  for (let at = start; at < end; at++) {
    const letter = line[at];
    if (letter === '"') quoted = !quoted;
    if (!quoted && (letter === '&' || letter === '|' || letter === '\n')) {
      if (at > from) pieces.push({ start: from, end: at });
      from = at + 1;
    }
  }
  if (end > from) pieces.push({ start: from, end });
  return pieces;
}

/** Where a shell reads the command line as its own language, with the shell's name for people. */
export interface ShellText extends Span {
  readonly shell: 'cmd.exe' | 'PowerShell';
}

/** Every stretch of a command line that a shell interprets. */
export function shellTexts(commands: readonly Command[]): readonly ShellText[] {
  return commands.flatMap(({ interpreted, powerShell }): readonly ShellText[] => {
    const payload = powerShell?.payload;
    if (payload?.kind === 'command') {
      return [{ shell: 'PowerShell', start: payload.start, end: payload.end }];
    }
    return interpreted === undefined ? [] : [{ shell: 'cmd.exe', ...interpreted }];
  });
}

const runnable = /\.(?:exe|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|dll|cpl|msi|jar|py)$/i;

/** The words of a command line that are complete paths of programs and scripts, quoted or not, of all its commands. */
export function runnableWords(commands: readonly Command[]): readonly Word[] {
  const found = new Map<number, Word>();
  for (const { program, words } of commands) {
    for (const word of [program, ...words]) {
      const text = word.text.replace(/[;,)'"]+$/, '');
      if (runnable.test(text) && /^(?:[A-Za-z]:[\\/]|\\\\)/.test(text) && !found.has(word.start)) {
        found.set(word.start, { ...word, text });
      }
    }
  }
  return [...found.values()];
}
