/** One ACE of SDDL: six fields, and for some types a condition or a resource attribute as the seventh. */
import type { AceSyntax, AceTypeSyntax, GuidSyntax, SddlSpan, SidSyntax } from './ast.ts';
import { parseClaim } from './claim.ts';
import { parseCondition, skipSpace } from './condition.ts';
import { type Cursor, report, skipBlanks } from './cursor.ts';
import { parseAceFlags, parseRights } from './rights.ts';
import { parseSid } from './sid.ts';
import { nearest, quoted } from './suggestions.ts';
import { type AclKind, aceTypes } from './tokens.ts';

const fieldCount = 6;
const fieldNames = 'type;flags;rights;object GUID;inherited object GUID;trustee';

/** The first six fields of an ACE, and what ends them. */
interface FieldSplit {
  readonly fields: readonly SddlSpan[];
  /** The character at `offset`: `;` when a seventh field follows, `(` or nothing when the ACE is not closed. */
  readonly terminator: ';' | ')' | '(' | '';
  readonly offset: number;
}

function splitFields(text: string, open: number): FieldSplit {
  const fields: SddlSpan[] = [];
  let start = open + 1;
  for (let offset = start; ; offset += 1) {
    const character = text.charAt(offset);
    if (character !== ';' && character !== ')' && character !== '(' && character !== '') continue;
    fields.push({ start, end: offset });
    start = offset + 1;
    if (character !== ';' || fields.length === fieldCount) {
      return { fields, terminator: character, offset };
    }
  }
}

/** Parses the ACE whose opening parenthesis is at the cursor, and leaves the cursor behind it. */
export function parseAce(cursor: Cursor, acl: AclKind): AceSyntax {
  const start = cursor.offset;
  const split = splitFields(cursor.text, start);
  const complete = split.fields.length === fieldCount;
  if (!complete) reportFieldCount(cursor, start, split);
  else if (split.terminator === '(' || split.terminator === '')
    reportUnclosed(cursor, start, split);
  const head = complete ? parseFields(cursor, split, acl) : emptyFields(split);
  cursor.offset = split.offset;
  const tail = parseTail(cursor, split, head, complete);
  return { kind: 'ace', ...head, ...tail, start, end: cursor.offset };
}

type AceHead = Omit<AceSyntax, 'kind' | 'condition' | 'claim' | 'start' | 'end'>;
type AceTail = Pick<AceSyntax, 'condition' | 'claim'>;

const noTail: AceTail = { condition: undefined, claim: undefined };

function emptyFields({ offset }: FieldSplit): AceHead {
  const at: SddlSpan = { start: offset, end: offset };
  return {
    type: { kind: 'ace-type', spelling: '', token: '', info: undefined, lowerCase: false, ...at },
    flags: { kind: 'ace-flags', items: [], bits: 0, ...at },
    rights: { kind: 'rights', items: [], mask: 0, ...at },
    objectType: undefined,
    inheritedObjectType: undefined,
    trustee: { kind: 'sid-unknown', spelling: '', ...at },
  };
}

function reportUnclosed(cursor: Cursor, start: number, { offset }: FieldSplit): void {
  const message = 'the closing parenthesis of this ACE is missing; write ")" behind its trustee';
  const closed = `${cursor.text.slice(start, offset)})`;
  report(cursor, 'syntax', start, offset, message, closed);
}

function reportFieldCount(cursor: Cursor, start: number, split: FieldSplit): void {
  const { fields, terminator, offset } = split;
  const end = terminator === ')' ? offset + 1 : Math.max(offset, start + 1);
  const semicolons = fields.length - 1;
  const count = `${semicolons === 0 ? 'no' : semicolons} semicolon${semicolons === 1 ? '' : 's'}`;
  const repaired = repair(cursor.text, fields);
  const advice = repaired === undefined ? '' : `; did you mean ${repaired}?`;
  const message = `an ACE has six fields, ${fieldNames}, and so five semicolons; this one has ${count}${advice}`;
  report(cursor, 'syntax', start, end, message, repaired);
}

