/** Which fixes of many findings can be applied at once, and what a text is after them. */
import type { SourceFile } from '../text/source-file.ts';
import type { Diagnostic, Fix, TextEdit } from './diagnostic.ts';

/** A fix that is applied, and the finding that it mends. */
export interface AppliedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

export interface AppliedFixes {
  /** In the order of the findings. */
  readonly applied: readonly AppliedFix[];
  /** The edits of each file, in the order of its text; no two of them touch the same characters. */
  readonly edits: ReadonlyMap<SourceFile, readonly TextEdit[]>;
}

/**
 * Chooses for each finding the first fix that is wanted and whose edits do not get in the way of those chosen before;
 * a fix is applied whole or not at all. What is left out for that reason is found again once the texts are analysed
 * anew: whoever wants everything mended repeats until nothing is applied any more.
 *
 * @param wanted by default the safe fixes
 */
export function applyFixes(
  diagnostics: readonly Diagnostic[],
  wanted: (fix: Fix) => boolean = ({ safety }) => safety === 'safe',
): AppliedFixes {
  const applied: AppliedFix[] = [];
  const taken = new Map<SourceFile, TakenEdits>();
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find((fix) => wanted(fix) && fits(fix, taken));
    if (fix === undefined) continue;
    for (const edit of fix.edits) takenIn(taken, edit.file).add(edit);
    applied.push({ diagnostic, fix });
  }
  return {
    applied,
    edits: new Map([...taken].map(([file, edits]) => [file, edits.sorted])),
  };
}

/** A text after edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let offset = 0;
  for (const edit of edits.toSorted(compareEdits)) {
    result += text.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  return result + text.slice(offset);
}

/** Whether the edits of a fix keep out of each other's way and of those that are taken. */
function fits({ edits }: Fix, taken: ReadonlyMap<SourceFile, TakenEdits>): boolean {
  const own = new Map<SourceFile, TakenEdits>();
  for (const edit of edits) {
    const others = takenIn(own, edit.file);
    if (taken.get(edit.file)?.conflictsWith(edit) === true) return false;
    if (others.conflictsWith(edit)) return false;
    others.add(edit);
  }
  return edits.length > 0;
}

function takenIn(taken: Map<SourceFile, TakenEdits>, file: SourceFile): TakenEdits {
  let edits = taken.get(file);
  if (edits === undefined) taken.set(file, (edits = new TakenEdits()));
  return edits;
}

/**
 * Whether the outcome of two edits of one file would depend on their order: they replace a character both, or one
 * inserts where the other does something.
 */
function conflict(a: TextEdit, b: TextEdit): boolean {
  if (a.file !== b.file) return false;
  const isInsertion = a.start === a.end || b.start === b.end;
  return isInsertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

function compareEdits(a: TextEdit, b: TextEdit): number {
  return a.start - b.start || a.end - b.end;
}

/** The edits of one file so far. */
class TakenEdits {
  readonly sorted: TextEdit[] = [];

  add(edit: TextEdit): void {
    this.sorted.splice(this.#placeOf(edit), 0, edit);
  }

  /** Those that are taken do not overlap, so that only the neighbours can be in the way. */
  conflictsWith(edit: TextEdit): boolean {
    const place = this.#placeOf(edit);
    return [this.sorted[place - 1], this.sorted[place]].some(
      (neighbour) => neighbour !== undefined && conflict(neighbour, edit),
    );
  }

  /** How many of those that are taken stand before an edit. */
  #placeOf(edit: TextEdit): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.sorted[middle];
      if (other !== undefined && compareEdits(other, edit) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
