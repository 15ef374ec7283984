/** What providers are registered for. */
import type { ClassKnowledge } from './class-knowledge.ts';

/** A provider has one registration of each kind in a namespace. */
const provider =
  'The `__Win32Provider`, by an alias of the same file or by its object path. It is the only key: a second registration of this kind for the same provider overwrites the first.';

const notDecoupled = 'Decoupled providers cannot be registered for it.';

export const registrationClasses: readonly ClassKnowledge[] = [
  {
    name: '__ProviderRegistration',
    source: 'registering-a-provider, wmi-system-classes',
    documentation:
      'The abstract root of the registrations, each of which says one thing that a provider is for. Only administrators may create or delete them.',
    properties: { Provider: 'The `__Win32Provider` that the registration is about.' },
  },
  {
    name: '__EventProviderRegistration',
    source: '__EventProviderRegistration, registering-an-event-provider, wmi-event-messages',
    documentation:
      'Registers a provider of events. Each query says which events it makes; WMI ignores one that is wrong or too broad, and notes that in the event log.',
    properties: {
      Provider: provider,
      EventQueryList:
        "Event queries for what the provider makes: `SELECT * FROM My_Event`. One for events about instances names their class with `ISA` and covers all instances of it: `SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'My_Class'`.",
    },
  },
  {
    name: '__EventConsumerProviderRegistration',
    source: '__EventConsumerProviderRegistration, registering-an-event-consumer-provider',
    documentation:
      'Registers a provider of event consumers, the part that acts when an event arrives. It stands in the namespace of the consumer class; a standard consumer that is registered anew outside of `root\\subscription` escapes the eyes of several tools.',
    properties: {
      Provider: provider,
      ConsumerClassNames:
        'The names of the consumer classes that the provider serves, each derived from `__EventConsumer`.',
    },
  },
  {
    name: '__MethodProviderRegistration',
    source: 'registering-a-provider, wmi-system-classes',
    documentation: 'Registers a provider that carries out methods of classes.',
    properties: { Provider: provider },
  },
  {
    name: '__PropertyProviderRegistration',
    source: '__PropertyProviderRegistration, choosing-correct-registration',
    documentation: `Registers a provider that supplies single properties of instances. ${notDecoupled}`,
    properties: {
      Provider: provider,
      SupportsGet: 'Whether the provider can read the properties. The default is FALSE.',
      SupportsPut: 'Whether the provider can change the properties. The default is FALSE.',
    },
  },
  {
    name: '__ObjectProviderRegistration',
    source: '__InstanceProviderRegistration, wmi-system-classes',
    documentation:
      'The abstract root of the registrations for providers of instances and of classes: what of them the provider can do.',
    properties: {
      SupportsGet: 'Whether the provider can get one object. The default is FALSE.',
      SupportsPut: 'Whether the provider can create and change objects. The default is FALSE.',
      SupportsDelete: 'Whether the provider can delete objects. The default is FALSE.',
      SupportsEnumeration: 'Whether the provider can list all objects. The default is FALSE.',
      SupportsBatching: 'Whether the provider can take several requests at once.',
      SupportsTransactions: 'Whether the provider can take part in transactions.',
      QuerySupportLevels: 'Which queries the provider answers itself.',
      InteractionType: 'How WMI and the provider work together. The default is 0, pull.',
    },
  },
  {
    name: '__InstanceProviderRegistration',
    source: '__InstanceProviderRegistration, choosing-correct-registration',
    documentation:
      'Registers a provider that makes the instances of dynamic classes, which name it with `Dynamic` and `Provider("...")`.',
    properties: { Provider: provider },
  },
  {
    name: '__ClassProviderRegistration',
    source: '__ClassProviderRegistration, choosing-correct-registration',
    documentation: `Registers a provider that makes whole classes. ${notDecoupled}`,
    properties: {
      Provider: provider,
      Version: 'The version of the registration.',
      ResultSetQueries: 'Queries for the classes that the provider makes.',
      ReferencedSetQueries: 'Queries for the classes that those of the provider refer to.',
      UnsupportedQueries: 'Queries that the provider does not answer.',
      CacheRefreshInterval:
        'After how long the classes that were kept are fetched again: an interval, `"00000000000500.000000:000"` is five minutes.',
      PerUserSchema: 'Whether each user may be given other classes.',
      ReSynchroniseOnNamespaceOpen:
        'Whether the classes are fetched again whenever a client opens the namespace.',
    },
  },
];
