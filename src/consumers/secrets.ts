/** Passwords that stand in the clear in commands, scripts and connection strings. */
import type { Span } from './templates.ts';

/** Where a password stands. The text of it is nobody's business, so it is not part of this. */
export interface Secret extends Span {
  /** Whose it is or what it is for: `the account alice`. */
  readonly of: string;
}

interface Form {
  /** What every match holds: quickly looked for, and in most texts in vain. */
  readonly sign: RegExp;
  /** Linear: repetitions are bounded. The groups `secret` and, where there is one, `owner`. */
  readonly pattern: RegExp;
  readonly of: (owner: string) => string;
}

const accountOf = (owner: string): string => (owner === '' ? 'an account' : `the account ${owner}`);

const forms: readonly Form[] = [
  {
    // net user NAME PASSWORD /add
    sign: /net1?(?:\.exe)?\s/i,
    pattern:
      /\bnet1?(?:\.exe)?\s{1,8}user\s{1,8}"?(?<owner>[^\s"'/]{1,104})"?\s{1,8}"?(?<secret>[^\s"'/*\\][^\s"']{0,126})(?=["']?(?:\s{1,8}\/|\s{0,8}(?:["')]|$)))/dgi,
    of: accountOf,
  },
  {
    // net use Z: \\server\share PASSWORD /user:NAME
    sign: /net1?(?:\.exe)?\s/i,
    pattern:
      /\bnet1?(?:\.exe)?\s{1,8}use\s[^\r\n"']{0,200}?\\\\[^\s"']{1,200}\s{1,8}(?<secret>[^\s"'/*][^\s"']{0,126})\s{1,8}\/u(?:ser)?:(?<owner>[^\s"']{1,104})/dgi,
    of: accountOf,
  },
  {
    // net use \\server\share /user:NAME PASSWORD
    sign: /net1?(?:\.exe)?\s/i,
    pattern:
      /\bnet1?(?:\.exe)?\s{1,8}use\s[^\r\n"']{0,200}?\/u(?:ser)?:(?<owner>[^\s"']{1,104})\s{1,8}(?<secret>[^\s"'/*][^\s"']{0,126})/dgi,
    of: accountOf,
  },
  {
    // psexec -u NAME -p PASSWORD
    sign: /psexec/i,
    pattern: /\bpsexec(?:64)?(?:\.exe)?\s[^\r\n]{0,200}?\s-p\s{1,8}"?(?<secret>[^\s"']{1,126})/dgi,
    of: accountOf,
  },
  {
    // schtasks /ru NAME /rp PASSWORD
    sign: /schtasks/i,
    pattern:
      /\bschtasks(?:\.exe)?\s[^\r\n]{0,300}?\s\/r?p\s{1,8}"?(?<secret>[^\s"'*/][^\s"']{0,126})/dgi,
    of: accountOf,
  },
  {
    // wmic /user:NAME /password:PASSWORD, and others of that form
    sign: /pass/i,
    pattern: /\s[-/]pass(?:word|wd)?[:=]"?(?<secret>[^\s"']{1,126})/dgi,
    of: accountOf,
  },
  {
    // ConvertTo-SecureString "PASSWORD" -AsPlainText
    sign: /SecureString/i,
    pattern:
      /\bConvertTo-SecureString\s{1,8}(?:-String\s{1,8})?(?<mark>["'])(?<secret>[^"'\r\n]{1,126})\k<mark>\s[^\r\n]{0,40}?-AsPlainText\b/dgi,
    of: () => 'a credential of PowerShell',
  },
  {
    // https://NAME:PASSWORD@host
    sign: /:\/\//i,
    pattern:
      /\b(?:https?|ftps?|sftp|smb):\/\/(?<owner>[^\s:@/"']{1,64}):(?<secret>[^\s@/"']{1,64})@/dgi,
    of: accountOf,
  },
  {
    // Server=...;Password=PASSWORD;
    sign: /password|pwd/i,
    pattern: /[;"'\s](?:password|pwd)\s{0,4}=\s{0,4}(?<secret>[^\s;"'=()]{1,126})(?=;|["'])/dgi,
    of: () => 'a connection string',
  },
  {
    // password = "PASSWORD"
    sign: /pass|pwd/i,
    pattern:
      /(?:pass(?:word|wd)|pwd)\s{0,4}=\s{0,4}(?<mark>["'])(?<secret>[^"'\r\n]{1,126})\k<mark>/dgi,
    of: () => 'the script',
  },
];

/** What stands for a password that somebody fills in later, and what is no password. */
const notYet =
  /^(?:[$%<{[#@].*|.*\$\(.*|\*+|x{3,}|\.{3}|\(.*|null|true|false|(?:your|the|my)?[-_]?(?:pass(?:word|wd)?_?here))$/i;

/** What a text holds that has a match of any form. */
const anySign = new RegExp([...new Set(forms.map(({ sign }) => sign.source))].join('|'), 'i');

/** The passwords of a text, in order; each place once. */
export function secretsIn(text: string): readonly Secret[] {
  if (!anySign.test(text)) return [];
  const found = new Map<number, Secret>();
  for (const { sign, pattern, of } of forms) {
    if (!sign.test(text)) continue;
    for (const { groups, indices } of text.matchAll(pattern)) {
      const place = indices?.groups?.['secret'];
      const secret = groups?.['secret'] ?? '';
      if (place === undefined || notYet.test(secret) || found.has(place[0])) continue;
      found.set(place[0], { start: place[0], end: place[1], of: of(groups?.['owner'] ?? '') });
    }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}
