/** Whether a filter takes events from just anybody. */
import type { EventAccess } from '../../../compiler/model.ts';
import {
  type Principal,
  describePrincipal,
  equalPrincipals,
  noRealms,
} from '../../../security/principal.ts';
import {
  type TrusteeAce,
  aceFlagBits,
  descriptorFromSyntax,
} from '../../../security/security-descriptor.ts';
import { formatSid } from '../../../security/sid.ts';
import { effectOf, publishRight } from '../../../security/wmi-rights.ts';

/** Everyone, Anonymous, Network, Interactive, Authenticated Users, Users and Guests. */
const broadGroups: ReadonlySet<string> = new Set([
  'S-1-1-0',
  'S-1-5-7',
  'S-1-5-2',
  'S-1-5-4',
  'S-1-5-11',
  'S-1-5-32-545',
  'S-1-5-32-546',
]);

/**
 * Who may publish to a filter where that is as good as anybody, as the end of a sentence: `everyone (...)`. Undefined
 * when access is limited, and when the descriptor is malformed, so that nobody can say.
 */
export function openTo(access: EventAccess): string | undefined {
  if (access.kind === 'absent' || access.kind === 'null')
    return 'everyone, because the filter has no EventAccess';
  if (access.kind !== 'sddl') return undefined;
  const dacl = descriptorFromSyntax(access.syntax, noRealms)?.dacl;
  if (dacl === undefined) return undefined;
  if (dacl.kind !== 'list') return 'everyone, because EventAccess has no DACL';
  const aces = dacl.aces.filter((ace) => ace.kind === 'trustee').filter(isAboutPublishing);
  const open = aces.find(
    (ace, index) =>
      effectOf(ace) === 'allow' && isBroad(ace.trustee) && !isDenied(aces.slice(0, index), ace),
  );
  return open && describePrincipal(open.trustee);
}

function isAboutPublishing({ mask, flags }: TrusteeAce): boolean {
  return (mask & publishRight) !== 0 && (flags & aceFlagBits.inheritOnly) === 0;
}

function isBroad(trustee: Principal): boolean {
  return trustee.kind === 'sid' && broadGroups.has(formatSid(trustee.sid));
}

function isDenied(earlier: readonly TrusteeAce[], { trustee }: TrusteeAce): boolean {
  return earlier.some((ace) => effectOf(ace) === 'deny' && equalPrincipals(ace.trustee, trustee));
}
