/**
 * What the bits of an access mask mean to WMI, and what an ACE says in words.
 *
 * Sources: namespace-access-rights-constants.md, event-security-constants.md, access-to-wmi-namespaces.md.
 */
import { describePrincipal } from './principal.ts';
import { type Ace, type TrusteeAce, aceFlagBits } from './security-descriptor.ts';

/** What a descriptor protects: an event filter (`EventAccess`) or a namespace. The same bits differ in weight. */
export type MaskContext = 'filter' | 'namespace';

/** One named right. */
export interface WmiRight {
  /** The constant's name, such as `WBEM_RIGHT_PUBLISH`. */
  readonly name: string;
  readonly mask: number;
  /** What its holder may do, as the rest of a sentence that begins with "may". */
  readonly may: string;
  /** Where the right is defined: namespaces, events, or every securable object. */
  readonly domain: 'namespace' | 'event' | 'standard' | 'generic';
}

/** The right that `EventAccess` is about: an account may publish events to the filter. */
export const publishRight = 0x80;

/** The right of a consumer to events of a provider's sink; it has no meaning in `EventAccess`. */
export const subscribeRight = 0x40;

/** The rights by which somebody may change the descriptor itself. */
export const writeDacRight = 0x40000;
export const writeOwnerRight = 0x80000;

/** GENERIC_ALL, GENERIC_EXECUTE, GENERIC_WRITE and GENERIC_READ together. */
export const genericRights = 0xf0000000;

/** All rights that have a name in WMI, the least bit first. */
const wmiRights: readonly WmiRight[] = [
  { name: 'WBEM_ENABLE', mask: 0x1, may: 'read the namespace', domain: 'namespace' },
  { name: 'WBEM_METHOD_EXECUTE', mask: 0x2, may: 'run methods', domain: 'namespace' },
  {
    name: 'WBEM_FULL_WRITE_REP',
    mask: 0x4,
    may: 'write classes and instances to the repository',
    domain: 'namespace',
  },
  {
    name: 'WBEM_PARTIAL_WRITE_REP',
    mask: 0x8,
    may: 'write instances to the repository',
    domain: 'namespace',
  },
  { name: 'WBEM_WRITE_PROVIDER', mask: 0x10, may: 'write to providers', domain: 'namespace' },
  { name: 'WBEM_REMOTE_ACCESS', mask: 0x20, may: 'come from another machine', domain: 'namespace' },
  {
    name: 'WBEM_RIGHT_SUBSCRIBE',
    mask: subscribeRight,
    may: "subscribe to events of a provider's sink",
    domain: 'event',
  },
  {
    name: 'WBEM_RIGHT_PUBLISH',
    mask: publishRight,
    may: 'publish events to the filter',
    domain: 'event',
  },
  { name: 'DELETE', mask: 0x10000, may: 'delete the object', domain: 'standard' },
  { name: 'READ_CONTROL', mask: 0x20000, may: 'read the security descriptor', domain: 'standard' },
  {
    name: 'WRITE_DAC',
    mask: writeDacRight,
    may: 'change who has access',
    domain: 'standard',
  },
  { name: 'WRITE_OWNER', mask: writeOwnerRight, may: 'take ownership', domain: 'standard' },
  {
    name: 'GENERIC_ALL',
    mask: 0x10000000,
    may: 'do whatever GENERIC_ALL maps to',
    domain: 'generic',
  },
  {
    name: 'GENERIC_EXECUTE',
    mask: 0x20000000,
    may: 'do whatever GENERIC_EXECUTE maps to',
    domain: 'generic',
  },
  {
    name: 'GENERIC_WRITE',
    mask: 0x40000000,
    may: 'do whatever GENERIC_WRITE maps to',
    domain: 'generic',
  },
  {
    name: 'GENERIC_READ',
    mask: 0x80000000,
    may: 'do whatever GENERIC_READ maps to',
    domain: 'generic',
  },
];

/** What the bits of a mandatory label forbid to processes of a lower integrity level (MS-DTYP 2.4.4.13). */
const labelPolicies: readonly WmiRight[] = [
  {
    name: 'SYSTEM_MANDATORY_LABEL_NO_WRITE_UP',
    mask: 0x1,
    may: 'not be written to from below',
    domain: 'standard',
  },
  {
    name: 'SYSTEM_MANDATORY_LABEL_NO_READ_UP',
    mask: 0x2,
    may: 'not be read from below',
    domain: 'standard',
  },
  {
    name: 'SYSTEM_MANDATORY_LABEL_NO_EXECUTE_UP',
    mask: 0x4,
    may: 'not be executed from below',
    domain: 'standard',
  },
];

