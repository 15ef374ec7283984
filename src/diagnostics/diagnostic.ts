/** A finding and what can be done about it: plain data that every consumer (terminal, editor, SARIF) shares. */
import type { SourceFile } from '../text/source-file.ts';

/**
 * `error`: WMI or mofcomp refuses it, or it can never work. `warning`: a weakness or a probable mistake.
 * `info`: advice.
 */
export type Severity = 'error' | 'warning' | 'info';

/** The gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Whether a severity is as grave as another one, or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}

/** A stretch of a file, in UTF-16 offsets, `end` exclusive. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Another place that the reader must see to understand a finding. */
export interface Related extends Place {
  readonly message: string;
}

export interface TextEdit extends Place {
  readonly text: string;
}

export interface Fix {
  /** An imperative sentence without a full stop: `Write the Administrators SID`. */
  readonly title: string;
  /** `safe` keeps the meaning or restores the evident one; `suggestion` needs a person's judgement. */
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly TextEdit[];
}

export interface Diagnostic extends Place {
  /** The rule's name, such as `creator-sid-mismatch`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, why it matters, what to write instead. */
  readonly message: string;
  /** The WBEMMOF_E_* or WBEM_E_* code that mofcomp or WMI would give, such as `0x80044002`. */
  readonly hresult?: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** By file in the order given, then by position, then by severity and rule: the same on every run. */
export function compareDiagnostics(
  fileOrder: ReadonlyMap<SourceFile, number>,
): (a: Diagnostic, b: Diagnostic) => number {
  const order = (file: SourceFile): number => fileOrder.get(file) ?? Number.MAX_SAFE_INTEGER;
  return (a, b) =>
    order(a.file) - order(b.file) ||
    a.start - b.start ||
    a.end - b.end ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
}