/** The ACE as it was probably meant: fields were left out somewhere between the type and the trustee. */
function repair(text: string, fields: readonly SddlSpan[]): string | undefined {
  const texts = fields.map((field) => text.slice(field.start, field.end).trim());
  const [type, ...rest] = texts;
  const trustee = rest.pop();
  const between = rest.filter((field) => field !== '');
  const plain = texts.every((field) => /^[\w-]*$/u.test(field) && field.length <= 100);
  if (!plain || type === undefined || !aceTypes.has(type.toUpperCase())) return undefined;
  if (trustee === undefined || trustee === '' || between.length > 2) return undefined;
  const [flags, rights] = between.length === 2 ? between : ['', between[0] ?? ''];
  return `(${type};${flags};${rights};;;${trustee})`;
}

function parseFields(cursor: Cursor, split: FieldSplit, acl: AclKind): AceHead {
  const limit = (index: number): number => {
    const field = split.fields[index];
    cursor.offset = field?.start ?? split.offset;
    return field?.end ?? split.offset;
  };
  const type = parseAceType(cursor, limit(0), acl);
  const flags = parseAceFlags(cursor, limit(1));
  const rights = parseRights(cursor, limit(2));
  const objectType = parseGuid(cursor, limit(3), type);
  const inheritedObjectType = parseGuid(cursor, limit(4), type);
  const trustee = parseTrustee(cursor, limit(5), type, split);
  return { type, flags, rights, objectType, inheritedObjectType, trustee };
}

function parseAceType(cursor: Cursor, limit: number, acl: AclKind): AceTypeSyntax {
  skipBlanks(cursor, limit);
  const start = cursor.offset;
  const field = cursor.text.slice(start, limit);
  const spelling = field.trimEnd();
  const end = start + spelling.length;
  const token = spelling.toUpperCase();
  const info = aceTypes.get(token);
  if (spelling === '') {
    report(
      cursor,
      'syntax',
      start,
      limit,
      'the ACE type is missing; write A to allow or D to deny',
    );
  } else if (info === undefined) {
    const guess = nearest(spelling, aceTypes.keys());
    const didYouMean = guess === undefined ? '' : `; did you mean ${guess}?`;
    const message = `${quoted(spelling)} is no ACE type, so Windows refuses the whole text${didYouMean}; write A to allow or D to deny`;
    report(cursor, 'unknown-ace-type', start, end, message);
  } else if (end < limit) {
    report(
      cursor,
      'syntax',
      end,
      limit,
      'no blank may follow the ACE type; Windows refuses the whole text',
    );
  } else if (info.acl !== acl) {
    const [here, there] = acl === 'dacl' ? ['D:', 'S:'] : ['S:', 'D:'];
    const message = `an ${token} (${info.meaning}) ACE cannot stand in ${here}; move it to ${there}`;
    report(cursor, 'syntax', start, end, message);
  }
  return { kind: 'ace-type', spelling, token, info, lowerCase: token !== spelling, start, end };
}

const guidPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu;

function parseGuid(cursor: Cursor, limit: number, type: AceTypeSyntax): GuidSyntax | undefined {
  const start = cursor.offset;
  if (start === limit) return undefined;
  const field = cursor.text.slice(start, limit);
  if (field.replaceAll(' ', '') === '') {
    skipBlanks(cursor, limit);
    return undefined;
  }
  if (!guidPattern.test(field)) {
    const message = `${quoted(field)} is no GUID; write 8-4-4-4-12 hexadecimal digits without braces and blanks, or leave the field empty`;
    report(cursor, 'syntax', start, limit, message);
    return undefined;
  }
  if (type.info?.object === false) {
    const message = `an ${type.token} ACE takes no GUID; only OA, OD, OU, OL and ZA do: leave the field empty`;
    report(cursor, 'syntax', start, limit, message);
  }
  return { kind: 'guid', value: field.toLowerCase(), start, end: limit };
}

