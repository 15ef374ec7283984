/** What the EventAccess of a filter comes to: who may publish, and if nobody may, why. */
import type { AceSyntax, SddlSpan } from '../../grammar/sddl/ast.ts';
import type { EventFilter } from '../compiler/model.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import {
  type Principal,
  describePrincipal,
  noRealms,
  principalFromSyntax,
  principalKey,
} from '../security/principal.ts';
import { aceFlagBits } from '../security/security-descriptor.ts';
import { groupsContaining, isBroad, whyNobody } from '../security/trustees.ts';
import { genericRights, publishRight, subscribeRight } from '../security/wmi-rights.ts';
import { classNameOf } from './creator-sids.ts';
import { isStockFilter } from './known-good.ts';
import { isReadable, isWhole } from './readable.ts';
import { misreadNumbers } from './sddl-aces.ts';
import { type SddlText, eventAccessText, isLiteral, isWellFormed, placeIn } from './sddl-texts.ts';

/** An ACE of a DACL. */
export interface AccessAce {
  readonly syntax: AceSyntax;
  readonly effect: 'allow' | 'deny';
  readonly trustee: Principal;
  readonly mask: number;
  /** True when the ACE says nothing about the filter itself. */
  readonly inheritOnly: boolean;
  /** True when a condition decides whether the ACE counts. */
  readonly conditional: boolean;
}

/** Who may publish. Of several reasons why nobody may, the one that its author most probably did not see. */
export type Publishing =
  | { readonly kind: 'no-dacl' }
  | { readonly kind: 'empty-dacl' }
  /** Some may, namely these. */
  | { readonly kind: 'some'; readonly aces: readonly AccessAce[] }
  /** Everyone who is allowed to is denied before by `deny`. */
  | { readonly kind: 'cancelled'; readonly deny: AccessAce; readonly allow: AccessAce }
  /** The right is granted, but only to SIDs that nobody has. */
  | { readonly kind: 'nobody' }
  /** The right is granted, but only by inherit-only ACEs. */
  | { readonly kind: 'inherit-only'; readonly ace: AccessAce }
  /** 0x40 is granted instead of 0x80. */
  | { readonly kind: 'subscribe'; readonly ace: AccessAce }
  /** Only generic rights are granted. */
  | { readonly kind: 'generic' }
  /** The right is not granted at all. `ace` is the first ACE that allows something, else the first. */
  | { readonly kind: 'none'; readonly ace: AccessAce };

/** A filter's descriptor taken apart. */
export interface EventAccessView {
  readonly filter: EventFilter;
  readonly text: SddlText;
  readonly aces: readonly AccessAce[];
  readonly publishing: Publishing;
}

const views = new WeakMap<EventFilter, EventAccessView | 'none'>();

/** The view of a filter's EventAccess; undefined where there is no well-formed descriptor. */
export function eventAccessView(filter: EventFilter): EventAccessView | undefined {
  let view = views.get(filter);
  if (view === undefined) {
    view = viewOf(filter) ?? 'none';
    views.set(filter, view);
  }
  return view === 'none' ? undefined : view;
}

function viewOf(filter: EventFilter): EventAccessView | undefined {
  const text = eventAccessText(filter);
  if (text === undefined || !isWellFormed(text)) return undefined;
  const { dacl } = text.syntax;
  const aces = (dacl?.aces ?? []).flatMap((ace) => accessAce(ace) ?? []);
  const hasNoList =
    dacl === undefined || dacl.flags.some(({ flag }) => flag === 'NO_ACCESS_CONTROL');
  const publishing: Publishing = hasNoList ? { kind: 'no-dacl' } : publishingOf(aces);
  return { filter, text, aces, publishing };
}

const denyTokens: ReadonlySet<string> = new Set(['D', 'OD', 'XD']);

function accessAce(syntax: AceSyntax): AccessAce | undefined {
  const trustee = principalFromSyntax(syntax.trustee, noRealms);
  if (trustee === undefined) return undefined;
  return {
    syntax,
    effect: denyTokens.has(syntax.type.token) ? 'deny' : 'allow',
    trustee,
    mask: syntax.rights.mask,
    inheritOnly: (syntax.flags.bits & aceFlagBits.inheritOnly) !== 0,
    conditional: syntax.condition !== undefined,
  };
}

/** True when an ACE speaks about a right on the filter itself. */
export function grants({ mask, inheritOnly }: AccessAce, right: number): boolean {
  return !inheritOnly && (mask & right) !== 0;
}

