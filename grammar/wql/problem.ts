/** What the WQL front end has to say about a query. Plain data; the linter turns it into diagnostics. */
import type { Span } from './ast.ts';

/** What is wrong with a query. WMI refuses all of them but `missing-blank`. */
export type WqlProblemCode =
  /** Anything without a code of its own. */
  | 'syntax'
  | 'empty-query'
  /** `FORM` for `FROM`. */
  | 'misspelt-keyword'
  /** `FROM __InstanceCreationEventWITHIN 5`: two words became one. */
  | 'joined-words'
  /** `WITHIN 5WHERE`: WMI reads it all the same. */
  | 'missing-blank'
  /** `$query`, `{interval}`: whatever was to fill it in did not. */
  | 'placeholder'
  /** Nothing between SELECT and FROM. */
  | 'missing-select-list'
  | 'missing-from'
  | 'missing-class'
  /** WITHIN without a number, or with something else. */
  | 'within-number'
  /** WITHIN behind WHERE. */
  | 'within-order'
  /** WHERE behind GROUP. */
  | 'group-order'
  | 'group-without-within'
  /** BY and no property. */
  | 'by-list-missing'
  | 'having-without-group'
  | 'duplicate-clause'
  | 'unterminated-string'
  | 'typographic-quotes'
  /** `\"X\"` outside a string, `""X""`: escaped once more than WQL asks for. */
  | 'doubled-escape'
  | 'unknown-operator'
  /** `Name NOT LIKE "x"`: NOT goes before the property. */
  | 'misplaced-not'
  /** `State IS "Running"` */
  | 'is-non-null'
  | 'isa-class-unquoted'
  | 'property-on-both-sides'
  /** Two constants. */
  | 'no-property'
  | 'arithmetic'
  | 'malformed-like-pattern'
  | 'unbalanced-parenthesis'
  | 'nesting'
  /** ORDER BY, COUNT, JOIN ...: SQL that WQL lacks. */
  | 'unsupported-sql'
  | 'two-statements'
  /** The query is complete before it; a semicolon above all. */
  | 'trailing-text';

/** A replacement of `start` to `end` by `text`. */
export interface WqlEdit extends Span {
  readonly text: string;
}

/** How to mend a problem. */
export interface WqlFix {
  readonly title: string;
  /** Whether the query is certain to mean then what was meant. */
  readonly safe: boolean;
  readonly edits: readonly WqlEdit[];
}

/** One thing that is wrong with a query, at exactly `start` to `end`; an empty range is where something is missing. */
export interface WqlProblem extends Span {
  readonly code: WqlProblemCode;
  /** What is wrong, why, and what to write instead: one or two sentences. */
  readonly message: string;
  /** What WMI answers (wmi-error-constants.md), where that is documented. */
  readonly hresult?: string;
  readonly fix?: WqlFix;
}

/** WBEM_E_UNPARSABLE_QUERY */
const UNPARSABLE = '0x80041058';

const exceptions: Partial<Readonly<Record<WqlProblemCode, string | null>>> = {
  'missing-blank': null,
  nesting: null,
  // WBEM_E_MISSING_GROUP_WITHIN
  'group-without-within': '0x8004105A',
  // WBEM_E_MISSING_AGGREGATION_LIST
  'by-list-missing': '0x8004105B',
};

/** WMI's answer to a problem of this sort; undefined where none is documented or none is given. */
export function hresultOf(code: WqlProblemCode): string | undefined {
  const exception = exceptions[code];
  return exception === null ? undefined : (exception ?? UNPARSABLE);
}

/** A fix that replaces one range. */
export function replacing(title: string, { start, end }: Span, text: string, safe = true): WqlFix {
  return { title, safe, edits: [{ start, end, text }] };
}

/** A fix that inserts a text. */
export function inserting(title: string, at: number, text: string, safe = true): WqlFix {
  return { title, safe, edits: [{ start: at, end: at, text }] };
}
