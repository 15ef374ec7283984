/** What the MOF front end has to say about a text. Plain data; the linter turns it into diagnostics. */
import type { Span } from './ast.ts';

/**
 * The rule that a syntax problem belongs to. Each is documented by the rule of the same name in src/linter/rules,
 * those about damage in rules/carrier.
 */
export type SyntaxProblemCode =
  | 'syntax'
  | 'unterminated-string'
  | 'unterminated-comment'
  | 'missing-semicolon-after-block'
  | 'typedef-or-enum'
  | 'alias-bad-name'
  | 'alias-embedded'
  | 'array-trailing-comma'
  | 'bad-escape'
  | 'binding-path-unescaped-quotes'
  | 'carrier-comment'
  | 'carrier-doubled-backslashes'
  | 'carrier-escaped-text'
  | 'carrier-event-log'
  | 'carrier-host-code'
  | 'carrier-html'
  | 'carrier-invisible-characters'
  | 'carrier-line-marks'
  | 'carrier-lost-alias'
  | 'carrier-lost-backslashes'
  | 'carrier-lost-blanks'
  | 'carrier-lost-hash'
  | 'carrier-markdown'
  | 'carrier-placeholder'
  | 'carrier-typographic-quotes'
  | 'flavor-unknown';

/** A replacement of `start` to `end` by `text`. */
export interface SyntaxEdit extends Span {
  readonly text: string;
}

export interface SyntaxProblem extends Span {
  readonly code: SyntaxProblemCode;
  /** What is wrong, why it matters, what to write instead: one or two sentences. */
  readonly message: string;
  /** mofcomp's code as in facts of WBEMMOF_E_*, such as `0x80044002`, where one is documented. */
  readonly hresult?: string;
  readonly related?: readonly (Span & { readonly message: string })[];
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly SyntaxEdit[];
  };
}

/** Whether a problem is damage that was undone while the text was read: the tree is that of what was meant. */
export function isUndoneDamage({ code }: SyntaxProblem): boolean {
  return code.startsWith('carrier-');
}
