/**
 * SDDL text to a tree, with the rules of Windows's ConvertStringSecurityDescriptorToSecurityDescriptor.
 *
 * A text is valid exactly when `errors` is empty. Errors that do not depend on each other are all reported: after
 * one, the parser goes on with the next field, the next ACE or the next section. It runs in linear time.
 */
import { parseAce } from './ace.ts';
import type {
  AceSyntax,
  AclFlagSyntax,
  AclSection,
  PrincipalSection,
  SddlSection,
  SddlSpan,
  SecurityDescriptorSyntax,
} from './ast.ts';
import { type Cursor, report, skipBlanks } from './cursor.ts';
import { parseSid } from './sid.ts';
import { quoted } from './suggestions.ts';
import { type AclKind, aclFlags } from './tokens.ts';

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
