/** `mofsec sddl`: what a security descriptor says. */
import {
  sddlReport,
  type AceReport,
  type AclReport,
  type PrincipalReport,
  type SddlReport,
} from '../../security/sddl-report.ts';
import { errorsText } from '../error-carets.ts';
import type { ExitCode, Io } from '../io.ts';
import { checkRealms, reportValues, type ValueOptions } from '../values.ts';
import { wrap } from '../wrap.ts';

export interface SddlOptions extends ValueOptions {
  /** What the descriptor protects: the same bits mean different things. */
  readonly context?: 'filter' | 'namespace';
}

/** Reports on every descriptor; exit code 1 when one is broken. */
export async function sddl(
  texts: readonly string[],
  options: SddlOptions,
  io: Io,
): Promise<ExitCode> {
  checkRealms(options);
  return reportValues(texts, options, io, (text) => sddlReport(text, options), asText);
}

function asText(report: SddlReport): string {
  if (!report.valid) return errorsText(report);
  return [
    `${report.canonical ?? report.input}\n`,
    principal('owner', report.owner),
    principal('group', report.group),
    acl('DACL', report.dacl),
    acl('SACL', report.sacl),
    report.hex === undefined ? '' : `  hex    ${report.hex}\n`,
    ...report.notes.map((note) => wrap(`note: ${note}`, { indent: '  ' })),
  ].join('');
}

function principal(role: string, who: PrincipalReport | undefined): string {
  return who === undefined ? '' : `  ${role}  ${described(who)}\n`;
}

function described({ text, sid, name }: PrincipalReport): string {
  const id = sid ?? text;
  return name === undefined ? id : `${id} (${name})`;
}

function acl(label: string, list: AclReport | undefined): string {
  if (list === undefined) return '';
  const flags = list.flags.length === 0 ? '' : ` [${list.flags.join(' ')}]`;
  const aces = list.aces.map((ace, index) => aceText(ace, index + 1));
  return `  ${label}${flags}   ${list.meaning}\n${aces.join('')}`;
}

/** The sentence, and below it the mask with the names of its rights. */
function aceText(ace: AceReport, position: number): string {
  const indent = '       ';
  const number = `${position}. `.padStart(indent.length);
  const sentence = number + wrap(ace.explanation, { indent }).trimStart();
  const rights = (ace.rights ?? []).map(({ name }) => name);
  const mask = ace.maskHex === undefined ? [] : [[ace.maskHex, ...rights].join(' ')];
  const flags = ace.flags.length === 0 ? [] : [`flags ${ace.flags.join(' ')}`];
  const condition = ace.condition === undefined ? [] : [`if ${ace.condition}`];
  const details = [
    ...mask,
    ...flags,
    ...condition,
    ...(ace.claim === undefined ? [] : [ace.claim]),
  ];
  return sentence + details.map((detail) => `${indent}${detail}\n`).join('');
}
