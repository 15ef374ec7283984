/** What a test has measured, for the table at the end of a run; results-reporter.ts prints it. */
import type { TaskMeta } from 'vitest';

/** One line of the table. */
export interface Result {
  /** What was compared, such as `SDDL vectors`; lines about the same stand together. */
  readonly about: string;
  /** A sentence with the numbers, which were counted and not written down. */
  readonly found: string;
}

declare module 'vitest' {
  interface TaskMeta {
    results?: readonly Result[];
  }
}

/** Adds a line to the table of the run. */
export function recordResult(
  task: { readonly meta: TaskMeta },
  about: string,
  found: string,
): void {
  task.meta.results = [...(task.meta.results ?? []), { about, found }];
}
