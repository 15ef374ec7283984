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

/** The findings in a file, in the order of its text. */
export function diagnosticsOf(view: View): ProtocolDiagnostic[] {
  return view.diagnostics.map((diagnostic) => protocolDiagnostic(view, diagnostic));
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
