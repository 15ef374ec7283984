/** Who an ACE speaks of: a SID, or an alias such as DA whose SID depends on the machine or its domain. */
import type { SidSyntax } from '../../grammar/sddl/ast.ts';
import { type Sid, formatSid } from './sid.ts';
import {
  type SidRealm,
  type WellKnownRid,
  aliasMeaning,
  describeSid,
  domainOfSid,
  wellKnownRid,
  wellKnownSid,
} from './well-known-sids.ts';

/** A SID, or an alias that nothing resolved (LA, LG, DA, DU ...). */
export type Principal =
  | { readonly kind: 'sid'; readonly sid: Sid }
  | {
      readonly kind: 'alias';
      readonly alias: string;
      readonly realm: SidRealm;
      readonly rid: number;
    };

/** The SIDs (S-1-5-21-x-y-z) that domain-relative aliases count from. A missing one leaves its aliases unresolved. */
export interface Realms {
  readonly machine?: Sid | undefined;
  readonly domain?: Sid | undefined;
  /** By default the domain: the root of a forest that has no other. */
  readonly forestRoot?: Sid | undefined;
}

/** No machine and no domain: what is known of a text alone. */
export const noRealms: Realms = {};

function realmSid(realms: Realms, realm: SidRealm): Sid | undefined {
  if (realm === 'machine') return realms.machine;
  return realm === 'domain' ? realms.domain : (realms.forestRoot ?? realms.domain);
}

/** The principal that an alias or a SID of a descriptor names; undefined when the text is neither. */
export function principalFromSyntax(syntax: SidSyntax, realms: Realms): Principal | undefined {
  if (syntax.kind === 'sid-unknown') return undefined;
  if (syntax.kind === 'sid-literal') {
    const { authority, subAuthorities } = syntax;
    return { kind: 'sid', sid: { authority, subAuthorities } };
  }
  return principalOfAlias(syntax.alias, realms);
}

/** The principal that an alias in upper case stands for; undefined when there is no such alias. */
export function principalOfAlias(alias: string, realms: Realms): Principal | undefined {
  const meaning = aliasMeaning(alias);
  if (meaning === undefined) return undefined;
  if (meaning.kind === 'fixed') return { kind: 'sid', sid: meaning.known.sid };
  return principalOfRid(meaning.known, realms);
}

/** The account with a well-known RID in its realm, as far as the realm is known. */
export function principalOfRid(
  { rid, realm, alias, name }: WellKnownRid,
  realms: Realms,
): Principal {
  const base = realmSid(realms, realm);
  if (base === undefined) return { kind: 'alias', alias: alias ?? name, realm, rid };
  const { authority, subAuthorities } = base;
  return { kind: 'sid', sid: { authority, subAuthorities: [...subAuthorities, rid] } };
}

/** The principal as Windows writes it in SDDL: the alias where there is one, else S-1-... */
export function formatPrincipal(principal: Principal, realms: Realms): string {
  if (principal.kind === 'alias') return principal.alias;
  const { sid } = principal;
  return wellKnownSid(sid)?.alias ?? relativeAlias(sid, realms) ?? formatSid(sid);
}

function relativeAlias(sid: Sid, realms: Realms): string | undefined {
  const domain = domainOfSid(sid);
  const known = wellKnownRid(sid);
  if (domain === undefined || known?.alias === undefined) return undefined;
  const base = realmSid(realms, known.realm);
  return base !== undefined && formatSid(base) === formatSid(domain) ? known.alias : undefined;
}

const realmWords: Readonly<Record<SidRealm, string>> = {
  machine: 'the machine',
  domain: "the machine's domain",
  'forest-root': "the forest's root domain",
};

/** For people: `S-1-5-32-544 (BUILTIN\Administrators)` or `DA (Domain Admins of the machine's domain)`. */
export function describePrincipal(principal: Principal): string {
  if (principal.kind === 'sid') return describeSid(principal.sid);
  const meaning = aliasMeaning(principal.alias);
  if (meaning === undefined) return `${principal.alias} of ${realmWords[principal.realm]}`;
  const { name } = meaning.known;
  return `${principal.alias} (${name} of ${realmWords[principal.realm]})`;
}

/** The SID's text, or the alias that nothing resolved: the same for the same principal. */
export function principalKey(principal: Principal): string {
  return principal.kind === 'sid' ? formatSid(principal.sid) : principal.alias;
}

/** True when both are the same SID, or the same unresolved alias. */
export function equalPrincipals(a: Principal, b: Principal): boolean {
  return principalKey(a) === principalKey(b);
}
