import { emptyList } from '../../provider-queries.ts';
import { sampleProvider, sampleRegistration } from '../../provider-samples.ts';
import { eachRegistration } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-query-list-empty',
  severity: 'error',
  group: 'provider',
  summary: 'The registration of an event provider says which events it raises.',
  why: 'WMI asks a provider only for events that its EventQueryList announces.',
  source: '--eventproviderregistration, registering-an-event-provider',
  examples: {
    bad: sampleProvider({
      registration: sampleRegistration.replace(/ {2}EventQueryList.*\n/u, ''),
    }),
    good: sampleProvider(),
  },
  check: eachRegistration(({ instance, kind }, report) => {
    if (kind !== 'event') return;
    const at = emptyList(instance, 'EventQueryList');
    if (at === undefined) return;
    report({
      file: instance.file,
      at,
      subject: instance,
      message:
        'The registration announces no events, so WMI never asks the provider for any: write EventQueryList = {"SELECT * FROM MyEvent"} with its event classes.',
    });
  }),
});
