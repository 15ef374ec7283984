/** Comments that suppress a finding, written by the editor. */
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import type { Diagnostic, TextEdit } from '../../../src/diagnostics/diagnostic.ts';
import {
  type SuppressionComment,
  suppressedLines,
  suppressionComments,
} from '../../../src/diagnostics/suppression-comments.ts';
import { suppressibleRules } from '../../../src/linter/suppressible.ts';
import type { SourceFile } from '../../../src/text/source-file.ts';
import { nodePathAt } from '../../node-path.ts';
import type { View } from '../../view.ts';
import { protocolDiagnostic } from '../diagnostics.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Suppresses a finding where it is; nothing where no comment can stand. */
export function suppressInLine(view: View, finding: Diagnostic): readonly CodeAction[] {
  const edit = suppressibleRules.has(finding.rule) ? lineComment(view, finding) : undefined;
  return edit === undefined ? [] : [action(view, finding, 'on this line', edit)];
}

/** Suppresses all findings of a rule in the file. */
export function suppressInFile(view: View, finding: Diagnostic): readonly CodeAction[] {
  if (!suppressibleRules.has(finding.rule)) return [];
  return [action(view, finding, 'in this file', fileComment(view, finding.rule))];
}

function action(view: View, finding: Diagnostic, where: string, edit: TextEdit): CodeAction {
  return {
    title: `Suppress ${finding.rule} ${where}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [protocolDiagnostic(view, finding)],
    edit: workspaceEdit(view, [edit]),
  };
}

function lineComment(view: View, { rule, start }: Diagnostic): TextEdit | undefined {
  const { source, parsed } = view;
  const { line } = source.positionAt(start);
  const present = [...suppressedLines(suppressionComments(parsed))].find(
    ([comment, lines]) => lines.includes(line) && comment.rules.length > 0,
  );
  if (present !== undefined) return extension(present[0], rule);
  const lineStart = source.lineStarts[line - 1] ?? 0;
  // A comment in the middle of a literal would be part of it.
  if (isInsideToken(view, lineStart)) return undefined;
  const indent = /^[ \t]*/.exec(source.lineText(line))?.[0] ?? '';
  const text = `${indent}// mofsec-disable-next-line ${rule}${lineEndOf(source)}`;
  return { file: source, start: lineStart, end: lineStart, text };
}

function fileComment({ source, parsed }: View, rule: string): TextEdit {
  const present = suppressionComments(parsed).find(
    ({ directive, rules }) => directive === 'mofsec-disable-file' && rules.length > 0,
  );
  if (present !== undefined) return extension(present, rule);
  const text = `// mofsec-disable-file ${rule}${lineEndOf(source)}`;
  return { file: source, start: 0, end: 0, text };
}

/** One more rule behind those that a comment names. */
function extension({ file, rules }: SuppressionComment, rule: string): TextEdit {
  const end = rules.at(-1)?.end ?? 0;
  return { file, start: end, end, text: `, ${rule}` };
}

/** The line end that the file has already. */
function lineEndOf({ text }: SourceFile): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Tokens that may go over several lines. */
const longTokens: ReadonlySet<string> = new Set(['StringPiece', 'CharValue', 'PreprocessorLine']);

function isInsideToken({ parsed: { document } }: View, offset: number): boolean {
  const token = nodePathAt(document, offset).at(-1);
  const spans = [
    ...(token !== undefined && longTokens.has(token.kind) ? [token] : []),
    ...document.comments,
    ...document.nestedDirectives,
  ];
  return spans.some(({ start, end }) => start < offset && offset < end);
}
