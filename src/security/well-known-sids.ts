/**
 * The SIDs that have a name on every Windows machine, and the SIDs whose last number has one in every domain.
 *
 * Sources: SecAuthZ/well-known-sids.md, understand-security-identifiers.md, sid-strings.md, sddl.h and MS-DTYP
 * 2.4.2.4. Where they contradict each other (the domains of RID 526 and 527, the alias RM) MS-DTYP and sddl.h win.
 */
import { type Sid, formatSid, parseSid } from './sid.ts';

/** A SID with a fixed value. */
export interface WellKnownSid {
  readonly sid: Sid;
  /** As shown to people: `Everyone`, `BUILTIN\Administrators`. */
  readonly name: string;
  /** The two-letter alias in SDDL. */
  readonly alias: string | undefined;
  /** Who that is, in a few words. */
  readonly description: string;
}

/** What the number before the RID names: this machine, its domain, or the root domain of the forest. */
export type SidRealm = 'machine' | 'domain' | 'forest-root';

/** A relative identifier (RID) with the same meaning in every domain or on every machine. */
export interface WellKnownRid {
  readonly rid: number;
  readonly realm: SidRealm;
  readonly name: string;
  readonly alias: string | undefined;
}

/** alias (or --), SID, name, description. */
const fixedRows = `
-- S-1-0-0 | Null SID | nobody
WD S-1-1-0 | Everyone | every user, since Windows XP without anonymous ones
-- S-1-2-0 | Local | users at a terminal of the machine
-- S-1-2-1 | Console Logon | users at the console
CO S-1-3-0 | Creator Owner | stands for the creator when an ACE is inherited
CG S-1-3-1 | Creator Group | stands for the creator's primary group when an ACE is inherited
-- S-1-3-2 | Creator Owner Server | obsolete stand-in
-- S-1-3-3 | Creator Group Server | obsolete stand-in
OW S-1-3-4 | Owner Rights | the object's owner, in place of the rights that owners have implicitly
-- S-1-4 | Non-unique Authority | an authority, no account
-- S-1-5 | NT Authority | an authority, no account
-- S-1-5-1 | Dialup | users who dialled in
NU S-1-5-2 | Network | users who came over the network
-- S-1-5-3 | Batch | users logged on by a batch queue
IU S-1-5-4 | Interactive | users logged on interactively
SU S-1-5-6 | Service | accounts logged on as a service
AN S-1-5-7 | Anonymous Logon | connections without credentials
-- S-1-5-8 | Proxy | unused
ED S-1-5-9 | Enterprise Domain Controllers | all domain controllers of the forest
PS S-1-5-10 | Principal Self | stands for the directory object itself
AU S-1-5-11 | Authenticated Users | every identity that was authenticated, guests excepted
RC S-1-5-12 | Restricted Code | processes with a restricted token
-- S-1-5-13 | Terminal Server User | users of Remote Desktop Services
-- S-1-5-14 | Remote Interactive Logon | users who came with the Remote Desktop client
-- S-1-5-15 | This Organization | users of the same organization
-- S-1-5-17 | IUSR | the anonymous account of IIS
SY S-1-5-18 | Local System | the operating system itself
LS S-1-5-19 | Local Service | service account with few rights, anonymous on the network
NS S-1-5-20 | Network Service | service account with few rights, the computer on the network
-- S-1-5-21 | NT Non-unique | prefix of machines and domains
-- S-1-5-22 | Enterprise Read-only Controllers (beta) | from a beta version
-- S-1-5-32 | Builtin | the built-in domain
WR S-1-5-33 | Write Restricted Code | processes whose token is restricted for writing
-- S-1-5-64-10 | NTLM Authentication | users authenticated with NTLM
-- S-1-5-64-14 | SChannel Authentication | users authenticated with SChannel
-- S-1-5-64-21 | Digest Authentication | users authenticated with Digest
-- S-1-5-65-1 | This Organization Certificate | users of the forest who came with a certificate
-- S-1-5-80 | NT Service | prefix of services
-- S-1-5-80-0 | All Services | all service processes
-- S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464 | NT SERVICE\\TrustedInstaller | the owner of system files
-- S-1-5-83-0 | NT VIRTUAL MACHINE\\Virtual Machines | Hyper-V's machines
UD S-1-5-84-0-0-0-0-0 | User Mode Drivers | the host of user-mode drivers
-- S-1-5-88 | NFS | prefix of Server for NFS
-- S-1-5-99 | Restricted Services | prefix
-- S-1-5-113 | Local Account | any account of the machine itself
-- S-1-5-114 | Local Account and member of Administrators | any administrator account of the machine itself
-- S-1-5-1000 | Other Organization | users of another organization
BA S-1-5-32-544 | BUILTIN\\Administrators | full control of the machine
BU S-1-5-32-545 | BUILTIN\\Users | ordinary users
BG S-1-5-32-546 | BUILTIN\\Guests | guests
PU S-1-5-32-547 | BUILTIN\\Power Users | kept for old software
AO S-1-5-32-548 | BUILTIN\\Account Operators | manage accounts on domain controllers
SO S-1-5-32-549 | BUILTIN\\Server Operators | manage domain controllers
PO S-1-5-32-550 | BUILTIN\\Print Operators | manage printers
BO S-1-5-32-551 | BUILTIN\\Backup Operators | read and restore every file
RE S-1-5-32-552 | BUILTIN\\Replicator | file replication
RU S-1-5-32-554 | BUILTIN\\Pre-Windows 2000 Compatible Access | read the directory for old software
RD S-1-5-32-555 | BUILTIN\\Remote Desktop Users | may use Remote Desktop
NO S-1-5-32-556 | BUILTIN\\Network Configuration Operators | manage network settings
-- S-1-5-32-557 | BUILTIN\\Incoming Forest Trust Builders | create trusts
MU S-1-5-32-558 | BUILTIN\\Performance Monitor Users | watch performance counters
LU S-1-5-32-559 | BUILTIN\\Performance Log Users | schedule performance logs
-- S-1-5-32-560 | BUILTIN\\Windows Authorization Access Group | read group memberships of users
-- S-1-5-32-561 | BUILTIN\\Terminal Server License Servers | issue Remote Desktop licences
-- S-1-5-32-562 | BUILTIN\\Distributed COM Users | may launch and activate DCOM, which remote WMI needs
IS S-1-5-32-568 | BUILTIN\\IIS_IUSRS | worker processes of IIS
CY S-1-5-32-569 | BUILTIN\\Cryptographic Operators | manage cryptography
-- S-1-5-32-571 | BUILTIN\\Cacheable Principals Group | passwords that read-only controllers may keep
-- S-1-5-32-572 | BUILTIN\\Non-cacheable Principals Group | passwords that read-only controllers may not keep
ER S-1-5-32-573 | BUILTIN\\Event Log Readers | read event logs
CD S-1-5-32-574 | BUILTIN\\Certificate Service DCOM Access | ask for certificates
RA S-1-5-32-575 | BUILTIN\\RDS Remote Access Servers | Remote Desktop servers
ES S-1-5-32-576 | BUILTIN\\RDS Endpoint Servers | Remote Desktop servers
MS S-1-5-32-577 | BUILTIN\\RDS Management Servers | Remote Desktop servers
HA S-1-5-32-578 | BUILTIN\\Hyper-V Administrators | control of virtual machines
AA S-1-5-32-579 | BUILTIN\\Access Control Assistance Operators | query permissions remotely
RM S-1-5-32-580 | BUILTIN\\Remote Management Users | WMI through WinRM, where the namespace lets them
-- S-1-5-32-581 | BUILTIN\\System Managed Accounts Group | accounts that Windows manages
-- S-1-5-32-582 | BUILTIN\\Storage Replica Administrators | control of storage replication
-- S-1-5-32-583 | BUILTIN\\Device Owners | may change settings of the device
HO S-1-5-32-584 | BUILTIN\\User Mode Hardware Operators | use hardware from user mode
SH S-1-5-32-585 | BUILTIN\\OpenSSH Users | may log on with OpenSSH
-- S-1-5-21-0-0-0-496 | Compounded Authentication | the device has claims
-- S-1-5-21-0-0-0-497 | Claims Valid | claims may be used
AC S-1-15-2-1 | ALL APPLICATION PACKAGES | every app container
-- S-1-15-2-2 | ALL RESTRICTED APPLICATION PACKAGES | app containers with fewer rights
-- S-1-15-3 | Capability prefix | capabilities of apps
-- S-1-16-0 | Untrusted label | integrity level, no account
LW S-1-16-4096 | Low label | integrity level, no account
ME S-1-16-8192 | Medium label | integrity level, no account
MP S-1-16-8448 | Medium Plus label | integrity level, no account
HI S-1-16-12288 | High label | integrity level, no account
SI S-1-16-16384 | System label | integrity level, no account
-- S-1-16-20480 | Protected Process label | integrity level, no account
-- S-1-17 | Central access policy prefix | policies of SP ACEs
AS S-1-18-1 | Authentication Authority Asserted Identity | authenticated by a domain controller
SS S-1-18-2 | Service Asserted Identity | authenticated by a service
-- S-1-18-3 | Fresh Public Key Identity | a public key was just proved
-- S-1-18-4 | Key Trust Identity | identity rests on a trusted key
-- S-1-18-5 | Key Property MFA | the key is of multi-factor authentication
-- S-1-18-6 | Key Property Attestation | the key is attested
-- S-1-22-1 | Samba Unix user prefix | Samba only
-- S-1-22-2 | Samba Unix group prefix | Samba only
`;