function parseTrustee(
  cursor: Cursor,
  limit: number,
  type: AceTypeSyntax,
  split: FieldSplit,
): SidSyntax {
  const before = cursor.errors.length;
  const sid = parseSid(cursor, limit, true);
  // (A;;GA;;;;WD) is one mistake, a semicolon too many, and the seventh field tells of it.
  const surplus = split.terminator === ';' && type.info?.tail === 'none';
  if (surplus && sid.start === sid.end) cursor.errors.length = before;
  const everyone = sid.kind === 'sid-unknown' || isEveryone(sid);
  if (type.token === 'RA' && !everyone) {
    const message = 'the trustee of a resource attribute (RA) must be WD (Everyone)';
    report(cursor, 'syntax', sid.start, sid.end, message);
  }
  return sid;
}

function isEveryone(sid: SidSyntax): boolean {
  if (sid.kind === 'sid-alias') return sid.alias === 'WD';
  if (sid.kind !== 'sid-literal') return false;
  return sid.authority === 1 && sid.subAuthorities.length === 1 && sid.subAuthorities[0] === 0;
}

/** Parses what follows the trustee and leaves the cursor behind the ACE. */
function parseTail(cursor: Cursor, split: FieldSplit, head: AceHead, complete: boolean): AceTail {
  const { token, info } = head.type;
  if (split.terminator !== ';') {
    if (split.terminator === ')') cursor.offset += 1;
    if (complete && (info?.tail === 'condition' || info?.tail === 'claim')) {
      const what = info.tail === 'claim' ? 'a resource attribute' : 'a condition';
      const message = `an ${token} ACE needs ${what} behind its trustee`;
      report(cursor, 'syntax', head.trustee.start, split.offset, message);
    }
    return noTail;
  }
  const separator = cursor.offset;
  cursor.offset += 1;
  if (info === undefined) {
    leaveTail(cursor, separator);
    return noTail;
  }
  if (info.tail === 'none') {
    leaveTail(cursor, separator);
    const message = `an ${token} ACE has six fields, ${fieldNames}; here a seventh begins: remove this semicolon and what follows it, or the semicolon too many before`;
    report(cursor, 'syntax', separator, Math.max(separator + 1, cursor.offset - 1), message);
    return noTail;
  }
  return info.tail === 'claim'
    ? parseClaimTail(cursor, separator)
    : parseConditionTail(cursor, separator);
}

function parseClaimTail(cursor: Cursor, separator: number): AceTail {
  skipSpace(cursor);
  const claim = parseClaim(cursor);
  closeTail(cursor, separator, claim.type !== undefined);
  return { condition: undefined, claim };
}

function parseConditionTail(cursor: Cursor, separator: number): AceTail {
  skipSpace(cursor);
  const condition = parseCondition(cursor);
  closeTail(cursor, separator, condition.expression !== undefined);
  return { condition, claim: undefined };
}

function closeTail(cursor: Cursor, separator: number, wellFormed: boolean): void {
  skipBlanks(cursor, cursor.text.length);
  if (wellFormed && cursor.text[cursor.offset] === ')') {
    cursor.offset += 1;
    return;
  }
  if (wellFormed) {
    const end = Math.min(cursor.offset + 1, cursor.text.length);
    const start = Math.min(cursor.offset, Math.max(separator, end - 1));
    report(cursor, 'syntax', start, end, 'the closing parenthesis of the ACE is expected here');
  }
  leaveTail(cursor, separator);
}

/** Goes behind the parenthesis that closes the ACE, minding the parentheses and strings of its seventh field. */
function leaveTail(cursor: Cursor, separator: number): void {
  const { text } = cursor;
  let depth = 0;
  let quotes = false;
  for (cursor.offset = separator + 1; cursor.offset < text.length; cursor.offset += 1) {
    const character = text[cursor.offset];
    if (character === '"') quotes = !quotes;
    else if (!quotes && character === '(') depth += 1;
    else if (!quotes && character === ')') {
      depth -= 1;
      if (depth < 0) {
        cursor.offset += 1;
        return;
      }
    }
  }
}
