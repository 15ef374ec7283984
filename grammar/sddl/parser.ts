/**
 * SDDL text to a tree, with the rules of Windows's ConvertStringSecurityDescriptorToSecurityDescriptor.
 *
 * A text is valid exactly when `errors` is empty. Errors that do not depend on each other are all reported: after
 * one, the parser goes on with the next field, the next ACE or the next section. It runs in linear time.
 */
import type {
  AceSyntax,
  AceTypeSyntax,
  AclFlagSyntax,
  AclSection,
  GuidSyntax,
  PrincipalSection,
  SddlSection,
  SddlSpan,
  SecurityDescriptorSyntax,
  SidSyntax,
} from './ast.ts';
import { parseClaim } from './claim.ts';
import { parseCondition, skipSpace } from './condition.ts';
import { type Cursor, report, skipBlanks } from './cursor.ts';
import { parseAceFlags, parseRights } from './rights.ts';
import { parseSid } from './sid.ts';
import { nearest, quoted } from './suggestions.ts';
import { type AclKind, aceTypes, aclFlags } from './tokens.ts';

export { parseSidText } from './sid.ts';

/** Parses a security descriptor in SDDL. The empty text is valid: a descriptor with nothing in it. */
export function parseSddl(text: string): SecurityDescriptorSyntax {
  const cursor: Cursor = { text, offset: 0, errors: [], blanks: [] };
  const sections: SddlSection[] = [];
  for (;;) {
    skipBlanks(cursor, text.length);
    if (cursor.offset >= text.length) break;
    const section = parseSection(cursor);
    if (section !== undefined) sections.push(section);
  }
  reportDuplicates(cursor, sections);
  cursor.errors.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    kind: 'descriptor',
    text,
    start: 0,
    end: text.length,
    sections,
    owner: sections.find((section): section is PrincipalSection => section.kind === 'owner'),
    group: sections.find((section): section is PrincipalSection => section.kind === 'group'),
    dacl: sections.find((section): section is AclSection => section.kind === 'dacl'),
    sacl: sections.find((section): section is AclSection => section.kind === 'sacl'),
    unordered: !isOrdered(sections),
    blanks: cursor.blanks,
    errors: cursor.errors,
  };
}

const sectionKinds: ReadonlyMap<string, SddlSection['kind']> = new Map([
  ['O', 'owner'],
  ['G', 'group'],
  ['D', 'dacl'],
  ['S', 'sacl'],
]);

const sectionOrder: readonly SddlSection['kind'][] = ['owner', 'group', 'dacl', 'sacl'];

function isOrdered(sections: readonly SddlSection[]): boolean {
  const ranks = sections.map((section) => sectionOrder.indexOf(section.kind));
  return ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? 0) <= rank);
}

function reportDuplicates(cursor: Cursor, sections: readonly SddlSection[]): void {
  const seen = new Set<SddlSection['kind']>();
  for (const { kind, letter } of sections) {
    if (seen.has(kind)) {
      const name = cursor.text.slice(letter.start, letter.end).toUpperCase();
      const message = `there is a second ${name}: section; a descriptor has one ${nouns[kind]}: merge the two`;
      report(cursor, 'syntax', letter.start, letter.end, message);
    }
    seen.add(kind);
  }
}

const nouns: Readonly<Record<SddlSection['kind'], string>> = {
  owner: 'owner',
  group: 'group',
  dacl: 'DACL',
  sacl: 'SACL',
};

/** The kind of the section that begins at `offset`, in any case of its letter. */
function sectionKindAt(text: string, offset: number): SddlSection['kind'] | undefined {
  return text[offset + 1] === ':' ? sectionKinds.get(text.charAt(offset).toUpperCase()) : undefined;
}

function parseSection(cursor: Cursor): SddlSection | undefined {
  const start = cursor.offset;
  const kind = sectionKindAt(cursor.text, start);
  if (kind === undefined) {
    reportStrayText(cursor);
    return undefined;
  }
  const letter: SddlSpan = { start, end: start + 1 };
  const spelling = cursor.text.charAt(start);
  if (spelling !== spelling.toUpperCase()) {
    const message = `the section letter ${spelling}: must be a capital, or Windows refuses the whole text; write ${spelling.toUpperCase()}:`;
    report(cursor, 'syntax', letter.start, letter.end, message, spelling.toUpperCase());
  }
  cursor.offset += 2;
  return kind === 'owner' || kind === 'group'
    ? parsePrincipal(cursor, kind, letter)
    : parseAcl(cursor, kind, letter);
}

