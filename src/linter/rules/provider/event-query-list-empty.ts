import { emptyList, emptyTextsIn } from '../../provider-queries.ts';
import { sampleProvider, sampleRegistration } from '../../provider-samples.ts';
import { eachRegistration } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-query-list-empty',
  severity: 'error',
  group: 'provider',
  summary: 'The registration of an event provider says which events it raises.',
  why: 'WMI asks a provider only for events that its EventQueryList announces, and ignores an announcement that is no query.',
  source: '--eventproviderregistration, registering-an-event-provider, wmi-event-messages',
  examples: {
    bad: sampleProvider({
      registration: sampleRegistration.replace(/ {2}EventQueryList.*\n/u, ''),
    }),
    good: sampleProvider(),
  },
  check: eachRegistration(({ instance, kind }, report) => {
    if (kind !== 'event') return;
    const at = emptyList(instance, 'EventQueryList');
    const { file } = instance;
    if (at === undefined) {
      for (const text of emptyTextsIn(instance, 'EventQueryList')) {
        report({
          file,
          at: text,
          message:
            'An empty text is no query, so WMI ignores it and says so in the event log (0xC0000015): write the query of an event class, or leave the text out.',
        });
      }
      return;
    }
    report({
      file,
      at,
      subject: instance,
      message:
        'The registration announces no events, so WMI never asks the provider for any: write EventQueryList = {"SELECT * FROM MyEvent"} with its event classes.',
    });
  }),
});