/** Who may publish by a list of ACEs. */
export function publishingOf(aces: readonly AccessAce[]): Publishing {
  const [first] = aces;
  if (first === undefined) return { kind: 'empty-dacl' };
  const allowing = aces.filter(({ effect }) => effect === 'allow');
  const granted = allowing.filter((ace) => grants(ace, publishRight));
  const effective = granted.filter(({ trustee }) => whyNobody(trustee) === undefined);
  if (effective.length > 0)
    return cancellation(aces, effective) ?? { kind: 'some', aces: effective };
  if (granted.length > 0) return { kind: 'nobody' };
  const inherited = allowing.find(({ mask }) => (mask & publishRight) !== 0);
  if (inherited !== undefined) return { kind: 'inherit-only', ace: inherited };
  const subscribing = allowing.find((ace) => grants(ace, subscribeRight) && !looksLikePublish(ace));
  if (subscribing !== undefined) return { kind: 'subscribe', ace: subscribing };
  if (allowing.some((ace) => grants(ace, genericRights))) return { kind: 'generic' };
  return { kind: 'none', ace: allowing[0] ?? first };
}

/** True for decimal 80, which holds the bit of 0x40 by chance: 0x80 was meant. */
function looksLikePublish({ syntax }: AccessAce): boolean {
  return misreadNumbers(syntax).some(
    ({ spelling }) => (Number.parseInt(spelling, 16) & publishRight) !== 0,
  );
}

/** When each ACE that allows publishing comes behind one that denies it to the same accounts. */
function cancellation(
  aces: readonly AccessAce[],
  effective: readonly AccessAce[],
): Publishing | undefined {
  const allowing = new Set(effective);
  const denying = new Map<string, AccessAce>();
  let first: { readonly allow: AccessAce; readonly deny: AccessAce } | undefined;
  for (const ace of aces) {
    if (allowing.has(ace)) {
      const deny = groupsContaining(ace.trustee).flatMap((key) => denying.get(key) ?? [])[0];
      if (deny === undefined) return undefined;
      first ??= { allow: ace, deny };
    } else if (ace.effect === 'deny' && !ace.conditional && grants(ace, publishRight)) {
      const key = principalKey(ace.trustee);
      if (!denying.has(key)) denying.set(key, ace);
    }
  }
  return first && { kind: 'cancelled', ...first };
}

/** True for an ACE by which a broad group may publish, as far as anybody knows: generic rights count too. */
export function isOpenTo(ace: AccessAce): boolean {
  return (
    ace.effect === 'allow' &&
    !ace.conditional &&
    grants(ace, publishRight | genericRights) &&
    isBroad(ace.trustee)
  );
}

/** Why everybody, or nearly so, may publish to a filter, and where that is written. */
export interface Openness {
  readonly kind: 'absent' | 'null' | 'empty' | 'no-dacl' | 'broad';
  /** Part of a sentence: `it has no EventAccess`. */
  readonly why: string;
  readonly place: Place;
  /** The ACE of the broad group. */
  readonly ace?: AccessAce;
}

/** Why a filter is open; undefined when it is restricted, when nobody can tell, and for the one of Windows itself. */
export function opennessOf(filter: EventFilter): Openness | undefined {
  if (isStockFilter(filter)) return undefined;
  const { eventAccess, instance } = filter;
  const { file } = instance;
  const at = ({ start, end }: SddlSpan): Place => ({ file, start, end });
  switch (eventAccess.kind) {
    case 'absent':
      return isWhole(instance)
        ? { kind: 'absent', why: 'it has no EventAccess', place: at(classNameOf(instance)) }
        : undefined;
    case 'null':
      return { kind: 'null', why: 'its EventAccess is NULL', place: at(eventAccess.assignment) };
    case 'wrong-type':
      return undefined;
    case 'sddl':
      return isReadable(instance, eventAccess.assignment) &&
        isLiteral(eventAccess.value) &&
        eventAccess.value.value.trim() === ''
        ? { kind: 'empty', why: 'its EventAccess is empty', place: at(eventAccess.value) }
        : opennessOfView(eventAccessView(filter));
  }
}

function opennessOfView(view: EventAccessView | undefined): Openness | undefined {
  if (view === undefined) return undefined;
  const { file, value } = view.text;
  if (view.publishing.kind === 'no-dacl') {
    const place = { file, start: value.start, end: value.end };
    return { kind: 'no-dacl', why: 'its EventAccess has no DACL', place };
  }
  const ace = view.publishing.kind === 'cancelled' ? undefined : view.aces.find(isOpenTo);
  if (ace === undefined) return undefined;
  const why = `its EventAccess lets ${describePrincipal(ace.trustee)} publish`;
  return { kind: 'broad', why, place: { file, ...placeIn(view.text, ace.syntax.trustee) }, ace };
}
