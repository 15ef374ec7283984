/** The SIDs inside SDDL: two-letter aliases and `S-1-...` text, with the rules of ConvertStringSidToSid. */
import type { SddlError, SidSyntax } from './ast.ts';
import { type Cursor, isDigit, isHexDigit, report, runEnd, skipBlanks } from './cursor.ts';
import { nameAdvice, nearest, quoted } from './suggestions.ts';
import { sidAliases } from './tokens.ts';

const maximumSubAuthority = 0xffff_ffff;
const maximumAuthority = 0xffff_ffff_ffff;
const maximumSubAuthorityCount = 15;

/**
 * Parses the SID that fills the text from the cursor to `limit`, with blanks around it. Inside an ACE blanks may
 * follow only an alias (`strictTail`); behind `O:` and `G:` they may follow any SID.
 */
export function parseSid(cursor: Cursor, limit: number, strictTail: boolean): SidSyntax {
  skipBlanks(cursor, limit);
  const start = cursor.offset;
  const end = endOfText(cursor.text, start, limit);
  if (end === start) return missingSid(cursor, start);
  const spelling = cursor.text.slice(start, end);
  const sid = looksLikeLiteral(spelling)
    ? parseLiteral(cursor, end)
    : parseAlias(cursor, spelling, start, end);
  cursor.offset = end;
  if (end < limit && strictTail && sid.kind === 'sid-literal') {
    report(
      cursor,
      'syntax',
      end,
      limit,
      'no blank may follow a SID that is written S-1-...; Windows then refuses the whole text: remove the blank',
      '',
    );
  }
  skipBlanks(cursor, limit);
  return sid;
}

/**
 * Parses a SID on its own, as ConvertStringSidToSid does for `S-1-...` text and SDDL does for aliases.
 * `errors` is empty when the text is a SID.
 */
export function parseSidText(text: string): {
  readonly sid: SidSyntax;
  readonly errors: readonly SddlError[];
} {
  const cursor: Cursor = { text, offset: 0, errors: [], blanks: [] };
  const sid = parseSid(cursor, text.length, true);
  return { sid, errors: cursor.errors };
}

