/** The sample subscription with other CreatorSIDs. */
import { administratorsArray } from './fixes.ts';
import {
  type SampleParts,
  sampleBinding,
  sampleConsumer,
  sampleFilter,
  sampleSubscription,
} from './samples.ts';

/** The sample with this value as the filter's CreatorSID. */
export function sampleWithFilterSid(value: string): string {
  return sampleSubscription({ filter: sampleFilter.replace(administratorsArray, value) });
}

/** The sample, or one with other parts, with this value as the CreatorSID of all three parts. */
export function sampleWithSid(value: string, parts: SampleParts = {}): string {
  return sampleSubscription(parts).replaceAll(administratorsArray, value);
}

/** A part without its CreatorSID. */
export function withoutSid(part: string): string {
  return part.replace(`\n  CreatorSID = ${administratorsArray};`, '');
}

/** The sample without any CreatorSID. */
export const sampleWithoutSids: string = sampleSubscription({
  filter: withoutSid(sampleFilter),
  consumer: withoutSid(sampleConsumer),
  binding: withoutSid(sampleBinding()),
});

/** The sample with a query that does not poll, and with this value as the CreatorSID of all three parts. */
export function withoutPolling(value: string): string {
  const query = String.raw`Query = "SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample.exe'";`;
  return sampleWithSid(value, {
    filter: sampleFilter.replace(/Query = .*/u, () => query),
    consumer: sampleConsumer.replace('%TargetInstance.Name%', '%ProcessName%'),
  });
}
