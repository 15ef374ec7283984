/** What the package exports: the analysis as a library. Everything takes text and gives data. */
export { parseMof } from '../grammar/mof/parser.ts';
export type * from '../grammar/mof/ast.ts';
export type { SyntaxEdit, SyntaxProblem, SyntaxProblemCode } from '../grammar/mof/problem.ts';
export type {
  ObjectPath,
  ObjectPathKey,
  ObjectPathKeyValue,
  ObjectPathProblem,
  ObjectPathResult,
  PathElement,
} from '../grammar/object-path/ast.ts';
export { comparableKey } from '../grammar/object-path/comparison.ts';
export { parseObjectPath } from '../grammar/object-path/parser.ts';
export { analyze } from './analyze.ts';
export type { Analysis, AnalyzeOptions, Host } from './analyze.ts';
export type * from './compiler/model.ts';
export { applyEdits, applyFixes } from './diagnostics/apply-fixes.ts';
export type { AppliedFix, AppliedFixes } from './diagnostics/apply-fixes.ts';
export { compareDiagnostics } from './diagnostics/diagnostic.ts';
export type {
  Diagnostic,
  Fix,
  Place,
  Related,
  Severity,
  TextEdit,
} from './diagnostics/diagnostic.ts';
export type { SuppressedDiagnostic } from './diagnostics/suppressions.ts';
export { defaultPreset, presets, presetsOf, presetSummaries } from './linter/presets.ts';
export type { Preset } from './linter/presets.ts';
export { mend } from './linter/mend.ts';
export type { Mended } from './linter/mend.ts';
export { rules, rulesOf } from './linter/registry.ts';
export { adjustRules, isMandatory, ruleLevels } from './linter/rule-selection.ts';
export type { RuleLevel, RuleSelection } from './linter/rule-selection.ts';
export type { Checks, Finding, Report, Rule, RuleExamples, RuleGroup } from './linter/rule.ts';
export { decode } from './text/decode.ts';
export { encode } from './text/encode.ts';
export { SourceFile } from './text/source-file.ts';
export type { Encoding, Position } from './text/source-file.ts';
export { version } from './version.ts';
