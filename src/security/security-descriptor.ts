/**
 * Security descriptors as values (MS-DTYP 2.4.6): control bits, owner, group, DACL and SACL. sddl-writer.ts writes
 * them as text, descriptor-bytes.ts as bytes.
 */
import type { AceSyntax, AclSection, SecurityDescriptorSyntax } from '../../grammar/sddl/ast.ts';
import { type AclKind, aceTypes } from '../../grammar/sddl/tokens.ts';
import { type Claim, claimFromSyntax } from './claims.ts';
import { type Condition, conditionFromSyntax } from './conditions.ts';
import { type Principal, type Realms, principalFromSyntax } from './principal.ts';

/** A security descriptor. */
export interface SecurityDescriptor {
  /**
   * The control bits (MS-DTYP 2.4.6). SelfRelative and the two Present bits follow from the layout and the ACLs
   * and are left out here.
   */
  readonly control: number;
  readonly owner: Principal | undefined;
  readonly group: Principal | undefined;
  readonly dacl: Acl;
  readonly sacl: Acl;
}

/** An ACL or its lack. An absent or NULL DACL grants everything to everyone; an empty list grants nothing. */
export type Acl = { readonly kind: 'absent' } | { readonly kind: 'null' } | AceList;

export interface AceList {
  readonly kind: 'list';
  /** 2, or 4 when an object ACE may be in it (MS-DTYP 2.4.5). */
  readonly revision: number;
  readonly aces: readonly Ace[];
  /** Bytes behind the last ACE. Windows leaves some where it turned object ACEs into plain ones. */
  readonly surplus: number;
}

/** An ACE that names a trustee, or one of a kind that only its bytes are known of. */
export type Ace = TrusteeAce | OpaqueAce;

export interface TrusteeAce {
  readonly kind: 'trustee';
  /** The `AceType` byte (MS-DTYP 2.4.4.1). */
  readonly type: number;
  /** The `AceFlags` byte. */
  readonly flags: number;
  /** The access mask, an unsigned 32-bit number. */
  readonly mask: number;
  /** GUIDs in lower case without braces. */
  readonly objectType: string | undefined;
  readonly inheritedObjectType: string | undefined;
  readonly trustee: Principal;
  readonly data: AceData;
}

/** What follows the trustee. */
export type AceData =
  | { readonly kind: 'none' }
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'claim'; readonly claim: Claim }
  /** Bytes that are neither; SDDL cannot say them. */
  | { readonly kind: 'opaque'; readonly bytes: readonly number[] };

/** An ACE of a type that SDDL has no word for. */
export interface OpaqueAce {
  readonly kind: 'opaque';
  readonly type: number;
  readonly flags: number;
  /** Everything behind the four bytes of the header. */
  readonly bytes: readonly number[];
}

/** Control bits of MS-DTYP 2.4.6. */
export const controlBits = {
  daclPresent: 0x0004,
  saclPresent: 0x0010,
  daclAutoInheritRequired: 0x0100,
  saclAutoInheritRequired: 0x0200,
  daclAutoInherited: 0x0400,
  saclAutoInherited: 0x0800,
  daclProtected: 0x1000,
  saclProtected: 0x2000,
  selfRelative: 0x8000,
} as const;

/** The control bit of an ACL flag, by ACL; in the order in which Windows writes the flags. */
export const aclFlagBits: Readonly<
  Record<AclKind, readonly (readonly ['P' | 'AR' | 'AI', number])[]>
> = {
  dacl: [
    ['P', controlBits.daclProtected],
    ['AR', controlBits.daclAutoInheritRequired],
    ['AI', controlBits.daclAutoInherited],
  ],
  sacl: [
    ['P', controlBits.saclProtected],
    ['AR', controlBits.saclAutoInheritRequired],
    ['AI', controlBits.saclAutoInherited],
  ],
};

/** ACE flags of MS-DTYP 2.4.4.1. */
export const aceFlagBits = {
  objectInherit: 0x01,
  containerInherit: 0x02,
  noPropagateInherit: 0x04,
  inheritOnly: 0x08,
  inherited: 0x10,
  critical: 0x20,
  successfulAccess: 0x40,
  failedAccess: 0x80,
} as const;

const objectTypeCodes: ReadonlySet<number> = new Set(
  [...aceTypes.values()].filter(({ object }) => object).map(({ code }) => code),
);

/** True for ACE types that have room for GUIDs, which need ACL revision 4. */
export function isObjectAceType(type: number): boolean {
  return objectTypeCodes.has(type);
}

/**
 * The value of a parsed text; undefined when the text has errors. `realms` resolve domain-relative aliases; those
 * that it does not know stay aliases.
 */
export function descriptorFromSyntax(
  syntax: SecurityDescriptorSyntax,
  realms: Realms,
): SecurityDescriptor | undefined {
  if (syntax.errors.length > 0) return undefined;
  const { owner, group, dacl, sacl } = syntax;
  return {
    control: controlOf(dacl) | controlOf(sacl),
    owner: owner && principalFromSyntax(owner.sid, realms),
    group: group && principalFromSyntax(group.sid, realms),
    dacl: aclFromSyntax(dacl, realms),
    sacl: aclFromSyntax(sacl, realms),
  };
}

function controlOf(section: AclSection | undefined): number {
  if (section === undefined) return 0;
  const flags = new Set<string>(section.flags.map(({ flag }) => flag));
  return aclFlagBits[section.kind].reduce(
    (control, [flag, bit]) => (flags.has(flag) ? control | bit : control),
    0,
  );
}

function aclFromSyntax(section: AclSection | undefined, realms: Realms): Acl {
  if (section === undefined) return { kind: 'absent' };
  if (section.flags.some(({ flag }) => flag === 'NO_ACCESS_CONTROL')) return { kind: 'null' };
  const aces = section.aces.flatMap((ace) => aceFromSyntax(ace, realms) ?? []);
  const revision = aces.some(({ type }) => isObjectAceType(type)) ? 4 : 2;
  return { kind: 'list', revision, aces, surplus: 0 };
}

/** The value of one ACE of a text; undefined when it is malformed. */
export function aceFromSyntax(ace: AceSyntax, realms: Realms): TrusteeAce | undefined {
  const trustee = principalFromSyntax(ace.trustee, realms);
  if (trustee === undefined || ace.type.info === undefined) return undefined;
  const objectType = ace.objectType?.value;
  const inheritedObjectType = ace.inheritedObjectType?.value;
  const plain = objectType === undefined && inheritedObjectType === undefined;
  return {
    kind: 'trustee',
    type: plain ? plainType(ace.type.info.code) : ace.type.info.code,
    flags: ace.flags.bits,
    mask: ace.rights.mask,
    objectType,
    inheritedObjectType,
    trustee,
    data: dataFromSyntax(ace, realms),
  };
}

/** Windows turns OA and OD without GUIDs into A and D (ace-strings.md). */
function plainType(code: number): number {
  if (code === 0x05) return 0x00;
  return code === 0x06 ? 0x01 : code;
}

function dataFromSyntax({ condition, claim }: AceSyntax, realms: Realms): AceData {
  if (condition?.expression !== undefined) {
    return { kind: 'condition', condition: conditionFromSyntax(condition.expression, realms) };
  }
  const value = claim && claimFromSyntax(claim, realms);
  return value === undefined ? { kind: 'none' } : { kind: 'claim', claim: value };
}
