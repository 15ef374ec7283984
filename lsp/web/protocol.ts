/** What the page and its worker say to one another. */
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  FormattingOptions,
  Hover,
  Position,
  Range,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver-types';

/** What is wrong with a text, and what comes of it. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where an error keeps the text from being compiled. */
  readonly outputs: { readonly mof: string; readonly json: string } | undefined;
}

/** The questions of the page. Each is about the text that was set last. */
export interface Requests {
  readonly setText: (text: string) => void;
  readonly check: () => Checked;
  readonly tokens: () => SemanticTokens;
  readonly hover: (position: Position) => Hover | null;
  readonly complete: (position: Position) => CompletionList;
  readonly resolve: (item: CompletionItem) => CompletionItem;
  readonly actions: (range: Range) => readonly CodeAction[];
  readonly format: (options: FormattingOptions) => Promise<readonly TextEdit[]>;
}

export type Method = keyof Requests;

export interface Question {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };
