/** The documentation of a rule, one command away from its finding. */
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { View } from '../../view.ts';
import { protocolDiagnostic } from '../diagnostics.ts';

/** Shows the page of a rule; its only argument is the name of the rule. */
export const explainRuleCommand = 'mofsec.explainRule';

/** What a finding is about, in full. */
export function explainCommand(view: View, finding: Diagnostic): CodeAction {
  const title = `Explain ${finding.rule}`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [protocolDiagnostic(view, finding)],
    command: { title, command: explainRuleCommand, arguments: [finding.rule] },
  };
}