/** A mask taken apart. */
export interface MaskDescription {
  /** `0x80` */
  readonly hex: string;
  readonly rights: readonly WmiRight[];
  /** The bits without a name, as a mask. */
  readonly unknown: number;
  /** The bits that have a name but no meaning in this context, as a mask. */
  readonly foreign: number;
  /** `0x80 (WBEM_RIGHT_PUBLISH)` */
  readonly text: string;
}

/** Takes the mask of an ACE apart: a label's bits are policies, all others' are rights. */
export function describeAceMask(ace: TrusteeAce, context: MaskContext): MaskDescription {
  return describe(ace.mask, context, effectOf(ace) === 'label' ? labelPolicies : wmiRights);
}

/** Says which rights a mask holds, and which of its bits mean nothing for a filter or a namespace. */
export function describeMask(mask: number, context: MaskContext): MaskDescription {
  return describe(mask, context, wmiRights);
}

function describe(mask: number, context: MaskContext, table: readonly WmiRight[]): MaskDescription {
  const rights = table.filter((right) => (mask & right.mask) !== 0);
  const named = rights.reduce((bits, right) => bits | right.mask, 0);
  const unknown = (mask & ~named) >>> 0;
  const foreign = rights
    .filter((right) => !belongs(right, context))
    .reduce((bits, right) => (bits | right.mask) >>> 0, 0);
  const hex = formatHex(mask);
  const names = rights.map(({ name }) => name);
  if (unknown !== 0) names.push(`${formatHex(unknown)} without a name`);
  const text = `${hex} (${names.length === 0 ? 'no right' : names.join(', ')})`;
  return { hex, rights, unknown, foreign, text };
}

function belongs(right: WmiRight, context: MaskContext): boolean {
  if (right.domain === 'standard' || right.domain === 'generic') return true;
  return context === 'filter' ? right.mask === publishRight : right.domain === 'namespace';
}

/** A mask in hexadecimal, lower case, without padding: `0x80`. */
export function formatHex(mask: number): string {
  return `0x${mask.toString(16)}`;
}

/** What an ACE does. */
export type AceEffect = 'allow' | 'deny' | 'audit' | 'label' | 'attribute' | 'policy' | 'other';

const effects: ReadonlyMap<number, AceEffect> = new Map([
  [0x00, 'allow'],
  [0x01, 'deny'],
  [0x02, 'audit'],
  [0x03, 'audit'],
  [0x05, 'allow'],
  [0x06, 'deny'],
  [0x07, 'audit'],
  [0x08, 'audit'],
  [0x09, 'allow'],
  [0x0a, 'deny'],
  [0x0b, 'allow'],
  [0x0d, 'audit'],
  [0x11, 'label'],
  [0x12, 'attribute'],
  [0x13, 'policy'],
]);

/** What an ACE of a type does. */
export function effectOf(ace: Ace): AceEffect {
  return effects.get(ace.type) ?? 'other';
}

/** Says in a sentence who may do what: `S-1-5-32-544 (BUILTIN\Administrators) may publish events to the filter`. */
export function explainAce(ace: Ace, context: MaskContext): string {
  if (ace.kind === 'opaque') return `an ACE of type ${ace.type}, which SDDL has no word for`;
  const who = describePrincipal(ace.trustee);
  const effect = effectOf(ace);
  if (effect !== 'allow' && effect !== 'deny') return explainOther(ace, effect, who);
  const what = whatMayBeDone(ace, context);
  const condition = ace.data.kind === 'condition' ? ', if the condition holds' : '';
  const inheritOnly =
    (ace.flags & aceFlagBits.inheritOnly) === 0 ? '' : ' (inherit-only: not on the object itself)';
  const verb = effect === 'allow' ? 'may' : 'may not';
  return `${who} ${verb} ${what}${condition}${inheritOnly}`;
}

function explainOther(ace: TrusteeAce, effect: AceEffect, who: string): string {
  switch (effect) {
    case 'audit':
      return `access by ${who} is audited`;
    case 'label':
      return `the object's integrity label is ${who}`;
    case 'attribute':
      return 'a resource attribute of the object';
    case 'policy':
      return `the central access policy ${who} applies`;
    default:
      return `an ACE of type ${ace.type} for ${who}`;
  }
}

function whatMayBeDone({ mask }: TrusteeAce, context: MaskContext): string {
  const { rights, unknown, foreign } = describeMask(mask, context);
  const parts = rights.map((right) =>
    (foreign & right.mask) === 0
      ? right.may
      : `${right.may} (${right.name}, which means nothing for a ${context})`,
  );
  if (unknown !== 0) parts.push(`use ${formatHex(unknown)}, which has no meaning to WMI`);
  if (parts.length === 0) return 'do nothing (the mask is empty)';
  return parts.length === 1
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
