/** Which proposals there are for which place. */
import { newAliasProposals } from './alias-proposals.ts';
import { argumentProposals } from './argument-proposals.ts';
import {
  instanceClassProposals,
  instanceRestProposals,
  ofProposal,
  refProposal,
  superclassProposals,
  typeProposals,
} from './class-proposals.ts';
import { commentProposals } from './comment-proposals.ts';
import { itemProposals, pragmaProposals } from './item-proposals.ts';
import type { Proposal } from './proposal.ts';
import { propertyProposals } from './property-proposals.ts';
import {
  flavorProposals,
  qualifierNameProposals,
  qualifierProposals,
  qualifierTypeProposals,
  qualifierValueProposals,
  scopeProposals,
} from './qualifier-proposals.ts';
import { textProposals } from './text-proposals.ts';
import type { Typing } from './typing.ts';
import { valueProposals } from './value-proposals.ts';

/** Characters behind which most people begin a new line: a list that opens by itself would take their Enter. */
const endings: ReadonlySet<string> = new Set([';', '{', '}']);

/** Everything that can be written where somebody types; `trigger` is the character that made the editor ask. */
export function proposalsAt(typing: Typing, trigger: string | undefined): readonly Proposal[] {
  const { place, cursor } = typing;
  const isNew = place.kind === 'property' || place.kind === 'type' || place.kind === 'item';
  if (trigger !== undefined && endings.has(trigger) && isNew) return [];
  if (cursor.string !== undefined) return textProposals(typing, cursor.string);
  switch (place.kind) {
    case 'none':
      return [];
    case 'comment':
      return commentProposals(typing, place.comment);
    case 'item':
      return itemProposals(typing, place.isQualified);
    case 'of':
      return [ofProposal];
    case 'instance-rest':
      return instanceRestProposals(typing, place);
    case 'alias':
      return newAliasProposals(typing, place.className);
    case 'instance-class':
      return instanceClassProposals(typing, place.owner);
    case 'superclass':
      return superclassProposals(typing, place.className);
    case 'type':
      return typeProposals(typing, place.of);
    case 'ref':
      return [refProposal];
    case 'property':
      return propertyProposals(typing, place.body);
    case 'value':
      return valueProposals(typing, place.owner);
    case 'pragma':
      return pragmaProposals(typing);
    case 'argument':
      return argumentProposals(typing, place.pragma, place.index);
    case 'qualifier':
      return qualifierProposals(typing, place);
    case 'qualifier-value':
      return qualifierValueProposals(typing, place);
    case 'flavor':
      return flavorProposals(place.written);
    case 'qualifier-name':
      return qualifierNameProposals();
    case 'qualifier-type':
      return qualifierTypeProposals();
    case 'scope':
      return scopeProposals();
  }
}
