/**
 * What a command or a script does that whoever administers the computer would want to know: a description of what was
 * seen, never a verdict (field practice: public detection rules for subscriptions).
 */
import { commandsOf, type Command } from './command-line.ts';
import type { Span } from './templates.ts';

/** Something that a text does. Offsets count in the text. */
export interface Deed extends Span {
  /** The rest of a sentence that begins with what does it: `downloads a file`. */
  readonly does: string;
  /** Many a good command does that too: worth mentioning beside another deed, and not alone. */
  readonly minor?: true;
}

/** A pattern that shows a deed. It is linear: repetitions are bounded and do not overlap. */
interface Sign {
  readonly does: string;
  readonly pattern: RegExp;
  readonly minor?: true;
  /** The address that stands in it or behind it is worth showing. */
  readonly showsAddress?: true;
}

/** What shows in commands, in PowerShell and in scripts alike. */
const signs: readonly Sign[] = [
  {
    does: 'adds an account',
    pattern: /\bnet1?(?:\.exe)?\s{1,8}user\s[^\r\n&|]{0,200}?\/add\b/gi,
  },
  {
    does: 'adds a member to a group',
    pattern: /\bnet1?(?:\.exe)?\s{1,8}(?:localgroup|group)\s[^\r\n&|]{0,200}?\/add\b/gi,
  },
  {
    does: 'connects a shell to another computer (netcat)',
    pattern: /\b(?:nc|ncat|netcat)(?:64)?(?:\.exe)?\s[^\r\n&|"']{0,120}?-\w{0,4}e\b/gi,
  },
  {
    does: 'downloads with certutil',
    pattern: /\bcertutil(?:\.exe)?\s[^\r\n&|]{0,80}?[-/](?:urlcache|verifyctl)\b/gi,
  },
  {
    does: 'decodes a file with certutil',
    pattern: /\bcertutil(?:\.exe)?\s[^\r\n&|]{0,80}?[-/]decode(?:hex)?\b/gi,
  },
  {
    does: 'downloads with bitsadmin',
    pattern: /\bbitsadmin(?:\.exe)?\s[^\r\n&|]{0,80}?\/(?:transfer|addfile)\b/gi,
  },
  {
    does: 'runs code that mshta fetches or is given',
    pattern: /\bmshta(?:\.exe)?\s{1,8}["']?(?:https?:|javascript:|vbscript:|\\\\)[^\s"']{0,120}/gi,
  },
  {
    does: 'runs a scriptlet that regsvr32 fetches',
    pattern: /\bregsvr32(?:\.exe)?\s[^\r\n&|]{0,80}?\/i:\s{0,2}(?:https?:|\\\\)[^\s"']{0,120}/gi,
  },
  {
    does: 'runs code that rundll32 is given',
    pattern: /\brundll32(?:\.exe)?\s{1,8}["']?(?:javascript:|vbscript:)[^\s"']{0,120}/gi,
  },
  {
    does: 'runs a scriptlet from the network',
    showsAddress: true,
    pattern: /\bGetObject\s{0,4}\(\s{0,4}\\?["']script(?:let)?:[^"'\r\n]{0,200}/gi,
  },
  {
    does: 'deletes the shadow copies',
    pattern:
      /\b(?:vssadmin(?:\.exe)?\s{1,8}delete\s{1,8}shadows|wmic(?:\.exe)?\s{1,8}shadowcopy\s{1,8}delete)\b/gi,
  },
  {
    does: 'clears an event log',
    pattern: /\b(?:wevtutil(?:\.exe)?\s{1,8}(?:cl|clear-log)\b|Clear-EventLog\b|ClearEventLog\b)/gi,
  },
  {
    does: 'writes to a Run key of the registry',
    pattern:
      /\b(?:reg(?:\.exe)?\s{1,8}add|RegWrite|Set-ItemProperty|New-ItemProperty)\b[^\r\n]{0,120}?\\CurrentVersion\\Run(?:Once)?\b/gi,
  },
  {
    does: 'holds a program in base64',
    pattern: /\bTV(?:qQ|pQ|qA|pA|ro)[A-Za-z0-9+/]{40}/g,
  },
];

/** What shows in PowerShell only. */
const powerShellSigns: readonly Sign[] = [
  {
    does: 'downloads',
    showsAddress: true,
    pattern:
      /\.\s{0,4}Download(?:String|File|Data)(?:Async|TaskAsync)?\b|\b(?:Invoke-WebRequest|Invoke-RestMethod|Start-BitsTransfer)\b|\b(?:iwr|irm|curl|wget)\s[^\r\n|;]{0,80}?https?:/gi,
  },
  { does: 'runs text as code', pattern: /\b(?:Invoke-Expression|iex)(?![\w-])/gi },
  {
    does: 'unpacks hidden text or code',
    pattern: /\bFromBase64String\b|\b(?:IO\.)?Compression\.(?:Deflate|GZip)Stream\b/gi,
  },
  {
    does: 'loads code into memory',
    pattern:
      /\b(?:VirtualAlloc(?:Ex)?|WriteProcessMemory|CreateRemoteThread|CreateThread)\b|Reflection\.Assembly\]::Load\b/gi,
  },
  {
    does: 'opens a connection of its own',
    pattern: /\bNet\.Sockets\.(?:TcpClient|UdpClient|Socket)\b/gi,
  },
  {
    does: 'reads from the registry',
    pattern: /\bGet-ItemProperty(?:Value)?\b/gi,
    minor: true,
  },
  { does: 'switches off Windows Defender', pattern: /\b(?:Set|Add)-MpPreference\b/gi },
];

/** How much of a decoded text a message shows. */
const SHOWN = 160;

/** Deeds in the order of their place, each once. */
function inOrder(deeds: readonly Deed[]): readonly Deed[] {
  const seen = new Set<string>();
  return deeds
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ does }) => !seen.has(does) && seen.add(does) !== undefined);
}

function seenIn(text: string, table: readonly Sign[], from = 0): readonly Deed[] {
  return table.flatMap(({ does, pattern, minor, showsAddress }) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
      does: showsAddress === true ? does + addressIn(text.slice(index, index + 300)) : does,
      start: from + index,
      end: from + index + length,
      ...(minor !== undefined && { minor }),
    })),
  );
}

