/** What the server answers beyond the Language Server Protocol, for clients that know mofsec. */

/** The page of a rule in Markdown, for `{ rule }`; null where there is no such rule. */
export const explainRuleRequest = 'mofsec/explainRule';

export interface ExplainRuleParams {
  readonly rule: string;
}

/** All rules, for a list to pick from. Takes nothing. */
export const rulesRequest = 'mofsec/rules';

export interface RuleEntry {
  readonly name: string;
  readonly group: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence: what must hold. */
  readonly summary: string;
}

/** What a document compiles to; null where the document is not known. */
export const emitRequest = 'mofsec/emit';

export type EmitFormat = 'mof' | 'json';

export interface EmitParams {
  readonly uri: string;
  readonly format: EmitFormat;
}

export type EmitResult =
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing is written while something is wrong; so many errors are in the document. */
  | { readonly kind: 'errors'; readonly count: number };
