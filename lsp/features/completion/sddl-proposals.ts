/** The words of a security descriptor, with what they mean to WMI. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Span } from '../../../grammar/mof/ast.ts';
import { aceFlags, aceTypes, rights, sidAliases } from '../../../grammar/sddl/tokens.ts';
import { restrictiveEventAccess } from '../../../src/linter/fixes.ts';
import { aliasMeaning } from '../../../src/security/well-known-sids.ts';
import {
  describeMask,
  formatHex,
  type MaskContext,
  publishRight,
} from '../../../src/security/wmi-rights.ts';
import type { Proposal } from './proposal.ts';
import type { TextProposal } from './string-edits.ts';
import { type SddlPlace, sddlPlaceAt } from './sddl-place.ts';
import { hole, type Snippet, snippet } from './snippet.ts';

/** What can stand at a place of a filter's or a namespace's descriptor. */
export function sddlProposals(
  text: string,
  at: number,
  context: MaskContext,
): readonly TextProposal[] {
  const place = sddlPlaceAt(text, at);
  const here = { start: at, end: at };
  switch (place.kind) {
    case 'none':
      return [];
    case 'section':
      return placed(here, [
        ...(place.isEmpty ? wholeDescriptors(context) : []),
        ...sections(place.written, context),
      ]);
    case 'principal':
      return [
        ...placed(place.word, accounts(context)),
        ...(place.isComplete ? placed(here, sections(place.written, context)) : []),
      ];
    case 'acl':
      return aclProposals(place, here, context);
    case 'ace':
      return placed(place.word, aceProposals(place, context));
  }
}

function placed(stretch: Span, proposals: readonly Proposal[]): readonly TextProposal[] {
  return proposals.map((proposal) => ({ ...proposal, stretch }));
}

// ---------------------------------------------------------------- sections

/** Descriptors by which some accounts and nobody else have what they need. */
function wholeDescriptors(context: MaskContext): readonly Proposal[] {
  const texts: readonly (readonly [string, string])[] =
    context === 'filter'
      ? [
          [restrictiveEventAccess, 'Administrators may publish'],
          ['O:BAG:BAD:(A;;0x80;;;BA)(A;;0x80;;;SY)', 'Administrators and Local System may publish'],
          [
            'O:BAG:BAD:(A;;0x80;;;BA)(A;;0x80;;;LS)(A;;0x80;;;NS)',
            'Administrators, Local Service and Network Service may publish',
          ],
        ]
      : [
          ['O:BAG:BAD:(A;;0x1;;;BA)', 'Administrators may read'],
          ['O:BAG:BAD:(A;CI;0x6001F;;;BA)', 'Administrators may do everything from this machine'],
        ];
  return texts.map(([label, detail], rank) => ({
    label,
    kind: CompletionItemKind.Snippet,
    detail,
    rank,
  }));
}

/** In the order in which they stand. The SACL of a filter is not looked at. */
function sections(written: ReadonlySet<string>, context: MaskContext): readonly Proposal[] {
  const all: readonly (readonly [string, string, Snippet])[] = [
    ['O', 'owner', snippet`O:${hole('BA')}`],
    ['G', 'group', snippet`G:${hole('BA')}`],
    ['D', 'DACL: who may do what', snippet`D:(${aceText('A', context)})`],
    ...(context === 'filter'
      ? []
      : [['S', 'SACL: what is audited', snippet`S:(${aceText('AU', context)})`] as const]),
  ];
  return all
    .filter(([letter]) => !written.has(letter))
    .map(([letter, detail, insert], index) => ({
      label: `${letter}:`,
      kind: CompletionItemKind.Keyword,
      detail,
      insert,
      rank: 3 + index,
    }));
}

/** The types that ACEs mostly are of. */
function usualTypes(letter: 'D' | 'S'): readonly string[] {
  return letter === 'D' ? ['A', 'D'] : ['AU'];
}

/** What stands between the parentheses of an ACE. */
function aceText(type: string, context: MaskContext): Snippet {
  const mask = context === 'filter' ? formatHex(publishRight) : '0x1';
  const flags = type === 'AU' ? 'SA' : '';
  return snippet`${[type]};${[flags]};${hole(mask)};;;${hole('BA')}`;
}

/** ACEs from their type on, behind an opening parenthesis. */
function wholeAces(letter: 'D' | 'S', context: MaskContext, closing: string): readonly Proposal[] {
  return usualTypes(letter).map((type, rank) => ({
    label: `${type};…`,
    kind: CompletionItemKind.Snippet,
    detail: aceTypes.get(type)?.meaning,
    insert: [...aceText(type, context), closing],
    rank,
  }));
}

function aclProposals(
  { letter, hasAces, word, written }: Extract<SddlPlace, { readonly kind: 'acl' }>,
  here: Span,
  context: MaskContext,
): readonly TextProposal[] {
  const aces = usualTypes(letter).map((type): Proposal => ({
    label: `(${type};…)`,
    kind: CompletionItemKind.Snippet,
    detail: aceTypes.get(type)?.meaning,
    insert: ['(', ...aceText(type, context), ')'],
    filter: `(${type}`,
    rank: 1,
  }));
  return [
    ...placed(here, aces),
    ...(hasAces ? placed(here, sections(written, context)) : placed(word, aclFlags)),
  ];
}

const aclFlags: readonly Proposal[] = [
  { label: 'P', detail: 'protected: inherits nothing' },
  { label: 'AI', detail: 'was inherited automatically' },
].map((flag) => ({ ...flag, kind: CompletionItemKind.Keyword, rank: 7 }));

// ---------------------------------------------------------------- ACEs

