/** SIDs and descriptors in words. */
import type { ArrayValue } from '../../../grammar/mof/ast.ts';
import { sddlReport, type AclReport, type SddlReport } from '../../../src/security/sddl-report.ts';
import { describeSidProblem } from '../../../src/security/sid-problems.ts';
import { decodeSid, formatSid } from '../../../src/security/sid.ts';
import { nameOfSid } from '../../../src/security/well-known-sids.ts';
import { code, paragraphs, plain } from '../../markdown.ts';

/** The bytes of an array of numbers; undefined for any other array. */
export function bytesOf({ elements }: ArrayValue): readonly number[] | undefined {
  const bytes = elements.map((element) =>
    element.kind === 'IntegerValue' ? Number(element.value) : undefined,
  );
  const known = bytes.filter((byte) => byte !== undefined);
  return known.length === bytes.length && bytes.length > 0 ? known : undefined;
}

/** What the bytes of a SID mean, field by field; what is wrong with them where they are none. */
export function sidHover(value: ArrayValue): string | undefined {
  const bytes = bytesOf(value);
  if (bytes === undefined) return undefined;
  const decoded = decodeSid(bytes);
  if (decoded.kind !== 'sid') {
    return paragraphs(
      '**no SID**',
      ...decoded.problems.map((problem) => plain(describeSidProblem(problem))),
    );
  }
  const { authority, subAuthorities } = decoded.sid;
  const name = nameOfSid(decoded.sid);
  const rows = [
    ['revision', bytes.slice(0, 1), '1'],
    ['sub-authorities', bytes.slice(1, 2), String(subAuthorities.length)],
    ['authority', bytes.slice(2, 8), String(authority)],
    ...subAuthorities.map(
      (part, index) =>
        [
          `sub-authority ${index + 1}`,
          bytes.slice(8 + 4 * index, 12 + 4 * index),
          String(part),
        ] as const,
    ),
  ].map(([field, part, meaning]) => `| ${String(field)} | ${String(part)} | ${String(meaning)} |`);
  const title = `${code(formatSid(decoded.sid))}${name === undefined ? '' : ` **${plain(name)}**`}`;
  return paragraphs(
    title,
    ['| field | bytes | value |', '| --- | --- | --- |', ...rows].join('\n'),
  );
}

/** Who may do what by a descriptor; what is wrong with a text that is none. */
export function sddlHover(text: string, context: 'filter' | 'namespace'): string {
  const report = sddlReport(text, { context });
  if (!report.valid) {
    return paragraphs(
      '**no security descriptor**',
      listOf(report.errors.map(({ message }) => plain(message))),
    );
  }
  return paragraphs(
    listOf([principalLine('owner', report.owner), principalLine('group', report.group)]),
    aclText('DACL', report.dacl),
    aclText('SACL', report.sacl),
    listOf(report.notes.map(plain)),
  );
}

function principalLine(role: string, principal: SddlReport['owner']): string | undefined {
  if (principal === undefined) return undefined;
  return `${role} ${code(principal.text)}${principal.name === undefined ? '' : ` ${plain(principal.name)}`}`;
}

function aclText(title: string, acl: AclReport | undefined): string | undefined {
  if (acl === undefined) return undefined;
  const aces = acl.aces.map(({ explanation }) => plain(explanation));
  return paragraphs(`**${title}**: ${plain(acl.meaning)}`, listOf(aces));
}

function listOf(lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined)
    .map((line) => `* ${line}`)
    .join('\n');
}
