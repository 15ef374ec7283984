/** Everything there is to say about one security descriptor, for people and for JSON. */
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { aceFlags, aceTypes } from '../../grammar/sddl/tokens.ts';
import { bytesOfHex, hexOfBytes } from './byte-reader.ts';
import { formatClaim } from './claims.ts';
import { formatCondition } from './conditions.ts';
import { decodeDescriptor, encodeDescriptor } from './descriptor-bytes.ts';
import { type Principal, type Realms, formatPrincipal } from './principal.ts';
import { formatDescriptor } from './sddl-writer.ts';
import {
  type Ace,
  type Acl,
  type SecurityDescriptor,
  aclFlagBits,
  descriptorFromSyntax,
} from './security-descriptor.ts';
import { formatSid, parseSid } from './sid.ts';
import {
  type AceEffect,
  type MaskContext,
  describeAceMask,
  effectOf,
  explainAce,
} from './wmi-rights.ts';
import { aliasMeaning, domainOfSid, nameOfSid } from './well-known-sids.ts';

/** An error in an input; offsets are UTF-16 units of the input, `end` exclusive. */
export interface ReportError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** The SIDs that domain-relative aliases count from, as text: `S-1-5-21-x-y-z`. */
export interface RealmOptions {
  readonly domain?: string | undefined;
  readonly machine?: string | undefined;
  /** By default the domain. */
  readonly forestRoot?: string | undefined;
}

export interface SddlReportOptions extends RealmOptions {
  /** What the descriptor protects; by default an event filter. */
  readonly context?: MaskContext | undefined;
}

/** Somebody in a descriptor. */
export interface PrincipalReport {
  /** As Windows writes it in SDDL. */
  readonly text: string;
  /** Absent when a domain-relative alias is unresolved. */
  readonly sid?: string;
  readonly name?: string;
}

/** One ACE in words. */
export interface AceReport {
  /** The SDDL token, or the type's number where SDDL has none. */
  readonly type: string;
  readonly effect: AceEffect;
  /** SDDL tokens. */
  readonly flags: readonly string[];
  /** Absent for an ACE that only its bytes are known of. */
  readonly trustee?: PrincipalReport;
  readonly mask?: number;
  /** `0x80` */
  readonly maskHex?: string;
  readonly rights?: readonly {
    readonly name: string;
    readonly mask: number;
    readonly may: string;
  }[];
  /** The bits of the mask that have no name. */
  readonly unknownBits?: number;
  readonly objectType?: string;
  readonly inheritedObjectType?: string;
  readonly condition?: string;
  readonly claim?: string;
  /** Who may do what, in a sentence. */
  readonly explanation: string;
}

/** An ACL in words. An absent ACL is absent in the report. */
export interface AclReport {
  readonly state: 'null' | 'empty' | 'list';
  /** SDDL tokens: P, AR, AI. */
  readonly flags: readonly string[];
  readonly meaning: string;
  readonly aces: readonly AceReport[];
}

/** The answer of `mofsec sddl`. */
export interface SddlReport {
  readonly input: string;
  readonly valid: boolean;
  /** The text that Windows writes for the descriptor. */
  readonly canonical?: string;
  /** The self-relative bytes in lower-case hexadecimal; absent while a domain-relative alias is unresolved. */
  readonly hex?: string;
  readonly errors: readonly ReportError[];
  /** What else there is to know. */
  readonly notes: readonly string[];
  readonly owner?: PrincipalReport;
  readonly group?: PrincipalReport;
  readonly dacl?: AclReport;
  readonly sacl?: AclReport;
}

/** Reports on SDDL text, or on `hex:` with the digits of self-relative bytes. Never throws. */
export function sddlReport(input: string, options: SddlReportOptions = {}): SddlReport {
  const notes: string[] = [];
  const realms = realmsFromOptions(options, notes);
  const read = /^\s*hex:/iu.test(input) ? readHex(input) : readText(input, realms);
  if ('errors' in read) return { input, valid: false, errors: read.errors, notes };
  const { descriptor } = read;
  const context = options.context ?? 'filter';
  return {
    input,
    valid: true,
    errors: [],
    ...forms(descriptor, realms, notes),
    ...parts(descriptor, realms, context),
    notes: [...notes, ...absences(descriptor)],
  };
}

/** Reads the options' SIDs; one that is no domain's SID is left out, with a note. */
export function realmsFromOptions(options: RealmOptions, notes: string[]): Realms {
  const realm = (name: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const parsed = parseSid(text);
    const { authority = 0, subAuthorities = [] } = parsed.kind === 'sid' ? parsed.sid : {};
    const probe = { authority, subAuthorities: [...subAuthorities, 0] };
    if (parsed.kind === 'sid' && domainOfSid(probe) !== undefined) return parsed.sid;
    notes.push(
      `the ${name} ${JSON.stringify(text)} is not of the form S-1-5-21-x-y-z and is ignored`,
    );
    return undefined;
  };
  return {
    machine: realm('machine', options.machine),
    domain: realm('domain', options.domain),
    forestRoot: realm('forest root', options.forestRoot),
  };
}

type Reading =
  { readonly descriptor: SecurityDescriptor } | { readonly errors: readonly ReportError[] };

function readText(input: string, realms: Realms): Reading {
  const syntax = parseSddl(input);
  const descriptor = descriptorFromSyntax(syntax, realms);
  if (descriptor !== undefined) return { descriptor };
  return { errors: syntax.errors.map(({ start, end, message }) => ({ start, end, message })) };
}

