import type { Compilation, EventFilter, InstanceSymbol } from '../../../compiler/model.ts';
import { targetOf } from '../../../compiler/subscriptions.ts';
import { maintained } from '../../binding-delivery.ts';
import { instanceHead } from '../../binding-ends.ts';
import { eventClassOf, hostedEventProviders } from '../../event-providers.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleConsumer, sampleSubscription } from '../../samples.ts';

const provider = String.raw`class Sample_Event : __ExtrinsicEvent
{
  uint32 Value;
};

instance of __Win32Provider as $Provider
{
  Name = "Sample Provider";
  CLSID = "{54D8502C-527D-43F7-A506-A9DA075E229C}";
  HostingModel = "Decoupled:Com";
  SecurityDescriptor = "O:BAG:BAD:(A;;0x1;;;BA)";
};

instance of __EventProviderRegistration
{
  Provider = $Provider;
  EventQueryList = {"SELECT * FROM Sample_Event"};
};`;

const filter = String.raw`instance of __EventFilter as $Filter
{
  Name = "Sample Filter";
  EventNamespace = "root\\subscription";
  QueryLanguage = "WQL";
  Query = "SELECT * FROM Sample_Event WHERE Value > 5";
  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
};`;

const consumer = sampleConsumer.replace('%TargetInstance.Name%', '%Value%');

export default rule({
  name: 'msc-decoupled-provider',
  severity: 'warning',
  group: 'binding',
  summary: 'MaintainSecurityContext is not relied on for events of a decoupled provider.',
  why:
    "WMI's access check for a decoupled provider never propagates the token of the client, so that impersonation may give " +
    'another identity than the one that is expected.',
  source: 'providing-events-securely, receiving-events-securely (derived)',
  examples: {
    bad: sampleSubscription({
      filter: `${provider}\n\n${filter}`,
      consumer,
      binding: sampleBinding('  MaintainSecurityContext = TRUE;'),
    }),
    good: sampleSubscription({ filter: `${provider}\n\n${filter}`, consumer }),
  },
  check: {
    compilation(compilation, report) {
      const bindings = compilation.bindings.filter((binding) => maintained(binding) !== undefined);
      if (bindings.length === 0) return;
      const providers = decoupledEventClasses(compilation);
      for (const binding of bindings) {
        const assignment = maintained(binding);
        const provider = providers.get(eventClassIn(targetOf(binding.filter)) ?? '');
        if (assignment === undefined || provider === undefined) continue;
        report({
          file: binding.instance.file,
          at: assignment,
          subject: binding,
          message:
            'The events of this filter come from a decoupled provider, for which WMI never propagates the token of its ' +
            'client (this follows from two documented facts): check whose context the consumer gets, or leave the property out.',
          related: [instanceHead(provider, 'the provider')],
        });
      }
    },
  },
});

/** The decoupled provider of each event class that a registration in the run names, by folded class name. */
function decoupledEventClasses(compilation: Compilation): ReadonlyMap<string, InstanceSymbol> {
  return new Map(
    hostedEventProviders(compilation)
      .filter(({ hostingModel }) => /^\s*decoupled:/i.test(hostingModel.value))
      .flatMap(({ eventClasses, provider }) =>
        [...eventClasses].map((eventClass) => [eventClass, provider] as const),
      ),
  );
}

function eventClassIn(filter: EventFilter | undefined): string | undefined {
  return filter?.query === undefined ? undefined : eventClassOf(filter.query.value);
}
