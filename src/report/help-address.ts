/** Where a reader of a finding can look up what it rests on. */
import type { Rule } from '../linter/rule.ts';

/** The vendor's page: the first source of a rule that has an address. */
export function helpAddress({ sources }: Rule): string | undefined {
  return sources.find(({ address }) => address !== undefined)?.address;
}