function aceProposals(
  { letter, field, type, word, isLast, isClosed }: Extract<SddlPlace, { readonly kind: 'ace' }>,
  context: MaskContext,
): readonly Proposal[] {
  switch (field) {
    case 'type':
      return isLast
        ? wholeAces(letter, context, isClosed ? '' : ')')
        : typeProposals(letter, context);
    case 'flags':
      return flagProposals(letter, context);
    case 'rights':
      return rightProposals(type, context, word);
    case 'trustee':
      return type === 'ML' ? labels : accounts(context);
    case 'object':
    case 'inherited-object':
      return [];
  }
}

/** A filter and a namespace have no objects below them that ACEs with GUIDs could speak of. */
function typeProposals(letter: 'D' | 'S', context: MaskContext): readonly Proposal[] {
  const acl = letter === 'D' ? 'dacl' : 'sacl';
  return [...aceTypes]
    .filter(([, info]) => info.acl === acl && !info.object)
    .filter(([, { tail }]) => context !== 'filter' || tail === 'none')
    .filter(([type]) => !unusable.has(type))
    .map(([label, { meaning }]) => ({
      label,
      kind: CompletionItemKind.EnumMember,
      detail: meaning,
      rank: label === 'A' || label === 'AU' ? 1 : 5,
    }));
}

/** Alarms are reserved, and what else is about files and processes. */
const unusable: ReadonlySet<string> = new Set(['AL', 'RA', 'SP', 'TL', 'FL']);

const flagMeanings: Readonly<Record<string, string>> = {
  CI: 'container inherit: for namespaces below too',
  IO: 'inherit only: for namespaces below, not for this one',
  NP: 'no propagation: for the next level only',
  OI: 'object inherit',
  SA: 'audit what succeeds',
  FA: 'audit what fails',
};

/** Nothing inherits from a filter, and in a DACL nothing is audited. */
function flagProposals(letter: 'D' | 'S', context: MaskContext): readonly Proposal[] {
  return [...aceFlags.keys()]
    .filter((flag) => flagMeanings[flag] !== undefined)
    .filter((flag) => (flag === 'SA' || flag === 'FA' ? letter === 'S' : context !== 'filter'))
    .map((label) => ({
      label,
      kind: CompletionItemKind.EnumMember,
      detail: flagMeanings[label],
      rank: label === 'CI' || label === 'SA' ? 1 : 5,
    }));
}

/** Masks that make sense together, the usual one first. */
const namespaceMasks: readonly number[] = [0x1, 0x3, 0x13, 0x21, 0x23, 0x6001f, 0x6003f];

function rightProposals(
  type: string,
  context: MaskContext,
  { start, end }: Span,
): readonly Proposal[] {
  if (type === 'ML') return labelRights;
  const masks = (context === 'filter' ? [publishRight] : namespaceMasks).map(
    (mask, index): Proposal => ({
      label: formatHex(mask),
      kind: CompletionItemKind.EnumMember,
      detail: `may ${meaningOf(mask, context)}`,
      filter: `${formatHex(mask)} ${namesOf(mask, context)}`,
      rank: index,
    }),
  );
  // For a filter only one right means anything, and it is written as a number.
  if (context === 'filter') return masks;
  const isNumber = end > start + 1;
  return [...masks, ...(isNumber ? [] : rightTokens(context))];
}

function rightTokens(context: MaskContext): readonly Proposal[] {
  return [...rights]
    .filter(([, { mask, family }]) => {
      const { unknown, foreign } = describeMask(mask, context);
      const isOurs = family === 'directory' || family === 'standard';
      return isOurs && unknown === 0 && foreign === 0;
    })
    .map(([label, { mask }]) => ({
      label,
      kind: CompletionItemKind.EnumMember,
      detail: `${formatHex(mask)}: may ${meaningOf(mask, context)}`,
      rank: 8,
    }));
}

function meaningOf(mask: number, context: MaskContext): string {
  const meanings = describeMask(mask, context).rights.map(({ may }) => may);
  return meanings.join(', ');
}

function namesOf(mask: number, context: MaskContext): string {
  return describeMask(mask, context)
    .rights.map(({ name }) => name)
    .join(' ');
}

const labelRights: readonly Proposal[] = ['NW', 'NR', 'NX'].map((label) => ({
  label,
  kind: CompletionItemKind.EnumMember,
}));

// ---------------------------------------------------------------- accounts

const integrityLabels: ReadonlySet<string> = new Set(['LW', 'ME', 'MP', 'HI', 'SI']);

/** Stand for somebody only when an ACE is inherited, or for the owner: not accounts to give a right to. */
const placeholders: ReadonlySet<string> = new Set(['CO', 'CG', 'OW', 'PS']);

/** Those that subscriptions and providers speak of. */
const usual: readonly string[] = ['BA', 'SY', 'LS', 'NS', 'AU', 'BU', 'WD'];

const labels: readonly Proposal[] = [...integrityLabels].map(aliasProposal);

function accounts(context: MaskContext): readonly Proposal[] {
  return [...sidAliases]
    .filter((alias) => !integrityLabels.has(alias))
    .filter((alias) => context !== 'filter' || !placeholders.has(alias))
    .map(aliasProposal);
}

function aliasProposal(label: string): Proposal {
  const meaning = aliasMeaning(label);
  const name = meaning?.known.name ?? '';
  const rank = usual.indexOf(label);
  return {
    label,
    kind: CompletionItemKind.Value,
    detail: meaning?.kind === 'fixed' ? `${name}: ${meaning.known.description}` : name,
    filter: `${label} ${name}`,
    // Whose SID depends on the domain comes last.
    rank: rank >= 0 ? rank : meaning?.kind === 'fixed' ? 8 : 9,
  };
}