/** alias (or --), RID, realm, name. */
const relativeRows = `
RO 498 forest-root | Enterprise Read-only Domain Controllers
LA 500 machine | Administrator
LG 501 machine | Guest
-- 502 domain | krbtgt
-- 503 machine | DefaultAccount
-- 504 machine | WDAGUtilityAccount
DA 512 domain | Domain Admins
DU 513 domain | Domain Users
DG 514 domain | Domain Guests
DC 515 domain | Domain Computers
DD 516 domain | Domain Controllers
CA 517 domain | Cert Publishers
SA 518 forest-root | Schema Admins
EA 519 forest-root | Enterprise Admins
PA 520 domain | Group Policy Creator Owners
-- 521 domain | Read-only Domain Controllers
CN 522 domain | Cloneable Domain Controllers
-- 524 domain | CDC Reserved
AP 525 domain | Protected Users
KA 526 domain | Key Admins
EK 527 forest-root | Enterprise Key Admins
-- 528 domain | Forest Trust Accounts
-- 529 domain | External Trust Accounts
RS 553 domain | RAS and IAS Servers
-- 571 domain | Allowed RODC Password Replication Group
-- 572 domain | Denied RODC Password Replication Group
`;

function rows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
}

function aliasCell(cell: string | undefined): string | undefined {
  return cell === '--' ? undefined : cell;
}

