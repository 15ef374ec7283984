/** The findings in a file, as the protocol has them. */
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as ProtocolDiagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver-types';
import type { Diagnostic, Related, Severity } from '../../src/diagnostics/diagnostic.ts';
import { rules } from '../../src/linter/registry.ts';
import type { Rule } from '../../src/linter/rule.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../view.ts';

/** What a finding carries for whoever offers something to do about it. */
export interface DiagnosticData {
  readonly rule: string;
  /** What mofcomp or WMI would answer, where that is known. */
  readonly hresult?: string;
  /** Whether there is a fix that can be applied without a second look, any fix, or none. */
  readonly fix: 'safe' | 'suggestion' | 'none';
}

/** How the findings name who made them. */
export const diagnosticSource = 'mofsec';

/** More findings than these in one file help nobody, and an editor would choke on them. */
const MOST_FINDINGS = 1000;

/** The findings in a file, in the order of its text; of very many, the worst, and how many more there are. */
export function diagnosticsOf(view: View): ProtocolDiagnostic[] {
  const { diagnostics } = view;
  const shown = worst(diagnostics).map((diagnostic) => protocolDiagnostic(view, diagnostic));
  const rest = diagnostics.length - shown.length;
  return rest === 0 ? shown : [...shown, remainder(view, rest)];
}

function worst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_FINDINGS) return diagnostics;
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  const chosen = new Set(bySeverity.slice(0, MOST_FINDINGS));
  return diagnostics.filter((diagnostic) => chosen.has(diagnostic));
}

function remainder(view: View, count: number): ProtocolDiagnostic {
  return {
    range: view.rangeOf({ start: 0, end: 0 }),
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message: `There are ${count} more findings in this file; mofsec lint shows them all.`,
  };
}

/** A finding as the protocol has it: the same each time, so that clients recognise it. */
export function protocolDiagnostic(view: View, diagnostic: Diagnostic): ProtocolDiagnostic {
  const { rule, severity, message, related } = diagnostic;
  const page = view.project.environment.rulePage?.(rule);
  const tag = tags.get(rule);
  return {
    range: view.rangeOf(diagnostic),
    severity: severities[severity],
    code: rule,
    ...(page !== undefined && { codeDescription: { href: page } }),
    source: diagnosticSource,
    message,
    ...(tag !== undefined && { tags: [tag] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((place) => relatedInformation(view, place)),
    }),
    data: dataOf(diagnostic),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const tagNumbers: Readonly<Record<NonNullable<Rule['tag']>, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

const tags: ReadonlyMap<string, DiagnosticTag> = new Map(
  rules.flatMap(({ name, tag }) => (tag === undefined ? [] : [[name, tagNumbers[tag]] as const])),
);

function relatedInformation(
  view: View,
  { file, start, end, message }: Related,
): DiagnosticRelatedInformation {
  return {
    location: { uri: view.uriOf(file), range: rangeOf(file, { start, end }) },
    message,
  };
}

function dataOf({ rule, hresult, fixes }: Diagnostic): DiagnosticData {
  const isSafe = fixes.some(({ safety }) => safety === 'safe');
  return {
    rule,
    ...(hresult !== undefined && { hresult }),
    fix: isSafe ? 'safe' : fixes.length > 0 ? 'suggestion' : 'none',
  };
}
