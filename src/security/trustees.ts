/**
 * What sort of account a SID stands for, as far as the SID alone tells: nobody at all, a crowd, or an account that
 * may be an administrator. Rules about EventAccess and CreatorSID rest on it.
 *
 * Sources: SecAuthZ/well-known-sids.md, understand-security-identifiers.md; localsystem-account.md for the groups
 * in Local System's token.
 */
import { type Principal, principalKey } from './principal.ts';
import { type Sid, formatSid } from './sid.ts';
import { aliasMeaning, domainOfSid } from './well-known-sids.ts';

/** Groups that an attacker without special rights belongs to, or may easily come to belong to. */
const broadSids: ReadonlySet<string> = new Set([
  'S-1-1-0', // Everyone
  'S-1-2-0', // Local
  'S-1-2-1', // Console Logon
  'S-1-5-1', // Dialup
  'S-1-5-2', // Network
  'S-1-5-3', // Batch
  'S-1-5-4', // Interactive
  'S-1-5-6', // Service
  'S-1-5-7', // Anonymous Logon
  'S-1-5-11', // Authenticated Users
  'S-1-5-12', // Restricted Code
  'S-1-5-13', // Terminal Server User
  'S-1-5-14', // Remote Interactive Logon
  'S-1-5-15', // This Organization
  'S-1-5-17', // IUSR
  'S-1-5-33', // Write Restricted Code
  'S-1-5-64-10', // NTLM Authentication
  'S-1-5-64-14', // SChannel Authentication
  'S-1-5-64-21', // Digest Authentication
  'S-1-5-113', // Local Account
  'S-1-5-32-545', // Users
  'S-1-5-32-546', // Guests
  'S-1-5-32-554', // Pre-Windows 2000 Compatible Access
  'S-1-15-2-1', // ALL APPLICATION PACKAGES
  'S-1-15-2-2', // ALL RESTRICTED APPLICATION PACKAGES
]);

/** Guest, Domain Users, Domain Guests and Domain Computers. */
const broadRids: ReadonlySet<number> = new Set([501, 513, 514, 515]);

const administratorsText = 'S-1-5-32-544';
const localSystemText = 'S-1-5-18';
const anonymousText = 'S-1-5-7';

/** S-1-5-32-544, BUILTIN\Administrators. */
export const administratorsSid: Sid = { authority: 5, subAuthorities: [32, 544] };

/** The RID of an account in a domain. */
function ridOf(principal: Principal): number | undefined {
  if (principal.kind === 'alias') return principal.rid;
  return domainOfSid(principal.sid) === undefined ? undefined : principal.sid.subAuthorities[4];
}

/** True for groups that are no restriction worth the name: Everyone, Authenticated Users, Users, Guests ... */
export function isBroad(principal: Principal): boolean {
  return broadSids.has(principalKey(principal)) || broadRids.has(ridOf(principal) ?? -1);
}

/** Why no token ever matches a SID. */
export type NoAccount =
  /** CREATOR OWNER, CREATOR GROUP, PRINCIPAL SELF and the like: something else is put in their place. */
  | 'placeholder'
  /** An integrity level. */
  | 'label'
  /** The Null SID. */
  | 'null'
  /** An authority or a prefix of other SIDs. */
  | 'prefix';

const placeholders: ReadonlySet<string> = new Set([
  'S-1-3-0',
  'S-1-3-1',
  'S-1-3-2',
  'S-1-3-3',
  'S-1-5-10',
]);
const prefixes: ReadonlySet<string> = new Set(['S-1-5-21', 'S-1-5-32', 'S-1-5-80', 'S-1-15-3']);

/** Why a principal is nobody; undefined when it may be somebody. */
export function whyNobody(principal: Principal): NoAccount | undefined {
  const key = principalKey(principal);
  if (key === 'S-1-0-0') return 'null';
  if (placeholders.has(key)) return 'placeholder';
  if (key.startsWith('S-1-16-')) return 'label';
  const bare = principal.kind === 'sid' && principal.sid.subAuthorities.length === 0;
  return bare || prefixes.has(key) ? 'prefix' : undefined;
}

/** True for OWNER RIGHTS, which is the owner of the object and no account of its own. */
export function isOwnerRights(principal: Principal): boolean {
  return principalKey(principal) === 'S-1-3-4';
}

/** True when the SID is of one certain domain or machine, so that it means nobody anywhere else. */
export function isOfOneDomain(principal: Principal): boolean {
  if (principal.kind !== 'sid' || domainOfSid(principal.sid) === undefined) return false;
  // S-1-5-21-0-0-0-496 and -497 are the same everywhere (MS-DTYP 2.4.2.4).
  return principal.sid.subAuthorities.slice(1, 4).some((value) => value !== 0);
}

/** True for aliases such as DA that need a domain; LA and LG exist on every machine. */
export function needsDomain(alias: string): boolean {
  const meaning = aliasMeaning(alias);
  return meaning?.kind === 'relative' && meaning.known.realm !== 'machine';
}

/** What a SID can be as the creator of a subscription. */
export type CreatorClass = 'administrators' | 'local-system' | 'account' | 'never' | 'unknown';

/**
 * Whether a SID may be the creator that WMI wants: an account with local administrator rights, or Administrators.
 * `never`: groups other than Administrators, service accounts without rights, and SIDs that are nobody.
 */
export function creatorClass(sid: Sid): CreatorClass {
  const principal: Principal = { kind: 'sid', sid };
  const text = formatSid(sid);
  if (text === administratorsText) return 'administrators';
  if (text === localSystemText) return 'local-system';
  const powerless = text === 'S-1-5-19' || text === 'S-1-5-20' || text.startsWith('S-1-5-32-');
  const nobody = whyNobody(principal) !== undefined || isOwnerRights(principal);
  if (powerless || nobody || isBroad(principal)) return 'never';
  return isOfOneDomain(principal) ? 'account' : 'unknown';
}

/** Members of Everyone that are not members of Authenticated Users. */
const unauthenticated: ReadonlySet<string> = new Set([
  'S-1-1-0',
  'S-1-2-0',
  'S-1-2-1',
  'S-1-5-1',
  'S-1-5-2',
  'S-1-5-4',
  'S-1-5-7',
  'S-1-5-13',
  'S-1-5-14',
  'S-1-5-17',
  'S-1-5-32-546',
  'S-1-15-2-1',
  'S-1-15-2-2',
]);

/** Guest and Domain Guests. */
const guestRids: ReadonlySet<number> = new Set([501, 514]);

/**
 * The keys of the groups to which `member` certainly belongs: itself, Everyone (since Windows XP without anonymous
 * users), Authenticated Users, and Administrators for Local System.
 */
export function groupsContaining(member: Principal): readonly string[] {
  const key = principalKey(member);
  const isAuthenticated = !unauthenticated.has(key) && !guestRids.has(ridOf(member) ?? -1);
  return [
    key,
    ...(key === anonymousText ? [] : ['S-1-1-0']),
    ...(isAuthenticated ? ['S-1-5-11'] : []),
    ...(key === localSystemText ? [administratorsText] : []),
  ];
}

/** True when everybody who is `member` is certainly `group` too. */
export function contains(group: Principal, member: Principal): boolean {
  return groupsContaining(member).includes(principalKey(group));
}
