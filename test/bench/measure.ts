/**
 * Measuring two things side by side: in turns, in one process, so that a busy machine slows both alike. The ratio
 * is what means something; the times are of that machine at that moment.
 */

/** The medians of two jobs. */
export interface Comparison {
  readonly subject: number;
  readonly yardstick: number;
  /** How many times the yardstick the subject takes. */
  readonly ratio: number;
}

/**
 * Runs both jobs in turns and compares the medians; each returns what it took, in milliseconds. A round before
 * the first lets the engine compile what it will.
 */
export function compare(
  rounds: number,
  subject: () => number,
  yardstick: () => number,
): Comparison {
  const times = { subject: [] as number[], yardstick: [] as number[] };
  subject();
  yardstick();
  for (let round = 0; round < rounds; round += 1) {
    times.subject.push(subject());
    times.yardstick.push(yardstick());
  }
  const medians = { subject: median(times.subject), yardstick: median(times.yardstick) };
  return { ...medians, ratio: medians.subject / medians.yardstick };
}

/** What one job takes, again and again. */
export interface Distribution {
  readonly median: number;
  /** Nineteen of twenty times are shorter. */
  readonly p95: number;
}

export function distributionOf(times: readonly number[]): Distribution {
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  return { median: median(sorted), p95 };
}

/** The times of a job that says what it took, after as many rounds in which the engine compiles what it will. */
export function timesOf(rounds: number, job: () => number): readonly number[] {
  for (let round = 0; round < rounds; round += 1) job();
  return Array.from({ length: rounds }, () => job());
}

/** The processor time of a job, in milliseconds, its garbage collection included. */
export function cpuTime(job: () => unknown): () => number {
  return () => {
    const before = process.cpuUsage();
    keep(job());
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/** The time on the wall of a job, in milliseconds, for what happens in other processes. */
export function wallTime(job: () => unknown): () => number {
  return () => {
    const before = performance.now();
    keep(job());
    return performance.now() - before;
  };
}

let kept: unknown;

/** Makes a result observable, so that the engine cannot leave its computation out. */
function keep(result: unknown): void {
  kept = result;
  if (kept === undefined) throw new Error('a job must return what it made');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