/** The offset behind the last character that is no blank. */
function endOfText(text: string, start: number, limit: number): number {
  let end = limit;
  while (end > start && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return end;
}

function looksLikeLiteral(spelling: string): boolean {
  return /^[Ss](?:$|[-_\d])/u.test(spelling);
}

function missingSid(cursor: Cursor, at: number): SidSyntax {
  report(
    cursor,
    'syntax',
    at,
    at,
    'a SID is missing here; write an alias such as BA (BUILTIN\\Administrators) or S-1-...',
  );
  return { kind: 'sid-unknown', start: at, end: at, spelling: '' };
}

function parseAlias(cursor: Cursor, spelling: string, start: number, end: number): SidSyntax {
  const alias = spelling.toUpperCase();
  if (sidAliases.has(alias)) {
    return { kind: 'sid-alias', start, end, spelling, alias, lowerCase: alias !== spelling };
  }
  const { why, replacement } = whyNoSid(spelling);
  const message = `${quoted(spelling)} is ${why}`;
  report(cursor, 'unknown-sid-token', start, end, message, replacement);
  return { kind: 'sid-unknown', start, end, spelling };
}

function whyNoSid(spelling: string): { readonly why: string; readonly replacement?: string } {
  const named = nameAdvice(spelling);
  if (named !== undefined) {
    const why = `an account name, and SDDL knows only SIDs; write ${named.text}`;
    return { why, replacement: named.alias };
  }
  const guess = spelling.length === 2 ? nearest(spelling, sidAliases) : undefined;
  const didYouMean = guess === undefined ? '' : `; did you mean ${guess}?`;
  const what = spelling.length === 2 ? 'no SID alias' : 'neither a SID alias nor a SID';
  const why = `${what}, so Windows refuses the whole text${didYouMean}; write a two-letter alias such as BA (BUILTIN\\Administrators) or S-1-...`;
  return guess === undefined ? { why } : { why, replacement: guess };
}

/** One number of a SID. */
interface Field {
  readonly value: number;
  readonly overflow: boolean;
  readonly end: number;
  readonly hexadecimal: boolean;
}

function parseLiteral(cursor: Cursor, limit: number): SidSyntax {
  const { text } = cursor;
  const start = cursor.offset;
  const spelling = text.slice(start, limit);
  const unknown: SidSyntax = { kind: 'sid-unknown', start, end: limit, spelling };
  const fail = (at: number, message: string): SidSyntax => {
    report(cursor, 'syntax', at, Math.max(limit, at), message);
    return unknown;
  };
  cursor.offset = start + 1;
  if (text[cursor.offset] !== '-' || cursor.offset >= limit) {
    return fail(start, `${quoted(spelling)} is no SID; a SID is written S-1-..., with hyphens`);
  }
  cursor.offset += 1;
  skipBlanks(cursor, limit);
  const revision = readField(text, cursor.offset, limit, false);
  if (revision?.value !== 1) {
    return fail(cursor.offset, 'the revision of a SID is 1; write S-1-...');
  }
  const hexadecimal = revision.hexadecimal;
  cursor.offset = revision.end;
  if (cursor.offset >= limit || text[cursor.offset] !== '-') {
    return fail(start, 'the SID ends before its authority; write S-1-5-... for an NT account');
  }
  cursor.offset += 1;
  skipBlanks(cursor, limit);
  const authority = readField(text, cursor.offset, limit, hexadecimal);
  if (authority === undefined) {
    return fail(
      cursor.offset,
      'the authority of the SID is missing; write S-1-5-... for an NT account',
    );
  }
  if (authority.overflow || authority.value > maximumAuthority) {
    return fail(cursor.offset, 'the authority of a SID has 48 bits; this number is larger');
  }
  return parseSubAuthorities(cursor, limit, start, authority, hexadecimal, fail);
}

function parseSubAuthorities(
  cursor: Cursor,
  limit: number,
  start: number,
  authority: Field,
  hexadecimal: boolean,
  fail: (at: number, message: string) => SidSyntax,
): SidSyntax {
  const { text } = cursor;
  const subAuthorities: number[] = [];
  let saturated = false;
  let offset = authority.end;
  while (offset < limit) {
    if (text[offset] !== '-') {
      return fail(
        offset,
        'the numbers of a SID are separated by hyphens, and nothing else may stand in it',
      );
    }
    const field = readField(text, offset + 1, limit, hexadecimal);
    if (field === undefined) return fail(offset + 1, 'a number must follow this hyphen of the SID');
    if (subAuthorities.length === maximumSubAuthorityCount) {
      return fail(
        offset,
        'a SID has at most 15 sub-authorities (MS-DTYP 2.4.2); this is the sixteenth',
      );
    }
    saturated ||= field.overflow || field.value > maximumSubAuthority;
    subAuthorities.push(Math.min(field.value, maximumSubAuthority));
    offset = field.end;
  }
  if (subAuthorities.length === 0) {
    return fail(
      start,
      'a SID needs at least one sub-authority behind its authority, as in S-1-5-18',
    );
  }
  const spelling = text.slice(start, limit);
  return {
    kind: 'sid-literal',
    start,
    end: limit,
    spelling,
    authority: authority.value,
    subAuthorities,
    lowerCase: spelling.startsWith('s'),
    saturated,
    hexadecimal,
  };
}

/**
 * Reads `decimal` or `0x hex`; leading zeros are decimal, never octal. Behind a hexadecimal revision the digits
 * are hexadecimal without a prefix too (seen on Windows: S-0x1-20-0-579 is S-1-32-0-1401).
 */
function readField(
  text: string,
  start: number,
  limit: number,
  hexadecimal: boolean,
): Field | undefined {
  const prefixed = text[start] === '0' && (text[start + 1] === 'x' || text[start + 1] === 'X');
  const isHex = hexadecimal || (prefixed && start + 2 < limit);
  const first = isHex && prefixed ? start + 2 : start;
  const end = runEnd(text, first, limit, isHex ? isHexDigit : isDigit);
  if (end === first) return undefined;
  const written = text.slice(first, end);
  const digits = written.length > 15 ? written.replace(/^0+/u, '') || '0' : written;
  const overflow = digits.length > 15;
  const value = overflow ? Number.MAX_SAFE_INTEGER : Number.parseInt(digits, isHex ? 16 : 10);
  return { value: Math.min(value, Number.MAX_SAFE_INTEGER), overflow, end, hexadecimal: isHex };
}
