/** Where cmd.exe writes what a command says: the targets of `>` and `>>`. */
import { shellTexts, type Command } from './command-line.ts';
import type { Span } from './templates.ts';
import { wordsOf, type Word } from './words.ts';

/** The files that `>` and `>>` of cmd.exe write to, in order; offsets count in the command line. */
export function redirectionTargets(line: string, commands: readonly Command[]): readonly Word[] {
  const found = new Map<number, Word>();
  for (const { shell, ...text } of shellTexts(commands)) {
    if (shell !== 'cmd.exe') continue;
    for (const target of targetsIn(line, text)) found.set(target.start, target);
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

/** `^` takes its meaning from the next character, quotation marks from all between them; `>&1` names no file. */
function targetsIn(line: string, { start, end }: Span): readonly Word[] {
  const targets: Word[] = [];
  let quoted = false;
  for (let at = start; at < end; at++) {
    const letter = line[at];
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === '^') at++;
    if (letter !== '>') continue;
    if (line[at + 1] === '>') at++;
    const target = targetAt(line, at + 1, end);
    if (target === undefined) continue;
    targets.push(target);
    at = target.end - 1;
  }
  return targets;
}

function targetAt(line: string, from: number, end: number): Word | undefined {
  let start = from;
  while (start < end && /\s/.test(line[start] ?? '')) start++;
  let at = start;
  let quoted = false;
  for (; at < end; at++) {
    const letter = line[at] ?? '';
    if (letter === '"') quoted = !quoted;
    else if (!quoted && /[\s&|<>()]/.test(letter)) break;
  }
  const [word] = wordsOf(line, start, at);
  return word;
}
