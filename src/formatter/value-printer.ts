/** Prints values, and what values may hold: bodies of instances, and qualifiers. The rest is in printer.ts. */
import { builders } from 'prettier/doc';
import type {
  ArrayValue,
  Identifier,
  InstanceDeclaration,
  InstanceValue,
  Node,
  PropertyAssignment,
  Qualifier,
  QualifierList,
  StringValue,
  Value,
} from '../../grammar/mof/ast.ts';
import { textWidth } from '../diagnostics/display-width.ts';
import type { Doc } from './comments.ts';
import type { Cursor, Gap } from './cursor.ts';
import type { FormatOptions } from './options.ts';
import { isSid } from './sid-array.ts';

const { fill, group, hardline, indent, line, softline } = builders;

export type LayoutOptions = Pick<FormatOptions, 'printWidth' | 'tabWidth'>;

/** Prints from a cursor; a node says what the tokens are, and must be the one at the cursor. */
export class ValuePrinter {
  protected readonly cursor: Cursor;
  readonly #options: LayoutOptions;
  /** How deep the next token is indented. */
  #level = 0;

  constructor(cursor: Cursor, options: LayoutOptions) {
    this.cursor = cursor;
    this.#options = options;
  }

  /** `print` in a place that is indented once more. */
  protected deeper(print: () => Doc): Doc {
    this.#level++;
    const doc = print();
    this.#level--;
    return indent(doc);
  }

  /** A node, or its source where a comment says so. */
  protected unlessIgnored<T extends Node>(node: T, print: (node: T) => Doc): Doc {
    return this.cursor.isIgnored ? this.cursor.verbatim(node) : print(node);
  }

  // ---------------------------------------------------------------- blocks

  /** From `instance` to `}`. */
  protected instance(node: InstanceDeclaration | InstanceValue, blank: '' | ' ' = ''): Doc {
    const { cursor } = this;
    return [
      cursor.word(blank),
      cursor.word(' '),
      cursor.word(' '),
      this.alias(node),
      this.block(node.properties, (property) => this.assignment(property)),
    ];
  }

  /** `as $Name`. */
  protected alias({ alias }: Pick<InstanceDeclaration, 'alias'>): Doc {
    return alias === undefined ? '' : [this.cursor.word(' '), this.cursor.word(' ')];
  }

  /** A body with its braces, each on a line of its own, and a line or more for each of its elements. */
  protected block<T extends Node>(nodes: readonly T[], print: (node: T) => Doc): Doc {
    const { cursor } = this;
    const before = cursor.gap();
    const open = cursor.word();
    const body = this.deeper(() => {
      const elements = nodes.map((node, index): Doc => {
        const { trailing, leading, hasBlankLine } = cursor.gap();
        const blank = index > 0 && hasBlankLine ? hardline : '';
        return [trailing, hardline, blank, leading, this.unlessIgnored(node, print)];
      });
      const { trailing, comments, hasBlankLine } = cursor.closing(nodes.length > 0);
      if (comments === undefined) return [...elements, trailing];
      const blank = nodes.length > 0 && hasBlankLine ? hardline : '';
      return [...elements, trailing, hardline, blank, comments];
    });
    return [before.trailing, hardline, before.leading, open, body, hardline, cursor.word()];
  }

  /** `[qualifiers] Name = value;` */
  protected assignment(node: PropertyAssignment): Doc {
    return this.qualified(node.qualifiers, true, () => [
      this.cursor.word(),
      node.value === undefined ? '' : this.initializer(node.value, node.name),
      this.cursor.word(),
    ]);
  }

