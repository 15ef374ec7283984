/** What can stand at a place in a query, by the words before it. */
import type { Span } from '../../../grammar/wql/ast.ts';
import { lexWql, type StringToken, type WqlToken } from '../../../grammar/wql/tokens.ts';

/** What comes next. */
export type WqlStep =
  /** `SELECT`. */
  | 'statement'
  /** `*` or properties, and `FROM`. */
  | 'list'
  | 'class'
  /** `WITHIN`, `WHERE` or `GROUP`. */
  | 'clause'
  /** The seconds of `WITHIN`. */
  | 'interval'
  /** `WHERE` or `GROUP`. */
  | 'clause-behind-within'
  /** A property, `NOT` or a parenthesis. */
  | 'condition'
  /** An operator, behind a property. */
  | 'operator'
  /** A property of the object before the full stop. */
  | 'member'
  | 'value'
  /** The class behind `ISA`. */
  | 'isa'
  /** `NULL` or `NOT NULL`. */
  | 'is'
  /** `NULL`. */
  | 'is-not'
  /** `AND`, `OR` or `GROUP`. */
  | 'connective'
  /** `WITHIN` behind `GROUP`. */
  | 'group'
  | 'group-interval'
  /** `BY` or `HAVING`. */
  | 'group-clause'
  /** A property behind `BY`. */
  | 'by'
  | 'by-next'
  | 'nothing';

export interface WqlPlace {
  readonly step: WqlStep;
  /** The word at the place, or the text between its quotation marks; offsets count in the query. */
  readonly word: Span;
  /** The string that the place is in. */
  readonly string: StringToken | undefined;
  /** The names of the property before the place: `TargetInstance`, `Name`. */
  readonly path: readonly string[];
  readonly operator: string;
  /** Whether the condition is that of `HAVING`. */
  readonly isHaving: boolean;
  /** Whether the query has WHERE or GROUP before the place. */
  readonly hasWhere: boolean;
}

/** Reads a query up to a place. */
export function wqlPlaceAt(text: string, at: number): WqlPlace {
  const { tokens } = lexWql(text);
  const string = tokens.find((token): token is StringToken => isAround(token, at));
  const current = string ?? tokens.find((token) => isWordAt(token, at));
  const before = tokens.filter(
    (token) => token.kind !== 'end' && token.end <= (current?.start ?? at) && token !== current,
  );
  const reader = new StepReader();
  for (const token of before) reader.take(token);
  const word = string?.content ?? current ?? { start: at, end: at };
  return {
    step: reader.step,
    word: { start: word.start, end: word.end },
    string,
    path: reader.path,
    operator: reader.operator,
    isHaving: reader.isHaving,
    hasWhere: reader.hasWhere,
  };
}

function isAround(token: WqlToken, at: number): boolean {
  return token.kind === 'string' && token.content.start <= at && at <= token.content.end;
}

function isWordAt({ kind, start, end }: WqlToken, at: number): boolean {
  const isWord = kind === 'word' || kind === 'integer' || kind === 'bad-number';
  return isWord && start < at && at <= end;
}

/** Goes from word to word, and knows after each what may follow. */
class StepReader {
  step: WqlStep = 'statement';
  path: readonly string[] = [];
  operator = '';
  isHaving = false;
  hasWhere = false;

  take(token: WqlToken): void {
    const word = token.kind === 'word' ? token.text.toUpperCase() : '';
    this.step = this.#clause(word) ?? this.#next(token, word);
  }

  /** Where a clause begins, wherever the query stands. */
  #clause(word: string): WqlStep | undefined {
    const { step } = this;
    if (step === 'statement' || step === 'list' || step === 'class') return undefined;
    switch (word) {
      case 'WHERE':
        this.hasWhere = true;
        return 'condition';
      case 'GROUP':
        this.hasWhere = true;
        return 'group';
      case 'HAVING':
        this.isHaving = true;
        return 'condition';
      case 'WITHIN':
        return step === 'group' ? 'group-interval' : 'interval';
      default:
        return undefined;
    }
  }

  #next(token: WqlToken, word: string): WqlStep {
    switch (this.step) {
      case 'statement':
        return word === 'SELECT' ? 'list' : 'nothing';
      case 'list':
        return word === 'FROM' ? 'class' : 'list';
      case 'class':
        return token.kind === 'word' ? 'clause' : 'nothing';
      case 'interval':
        return isNumber(token) ? 'clause-behind-within' : 'interval';
      case 'group-interval':
        return isNumber(token) ? 'group-clause' : 'group-interval';
      case 'condition':
        return this.#operand(token, word);
      case 'member':
        this.path = [...this.path, token.text];
        return 'operator';
      case 'operator':
        return this.#operator(token, word);
      case 'value':
        return token.kind === 'arithmetic' ? 'value' : 'connective';
      case 'isa':
        return 'connective';
      case 'is':
      case 'is-not':
        return word === 'NOT' ? 'is-not' : 'connective';
      case 'connective':
        if (word === 'AND' || word === 'OR') return 'condition';
        // `Name = Some.Thing`: what stands there is no constant.
        return token.kind === ')' || token.kind === '.' ? 'connective' : 'nothing';
      case 'group':
      case 'group-clause':
        return word === 'BY' ? 'by' : 'nothing';
      case 'by':
        this.path = [token.text];
        return 'by-next';
      case 'by-next':
        return token.kind === ',' || token.kind === '.' ? 'by' : 'by-next';
      case 'clause':
      case 'clause-behind-within':
      case 'nothing':
        return this.step;
    }
  }

  #operand(token: WqlToken, word: string): WqlStep {
    if (token.kind === '(' || word === 'NOT') return 'condition';
    this.path = token.kind === 'word' ? [token.text] : [];
    return 'operator';
  }

  #operator(token: WqlToken, word: string): WqlStep {
    if (token.kind === '.') return 'member';
    this.operator = token.kind === 'operator' ? token.text : word;
    if (token.kind === 'operator' || word === 'LIKE') return 'value';
    if (word === 'ISA') return 'isa';
    return word === 'IS' ? 'is' : 'nothing';
  }
}

function isNumber({ kind }: WqlToken): boolean {
  return kind === 'integer' || kind === 'real' || kind === 'bad-number' || kind === 'placeholder';
}

/** The classes that a query names, also where it is broken. */
export interface WqlClasses {
  /** Behind FROM. */
  readonly event: string | undefined;
  /** The class that an object of the event is tested for, by the folded name of the property that holds it. */
  readonly objects: ReadonlyMap<string, string>;
  /** Whether the events are counted, so that the consumer gets one for many. */
  readonly isGrouped: boolean;
}

/** Reads the classes off the words of a query. */
export function wqlClassesOf(text: string): WqlClasses {
  const { tokens } = lexWql(text);
  let event: string | undefined;
  let isGrouped = false;
  const objects = new Map<string, string>();
  tokens.forEach((token, index) => {
    const word = token.kind === 'word' ? token.text.toUpperCase() : '';
    const next = tokens[index + 1];
    if (word === 'FROM' && next?.kind === 'word') event ??= next.text;
    isGrouped ||= word === 'GROUP' && isWord(next, 'WITHIN');
    const holder = tokens[index - 1];
    const isNegated = isWord(tokens[index - 2], 'NOT');
    if (word !== 'ISA' || holder?.kind !== 'word' || next?.kind !== 'string' || isNegated) return;
    const property = holder.text.toLowerCase();
    const { start, end } = next.content;
    if (!objects.has(property)) objects.set(property, text.slice(start, end));
  });
  return { event, objects, isGrouped };
}

function isWord(token: WqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}
