/** Takes out the findings that comments suppress, and finds the comments that are of no use. */
import type { SourceFile } from '../text/source-file.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import {
  type CommentedFile,
  type SuppressionComment,
  suppressionComments,
  suppressedLines,
  type Word,
} from './suppression-comments.ts';
import {
  commentProblems,
  type RuleNames,
  type SuppressionProblem,
} from './suppression-problems.ts';

/** A finding that a comment suppresses. */
export interface SuppressedDiagnostic extends Diagnostic {
  /** The comment. */
  readonly suppression: Place & {
    /** What the comment says behind ` -- `; undefined where it says nothing. */
    readonly reason: string | undefined;
  };
}

export interface SuppressionOutcome {
  /** The findings that stay, in their order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedDiagnostic[];
  /** What is wrong with the comments themselves. */
  readonly problems: readonly SuppressionProblem[];
}

/** What comments leave of the findings in some files. */
export function applySuppressions(
  diagnostics: readonly Diagnostic[],
  files: readonly CommentedFile[],
  names: RuleNames,
): SuppressionOutcome {
  const commented = files.flatMap((file) => {
    const comments = suppressionComments(file);
    return comments.length === 0 ? [] : [new FileSuppressions(file.source, comments)];
  });
  if (commented.length === 0) return { diagnostics, suppressed: [], problems: [] };
  const byFile = new Map(commented.map((file) => [file.source, file]));
  const left: Diagnostic[] = [];
  const suppressed: SuppressedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const comment = names.suppressible.has(diagnostic.rule)
      ? byFile.get(diagnostic.file)?.use(diagnostic)
      : undefined;
    if (comment === undefined) left.push(diagnostic);
    else suppressed.push({ ...diagnostic, suppression: comment });
  }
  const problems = commented.flatMap(({ comments, used }) =>
    commentProblems(comments, used, names),
  );
  return { diagnostics: left, suppressed, problems };
}

/** The comments of one file, ready to be asked about its findings. */
class FileSuppressions {
  readonly source: SourceFile;
  readonly comments: readonly SuppressionComment[];
  /** What has suppressed something: comments, and the words of those that name rules. */
  readonly used = new Set<object>();
  readonly #lines = new Map<number, Mentions>();
  /** Of `mofsec-disable` and `mofsec-enable`. */
  readonly #ranges = new Mentions();
  readonly #file = new Mentions();

  constructor(source: SourceFile, comments: readonly SuppressionComment[]) {
    this.source = source;
    this.comments = comments;
    const lines = suppressedLines(comments);
    for (const comment of comments) {
      const { directive } = comment;
      if (directive === 'mofsec-disable-file') this.#file.add(comment);
      else if (directive === 'mofsec-disable' || directive === 'mofsec-enable') {
        this.#ranges.add(comment);
      }
      for (const line of lines.get(comment) ?? []) this.#inLine(line, comment);
    }
  }

  /** The comment that suppresses a finding: the one about its line goes before those about more. */
  use({ rule, file, start }: Diagnostic): SuppressionComment | undefined {
    const mention =
      this.#lines.get(file.positionAt(start).line)?.first(rule) ??
      this.#ranges.disabledAt(rule, start) ??
      this.#file.first(rule);
    if (mention !== undefined) this.used.add(mention.word ?? mention.comment);
    return mention?.comment;
  }

  #inLine(line: number, comment: SuppressionComment): void {
    let mentions = this.#lines.get(line);
    if (mentions === undefined) this.#lines.set(line, (mentions = new Mentions()));
    mentions.add(comment);
  }
}

/** A comment, and the word of it that names a rule; no word where it is about all rules. */
interface Mention {
  readonly comment: SuppressionComment;
  readonly word: Word | undefined;
}

/** Mentions by rule, in the order of the file. All rules are the empty name. */
class Mentions {
  readonly #byRule = new Map<string, Mention[]>();

  add(comment: SuppressionComment): void {
    const words = comment.rules.length === 0 ? [undefined] : comment.rules;
    for (const word of words) {
      const name = word?.text.toLowerCase() ?? '';
      const mentions = this.#byRule.get(name);
      if (mentions === undefined) this.#byRule.set(name, [{ comment, word }]);
      else mentions.push({ comment, word });
    }
  }

  first(rule: string): Mention | undefined {
    return this.#byRule.get(rule)?.[0] ?? this.#byRule.get('')?.[0];
  }

  /** What disables a rule at an offset: the last one before it that speaks of the rule, unless it enables it. */
  disabledAt(rule: string, offset: number): Mention | undefined {
    const named = lastBefore(this.#byRule.get(rule), offset);
    const general = lastBefore(this.#byRule.get(''), offset);
    const last = (named?.comment.start ?? -1) >= (general?.comment.start ?? -1) ? named : general;
    return last?.comment.directive === 'mofsec-disable' ? last : undefined;
  }
}

/** Found by bisection, because a hostile file may have very many. */
function lastBefore(mentions: readonly Mention[] = [], offset: number): Mention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.comment.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1];
}
