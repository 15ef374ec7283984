/** Findings in the Reviewdog Diagnostic Format, which reviewdog turns into comments with suggested changes. */
import { applyEdits } from '../diagnostics/apply-fixes.ts';
import type { Diagnostic, Fix, Place, Severity } from '../diagnostics/diagnostic.ts';
import { escapeControls, safeJson } from '../diagnostics/escape.ts';
import { ruleNamed } from '../linter/rule-facts.ts';
import type { SourceFile } from '../text/source-file.ts';
import { helpAddress } from './help-address.ts';
import type { LintResult } from './lint-result.ts';
import { Utf8Columns } from './utf8-columns.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
};

/** One document of the format `rdjson`. Its columns count the bytes of UTF-8. */
export function rdjsonReport({ diagnostics }: LintResult): string {
  const writer = new Writer();
  const report = {
    source: { name: 'mofsec' },
    diagnostics: diagnostics.map((diagnostic) => writer.diagnostic(diagnostic)),
  };
  return `${safeJson(report, 2)}\n`;
}

class Writer {
  readonly #columns = new Map<SourceFile, Utf8Columns>();
  readonly #codes = new Map<string, object>();

  diagnostic(diagnostic: Diagnostic): object {
    const { rule, severity, message, related, fixes } = diagnostic;
    return {
      message: escapeControls(message),
      location: this.#location(diagnostic),
      severity: severities[severity],
      code: this.#code(rule),
      suggestions: fixes.flatMap((fix) => this.#suggestion(diagnostic, fix) ?? []),
      related_locations: related.map((place) => ({
        message: escapeControls(place.message),
        location: this.#location(place),
      })),
    };
  }

  #code(rule: string): object {
    let code = this.#codes.get(rule);
    if (code === undefined) {
      const known = ruleNamed(rule);
      const url = known === undefined ? undefined : helpAddress(known);
      this.#codes.set(rule, (code = { value: rule, ...(url !== undefined && { url }) }));
    }
    return code;
  }

  #location(place: Place): object {
    return { path: escapeControls(place.file.path), range: this.#range(place) };
  }

  #range({ file, start, end }: Place): object {
    let columns = this.#columns.get(file);
    if (columns === undefined) this.#columns.set(file, (columns = new Utf8Columns(file)));
    return { start: columns.positionAt(start), end: columns.positionAt(end) };
  }

  /** A suggestion replaces one stretch of the file that it stands at: several edits become one with what is between. */
  #suggestion({ file }: Diagnostic, { edits }: Fix): object | undefined {
    if (edits.length === 0 || edits.some((edit) => edit.file !== file)) return undefined;
    const start = Math.min(...edits.map((edit) => edit.start));
    const end = Math.max(...edits.map((edit) => edit.end));
    if (edits.length > 1 && end - start > mostBetween) return undefined;
    const moved = edits.map((edit) => ({
      ...edit,
      start: edit.start - start,
      end: edit.end - start,
    }));
    const text = applyEdits(file.text.slice(start, end), moved);
    return { range: this.#range({ file, start, end }), text };
  }
}

/** Nobody reviews a longer stretch as one change, in code units. */
const mostBetween = 4096;
