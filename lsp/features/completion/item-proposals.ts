/** What can stand at the top of a file: commands for the preprocessor, declarations, and whole templates. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { tokenBehind } from '../../../grammar/mof/typing/cursor.ts';
import { includeKnowledge, type PragmaKnowledge, pragmas } from '../../knowledge/pragmas.ts';
import type { Proposal } from './proposal.ts';
import { hole, type Snippet, snippet } from './snippet.ts';
import { templates, templateText, withFreshNames } from './templates.ts';
import type { Typing } from './typing.ts';

/** Declarations, commands and templates; behind qualifiers, the declarations that carry them. */
export function itemProposals(typing: Typing, isQualified: boolean): readonly Proposal[] {
  const { cursor } = typing;
  if (cursor.isHashed) return commandProposals(typing);
  const keywords = declarationProposals(isQualified);
  return isQualified
    ? keywords
    : [...keywords, ...commandProposals(typing), ...templateProposals(typing)];
}

function declarationProposals(isQualified: boolean): readonly Proposal[] {
  const instance: Proposal = {
    label: 'instance of',
    kind: CompletionItemKind.Keyword,
    detail: 'an instance of a class',
    insert: ['instance of '],
    rank: 1,
    topic: { about: 'keyword', name: 'instance' },
  };
  const declaration: Proposal = {
    label: 'class',
    kind: CompletionItemKind.Keyword,
    detail: 'a new class',
    insert: ['class '],
    rank: 1,
    topic: { about: 'keyword', name: 'class' },
  };
  const qualifier: Proposal = {
    label: 'Qualifier',
    kind: CompletionItemKind.Keyword,
    detail: 'the flavors of a qualifier',
    insert: snippet`Qualifier ${hole('Description')} : ${hole('ToSubClass Amended')};`,
    rank: 4,
    topic: { about: 'keyword', name: 'qualifier' },
  };
  return isQualified ? [instance, declaration] : [instance, declaration, qualifier];
}

/** `#pragma ...` and `#include`, each on a line of its own. */
function commandProposals(typing: Typing): readonly Proposal[] {
  const { cursor } = typing;
  const behind = tokenBehind(cursor);
  const isWritten = behind !== undefined && isOnSameLine(typing, behind.start);
  // What stands behind the word belongs to a command that is there already.
  if (isWritten) return [];
  return [
    ...pragmas.map((pragma) => commandProposal(typing, `#pragma ${pragma.name}`, pragma)),
    commandProposal(typing, '#include', includeKnowledge),
  ];
}

function commandProposal({ cursor }: Typing, label: string, knowledge: PragmaKnowledge): Proposal {
  return {
    label,
    kind: CompletionItemKind.Keyword,
    detail: knowledge.signature,
    insert: [label, knowledge === includeKnowledge ? ' ' : '', ...argumentText(knowledge)],
    filter: cursor.isHashed ? label : label.slice(1),
    rank: 2,
    topic: { about: 'pragma', name: knowledge.name },
  };
}

/** The name of a pragma, behind `#pragma`. */
export function pragmaProposals({ cursor }: Typing): readonly Proposal[] {
  const behind = tokenBehind(cursor)?.image;
  return pragmas.map((pragma) => ({
    label: pragma.name,
    kind: CompletionItemKind.Keyword,
    detail: pragma.signature,
    insert: behind === '(' ? [pragma.name] : [pragma.name, ...argumentText(pragma)],
    topic: { about: 'pragma', name: pragma.name },
  }));
}

/** The parentheses of a command with what to begin with. */
function argumentText({ example }: PragmaKnowledge): Snippet {
  const [, before = '', text = '', after = ''] = /^(\(")([^"]*)(".*)$/.exec(example) ?? [];
  return text === '' ? [example] : [before, hole(text), after];
}

function isOnSameLine({ cursor: { text, word } }: Typing, start: number): boolean {
  return !/[\r\n]/.test(text.slice(word.end, start));
}

function templateProposals({ view, cursor }: Typing): readonly Proposal[] {
  const { document } = view.parsed;
  return templates.map((template) => ({
    label: template.label,
    kind: CompletionItemKind.Snippet,
    detail: template.detail,
    insert: withFreshNames(templateText(template, document, cursor.word.start), document),
    rank: 6,
  }));
}
