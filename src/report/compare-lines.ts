/** Which lines of two texts are the same, in time that grows with the texts and not with their product. */

export interface ComparedLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Blocks without a line to hold on to are compared exactly up to this product of their numbers of lines. */
const mostExact = 250_000;

/** Each level compares what lies between the lines that the one before it held on to. */
const mostLevels = 16;

/**
 * The lines of both texts, each with where it stands: in both, before alone or after alone. It is what is called a
 * patience diff: lines that occur once in both texts are what the others are placed between.
 */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
): readonly ComparedLine[] {
  const lines: ComparedLine[] = [];
  compareBlocks(before, after, mostLevels, lines);
  return lines;
}

function compareBlocks(
  before: readonly string[],
  after: readonly string[],
  levels: number,
  into: ComparedLine[],
): void {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  put(into, ' ', before.slice(0, head));
  compareMiddles(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    levels,
    into,
  );
  put(into, ' ', before.slice(before.length - tail));
}

function compareMiddles(
  before: readonly string[],
  after: readonly string[],
  levels: number,
  into: ComparedLine[],
): void {
  const anchors = levels === 0 || before.length === 0 ? [] : commonAnchors(before, after);
  if (anchors.length > 0) {
    let [left, right] = [0, 0];
    for (const [i, j] of [...anchors, [before.length, after.length] as const]) {
      compareBlocks(before.slice(left, i), after.slice(right, j), levels - 1, into);
      put(into, ' ', before.slice(i, i + 1));
      [left, right] = [i + 1, j + 1];
    }
  } else if (before.length * after.length <= mostExact) {
    compareExactly(before, after, into);
  } else {
    put(into, '-', before);
    put(into, '+', after);
  }
}

/** The places of lines that both texts have once: the longest sequence that is in order in both. */
function commonAnchors(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const places = placesOfUnique(after);
  const pairs = [...placesOfUnique(before)].flatMap(
    ([line, i]): readonly (readonly [number, number])[] => {
      const j = places.get(line);
      return j === undefined ? [] : [[i, j]];
    },
  );
  return longestIncreasing(pairs.toSorted(([a], [b]) => a - b));
}

function placesOfUnique(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    places.set(line, index);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

/** A pair in a sequence that increases, and the one before it. */
interface Link {
  readonly pair: readonly [number, number];
  readonly before: Link | undefined;
}

/** The longest subsequence whose second numbers increase, by the ends of the best one of each length. */
function longestIncreasing(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const ends: Link[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const sequence: (readonly [number, number])[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) sequence.push(link.pair);
  return sequence.toReversed();
}

/** The longest common subsequence of the lines, and what each text has besides. */
function compareExactly(
  before: readonly string[],
  after: readonly string[],
  into: ComparedLine[],
): void {
  const lengths = commonLengths(before, after);
  const common = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      into.push({ mark: ' ', text: left });
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || common(i + 1, j) >= common(i, j + 1))
    ) {
      into.push({ mark: '-', text: left });
      i++;
    } else if (right !== undefined) {
      into.push({ mark: '+', text: right });
      j++;
    }
  }
}

/** How many lines the rests of both texts have in common, by the numbers of lines before them. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, next] = [lengths[i], lengths[i + 1]];
    if (row === undefined || next === undefined) continue;
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function put(into: ComparedLine[], mark: ComparedLine['mark'], lines: readonly string[]): void {
  for (const text of lines) into.push({ mark, text });
}
