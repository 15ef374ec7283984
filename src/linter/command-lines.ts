/** What each CommandLineEventConsumer of a run starts. */
import type { StringValue } from '../../grammar/mof/ast.ts';
import type { Compilation, EventConsumer } from '../compiler/model.ts';
import { commandsOf, type Command } from '../consumers/command-line.ts';
import { hasPlaceholder } from '../consumers/placeholders.ts';
import { hasControlCharacter } from '../consumers/windows-paths.ts';
import { programWord, type Word } from '../consumers/words.ts';
import { textOf } from './consumer-properties.ts';
import { missing } from './missing-properties.ts';

/** The two strings that CreateProcess gets, and what they make it start. */
export interface CommandLine {
  /** Undefined where it is not set, or not to be read. */
  readonly executablePath: StringValue | undefined;
  /** Whether it is certain that there is no ExecutablePath. */
  readonly hasNoExecutablePath: boolean;
  readonly template: StringValue | undefined;
  /** What is read as the command line: the template, or ExecutablePath where there is none. */
  readonly line: StringValue;
  /** The first word of the template. */
  readonly program: Word | undefined;
  readonly commands: readonly Command[];
  /** A generator was to replace a part of it, so that the program is not known. */
  readonly isUnfinished: boolean;
}

const known = new WeakMap<EventConsumer, CommandLine | 'none'>();

/** The command line of a consumer; undefined where there is none, or none that can be read. */
export function commandLineOf(
  consumer: EventConsumer,
  compilation: Compilation,
): CommandLine | undefined {
  let found = known.get(consumer);
  if (found === undefined)
    known.set(consumer, (found = readCommandLine(consumer, compilation) ?? 'none'));
  return found === 'none' ? undefined : found;
}

function readCommandLine(
  { instance }: EventConsumer,
  compilation: Compilation,
): CommandLine | undefined {
  const path = textOf(instance, 'ExecutablePath');
  const executablePath = path === undefined || isDamaged(path.value) ? undefined : path;
  const template = textOf(instance, 'CommandLineTemplate');
  const line = template ?? executablePath;
  if (line === undefined) return undefined;
  const program = template === undefined ? undefined : programWord(template.value);
  const started = executablePath?.value.trim();
  return {
    executablePath,
    hasNoExecutablePath: missing(instance, 'ExecutablePath', compilation) !== undefined,
    template,
    line,
    program,
    commands: template === undefined ? [] : commandsOf(template.value, started),
    isUnfinished: hasPlaceholder(started ?? '') || hasPlaceholder(program?.text ?? ''),
  };
}

/** A backslash was written once and turned into a control character: what was meant is not known. */
function isDamaged(path: string): boolean {
  return hasControlCharacter(path.trim());
}

const inSystem32 =
  'bitsadmin certutil cmd cscript mshta msiexec net net1 reg regsvr32 rundll32 schtasks wscript';
const systemFolders: ReadonlyMap<string, string> = new Map([
  ...inSystem32.split(' ').map((name) => [name, 'C:\\Windows\\System32'] as const),
  ['powershell', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0'],
  ['wmic', 'C:\\Windows\\System32\\wbem'],
  ['notepad', 'C:\\Windows\\System32'],
]);

/** The complete path of a program that comes with Windows, by its name without extension. */
export function systemProgram(name: string): string | undefined {
  const folder = systemFolders.get(name);
  return folder === undefined ? undefined : `${folder}\\${name}.exe`;
}
