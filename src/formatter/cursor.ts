/**
 * The way through the tokens of a file, in their order: what the printer passes is printed, and nothing else can be.
 * So no token is lost, none is printed twice, and every comment stays between the same two tokens, but for comments
 * that end a line where the printer does not end one: they wait for the next place where it can.
 */
import { builders } from 'prettier/doc';
import type { Span } from '../../grammar/mof/ast.ts';
import {
  breaksLine,
  isIgnoring,
  printComment,
  printTrailingComment,
  type Doc,
} from './comments.ts';
import { linesOf } from './line-ends.ts';
import type { Comment, Token } from './tokens.ts';

const { hardline, join, literalline } = builders;

/** What stands in a place where a line may end. */
export interface Gap {
  /** The comments that end the line of the token before. */
  readonly trailing: Doc;
  /** The comments in front of the token that follows. */
  readonly leading: Doc;
  /** Whether the line must end there. */
  readonly isForced: boolean;
  /** Whether its author has left a line empty there. */
  readonly hasBlankLine: boolean;
}

const nothing: Gap = { trailing: '', leading: '', isForced: false, hasBlankLine: false };
const blankLine: Gap = { ...nothing, hasBlankLine: true };

/** What stands before a closing bracket or the end of the file. */
export interface Closing {
  readonly trailing: Doc;
  /** Comments on lines of their own, without a line end around them; undefined where there are none. */
  readonly comments: Doc | undefined;
  readonly isForced: boolean;
  readonly hasBlankLine: boolean;
}

/** The comments that end the line of a token. */
interface Trailing {
  readonly doc: Doc;
  readonly count: number;
  /** Whether they end it wherever they stand. */
  readonly isForced: boolean;
}

export class Cursor {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #last: Token;
  /** A line end inside a string, which is part of its value. */
  readonly #lineEndInString: Doc;
  #index = 0;
  /** How many comments before the next token are passed. */
  #passed = 0;
  /** Line comments that wait for a place where the line may end, and what came after them. */
  #waiting: Comment[] = [];
  /** Those of them that have found it, but for the first, which has taken the rest of the line. */
  #late: readonly Comment[] = [];

  constructor(text: string, tokens: readonly Token[], lineEndInString: Doc) {
    this.#text = text;
    this.#tokens = tokens;
    this.#last = tokens.at(-1) ?? { text: '', start: 0, end: 0, comments: [], lineEnds: 0 };
    this.#lineEndInString = lineEndInString;
  }

  /** The next token; at the end of the file, its end. */
  get next(): Token {
    return this.#tokens[this.#index] ?? this.#last;
  }

  /** The offset behind the last token that was passed. */
  get tokenEnd(): number {
    return this.#tokens[this.#index - 1]?.end ?? 0;
  }

  /** The offset behind the last token or comment that was passed. */
  get end(): number {
    return this.next.comments[this.#passed - 1]?.end ?? this.tokenEnd;
  }

  /** Whether a comment or a line end stands before the next token. */
  get isOnNewLine(): boolean {
    const { comments, lineEnds } = this.next;
    return lineEnds > 0 || comments.some((comment) => comment.lineEnds > 0);
  }

  /** Whether comments before the next token need lines of their own. */
  get mustBreak(): boolean {
    const { comments, lineEnds } = this.next;
    return comments.some(
      (comment, index) =>
        breaksLine(comment) ||
        (comment.lineEnds > 0 && (comments[index + 1]?.lineEnds ?? lineEnds) > 0),
    );
  }

  /** Whether {@link word} prints comments in front of the next token; behind one that waits, they wait too. */
  get hasInlineComments(): boolean {
    return this.#passed < this.next.comments.length && this.#waiting.length === 0;
  }

  /** Whether comments that end a line stand between the next token and the end of a node that it begins. */
  breaksIn(node: Pick<Span, 'end'>): boolean {
    return this.#some(node, ({ comments }) => comments.some(breaksLine));
  }

  /** Whether lines end between the next token and the end of a node that it is in. */
  spansLines(node: Pick<Span, 'end'>): boolean {
    return this.#some(
      node,
      ({ comments, lineEnds }) => lineEnds > 0 || comments.some((each) => each.lineEnds > 0),
    );
  }

