/**
 * The words of SDDL: ACE types, ACE flags, ACL flags, access rights and SID aliases.
 *
 * Values are those of the Windows SDK's sddl.h and MS-DTYP 2.4.4 and 2.5.1.1. Every table is keyed by the
 * upper-case spelling; Windows takes any case inside a section, so look words up in upper case.
 */

/** The ACL that an ACE type belongs to: access is decided in a DACL, auditing and labels live in a SACL. */
export type AclKind = 'dacl' | 'sacl';

/** What follows the trustee in an ACE of some type: nothing, a condition, or a resource attribute (claim). */
export type AceTail = 'none' | 'condition' | 'optional-condition' | 'claim';

/** One ACE type of SDDL. */
export interface AceTypeInfo {
  /** The `AceType` byte of the binary form (MS-DTYP 2.4.4.1). */
  readonly code: number;
  /** The ACL in which Windows accepts the type. */
  readonly acl: AclKind;
  /** True when the binary form has room for the two object GUIDs. */
  readonly object: boolean;
  readonly tail: AceTail;
  /** A few words for messages. */
  readonly meaning: string;
}

/** The ACE types by their SDDL token (MS-DTYP 2.5.1.1; sddl.h for AL, OL, TL and FL). */
export const aceTypes: ReadonlyMap<string, AceTypeInfo> = new Map<string, AceTypeInfo>([
  ['A', { code: 0x00, acl: 'dacl', object: false, tail: 'none', meaning: 'allow' }],
  ['D', { code: 0x01, acl: 'dacl', object: false, tail: 'none', meaning: 'deny' }],
  ['AU', { code: 0x02, acl: 'sacl', object: false, tail: 'none', meaning: 'audit' }],
  ['AL', { code: 0x03, acl: 'sacl', object: false, tail: 'none', meaning: 'alarm' }],
  ['OA', { code: 0x05, acl: 'dacl', object: true, tail: 'none', meaning: 'object allow' }],
  ['OD', { code: 0x06, acl: 'dacl', object: true, tail: 'none', meaning: 'object deny' }],
  ['OU', { code: 0x07, acl: 'sacl', object: true, tail: 'none', meaning: 'object audit' }],
  ['OL', { code: 0x08, acl: 'sacl', object: true, tail: 'none', meaning: 'object alarm' }],
  [
    'XA',
    { code: 0x09, acl: 'dacl', object: false, tail: 'condition', meaning: 'conditional allow' },
  ],
  [
    'XD',
    { code: 0x0a, acl: 'dacl', object: false, tail: 'condition', meaning: 'conditional deny' },
  ],
  [
    'ZA',
    {
      code: 0x0b,
      acl: 'dacl',
      object: true,
      tail: 'condition',
      meaning: 'conditional object allow',
    },
  ],
  [
    'XU',
    { code: 0x0d, acl: 'sacl', object: false, tail: 'condition', meaning: 'conditional audit' },
  ],
  ['ML', { code: 0x11, acl: 'sacl', object: false, tail: 'none', meaning: 'integrity label' }],
  ['RA', { code: 0x12, acl: 'sacl', object: false, tail: 'claim', meaning: 'resource attribute' }],
  [
    'SP',
    { code: 0x13, acl: 'sacl', object: false, tail: 'none', meaning: 'central access policy' },
  ],
  ['TL', { code: 0x14, acl: 'sacl', object: false, tail: 'none', meaning: 'process trust label' }],
  [
    'FL',
    {
      code: 0x15,
      acl: 'sacl',
      object: false,
      tail: 'optional-condition',
      meaning: 'access filter',
    },
  ],
]);

/** The ACE flags by token (MS-DTYP 2.4.4.1), in the order in which Windows writes them. */
export const aceFlags: ReadonlyMap<string, number> = new Map([
  ['OI', 0x01],
  ['CI', 0x02],
  ['NP', 0x04],
  ['IO', 0x08],
  ['ID', 0x10],
  ['CR', 0x20],
  ['SA', 0x40],
  ['TP', 0x40],
  ['FA', 0x80],
]);

/** The flags that may stand between `D:` or `S:` and the first ACE. */
export const aclFlags: readonly AclFlagName[] = ['NO_ACCESS_CONTROL', 'AR', 'AI', 'P'];

/** A flag of a whole ACL; `NO_ACCESS_CONTROL` stands for a NULL ACL. */
export type AclFlagName = 'P' | 'AR' | 'AI' | 'NO_ACCESS_CONTROL';

/** What kind of object a right was named for; a right of a foreign kind is a bit pattern of other meaning. */
export type RightFamily = 'generic' | 'standard' | 'directory' | 'file' | 'registry' | 'label';

/** One access right of SDDL. */
export interface RightInfo {
  readonly mask: number;
  readonly family: RightFamily;
}

/** The access rights by token (MS-DTYP 2.5.1.1, sddl.h). */
export const rights: ReadonlyMap<string, RightInfo> = new Map<string, RightInfo>([
  ['CC', { mask: 0x1, family: 'directory' }],
  ['DC', { mask: 0x2, family: 'directory' }],
  ['LC', { mask: 0x4, family: 'directory' }],
  ['SW', { mask: 0x8, family: 'directory' }],
  ['RP', { mask: 0x10, family: 'directory' }],
  ['WP', { mask: 0x20, family: 'directory' }],
  ['DT', { mask: 0x40, family: 'directory' }],
  ['LO', { mask: 0x80, family: 'directory' }],
  ['CR', { mask: 0x100, family: 'directory' }],
  ['SD', { mask: 0x10000, family: 'standard' }],
  ['RC', { mask: 0x20000, family: 'standard' }],
  ['WD', { mask: 0x40000, family: 'standard' }],
  ['WO', { mask: 0x80000, family: 'standard' }],
  ['GA', { mask: 0x10000000, family: 'generic' }],
  ['GX', { mask: 0x20000000, family: 'generic' }],
  ['GW', { mask: 0x40000000, family: 'generic' }],
  ['GR', { mask: 0x80000000, family: 'generic' }],
  ['FA', { mask: 0x1f01ff, family: 'file' }],
  ['FR', { mask: 0x120089, family: 'file' }],
  ['FW', { mask: 0x120116, family: 'file' }],
  ['FX', { mask: 0x1200a0, family: 'file' }],
  ['KA', { mask: 0xf003f, family: 'registry' }],
  ['KR', { mask: 0x20019, family: 'registry' }],
  ['KW', { mask: 0x20006, family: 'registry' }],
  ['KX', { mask: 0x20019, family: 'registry' }],
  ['NW', { mask: 0x1, family: 'label' }],
  ['NR', { mask: 0x2, family: 'label' }],
  ['NX', { mask: 0x4, family: 'label' }],
]);

/** The two-letter SID aliases of sddl.h. What each stands for is known to src/security/well-known-sids.ts. */
export const sidAliases: ReadonlySet<string> = new Set(
  (
    'AA AC AN AO AP AS AU BA BG BO BU CA CD CG CN CO CY DA DC DD DG DU EA ED EK ER ES HA HI HO IS IU KA LA ' +
    'LG LS LU LW ME MP MS MU NO NS NU OW PA PO PS PU RA RC RD RE RM RO RS RU SA SH SI SO SS SU SY UD WD WR'
  ).split(' '),
);

/** The value types of a resource attribute by token, with their codes (MS-DTYP 2.4.10.1). */
export const claimTypes: ReadonlyMap<string, number> = new Map([
  ['TI', 0x01],
  ['TU', 0x02],
  ['TS', 0x03],
  ['TD', 0x05],
  ['TB', 0x06],
  ['TX', 0x10],
]);