/** ` (https://...)`, or nothing. */
function addressIn(text: string): string {
  const address = /\b(?:https?|ftp):\/\/[^\s"'<>()\\]{1,100}/i.exec(text)?.[0];
  return address === undefined ? '' : ` (${address})`;
}

/** What shows in any text: a script, a command line. */
export function deedsInText(text: string): readonly Deed[] {
  return inOrder(seenIn(text, signs));
}

/** What PowerShell code does. */
export function deedsOfPowerShell(code: string): readonly Deed[] {
  return inOrder([...seenIn(code, signs), ...seenIn(code, powerShellSigns)]);
}

/** What a command line does, its shells' commands included. */
export function deedsOfCommandLine(line: string, executablePath?: string): readonly Deed[] {
  const commands = commandsOf(line, executablePath);
  return inOrder([
    ...seenIn(line, signs),
    ...commands.flatMap((command) => powerShellDeeds(line, command)),
  ]);
}

function powerShellDeeds(line: string, { powerShell }: Command): readonly Deed[] {
  if (powerShell === undefined) return [];
  const { payload, switches } = powerShell;
  const hidden = switches.filter(
    ({ name, value }) => name === 'windowstyle' && /^(?:h|1$)/i.test(value?.text ?? ''),
  );
  const bypass = switches.filter(
    ({ name, value }) => name === 'executionpolicy' && /^(?:b|u)/i.test(value?.text ?? ''),
  );
  return [
    ...hidden.map(({ word, value }) => ({
      does: 'hides its window',
      start: word.start,
      end: value?.end ?? word.end,
    })),
    ...bypass.map(({ word, value }): Deed => ({
      does: 'switches off the execution policy',
      start: word.start,
      end: value?.end ?? word.end,
      minor: true,
    })),
    ...(payload.kind === 'command'
      ? seenIn(line.slice(payload.start, payload.end), powerShellSigns, payload.start)
      : []),
    ...(payload.kind === 'encoded'
      ? [
          {
            does: describeEncoded(payload.decoded),
            start: payload.word.start,
            end: payload.word.end,
          },
        ]
      : []),
  ];
}

function describeEncoded(decoded: string | undefined): string {
  if (decoded === undefined) return 'runs an encoded command that cannot be decoded here';
  const deeds = deedsOfPowerShell(decoded).map(({ does }) => does);
  const also = deeds.length === 0 ? '' : `, which ${joined(deeds)}`;
  return `runs an encoded command that reads "${excerpt(decoded)}"${also}`;
}

/** The beginning of a text on one line, as a message shows it. */
export function excerpt(text: string, length = SHOWN): string {
  const line = text
    .slice(0, length * 4)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length)}...` : line;
}

/** `a, b and c` */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
