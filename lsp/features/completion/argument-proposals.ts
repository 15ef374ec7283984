/** What stands between the parentheses of `#pragma` and `#include`. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { joinIncludePath } from '../../../src/compiler/include-paths.ts';
import { namespaceOf } from '../../../src/compiler/namespaces.ts';
import { stringLiteral } from '../../../src/emit/literals.ts';
import { knownNamespaces } from '../../knowledge/namespaces.ts';
import { pragmaKnowledge } from '../../knowledge/pragmas.ts';
import { classProposal } from './class-proposals.ts';
import type { Proposal } from './proposal.ts';
import { namespaceIn, titleOf } from './references.ts';
import type { Typing } from './typing.ts';

/** Arguments outside of quotation marks. */
export function argumentProposals(
  typing: Typing,
  pragma: string,
  index: number,
): readonly Proposal[] {
  const flags = index === 1 ? pragmaKnowledge(pragma)?.words[1] : undefined;
  if (flags !== undefined) return flags.map(wordProposal);
  return argumentTexts(typing, pragma, index).map((proposal) => ({
    ...proposal,
    label: stringLiteral(proposal.label),
    filter: proposal.filter ?? proposal.label,
  }));
}

/** Arguments as texts, for a place between quotation marks. */
export function argumentTexts(typing: Typing, pragma: string, index: number): readonly Proposal[] {
  // The flags of classes go on and on.
  if (pragma === 'classflags' || index === 0) return firstTexts(typing, pragma);
  return [];
}

function firstTexts(typing: Typing, pragma: string): readonly Proposal[] {
  const words = pragmaKnowledge(pragma)?.words[0];
  if (words !== undefined) return words.map(wordProposal);
  switch (pragma) {
    case 'include':
      return fileProposals(typing);
    case 'namespace':
      return localNamespaces(typing);
    case 'deleteclass':
      return typing.catalog.all
        .filter(({ name }) => !name.startsWith('__'))
        .map((entry) => classProposal(typing, entry, entry.origin === 'file' ? 1 : 5));
    case 'deleteinstance':
      return instanceProposals(typing);
    case 'amendment':
      return locales.map(([label, detail]) => ({ ...wordProposal(label), detail }));
    default:
      return [];
  }
}

function wordProposal(label: string): Proposal {
  return { label, kind: CompletionItemKind.EnumMember };
}

/** With this computer before them, as pragmas have them; who types the path alone finds them by that. */
function localNamespaces(typing: Typing): readonly Proposal[] {
  const typed = typing.cursor.string?.value.value ?? '';
  const isPlain = typed !== '' && !typed.startsWith('\\');
  return namespaceProposals(typing).map((proposal) => {
    const label = `\\\\.\\${proposal.label}`;
    return { ...proposal, label, filter: isPlain ? proposal.label : label };
  });
}

const locales: readonly (readonly [string, string])[] = [
  ['MS_409', 'English (United States)'],
  ['MS_407', 'German'],
  ['MS_40C', 'French'],
  ['MS_C0A', 'Spanish'],
  ['MS_410', 'Italian'],
  ['MS_411', 'Japanese'],
  ['MS_412', 'Korean'],
  ['MS_804', 'Chinese (China)'],
  ['MS_419', 'Russian'],
  ['MS_416', 'Portuguese (Brazil)'],
];

/** The namespaces that the folder's files name, and those that every Windows has; paths with single backslashes. */
export function namespaceProposals({ view }: Typing): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  const add = (path: string, detail: string, rank: number): void => {
    const key = path.toLowerCase();
    if (path === '' || found.has(key)) return;
    found.set(key, { label: path, kind: CompletionItemKind.Module, detail, rank });
  };
  for (const { path, holds } of knownNamespaces) add(path, holds, 3);
  for (const file of view.project.paths) {
    for (const item of view.project.view(file)?.parsed.document.items ?? []) {
      if (item.kind === 'Pragma') add(namespaceIn(item)?.path ?? '', file, 1);
      if (item.kind !== 'InstanceDeclaration') continue;
      for (const { name, value } of item.properties) {
        if (name.name.toLowerCase() === 'eventnamespace' && value?.kind === 'StringValue')
          add(namespaceOf(value.value).path, file, 2);
      }
    }
  }
  return [...found.values()];
}

/** The instances of the file by their paths, with the quotation marks that the pragma takes. */
function instanceProposals({ compilation, view }: Typing): readonly Proposal[] {
  return compilation.instances
    .filter(({ file }) => file === view.source)
    .flatMap((instance) => {
      const title = titleOf(instance);
      if (title === undefined || /["'\\]/.test(title)) return [];
      return [
        {
          label: `${instance.className}.Name='${title}'`,
          kind: CompletionItemKind.Reference,
          filter: `${instance.className}.Name='${title}'`,
        },
      ];
    });
}

/** The other files of the folder, by the way from this one. */
function fileProposals({ view }: Typing): readonly Proposal[] {
  const { path: from } = view.source;
  return view.project.paths
    .filter((path) => path !== from)
    .map((path) => ({ path, label: relativePath(from, path) }))
    .filter(({ path, label }) => {
      const joined = joinIncludePath(from, label);
      return joined.kind === 'path' && joined.path === path;
    })
    .map(({ label }) => ({
      label,
      kind: CompletionItemKind.File,
      rank: label.startsWith('..') ? 6 : 4,
    }));
}

/** With backslashes, as Windows writes paths. */
function relativePath(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared])
    shared++;
  return [...folder.slice(shared).map(() => '..'), ...target.slice(shared)].join('\\');
}