/** Rows may hold a bare authority (S-1-5), which ConvertStringSidToSid refuses. */
function sidCell(text: string): Sid {
  const parsed = parseSid(text);
  if (parsed.kind === 'sid') return parsed.sid;
  return { authority: Number(text.slice('S-1-'.length)), subAuthorities: [] };
}

/** Every SID with a fixed value that has a name. */
export const wellKnownSids: readonly WellKnownSid[] = rows(fixedRows).map(
  ([key = '', name = '', description = '']) => {
    const [alias, text = ''] = key.split(' ');
    return { sid: sidCell(text), name, alias: aliasCell(alias), description };
  },
);

/** Every RID with a fixed meaning. */
export const wellKnownRids: readonly WellKnownRid[] = rows(relativeRows).map(
  ([key = '', name = '']) => {
    const [alias, rid, realm] = key.split(' ');
    const named: SidRealm =
      realm === 'machine' ? 'machine' : realm === 'domain' ? 'domain' : 'forest-root';
    return { rid: Number(rid), realm: named, name, alias: aliasCell(alias) };
  },
);

const byText: ReadonlyMap<string, WellKnownSid> = new Map(
  wellKnownSids.map((known) => [formatSid(known.sid), known]),
);
const byAlias: ReadonlyMap<string, WellKnownSid> = new Map(
  wellKnownSids.flatMap((known) => (known.alias === undefined ? [] : [[known.alias, known]])),
);
const byRid: ReadonlyMap<number, WellKnownRid> = new Map(
  wellKnownRids.map((known) => [known.rid, known]),
);
const ridByAlias: ReadonlyMap<string, WellKnownRid> = new Map(
  wellKnownRids.flatMap((known) => (known.alias === undefined ? [] : [[known.alias, known]])),
);

/** The entry of a SID with a fixed value. */
export function wellKnownSid(sid: Sid): WellKnownSid | undefined {
  return byText.get(formatSid(sid));
}

/** What a two-letter alias of SDDL (in upper case) stands for: a fixed SID, or a RID in some realm. */
export type AliasMeaning =
  | { readonly kind: 'fixed'; readonly known: WellKnownSid }
  | { readonly kind: 'relative'; readonly known: WellKnownRid };

/** The meaning of a two-letter alias in upper case. */
export function aliasMeaning(alias: string): AliasMeaning | undefined {
  const known = byAlias.get(alias);
  if (known !== undefined) return { kind: 'fixed', known };
  const relative = ridByAlias.get(alias);
  return relative === undefined ? undefined : { kind: 'relative', known: relative };
}

/** The machine's or a domain's part of a SID, S-1-5-21-x-y-z; undefined for SIDs of another shape. */
export function domainOfSid(sid: Sid): Sid | undefined {
  const { authority, subAuthorities } = sid;
  if (authority !== 5 || subAuthorities[0] !== 21 || subAuthorities.length !== 5) return undefined;
  return { authority, subAuthorities: subAuthorities.slice(0, 4) };
}

/** The RID's entry when the SID lies in a domain and ends in a RID with a fixed meaning. */
export function wellKnownRid(sid: Sid): WellKnownRid | undefined {
  return domainOfSid(sid) === undefined ? undefined : byRid.get(sid.subAuthorities[4] ?? -1);
}

