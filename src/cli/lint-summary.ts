/** What `mofsec lint` says on stderr behind its findings: how many, and what could be done about them. */
import { type Diagnostic, severities } from '../diagnostics/diagnostic.ts';
import { countMendable } from '../linter/mend.ts';
import { plural } from '../report/pretty.ts';
import type { SourceFile } from '../text/source-file.ts';

/** What fixes have done, or would do. */
export interface Mending {
  readonly findings: number;
  readonly files: number;
  /** How many more findings a person could have mended. */
  readonly more: number;
}

/** `3 findings fixed in 2 files, 1 more with --unsafe-fixes`. */
export function fixedLine({ findings, files, more }: Mending): string {
  const done =
    findings === 0
      ? 'nothing fixed'
      : `${plural(findings, 'finding')} fixed in ${plural(files, 'file')}`;
  return `${done}${withUnsafe(more)}`;
}

/** The same about what was not done. */
export function wouldFixLine({ findings, files, more }: Mending): string {
  const done =
    findings === 0
      ? '--fix would change nothing'
      : `--fix would fix ${plural(findings, 'finding')} in ${plural(files, 'file')}`;
  return `${done}${withUnsafe(more)}`;
}

function withUnsafe(more: number): string {
  return more === 0 ? '' : `, ${more} more with --unsafe-fixes`;
}

/** What the fixes of findings would mend that stay; undefined where none has one. */
export function fixableLine(
  diagnostics: readonly Diagnostic[],
  files: ReadonlySet<SourceFile>,
): string | undefined {
  const { safe, suggestion } = countMendable(diagnostics, files);
  const parts = [
    ...(safe === 0 ? [] : [`${safe} can be fixed with --fix`]),
    ...(suggestion === 0
      ? []
      : [`${suggestion} ${safe === 0 ? 'can be fixed' : 'more'} with --fix --unsafe-fixes`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** How many findings each rule has, the most first: a line each, with how many can be fixed in the given files. */
export function statistics(
  diagnostics: readonly Diagnostic[],
  files: ReadonlySet<SourceFile>,
): readonly string[] {
  const byRule = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { rule } = diagnostic;
    const others = byRule.get(rule);
    if (others === undefined) byRule.set(rule, [diagnostic]);
    else others.push(diagnostic);
  }
  const rows = [...byRule].toSorted(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1),
  );
  const width = `${rows[0]?.[1].length ?? 0}`.length;
  const severityWidth = Math.max(...severities.map(({ length }) => length));
  return rows.map(([rule, found]) => {
    const severity = (found[0]?.severity ?? '').padEnd(severityWidth);
    const fixable = fixableLine(found, files);
    const note = fixable === undefined ? '' : `  (${fixable})`;
    return `${`${found.length}`.padStart(width)}  ${severity}  ${rule}${note}`;
  });
}
