/** MOF texts for the examples of rules about queries. */
import { filterWith } from './filter-samples.ts';
import type { RuleExamples } from './rule.ts';
import { commandLineConsumer, sampleSubscription } from './samples.ts';

/** A query, or a query with its event namespace. */
export type SampleQuery = string | { readonly query: string; readonly namespace: string };

/** A subscription with a bad query, and one with a good query. */
export function queryExamples(bad: SampleQuery, good: SampleQuery): RuleExamples {
  return { bad: subscriptionTo(bad), good: subscriptionTo(good) };
}

/** The sample subscription, to events of a query. */
export function subscriptionTo(sample: SampleQuery, more = ''): string {
  const { query, namespace } =
    typeof sample === 'string' ? { query: sample, namespace: undefined } : sample;
  const filter = filterWith('Query', `Query = ${literal(query)};`);
  const placed =
    namespace === undefined
      ? filter
      : filter.replace(/ {2}EventNamespace = .*\n/, () =>
          namespace === '' ? '' : `  EventNamespace = ${literal(namespace)};\n`,
        );
  return `${sampleSubscription({ filter: placed, consumer: commandLineConsumer })}${more}`;
}

function literal(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
