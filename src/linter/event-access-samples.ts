/** The sample subscription with other descriptors. */
import { restrictiveEventAccess } from './fixes.ts';
import { type SampleParts, sampleFilter, sampleSubscription } from './samples.ts';

/** The sample, or one with other parts, with this descriptor as the filter's EventAccess. */
export function sampleWithAccess(sddl: string, parts: SampleParts = {}): string {
  return sampleSubscription(parts).replace(restrictiveEventAccess, sddl);
}

/** The sample's filter without EventAccess. */
export const filterWithoutAccess: string = sampleFilter.replace(
  `\n  EventAccess = "${restrictiveEventAccess}";`,
  '',
);