/** Reports what stands where a section should begin, and goes to the next section. */
function reportStrayText(cursor: Cursor): void {
  const { text } = cursor;
  const start = cursor.offset;
  do cursor.offset += 1;
  while (cursor.offset < text.length && sectionKindAt(text, cursor.offset) === undefined);
  const advice =
    text[start] === '('
      ? 'an ACE must follow D: or S:'
      : 'a descriptor consists of O:owner, G:group, D:dacl and S:sacl';
  const spelling = text.slice(start, cursor.offset);
  const message = `${quoted(spelling)} belongs to no section, so Windows refuses the whole text; ${advice}`;
  report(cursor, 'syntax', start, cursor.offset, message);
}

function parsePrincipal(
  cursor: Cursor,
  kind: 'owner' | 'group',
  letter: SddlSpan,
): PrincipalSection {
  const sid = parseSid(cursor, principalLimit(cursor), false);
  return { kind, letter, sid, start: letter.start, end: sid.end };
}

/**
 * Where the SID behind O: or G: ends. A SID has no colon in it, so the letter before the next colon is the next
 * section's, whatever it is: Windows reads O:S-1-2-0x200D: as S-1-2-512 and D:.
 */
function principalLimit(cursor: Cursor): number {
  const { text } = cursor;
  let end = cursor.offset;
  while (end < text.length && text[end] !== ':' && text[end] !== '(') end += 1;
  return text[end] === ':' ? Math.max(cursor.offset, end - 1) : end;
}

function parseAcl(cursor: Cursor, kind: AclKind, letter: SddlSpan): AclSection {
  const flags = parseAclFlags(cursor);
  const aces: AceSyntax[] = [];
  let end = cursor.offset;
  for (;;) {
    skipBlanks(cursor, cursor.text.length);
    if (atSectionEnd(cursor)) break;
    if (cursor.text[cursor.offset] === '(') aces.push(parseAce(cursor, kind));
    else reportStrayInAcl(cursor, aces.length === 0);
    end = cursor.offset;
  }
  reportAcesBehindNullAcl(cursor, flags, aces);
  return { kind, letter, flags, aces, start: letter.start, end };
}

function atSectionEnd({ text, offset }: Cursor): boolean {
  return offset >= text.length || sectionKindAt(text, offset) !== undefined;
}

function reportAcesBehindNullAcl(
  cursor: Cursor,
  flags: readonly AclFlagSyntax[],
  aces: readonly AceSyntax[],
): void {
  const nullAcl = flags.find(({ flag }) => flag === 'NO_ACCESS_CONTROL');
  if (nullAcl === undefined || aces.length === 0) return;
  const message =
    'NO_ACCESS_CONTROL says that there is no list at all, yet ACEs follow; remove it, or remove the ACEs';
  report(cursor, 'syntax', nullAcl.start, nullAcl.end, message);
}

function parseAclFlags(cursor: Cursor): readonly AclFlagSyntax[] {
  const flags: AclFlagSyntax[] = [];
  for (;;) {
    skipBlanks(cursor, cursor.text.length);
    if (atSectionEnd(cursor)) return flags;
    const start = cursor.offset;
    const flag = aclFlags.find(
      (name) => cursor.text.slice(start, start + name.length).toUpperCase() === name,
    );
    if (flag === undefined) return flags;
    cursor.offset += flag.length;
    const lowerCase = cursor.text.slice(start, cursor.offset) !== flag;
    flags.push({ kind: 'acl-flag', flag, lowerCase, start, end: cursor.offset });
  }
}

function reportStrayInAcl(cursor: Cursor, beforeAces: boolean): void {
  const start = cursor.offset;
  do cursor.offset += 1;
  while (!atSectionEnd(cursor) && cursor.text[cursor.offset] !== '(');
  const advice = beforeAces
    ? 'write ACEs in parentheses, before them at most the flags P, AR, AI or NO_ACCESS_CONTROL'
    : 'only ACEs in parentheses may stand here';
  const spelling = quoted(cursor.text.slice(start, cursor.offset));
  const message = `${spelling} is neither an ACL flag nor an ACE, so Windows refuses the whole text; ${advice}`;
  report(cursor, 'syntax', start, cursor.offset, message);
}

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

function parseAce(cursor: Cursor, acl: AclKind): AceSyntax {
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
