/** Comments that suppress findings: the directive, and the rules behind it. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Comment } from '../../../grammar/mof/ast.ts';
import { suppressionDirectives } from '../../../src/diagnostics/suppression-comments.ts';
import { rules } from '../../../src/linter/registry.ts';
import { isSuppressible } from '../../../src/linter/suppressible.ts';
import type { Proposal } from './proposal.ts';
import type { Typing } from './typing.ts';

const details: Readonly<Record<(typeof suppressionDirectives)[number], string>> = {
  'mofsec-disable': 'no findings from here on',
  'mofsec-disable-line': 'no findings in this line',
  'mofsec-disable-next-line': 'no findings in the next line',
  'mofsec-disable-file': 'no findings in this file',
  'mofsec-enable': 'findings again from here on',
};

/** A directive at the beginning of a comment; behind it, the rules that are not named yet. */
export function commentProposals({ view, cursor }: Typing, comment: Comment): readonly Proposal[] {
  const before = cursor.text.slice(comment.start, cursor.offset);
  const after = /^[\w-]*/.exec(cursor.text.slice(cursor.offset, comment.end))?.[0] ?? '';
  const typed = /[\w-]*$/.exec(before)?.[0] ?? '';
  const replace = { start: cursor.offset - typed.length, end: cursor.offset + after.length };
  const head = before.slice(0, before.length - typed.length);
  if (/^(?:\/\/|\/\*)[*\s]*$/.test(head)) return directiveProposals(replace);
  const list =
    /^(?:\/\/|\/\*)[*\s]*mofsec-(?:disable(?:-line|-next-line|-file)?|enable)\s(.*)$/s.exec(
      head,
    )?.[1];
  if (list === undefined || /(?:^|\s)-{2,}(?:\s|$)/.test(list)) return [];
  const written = new Set(list.split(/[\s,*]+/));
  const found = new Set(view.diagnostics.map(({ rule }) => rule));
  return rules
    .filter((rule) => isSuppressible(rule) && !written.has(rule.name))
    .map(({ name, summary }) => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      detail: summary,
      rank: found.has(name) ? 1 : 5,
      topic: { about: 'rule', name },
      replace,
    }));
}

function directiveProposals(replace: NonNullable<Proposal['replace']>): readonly Proposal[] {
  return suppressionDirectives.map((label) => ({
    label,
    kind: CompletionItemKind.Keyword,
    detail: details[label],
    insert: [`${label} `],
    rank: label === 'mofsec-disable-next-line' ? 1 : 5,
    replace,
  }));
}
