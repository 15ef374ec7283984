/** What is wrong with the comments that suppress findings. */
import { suggest } from '../../grammar/mof/suggest.ts';
import type { Fix, Place, TextEdit } from './diagnostic.ts';
import {
  type SuppressionComment,
  suppressionDirectives,
  type Word,
} from './suppression-comments.ts';

/** The names of rules. */
export interface RuleNames {
  /** Every rule that there is. */
  readonly all: ReadonlySet<string>;
  /** Those whose findings comments can suppress. */
  readonly suppressible: ReadonlySet<string>;
  /** The rules that have looked at the files. */
  readonly active: ReadonlySet<string>;
}

export interface SuppressionProblem extends Place {
  /** The rule that it belongs to. */
  readonly code: 'suppression-invalid' | 'suppression-unknown-rule' | 'suppression-unused';
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** To look for what a name should have been costs time, and a hostile file may have very many. */
const MOST_SUGGESTIONS = 50;

/**
 * What is wrong with the comments of one file.
 *
 * @param used the comments about all rules, and the words of the others, that have suppressed something
 */
export function commentProblems(
  comments: readonly SuppressionComment[],
  used: ReadonlySet<object>,
  names: RuleNames,
): readonly SuppressionProblem[] {
  let suggestions = 0;
  const nearest = (word: Word): string | undefined =>
    suggestions++ < MOST_SUGGESTIONS ? suggest(word.text, names.all) : undefined;
  const useful = new Set([...used, ...usefulEnds(comments)]);
  return comments.flatMap((comment) => {
    if (comment.directive === undefined) return [unknownDirective(comment)];
    const idle = new Set<Word>();
    const problems: SuppressionProblem[] = [];
    for (const word of comment.rules) {
      const name = word.text.toLowerCase();
      if (!names.all.has(name)) problems.push(unknownRule(comment, word, nearest(word)));
      else if (!names.suppressible.has(name)) problems.push(unsuppressible(comment, word));
      else if (!useful.has(word) && names.active.has(name)) idle.add(word);
    }
    const isAllRules = comment.rules.length === 0;
    if (isAllRules ? !useful.has(comment) : idle.size === comment.rules.length) {
      return [unusedComment(comment)];
    }
    return [...problems, ...[...idle].map((word) => unusedRule(comment, word))];
  });
}

/** Of the comments that enable rules, and of their words, those that end something. */
function usefulEnds(comments: readonly SuppressionComment[]): readonly object[] {
  const useful: object[] = [];
  const disabled = new Set<string>();
  for (const comment of comments) {
    const names = comment.rules.map((word) => word.text.toLowerCase());
    if (comment.directive === 'mofsec-disable') {
      for (const name of names.length === 0 ? [''] : names) disabled.add(name);
    } else if (comment.directive === 'mofsec-enable') {
      if (names.length === 0 && disabled.size > 0) useful.push(comment);
      if (names.length === 0) disabled.clear();
      for (const word of comment.rules) {
        if (disabled.delete(word.text.toLowerCase()) || disabled.has('')) useful.push(word);
      }
    }
  }
  return useful;
}

function unknownDirective({ file, word }: SuppressionComment): SuppressionProblem {
  const meant = suggest(word.text, suppressionDirectives);
  const advice =
    meant === undefined
      ? `write one of ${suppressionDirectives.join(', ')}.`
      : `did you mean ${meant}?`;
  return {
    code: 'suppression-invalid',
    file,
    start: word.start,
    end: word.end,
    message: `${word.text} is nothing that mofsec knows, so that the comment suppresses nothing: ${advice}`,
    fixes: replacement({ file, ...word, text: meant }),
  };
}

function unknownRule(
  { file, reason }: SuppressionComment,
  word: Word,
  meant: string | undefined,
): SuppressionProblem {
  const advice =
    meant === undefined
      ? `mofsec rules lists the names${reason === undefined ? '; a reason stands behind two hyphens ( -- )' : ''}.`
      : `did you mean ${meant}?`;
  return {
    code: 'suppression-unknown-rule',
    file,
    start: word.start,
    end: word.end,
    message: `There is no rule ${word.text}, so that nothing is suppressed by it: ${advice}`,
    fixes: replacement({ file, ...word, text: meant }),
  };
}

function replacement({
  text,
  file,
  start,
  end,
}: Place & { readonly text: string | undefined }): readonly Fix[] {
  if (text === undefined) return [];
  return [{ title: `Write ${text}`, safety: 'suggestion', edits: [{ file, start, end, text }] }];
}

function unsuppressible(comment: SuppressionComment, word: Word): SuppressionProblem {
  return {
    code: 'suppression-invalid',
    file: comment.file,
    start: word.start,
    end: word.end,
    message: word.text.startsWith('suppression-')
      ? `${word.text} cannot be suppressed, for it is about such comments: mend or remove the comment that it reports.`
      : `${word.text} cannot be suppressed, because mofcomp refuses the file and nothing behind the error is sure: mend the error.`,
    fixes: [removal(`Remove ${word.text}`, removeRule(comment, word))],
  };
}

function unusedRule(comment: SuppressionComment, word: Word): SuppressionProblem {
  return {
    code: 'suppression-unused',
    file: comment.file,
    start: word.start,
    end: word.end,
    message:
      comment.directive === 'mofsec-enable'
        ? `${word.text} is not disabled here: remove it.`
        : `There is no ${word.text} to suppress here: remove it, or it will hide one that comes later.`,
    fixes: [removal(`Remove ${word.text}`, removeRule(comment, word))],
  };
}

function unusedComment(comment: SuppressionComment): SuppressionProblem {
  const { file, start, end } = comment;
  const what = comment.rules.map(({ text }) => text).join(', ');
  return {
    code: 'suppression-unused',
    file,
    start,
    end,
    message:
      comment.directive === 'mofsec-enable'
        ? `${what === '' ? 'Nothing' : what} is disabled here that could be enabled again: remove the comment.`
        : `There is no ${what === '' ? 'finding' : what} to suppress here: remove the comment, or it will hide one that comes later.`,
    fixes: [removal('Remove the comment', removeComment(comment))],
  };
}

/** A file may be looked at without the files that make a comment useful, so that a person has to say yes. */
function removal(title: string, edit: TextEdit): Fix {
  return { title, safety: 'suggestion', edits: [edit] };
}

/** With the comma that parts it from its neighbour. */
function removeRule(comment: SuppressionComment, word: Word): TextEdit {
  const { file, rules } = comment;
  const index = rules.indexOf(word);
  const [next, previous] = [rules[index + 1], rules[index - 1]];
  if (next !== undefined) return { file, start: word.start, end: next.start, text: '' };
  if (previous !== undefined) return { file, start: previous.end, end: word.end, text: '' };
  return removeComment(comment);
}

/** With its lines, where nothing else stands in them. */
function removeComment({ file, start, end }: SuppressionComment): TextEdit {
  const { text, lineStarts } = file;
  const lineStart = lineStarts[file.positionAt(start).line - 1] ?? start;
  const nextLine = lineStarts[file.positionAt(end).line] ?? text.length;
  const before = text.slice(lineStart, start);
  const after = text.slice(end, nextLine);
  if (before.trim() === '' && after.trim() === '') {
    return { file, start: lineStart, end: nextLine, text: '' };
  }
  return {
    file,
    start: after.trim() === '' ? lineStart + before.trimEnd().length : start,
    end,
    text: '',
  };
}