  #some({ end }: Pick<Span, 'end'>, test: (token: Token) => boolean): boolean {
    for (let index = this.#index + 1; index < this.#tokens.length; index++) {
      const token = this.#tokens[index];
      if (token === undefined || token.start >= end) return false;
      if (test(token)) return true;
    }
    return false;
  }

  /** The offset of the next token that is written so; that of the end of the file where there is none. */
  find(text: string): number {
    let index = this.#index;
    while (index < this.#tokens.length - 1 && this.#tokens[index]?.text !== text) index++;
    return this.#tokens[index]?.start ?? 0;
  }

  /** Whether a comment says that what follows stays as it is. */
  get isIgnored(): boolean {
    const { comments, lineEnds } = this.next;
    const last = comments.at(-1);
    if (last === undefined || !isIgnoring(last)) return false;
    // One that ends the line of something else speaks of that.
    return last.lineEnds > 0 || lineEnds === 0;
  }

  /** Goes on, or back, to the first token from an offset on, and forgets the comments before it. */
  moveTo(offset: number): void {
    while (this.#index > 0 && this.tokenEnd > offset) this.#index--;
    while (this.next.start < offset && this.next !== this.#last) this.#index++;
    this.#passed = 0;
    this.#waiting = [];
    this.#late = [];
  }

  /** The next token, where the line cannot end before it. */
  word(blank: '' | ' ' = ''): Doc {
    const token = this.next;
    const before = this.#passed < token.comments.length ? this.#inline(blank) : blank;
    this.#index++;
    this.#passed = 0;
    const text = this.#spelling(token);
    return typeof text === 'string' && typeof before === 'string' ? before + text : [before, text];
  }

  /** Block comments stay where they are; line comments wait, and the others wait behind them. */
  #inline(blank: '' | ' '): Doc {
    const comments = this.next.comments.slice(this.#passed);
    if (comments.some(({ kind }) => kind === 'directive')) {
      const { trailing, leading } = this.gap();
      return [trailing, hardline, leading];
    }
    const parts: Doc[] = [];
    for (const comment of comments) {
      if (comment.kind === 'line' || this.#waiting.length > 0) this.#waiting.push(comment);
      else parts.push(printComment(comment));
    }
    if (parts.length === 0) return blank;
    const inner = join(' ', parts);
    return this.#isBehindOpening ? [inner, ' '] : [' ', inner, blank];
  }

  get #isBehindOpening(): boolean {
    return /^[([{]$/.test(this.#tokens[this.#index - 1]?.text ?? '');
  }

  /** The place before the next token, where the line may end. A comment that ends one there still does. */
  gap(): Gap {
    const { comments, lineEnds } = this.next;
    if (comments.length + this.#waiting.length + this.#late.length === 0) {
      return lineEnds > 1 ? blankLine : nothing;
    }
    const trailing = this.#trailing(this.#onSameLine());
    const leading = this.#leading();
    return {
      trailing: trailing.doc,
      leading: leading.doc,
      isForced: trailing.count > 0 || leading.isForced,
      hasBlankLine: leading.hasBlankLine,
    };
  }

  /**
   * The place before a closing bracket or the end of the file.
   *
   * @param isBehindElement whether comments on the same line can be about something
   */
  closing(isBehindElement: boolean = true): Closing {
    const trailing = this.#trailing(this.#onSameLine(isBehindElement));
    const { comments } = this.next;
    const late = this.#takeLate();
    const rest = comments.slice(this.#passed);
    const hasBlankLine = late.length === 0 && (rest[0]?.lineEnds ?? 0) > 1;
    this.#passed = comments.length;
    const lines: Doc[] = [];
    for (const comment of [...late, ...rest]) {
      if (lines.length > 0) lines.push(hardline, comment.lineEnds > 1 ? hardline : '');
      lines.push(printComment(comment));
    }
    return {
      trailing: trailing.doc,
      comments: lines.length === 0 ? undefined : lines,
      isForced: trailing.isForced || lines.length > 0,
      hasBlankLine,
    };
  }

  /** The comments that end the line of the token before, and with them all that wait. */
  endOfLine(): Doc {
    const { doc } = this.#trailing(this.#onSameLine());
    return [doc, ...this.#takeLate().map((comment): Doc => [hardline, printComment(comment)])];
  }

  /**
   * How many comments end the line of the token before. One that stands on one line with the tokens on both sides
   * belongs to the second of them, unless that closes something.
   */
  #onSameLine(isClosing: boolean = this.next === this.#last): number {
    const { comments, lineEnds } = this.next;
    const other = comments.findIndex(({ kind, lineEnds }) => lineEnds > 0 || kind === 'directive');
    if (other >= 0) return other;
    return isClosing || lineEnds > 0 ? comments.length : 0;
  }

  #trailing(count: number): Trailing {
    const own = this.next.comments.slice(this.#passed, count);
    this.#passed = Math.max(this.#passed, count);
    const [first, ...rest] = this.#waiting;
    if (first === undefined) {
      const isForced = own.some(breaksLine);
      return { doc: own.map(printTrailingComment), count: own.length, isForced };
    }
    this.#late = [...this.#late, ...rest, ...own];
    this.#waiting = [];
    return { doc: printTrailingComment(first), count: 1, isForced: true };
  }

  #leading(): { readonly doc: Doc; readonly isForced: boolean; readonly hasBlankLine: boolean } {
    const { comments, lineEnds } = this.next;
    const late = this.#takeLate();
    const first = comments[this.#passed];
    const hasBlankLine = late.length === 0 && (first?.lineEnds ?? lineEnds) > 1;
    if (late.length === 0 && first === undefined) {
      return { doc: '', isForced: false, hasBlankLine };
    }
    const parts: Doc[] = [];
    let isForced = late.length > 0;
    for (const comment of late) parts.push(printComment(comment), hardline);
    if (late.length > 0 && (first?.lineEnds ?? lineEnds) > 1) parts.push(hardline);
    for (; this.#passed < comments.length; this.#passed++) {
      const comment = comments[this.#passed];
      if (comment === undefined) break;
      const after = comments[this.#passed + 1]?.lineEnds ?? lineEnds;
      const endsLine = after > 0 || comment.kind !== 'block';
      parts.push(printComment(comment), endsLine ? hardline : ' ', after > 1 ? hardline : '');
      isForced ||= endsLine || breaksLine(comment);
    }
    return { doc: parts, isForced, hasBlankLine };
  }

  #takeLate(): readonly Comment[] {
    const late = this.#late;
    if (late.length > 0) this.#late = [];
    return late;
  }

  #spelling({ text }: Token): Doc {
    return text.startsWith('"') && /[\r\n]/.test(text) ? this.#string(text) : text;
  }

  #string(text: string): Doc {
    return join(this.#lineEndInString, text.split('\n'));
  }

  /** Everything up to an offset as its author wrote it. */
  verbatim({ end }: Pick<Span, 'end'>): Doc {
    const parts: Doc[] = [];
    let from = this.next.start;
    for (; this.next.start < end && this.next !== this.#last; this.#index++) {
      const { start, text } = this.next;
      const spelling = this.#spelling(this.next);
      if (typeof spelling === 'string') continue;
      parts.push(this.#lines(from, start), spelling);
      from = start + text.length;
    }
    this.#passed = 0;
    return [...parts, this.#lines(from, end)];
  }

  #lines(start: number, end: number): Doc {
    return join(literalline, [...linesOf(this.#text.slice(start, end))]);
  }
}
