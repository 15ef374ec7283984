/** How powershell.exe and pwsh.exe read their command line. */
import { decodeUtf16Base64 } from './base64.ts';
import type { Span } from './templates.ts';
import type { Word } from './words.ts';

/** A switch of PowerShell with the word that it takes, if it takes one. */
export interface PowerShellSwitch {
  readonly name: string;
  readonly word: Word;
  readonly value: Word | undefined;
}

/** What PowerShell is told to run. */
export type PowerShellPayload =
  /** `-Command ...`, or text that follows without a switch: all the rest of the line is code. */
  | ({ readonly kind: 'command' } & Span)
  /** `-File script.ps1 arguments`: the arguments are data. */
  | { readonly kind: 'file'; readonly file: Word }
  /** `-EncodedCommand base64`; `decoded` is undefined where that is none. */
  | { readonly kind: 'encoded'; readonly word: Word; readonly decoded: string | undefined }
  | { readonly kind: 'none' };

export interface PowerShellInvocation {
  readonly switches: readonly PowerShellSwitch[];
  readonly payload: PowerShellPayload;
}

interface SwitchDefinition {
  readonly name: string;
  /** The shortest beginning that PowerShell takes for it, and further short names. */
  readonly shortest: string;
  readonly others?: readonly string[];
  readonly takesValue?: true;
}

/** In the order in which PowerShell tries them (about_PowerShell_exe, about_Pwsh). */
const definitions: readonly SwitchDefinition[] = [
  { name: 'version', shortest: 'v', takesValue: true },
  { name: 'help', shortest: 'h', others: ['?'] },
  { name: 'login', shortest: 'l' },
  { name: 'noexit', shortest: 'noe' },
  { name: 'noprofile', shortest: 'nop' },
  { name: 'nologo', shortest: 'nol' },
  { name: 'noninteractive', shortest: 'noni' },
  { name: 'command', shortest: 'c' },
  { name: 'windowstyle', shortest: 'w', takesValue: true },
  { name: 'file', shortest: 'f' },
  { name: 'executionpolicy', shortest: 'ex', others: ['ep'], takesValue: true },
  { name: 'outputformat', shortest: 'o', others: ['of'], takesValue: true },
  { name: 'inputformat', shortest: 'inp', others: ['if'], takesValue: true },
  { name: 'encodedarguments', shortest: 'encodeda', others: ['ea'], takesValue: true },
  { name: 'encodedcommand', shortest: 'e', others: ['ec'], takesValue: true },
  { name: 'psconsolefile', shortest: 'psc', takesValue: true },
  { name: 'configurationname', shortest: 'config', takesValue: true },
  { name: 'workingdirectory', shortest: 'wo', others: ['wd'], takesValue: true },
  { name: 'mta', shortest: 'mta' },
  { name: 'sta', shortest: 'sta' },
];

/** PowerShell takes a slash and three sorts of dashes for a hyphen. */
const switchMark = /^[-/\u2013\u2014\u2015]{1,2}/u;

/** Reads the words behind the program. `end` is where the command line ends. */
export function readPowerShell(words: readonly Word[], end: number): PowerShellInvocation {
  const switches: PowerShellSwitch[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const definition = definitionOf(word.text);
    if (definition === undefined) return { switches, payload: commandFrom(word, end) };
    const next = words[at + 1];
    const found = { name: definition.name, word, value: undefined };
    switch (definition.name) {
      case 'command':
        switches.push(found);
        return {
          switches,
          payload: next === undefined ? { kind: 'none' } : commandFrom(next, end),
        };
      case 'file':
        switches.push(found);
        return {
          switches,
          payload: next === undefined ? { kind: 'none' } : { kind: 'file', file: next },
        };
      case 'encodedcommand':
        switches.push({ ...found, value: next });
        return {
          switches,
          payload:
            next === undefined
              ? { kind: 'none' }
              : { kind: 'encoded', word: next, decoded: decodeUtf16Base64(next.text) },
        };
      default:
        switches.push({ ...found, value: definition.takesValue === true ? next : undefined });
        if (definition.takesValue === true) at++;
    }
  }
  return { switches, payload: { kind: 'none' } };
}

function commandFrom({ start }: Word, end: number): PowerShellPayload {
  return { kind: 'command', start, end };
}

function definitionOf(text: string): SwitchDefinition | undefined {
  const mark = switchMark.exec(text)?.[0];
  if (mark === undefined) return undefined;
  const name = text.slice(mark.length).toLowerCase();
  return definitions.find(
    ({ name: full, shortest, others }) =>
      (name.startsWith(shortest) && full.startsWith(name)) || others?.includes(name) === true,
  );
}