/** Families of SIDs that have a name although each one of them has not. The longest prefix comes first. */
const families: readonly { readonly prefix: string; readonly name: (rest: string) => string }[] = [
  { prefix: 'S-1-5-5-', name: (rest) => `Logon session ${rest}` },
  { prefix: 'S-1-5-80-', name: () => 'a service (NT SERVICE)' },
  { prefix: 'S-1-5-82-', name: () => 'an application pool of IIS (IIS APPPOOL)' },
  { prefix: 'S-1-5-83-1-', name: () => 'a virtual machine (NT VIRTUAL MACHINE)' },
  { prefix: 'S-1-5-90-0-', name: (rest) => `Window Manager\\DWM-${rest}` },
  { prefix: 'S-1-5-96-0-', name: (rest) => `Font Driver Host\\UMFD-${rest}` },
  { prefix: 'S-1-5-32-', name: (rest) => `an unknown group of BUILTIN (RID ${rest})` },
  { prefix: 'S-1-5-21-', name: nameInDomain },
  { prefix: 'S-1-12-1-', name: () => 'a user, group or role of Microsoft Entra ID' },
  { prefix: 'S-1-15-2-', name: () => 'an app container' },
  { prefix: 'S-1-15-3-', name: (rest) => `a capability of an app (${rest})` },
  { prefix: 'S-1-16-', name: (rest) => `an integrity label (${rest})` },
  { prefix: 'S-1-17-', name: () => 'a central access policy' },
  { prefix: 'S-1-22-1-', name: (rest) => `Unix user ${rest} (Samba)` },
  { prefix: 'S-1-22-2-', name: (rest) => `Unix group ${rest} (Samba)` },
];

function nameInDomain(rest: string): string {
  const numbers = rest.split('-');
  if (numbers.length === 3) return 'a domain or a machine';
  if (numbers.length !== 4) return 'an account of a domain or a machine';
  const rid = Number(numbers[3]);
  const realm = `S-1-5-21-${numbers.slice(0, 3).join('-')}`;
  const known = byRid.get(rid);
  if (known === undefined) return `account ${rid} of domain or machine ${realm}`;
  return `${known.name} (of ${known.realm === 'machine' ? 'domain or machine' : 'domain'} ${realm})`;
}

/**
 * What people call a SID: `BUILTIN\Administrators`, `Domain Admins (of domain S-1-5-21-1-2-3)`,
 * `Logon session 0-12345`. Undefined when nothing is known about it.
 */
export function nameOfSid(sid: Sid): string | undefined {
  const text = formatSid(sid);
  const known = byText.get(text);
  if (known !== undefined) return known.name;
  const family = families.find(({ prefix }) => text.startsWith(prefix));
  return family?.name(text.slice(family.prefix.length));
}

/** `S-1-5-32-544 (BUILTIN\Administrators)`, or the bare text when the SID has no name. */
export function describeSid(sid: Sid): string {
  const name = nameOfSid(sid);
  return name === undefined ? formatSid(sid) : `${formatSid(sid)} (${name})`;
}

/** Other names of SIDs, in lower case without blanks. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['nobody', 'S-1-0-0'],
  ['anonymous', 'S-1-5-7'],
  ['system', 'S-1-5-18'],
  ['self', 'S-1-5-10'],
  ['restricted', 'S-1-5-12'],
  ['writerestricted', 'S-1-5-33'],
  ['trustedinstaller', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'],
]);

const byName: ReadonlyMap<string, Sid> = new Map([
  ...wellKnownSids.map(({ name, sid }): [string, Sid] => [foldName(name), sid]),
  ...wellKnownSids
    .filter(({ name }) => name.includes('\\'))
    .map(({ name, sid }): [string, Sid] => [foldName(name.slice(name.indexOf('\\') + 1)), sid]),
  ...[...otherNames].map(([name, text]): [string, Sid] => [name, sidCell(text)]),
]);

const ridByName: ReadonlyMap<string, WellKnownRid> = new Map(
  wellKnownRids.map((known) => [foldName(known.name), known]),
);

/** The RID of a well-known account name in a domain or on a machine, such as `Domain Admins`. */
export function findRidByName(name: string): WellKnownRid | undefined {
  return ridByName.get(foldName(name));
}

function foldName(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}

/**
 * The SID of a well-known account name, whatever its case and blanks, with or without `BUILTIN\` or
 * `NT AUTHORITY\`. Names in a domain (`Domain Admins`) have no SID without the domain.
 */
export function findSidByName(name: string): Sid | undefined {
  const folded = foldName(name);
  return byName.get(folded) ?? byName.get(folded.replace(/^(?:ntauthority|builtin)\\/u, ''));
}