  /**
   * `= value`, with the blank before it.
   *
   * @param name what the value belongs to
   */
  protected initializer(value: Value, { name }: Identifier): Doc {
    const { cursor } = this;
    const equals = cursor.word(' ');
    if (cursor.mustBreak) {
      const { trailing, leading } = cursor.gap();
      return [equals, trailing, this.deeper(() => [hardline, leading, this.value(value)])];
    }
    if (value.kind === 'ArrayValue') return [equals, this.#array(value, ' ', name)];
    if (value.kind !== 'StringValue') return [equals, this.value(value, ' ')];
    if (cursor.hasInlineComments || !this.#gainsByMoving(value)) {
      return [equals, indent(this.#pieces(value, ' '))];
    }
    return [equals, group(this.deeper(() => [line, this.#pieces(value)]))];
  }

  /** Whether a text that is too long for its line is better off on a line of its own. */
  #gainsByMoving({ pieces }: StringValue): boolean {
    const [first, second] = pieces;
    if (first === undefined || second !== undefined) return true;
    const text = this.cursor.next.text;
    if (/[\r\n]/.test(text)) return false;
    const { printWidth, tabWidth } = this.#options;
    return (this.#level + 1) * tabWidth + textWidth(text) < printWidth;
  }

  // ---------------------------------------------------------------- qualifiers

  /**
   * What stands behind a list of qualifiers: on the line of the list, where both fit on one.
   *
   * @param keepsLines whether it stays on a line of its own where its author has put it there
   */
  protected qualified(list: QualifierList | undefined, keepsLines: boolean, print: () => Doc): Doc {
    if (list === undefined) return print();
    const qualifiers = this.qualifierList(list);
    const keepsLine = keepsLines && this.cursor.isOnNewLine;
    const { trailing, leading, isForced } = this.cursor.gap();
    return group([qualifiers, trailing, isForced || keepsLine ? hardline : line, leading, print()]);
  }

  /** `[qualifier, ...]` on one line or with a line for each. */
  protected qualifierList({ qualifiers }: QualifierList): Doc {
    return this.list(qualifiers, (qualifier) => this.#qualifier(qualifier));
  }

  #qualifier({ value, flavors }: Qualifier): Doc {
    const { cursor } = this;
    const parts = [cursor.word()];
    if (cursor.next.text === '(') parts.push(this.#argument(value));
    else if (value !== undefined) parts.push(this.value(value));
    if (flavors.length === 0) return parts;
    return [...parts, cursor.word(), flavors.map(() => cursor.word(' '))];
  }

  /** The value of a qualifier in its parentheses. */
  #argument(value: Value | undefined): Doc {
    const { cursor } = this;
    if (value === undefined) return this.list([], () => '');
    if (value.kind === 'ArrayValue' && value.start === cursor.next.start) {
      return this.list(value.elements, (element) => this.element(element));
    }
    const open = cursor.word();
    const staysOnLine = value.kind !== 'StringValue' || !this.#gainsByMoving(value);
    if (staysOnLine && cursor.next.comments.length === 0) {
      return [open, this.value(value), cursor.word()];
    }
    return this.#enclosed(open, () => {
      const { trailing, leading, isForced } = cursor.gap();
      return [trailing, isForced ? hardline : softline, leading, this.value(value)];
    });
  }

  // ---------------------------------------------------------------- values

  /** @param blank what stands before the value */
  protected value(node: Value, blank: '' | ' ' = ''): Doc {
    switch (node.kind) {
      case 'StringValue':
        return this.#pieces(node, blank);
      case 'ArrayValue':
        return this.#array(node, blank);
      case 'InstanceValue':
        return this.instance(node, blank);
      case 'CharValue':
      case 'IntegerValue':
      case 'RealValue':
      case 'BooleanValue':
      case 'NullValue':
      case 'NameValue':
      case 'Alias':
        return this.cursor.word(blank);
    }
  }

  /** Adjacent literals, each on a line of its own where one of them is or where they do not fit on one. */
  #pieces({ pieces }: StringValue, blank: '' | ' ' = ''): Doc {
    const { cursor } = this;
    const parts = [cursor.word(blank)];
    let shouldBreak = false;
    for (let count = 1; count < pieces.length; count++) {
      shouldBreak ||= cursor.isOnNewLine;
      const { trailing, leading, isForced } = cursor.gap();
      parts.push(trailing, isForced ? hardline : line, leading, cursor.word());
    }
    return parts.length === 1 ? parts : group(parts, { shouldBreak });
  }

  /** A value between commas; further lines of a text are indented, so that it is seen where the next begins. */
  protected element(node: Value): Doc {
    return node.kind === 'StringValue' ? indent(this.#pieces(node)) : this.value(node);
  }

  #array(node: ArrayValue, blank: '' | ' ', name: string = ''): Doc {
    const { elements } = node;
    if (isSid(node, name) && !this.cursor.breaksIn(node)) return this.#unspaced(node, blank);
    const isFilled = elements.every(isShort);
    return this.list(elements, (element) => this.element(element), { isFilled, blank });
  }

  /** The bytes of a SID as they are commonly written. */
  #unspaced({ elements }: ArrayValue, blank: '' | ' '): Doc {
    const { cursor } = this;
    return [cursor.word(blank), elements.map(() => [cursor.word(), cursor.word()])];
  }

  // ---------------------------------------------------------------- lists

  /**
   * Elements between brackets and with commas between them: on one line, or with a line for each.
   *
   * @param style `isFilled`: as many elements on each line as it holds. `blank`: what stands before the bracket.
   */
  protected list<T extends Node>(
    nodes: readonly T[],
    print: (node: T) => Doc,
    style: { readonly isFilled?: boolean; readonly blank?: '' | ' ' } = {},
  ): Doc {
    const { cursor } = this;
    const { isFilled = false, blank } = style;
    const open = cursor.word(blank);
    if (nodes.length === 0) return this.#emptyList(open);
    return this.#enclosed(open, () => {
      const first = cursor.gap();
      const parts: Doc[] = [];
      let { leading } = first;
      nodes.forEach((node, index) => {
        const element = [leading, this.unlessIgnored(node, print)];
        if (index + 1 === nodes.length) {
          parts.push(joined(element));
          return;
        }
        element.push(cursor.word());
        const gap = cursor.gap();
        parts.push(
          joined([...element, gap.trailing]),
          (isFilled ? filledSeparator : separator)(gap),
        );
        ({ leading } = gap);
      });
      return [first.trailing, first.isForced ? hardline : softline, isFilled ? fill(parts) : parts];
    });
  }

  /** From behind an opening bracket to the closing one. */
  #enclosed(open: Doc, print: () => Doc): Doc {
    let isForced = false;
    const contents = this.deeper(() => {
      const inner = print();
      const end = this.cursor.closing();
      ({ isForced } = end);
      const comments = end.comments === undefined ? '' : [hardline, end.comments];
      return [inner, end.trailing, comments];
    });
    return group([open, contents, isForced ? hardline : softline, this.cursor.word()]);
  }

  #emptyList(open: Doc): Doc {
    const blank = this.cursor.next.comments.length > 0 ? ' ' : '';
    const { trailing, comments, isForced } = this.cursor.closing();
    if (!isForced) return [open, trailing, this.cursor.word(blank)];
    const inner = comments === undefined ? '' : [hardline, comments];
    return group([open, trailing, indent(inner), hardline, this.cursor.word()]);
  }
}

/** One text where all parts are: long arrays are many small ones. */
function joined(parts: Doc[]): Doc {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

/** Between two elements: an empty line stays where each has a line of its own. */
function separator({ isForced, hasBlankLine }: Gap): Doc {
  if (isForced) return hasBlankLine ? [hardline, hardline] : hardline;
  return hasBlankLine ? [line, softline] : line;
}

function filledSeparator({ isForced, hasBlankLine }: Gap): Doc {
  if (hasBlankLine) return [hardline, hardline];
  return isForced ? hardline : line;
}

/** What reads well side by side. */
function isShort({ kind }: Value): boolean {
  return (
    kind === 'IntegerValue' ||
    kind === 'RealValue' ||
    kind === 'BooleanValue' ||
    kind === 'NullValue' ||
    kind === 'CharValue'
  );
}
