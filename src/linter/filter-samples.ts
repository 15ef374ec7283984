/** MOF texts for the examples of rules about event filters. */
import type { RuleExamples } from './rule.ts';
import { sampleFilter, sampleSubscription } from './samples.ts';

/** The sample filter with one of its lines replaced; an empty line leaves it out. */
export function filterWith(property: string, line: string): string {
  return sampleFilter
    .split('\n')
    .map((text) => (text.trimStart().startsWith(`${property} =`) ? `  ${line}` : text))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** A subscription with a bad line in its filter, and one with a good line. */
export function filterExamples(property: string, bad: string, good?: string): RuleExamples {
  return {
    bad: sampleSubscription({ filter: filterWith(property, bad) }),
    good: sampleSubscription(good === undefined ? {} : { filter: filterWith(property, good) }),
  };
}