function readHex(input: string): Reading {
  const first = input.indexOf(':') + 1;
  const places: number[] = [];
  for (let offset = first; offset < input.length; offset += 1) {
    const character = input.charAt(offset);
    if (/\s/u.test(character)) continue;
    if (!/[\da-f]/iu.test(character)) {
      const message = `${JSON.stringify(character)} is no hexadecimal digit`;
      return { errors: [{ start: offset, end: offset + 1, message }] };
    }
    places.push(offset);
  }
  if (places.length % 2 !== 0) {
    const message = 'an odd number of hexadecimal digits makes no bytes';
    return { errors: [{ start: first, end: input.length, message }] };
  }
  const digits = places.map((offset) => input.charAt(offset)).join('');
  const decoded = decodeDescriptor(bytesOfHex(digits));
  if (decoded.kind === 'descriptor') return { descriptor: decoded.descriptor };
  const place = (byte: number): number => places[2 * byte] ?? input.length;
  const errors = decoded.problems.map(({ start, end, message }) => ({
    start: place(start),
    end: place(end),
    message,
  }));
  return { errors };
}

function forms(
  descriptor: SecurityDescriptor,
  realms: Realms,
  notes: string[],
): Pick<SddlReport, 'canonical' | 'hex'> {
  const written = formatDescriptor(descriptor, realms);
  if (written.kind === 'inexpressible') notes.push(`there is no SDDL text: ${written.reason}`);
  const encoded = encodeDescriptor(descriptor);
  if (encoded.kind === 'unresolved') {
    notes.push(
      'an alias such as DA or LA stands for an account of a domain or a machine; without its SID there are no bytes',
    );
  }
  if (encoded.kind === 'too-large')
    notes.push('an ACL is larger than 65,535 bytes, so there are no bytes');
  return {
    ...(written.kind === 'text' && { canonical: written.text }),
    ...(encoded.kind === 'bytes' && { hex: hexOfBytes(encoded.bytes) }),
  };
}

function parts(
  descriptor: SecurityDescriptor,
  realms: Realms,
  context: MaskContext,
): Pick<SddlReport, 'owner' | 'group' | 'dacl' | 'sacl'> {
  const { owner, group, control } = descriptor;
  const dacl = aclReport(descriptor.dacl, 'dacl', control, realms, context);
  const sacl = aclReport(descriptor.sacl, 'sacl', control, realms, context);
  return {
    ...(owner && { owner: principalReport(owner, realms) }),
    ...(group && { group: principalReport(group, realms) }),
    ...(dacl && { dacl }),
    ...(sacl && { sacl }),
  };
}

function absences({ owner, group, dacl }: SecurityDescriptor): readonly string[] {
  const notes: string[] = [];
  if (owner === undefined) notes.push('there is no owner (O:), and AccessCheck then fails');
  if (group === undefined) notes.push('there is no group (G:), and AccessCheck then fails');
  if (dacl.kind === 'absent') notes.push('there is no DACL (D:), so everyone has every right');
  return notes;
}

function principalReport(principal: Principal, realms: Realms): PrincipalReport {
  const text = formatPrincipal(principal, realms);
  if (principal.kind === 'alias')
    return { text, name: aliasMeaning(principal.alias)?.known.name ?? principal.alias };
  const name = nameOfSid(principal.sid);
  return { text, sid: formatSid(principal.sid), ...(name !== undefined && { name }) };
}

function aclReport(
  acl: Acl,
  kind: 'dacl' | 'sacl',
  control: number,
  realms: Realms,
  context: MaskContext,
): AclReport | undefined {
  if (acl.kind === 'absent') return undefined;
  const flags = aclFlagBits[kind].filter(([, bit]) => (control & bit) !== 0).map(([flag]) => flag);
  const aces = acl.kind === 'list' ? acl.aces.map((ace) => aceReport(ace, realms, context)) : [];
  const state = acl.kind === 'null' ? 'null' : aces.length === 0 ? 'empty' : 'list';
  return { state, flags, meaning: meanings[kind][state], aces };
}

const meanings: Readonly<Record<'dacl' | 'sacl', Readonly<Record<AclReport['state'], string>>>> = {
  dacl: {
    null: 'a NULL DACL: everyone has every right',
    empty: 'an empty DACL: nobody has any right',
    list: 'who may do what; the first ACE that speaks of a right decides',
  },
  sacl: {
    null: 'a NULL SACL: nothing is audited',
    empty: 'an empty SACL: nothing is audited',
    list: 'what is audited, and labels',
  },
};

const typeTokens: ReadonlyMap<number, string> = new Map(
  [...aceTypes].map(([token, { code }]) => [code, token]),
);

function aceReport(ace: Ace, realms: Realms, context: MaskContext): AceReport {
  const type = typeTokens.get(ace.type) ?? String(ace.type);
  const flags = [...aceFlags]
    .filter(([token, bit]) => (ace.flags & bit) !== 0 && token !== (type === 'FL' ? 'SA' : 'TP'))
    .map(([token]) => token);
  const common = { type, effect: effectOf(ace), flags, explanation: explainAce(ace, context) };
  if (ace.kind === 'opaque') return common;
  const { rights, unknown, hex } = describeAceMask(ace, context);
  const { data, objectType, inheritedObjectType } = ace;
  const condition = data.kind === 'condition' ? formatCondition(data.condition, realms) : undefined;
  const claim = data.kind === 'claim' ? formatClaim(data.claim, realms) : undefined;
  return {
    ...common,
    trustee: principalReport(ace.trustee, realms),
    mask: ace.mask,
    maskHex: hex,
    rights: rights.map(({ name, mask, may }) => ({ name, mask, may })),
    unknownBits: unknown,
    ...(objectType !== undefined && { objectType }),
    ...(inheritedObjectType !== undefined && { inheritedObjectType }),
    ...(condition !== undefined && { condition }),
    ...(claim !== undefined && { claim }),
  };
}
