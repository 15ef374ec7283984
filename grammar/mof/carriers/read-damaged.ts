/**
 * Reads a text that came through another language as it was meant before: each kind of damage is one problem, the
 * mistakes that follow from it are none, and the rest of the text is read as if nothing were wrong. Every place stays
 * that of the source.
 */
import type { Document, Item, Span } from '../ast.ts';
import type { SyntaxProblem } from '../problem.ts';
import { carriers } from './carriers.ts';
import { type Carrier, DamagedText, type Damage } from './damage.ts';
import { PlacedTokens } from './placed-tokens.ts';
import { edited, RepairedText } from './repaired-text.ts';

/** What the parser made of a text. */
export interface Reading {
  readonly document: Document;
  readonly problems: readonly SyntaxProblem[];
  /** How many mistakes there are, those beyond the number that is reported too; without bad escapes. */
  readonly errors: number;
}

/**
 * So many characters are read again at most, or a few times the whole text: a large or hostile text must not cost more
 * time than people have.
 */
const MOST_CHARACTERS = 1_000_000;
const FEW_TIMES = 4;

/** How the parser reads a text, and tokens that stand for a text but have their places in another one. */
export interface Reader {
  readonly read: (text: string) => Reading;
  readonly readPlaced: (tokens: PlacedTokens) => Reading;
}

/** Reads the text again with its damage undone, where that makes it better MOF; otherwise gives what was read. */
export function readDamaged(source: string, plain: Reading, reader: Reader): Reading {
  const { found, repaired } = repair(source, plain, reader.read);
  if (found.length === 0) return plain;
  const reading = reader.readPlaced(new PlacedTokens(repaired));
  const problems = [...found.map((damage) => problemOf(damage, reading)), ...reading.problems];
  const gaps = found
    .filter(({ leavesGaps }) => leavesGaps)
    .flatMap(({ edits }) => edits.filter(({ text }) => text === ''))
    .toSorted((a, b) => a.start - b.start);
  return {
    ...reading,
    document: withGaps(reading.document, gaps),
    problems: problems.toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** Undoes one kind of damage after the other, as long as the text becomes better MOF by it. */
function repair(
  source: string,
  plain: Reading,
  read: Reader['read'],
): { readonly found: readonly Damage[]; readonly repaired: RepairedText } {
  const found: Damage[] = [];
  let repaired = RepairedText.of(source);
  let damaged = new DamagedText(source);
  let best = plain;
  let attempts = 0;
  const seen = new Map<Carrier, DamagedText>();
  // What hides behind one kind of damage may be seen only when that is undone: hence twice.
  for (const carrier of [...carriers, ...carriers]) {
    if (found.length > 0 && best.problems.length === 0) break;
    if (seen.get(carrier) === damaged) continue;
    seen.set(carrier, damaged);
    const damage = carrier(damaged);
    if (damage === undefined) continue;
    attempts++;
    if (attempts > FEW_TIMES && attempts * source.length > MOST_CHARACTERS) break;
    const text = edited(damaged.text, damage.edits);
    const reading = read(text);
    if (!isBetter(reading, best, damage)) continue;
    found.push(inSource(damage, repaired));
    repaired = repaired.with(damage.edits);
    damaged = new DamagedText(text);
    best = reading;
  }
  return { found, repaired };
}

/** Marks what holds a gap as incomplete, so that nobody complains of what it lacks. */
function withGaps(document: Document, gaps: readonly Span[]): Document {
  let next = 0;
  const items = document.items.map((item): Item => {
    while ((gaps[next]?.start ?? Infinity) < item.start) next++;
    return (gaps[next]?.start ?? Infinity) < item.end ? { ...item, incomplete: true } : item;
  });
  return gaps.length === 0 ? document : { ...document, items };
}

function inSource(damage: Damage, text: RepairedText): Damage {
  return {
    ...damage,
    ...text.spanOf(damage.start, damage.end),
    edits: text.inSource(damage.edits),
  };
}

/** The damage as a problem. Where mistakes remain, what was undone may not have been what they come from. */
function problemOf(damage: Damage, { errors }: Reading): SyntaxProblem {
  const { code, start, end, message, hresult, title, edits, certain } = damage;
  return {
    code,
    start,
    end,
    message,
    ...(hresult !== undefined && { hresult }),
    ...(title !== undefined && { fix: { title, safe: certain && errors === 0, edits } }),
  };
}

/**
 * Whether a repaired text reads better: with fewer mistakes, or with more that is read whole than further mistakes in
 * what can be read only now. Nothing that was read whole may get lost over it.
 */
function isBetter(reading: Reading, before: Reading, { evident }: Damage): boolean {
  const gained = wholeParts(reading) - wholeParts(before);
  if (gained < 0) return false;
  const added = reading.errors - before.errors;
  if (added === 0 && (evident === true || escapesOf(reading) < escapesOf(before))) return true;
  return added < 0 || gained > added;
}

function escapesOf({ problems }: Reading): number {
  return problems.filter(({ code }) => code === 'bad-escape').length;
}

/** How many declarations, members and assignments were read without a mistake in them. */
function wholeParts({ document: { items } }: Reading): number {
  return items
    .flatMap((item): readonly { readonly incomplete?: true }[] => {
      if (item.kind === 'ClassDeclaration') return [item, ...item.members];
      if (item.kind === 'InstanceDeclaration') return [item, ...item.properties];
      return item.kind === 'PreprocessorLine' ? [] : [item];
    })
    .filter(({ incomplete }) => incomplete !== true).length;
}
