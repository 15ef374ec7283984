/** Security descriptor to SDDL, exactly as Windows's ConvertSecurityDescriptorToStringSecurityDescriptor writes it. */
import { type AclKind, aceFlags, aceTypes } from '../../grammar/sddl/tokens.ts';
import { formatClaim } from './claims.ts';
import { formatCondition } from './conditions.ts';
import { type Realms, formatPrincipal } from './principal.ts';
import {
  type Ace,
  type Acl,
  type SecurityDescriptor,
  type TrusteeAce,
  aclFlagBits,
} from './security-descriptor.ts';

/** Text, or why SDDL has no words for the descriptor. */
export type SddlWriting =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'inexpressible'; readonly reason: string };

/** Writes a descriptor. `realms` tell which SIDs may be written as domain-relative aliases. */
export function formatDescriptor(descriptor: SecurityDescriptor, realms: Realms): SddlWriting {
  const { owner, group, dacl, sacl, control } = descriptor;
  const parts: string[] = [];
  if (owner !== undefined) parts.push(`O:${formatPrincipal(owner, realms)}`);
  if (group !== undefined) parts.push(`G:${formatPrincipal(group, realms)}`);
  for (const [letter, kind, acl] of [
    ['D', 'dacl', dacl],
    ['S', 'sacl', sacl],
  ] as const) {
    if (acl.kind === 'absent') continue;
    const written = formatAcl(acl, kind, control, realms);
    if (written.kind !== 'text') return written;
    parts.push(`${letter}:${written.text}`);
  }
  return { kind: 'text', text: parts.join('') };
}

function formatAcl(acl: Acl, kind: AclKind, control: number, realms: Realms): SddlWriting {
  let text = aclFlagBits[kind]
    .filter(([, bit]) => (control & bit) !== 0)
    .map(([flag]) => flag)
    .join('');
  if (acl.kind !== 'list') return { kind: 'text', text: `${text}NO_ACCESS_CONTROL` };
  for (const ace of acl.aces) {
    const written = formatAce(ace, realms);
    if (written.kind !== 'text') return written;
    text += written.text;
  }
  return { kind: 'text', text };
}

const tokenOfType: ReadonlyMap<number, string> = new Map(
  [...aceTypes].map(([token, { code }]) => [code, token]),
);

const tailOfType: ReadonlyMap<number, string> = new Map(
  [...aceTypes.values()].map(({ code, tail }) => [code, tail]),
);

/** Writes one ACE with its parentheses. */
export function formatAce(ace: Ace, realms: Realms): SddlWriting {
  const token = tokenOfType.get(ace.type);
  if (ace.kind === 'opaque' || token === undefined) {
    return { kind: 'inexpressible', reason: `SDDL has no word for ACE type ${ace.type}` };
  }
  const tail = formatData(ace, realms);
  if (tail === undefined) {
    return { kind: 'inexpressible', reason: `SDDL cannot express the data of an ${token} ACE` };
  }
  const fields = [
    token,
    formatAceFlags(ace.flags, token),
    formatMask(ace.mask, ace.type),
    ace.objectType ?? '',
    ace.inheritedObjectType ?? '',
    formatPrincipal(ace.trustee, realms),
    ...tail,
  ];
  return { kind: 'text', text: `(${fields.join(';')})` };
}

/** The seventh field, if the ACE has one; undefined when it cannot be written. */
function formatData({ type, data }: TrusteeAce, realms: Realms): readonly string[] | undefined {
  if (data.kind === 'none') return [];
  // Windows ignores bytes behind the trustee of an ACE whose type has no data.
  if (data.kind === 'opaque') return tailOfType.get(type) === 'none' ? [] : undefined;
  const text =
    data.kind === 'claim'
      ? formatClaim(data.claim, realms)
      : formatCondition(data.condition, realms);
  return text === undefined ? undefined : [text];
}

/** Bit 0x40 is TP in access filters and SA elsewhere. */
function formatAceFlags(flags: number, aceType: string): string {
  const foreign = aceType === 'FL' ? 'SA' : 'TP';
  return [...aceFlags]
    .filter(([token, bit]) => token !== foreign && (flags & bit) !== 0)
    .map(([token]) => token)
    .join('');
}

const labelTypeCode = aceTypes.get('ML')?.code;

const composites: ReadonlyMap<number, string> = new Map([
  [0x1f01ff, 'FA'],
  [0x120089, 'FR'],
  [0x120116, 'FW'],
  [0x1200a0, 'FX'],
  [0xf003f, 'KA'],
  [0x20019, 'KR'],
  [0x20006, 'KW'],
]);

const maskTokens: readonly (readonly [token: string, bit: number])[] = [
  ['CC', 0x1],
  ['DC', 0x2],
  ['LC', 0x4],
  ['SW', 0x8],
  ['RP', 0x10],
  ['WP', 0x20],
  ['DT', 0x40],
  ['LO', 0x80],
  ['CR', 0x100],
  ['SD', 0x10000],
  ['RC', 0x20000],
  ['WD', 0x40000],
  ['WO', 0x80000],
  ['GA', 0x10000000],
  ['GX', 0x20000000],
  ['GW', 0x40000000],
  ['GR', 0x80000000],
];

const labelTokens: typeof maskTokens = [
  ['NW', 0x1],
  ['NR', 0x2],
  ['NX', 0x4],
];

/**
 * An access mask as Windows writes it: a composite on an exact match, else two-letter tokens, else, as soon as one
 * bit has no token, hexadecimal. A mask of 0 is empty. `aceType` is the type's code; labels have rights of their own.
 */
function formatMask(mask: number, aceType: number): string {
  const label = aceType === labelTypeCode;
  const composite = label ? undefined : composites.get(mask);
  if (composite !== undefined) return composite;
  const tokens = (label ? labelTokens : maskTokens).filter(([, bit]) => (mask & bit) !== 0);
  const named = tokens.reduce((bits, [, bit]) => (bits | bit) >>> 0, 0);
  return named === mask ? tokens.map(([token]) => token).join('') : `0x${mask.toString(16)}`;
}
