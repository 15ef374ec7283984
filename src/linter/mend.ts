/** Applies the fixes of findings again and again, until there is nothing left to mend. */
import { parsedFile } from '../compiler/parsed-file.ts';
import { type AppliedFix, applyEdits, applyFixes } from '../diagnostics/apply-fixes.ts';
import type { Diagnostic, Fix, TextEdit } from '../diagnostics/diagnostic.ts';
import { SourceFile } from '../text/source-file.ts';
import { rules } from './registry.ts';

export interface Mended<Result> {
  /** In the order given; a file in which there was nothing to mend is the same object. */
  readonly files: readonly SourceFile[];
  /** What was done, also about findings that came up on the way; each is about its file as it was at that time. */
  readonly applied: readonly AppliedFix[];
  /** What the analysis says about the mended files. */
  readonly result: Result;
}

/** Fixes that get in each other's way, or bring forth others, need several passes. */
const mostPasses = 20;

/** How often a pass that breaks a file is tried with fewer fixes; each try parses the files again. */
const mostTries = 64;

/**
 * Mends files as far as fixes go. Safe fixes go first; suggestions are taken only where no safe fix is left. A fix
 * that reaches into other files than those given is not applied, and neither is one after which a file has more errors
 * of syntax than before. Pure, if `analyse` is.
 *
 * @param analyse finds what is wrong with the files as they are at that time
 * @param safety `safe`: safe fixes alone; `suggestion`: those too that need a person's judgement
 */
export function mend<Result extends { readonly diagnostics: readonly Diagnostic[] }>(
  given: readonly SourceFile[],
  analyse: (files: readonly SourceFile[]) => Result,
  safety: Fix['safety'] = 'safe',
): Mended<Result> {
  let files = given;
  let result = analyse(files);
  const applied: AppliedFix[] = [];
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = soundFixes(result.diagnostics, new Set(files), safety);
    if (fixes.length === 0) break;
    const edits = editsOf(fixes);
    files = files.map((file) => withEdits(file, edits.get(file)));
    applied.push(...fixes);
    result = analyse(files);
  }
  return { files, applied, result };
}

/**
 * How many findings {@link mend} can do something about: those with a safe fix within the files, and the others with
 * a suggestion.
 */
export function countMendable(
  diagnostics: readonly Diagnostic[],
  files: ReadonlySet<SourceFile>,
): Readonly<Record<Fix['safety'], number>> {
  const counts = { safe: 0, suggestion: 0 };
  for (const { fixes } of diagnostics) {
    const possible = fixes.filter((fix) => isWithin(fix, files));
    if (possible.some(({ safety }) => safety === 'safe')) counts.safe++;
    else if (possible.length > 0) counts.suggestion++;
  }
  return counts;
}

/** The fixes of one pass; the safe ones go first. */
function soundFixes(
  diagnostics: readonly Diagnostic[],
  files: ReadonlySet<SourceFile>,
  safety: Fix['safety'],
): readonly AppliedFix[] {
  const fixesOf = (wanted: Fix['safety']): readonly AppliedFix[] => {
    const { applied } = applyFixes(
      diagnostics,
      (fix) => fix.safety === wanted && isWithin(fix, files),
    );
    return new Trial().sound([], applied);
  };
  const safe = fixesOf('safe');
  return safe.length > 0 || safety === 'safe' ? safe : fixesOf('suggestion');
}

function isWithin({ edits }: Fix, files: ReadonlySet<SourceFile>): boolean {
  return edits.length > 0 && edits.every(({ file }) => files.has(file));
}

/** Finds the fixes that break no file, by halves. */
class Trial {
  #tries = 0;

  /** Those that were taken before, and of the candidates those that may join them. */
  sound(taken: readonly AppliedFix[], candidates: readonly AppliedFix[]): readonly AppliedFix[] {
    if (candidates.length === 0 || this.#tries >= mostTries) return taken;
    this.#tries++;
    const together = [...taken, ...candidates];
    if (!breaksSyntax(together, candidates)) return together;
    if (candidates.length === 1) return taken;
    const middle = candidates.length >> 1;
    return this.sound(this.sound(taken, candidates.slice(0, middle)), candidates.slice(middle));
  }
}

/** Whether a file that the candidates touch has more errors of syntax after all fixes than before. */
function breaksSyntax(fixes: readonly AppliedFix[], candidates: readonly AppliedFix[]): boolean {
  const edits = editsOf(fixes);
  return [...editsOf(candidates).keys()].some(
    (file) => syntaxErrors(withEdits(file, edits.get(file))) > syntaxErrors(file),
  );
}

const syntaxErrorCodes: ReadonlySet<string> = new Set(
  rules
    .filter(({ check, severity }) => check === 'parser' && severity === 'error')
    .map(({ name }) => name),
);

function syntaxErrors(file: SourceFile): number {
  return parsedFile(file).problems.filter(({ code }) => syntaxErrorCodes.has(code)).length;
}

function editsOf(fixes: readonly AppliedFix[]): ReadonlyMap<SourceFile, readonly TextEdit[]> {
  const edits = new Map<SourceFile, TextEdit[]>();
  for (const edit of fixes.flatMap(({ fix }) => fix.edits)) {
    const ofFile = edits.get(edit.file);
    if (ofFile === undefined) edits.set(edit.file, [edit]);
    else ofFile.push(edit);
  }
  return edits;
}

function withEdits(file: SourceFile, edits: readonly TextEdit[] | undefined): SourceFile {
  return edits === undefined
    ? file
    : new SourceFile(file.path, applyEdits(file.text, edits), file.encoding);
}
