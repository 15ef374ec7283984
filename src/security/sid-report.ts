/** Everything there is to say about one SID, whichever way it is written. */
import { sidAliases } from '../../grammar/sddl/tokens.ts';
import { bytesOfHex } from './byte-reader.ts';
import {
  type Principal,
  type Realms,
  describePrincipal,
  principalOfAlias,
  principalOfRid,
} from './principal.ts';
import { type RealmOptions, type ReportError, realmsFromOptions } from './sddl-report.ts';
import { describeSidProblem } from './sid-problems.ts';
import { type Sid, type SidProblem, decodeSid, encodeSid, formatSid, parseSid } from './sid.ts';
import { findRidByName, findSidByName, nameOfSid } from './well-known-sids.ts';

/** The answer of `mofsec sid`. */
export interface SidReport {
  readonly input: string;
  readonly valid: boolean;
  /** `S-1-5-32-544` */
  readonly sid?: string;
  readonly bytes?: readonly number[];
  /** Absent when nothing is known about the SID. */
  readonly name?: string;
  readonly errors: readonly ReportError[];
}

/**
 * Reports on a SID written as `S-1-...`, as an SDDL alias (`BA`), as a well-known name (`BUILTIN\Administrators`,
 * `LocalSystem`), as a MOF array (`{1,2,0,0,...}`; braces and commas are optional) or as hexadecimal digits. Never
 * throws. Aliases such as `DA` need the domain among the options.
 */
export function sidReport(input: string, options: RealmOptions = {}): SidReport {
  const text = input.trim();
  const start = input.indexOf(text);
  const notes: string[] = [];
  const named = namedPrincipal(text, realmsFromOptions(options, notes));
  if (named?.kind === 'sid') return found(input, named.sid);
  if (named !== undefined) return relativeReport(input, start, text, named, notes);
  if (/^s-/iu.test(text)) return textReport(input, start, text);
  if (/^(?:hex:|0x)?[\da-f]{16,}$/iu.test(text)) return hexReport(input, start, text);
  if (/^[{\d]/u.test(text)) return arrayReport(input);
  const message = `${JSON.stringify(text.slice(0, 60))} is neither a SID (S-1-...), an SDDL alias (BA), a well-known name (BUILTIN\\Administrators), an array of bytes ({1,2,0,...}) nor hexadecimal digits`;
  return refused(input, [{ start, end: start + text.length, message }]);
}

/** The principal that an alias or a well-known name stands for. */
function namedPrincipal(text: string, realms: Realms): Principal | undefined {
  const alias = text.toUpperCase();
  if (sidAliases.has(alias)) return principalOfAlias(alias, realms);
  const sid = findSidByName(text);
  if (sid !== undefined) return { kind: 'sid', sid };
  const relative = findRidByName(text);
  return relative && principalOfRid(relative, realms);
}

function found(input: string, sid: Sid): SidReport {
  const name = nameOfSid(sid);
  return {
    input,
    valid: true,
    sid: formatSid(sid),
    bytes: encodeSid(sid),
    ...(name !== undefined && { name }),
    errors: [],
  };
}

function refused(input: string, errors: readonly ReportError[]): SidReport {
  return { input, valid: false, errors };
}

function textReport(input: string, start: number, text: string): SidReport {
  const parsed = parseSid(text);
  if (parsed.kind === 'sid') return found(input, parsed.sid);
  return refused(
    input,
    parsed.errors.map((error) => ({
      start: start + error.start,
      end: start + error.end,
      message: error.message,
    })),
  );
}

/** Reports on an account whose SID depends on the machine or its domain. */
function relativeReport(
  input: string,
  start: number,
  text: string,
  principal: Extract<Principal, { readonly kind: 'alias' }>,
  notes: readonly string[],
): SidReport {
  const message = [
    `${describePrincipal(principal)} is S-1-5-21-x-y-z-${principal.rid}, where S-1-5-21-x-y-z is the SID of that machine or domain; give it, or write the whole SID`,
    ...notes,
  ].join('; ');
  return refused(input, [{ start, end: start + text.length, message }]);
}

function hexReport(input: string, start: number, text: string): SidReport {
  const prefix = /^(?:hex:|0x)?/iu.exec(text)?.[0].length ?? 0;
  const digits = text.slice(prefix);
  const first = start + prefix;
  if (digits.length % 2 !== 0) {
    const message = 'an odd number of hexadecimal digits makes no bytes';
    return refused(input, [{ start: first, end: first + digits.length, message }]);
  }
  const spans = Array.from({ length: digits.length / 2 }, (_, index) => ({
    start: first + 2 * index,
    end: first + 2 * index + 2,
  }));
  return bytesReport(input, [...bytesOfHex(digits)], spans);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The numbers are MOF's: decimal, `0x` hexadecimal, or octal with a leading zero (numbers.md). */
const numberPattern = /^(?:0x[\da-f]+|0[0-7]*|[1-9]\d*)$/iu;

function arrayReport(input: string): SidReport {
  const errors: ReportError[] = [];
  const bytes: number[] = [];
  const spans: Span[] = [];
  for (const match of input.matchAll(/[^\s,{};]+/gu)) {
    const [word] = match;
    const span = { start: match.index, end: match.index + word.length };
    if (numberPattern.test(word)) {
      const octal = /^0\d/u.test(word);
      bytes.push(octal ? Number.parseInt(word, 8) : Number(word));
      spans.push(span);
    } else {
      const message = `${JSON.stringify(word.slice(0, 20))} is no number of MOF; write bytes as 32 or 0x20`;
      errors.push({ ...span, message });
    }
  }
  return errors.length > 0 ? refused(input, errors) : bytesReport(input, bytes, spans);
}

function bytesReport(input: string, bytes: readonly number[], spans: readonly Span[]): SidReport {
  const decoded = decodeSid(bytes);
  if (decoded.kind === 'sid') return found(input, decoded.sid);
  const errors = decoded.problems.map((problem) => ({
    ...problemSpan(problem, spans, input.length),
    message: describeSidProblem(problem),
  }));
  return refused(
    input,
    errors.toSorted((a, b) => a.start - b.start),
  );
}

function problemSpan(problem: SidProblem, spans: readonly Span[], length: number): Span {
  const whole = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? length };
  if ('index' in problem) return spans[problem.index] ?? whole;
  if (problem.kind !== 'length' || problem.surplus === 0) return whole;
  return { start: spans[problem.expected]?.start ?? whole.start, end: whole.end };
}
