/** The parts of a permanent subscription. */
import type { ClassKnowledge } from './class-knowledge.ts';

/** Filter, consumer and binding each declare it themselves. */
const creatorSid =
  'The SID of the creator, as bytes. Filter, consumer and binding must have the same one, or the subscription does not work; `{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}` is the Administrators group. The default of the class is Local System, yet what WMI stores where nothing is written depends on the version of Windows and on who compiles the file.';

/** The classes that every subscription is made of. */
export const subscriptionClasses: readonly ClassKnowledge[] = [
  {
    name: '__IndicationRelated',
    source: 'wmi-system-classes',
    documentation:
      'The abstract root of all that has to do with events: filters, consumers, bindings, timers, and the events themselves. It has no properties.',
    properties: {},
  },
  {
    name: '__EventFilter',
    source:
      '__EventFilter, creating-an-event-filter, monitoring-events, receiving-events-securely, implementing-cross-namespace-permanent-event-subscriptions',
    documentation:
      'A query that says which events are delivered: the first part of a permanent subscription. It does nothing before a `__FilterToConsumerBinding` joins it to a consumer; one filter may feed many. `root\\subscription` is the recommended namespace for it, whichever namespace the events come from.',
    properties: {
      Name: 'The key. Another filter of the same name in the namespace overwrites this one; where the name is empty WMI fills in a GUID.',
      EventNamespace:
        'The namespace in which the events originate: `"root\\\\cimv2"`, with doubled backslashes in MOF. Without it WMI looks for them in the namespace of the filter.',
      QueryLanguage: 'Must be `"WQL"`, and is required.',
      Query:
        "The event query, which is required: `SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Process'`. Where it fails WMI logs event 10 of the source WinMgmt, and the subscription sees nothing.",
      EventAccess:
        'Who may publish events to the filter: a security descriptor in SDDL, whose right `0x80` counts. Without it everyone may set off what is bound to the filter. `"O:BAG:BAD:(A;;0x80;;;BA)"` admits administrators alone. A provider whose account is not admitted cannot reach the filter either.',
      CreatorSID: creatorSid,
    },
  },
  {
    name: '__EventConsumer',
    source:
      '__EventConsumer, creating-a-logical-consumer, registering-an-event-consumer-provider, receiving-events-securely',
    documentation:
      'The abstract root of logical consumers: what happens when an event arrives. It has no key, so that each derived class declares its own, usually `Name`. A provider does the work; `__EventConsumerProviderRegistration` says which.',
    properties: {
      MachineName:
        'The computer to which WMI sends the events. Scripts cannot run on another one: that is a convention of the standard consumers.',
      MaximumQueueSize: 'How many bytes of events may wait for this consumer.',
      CreatorSID: creatorSid,
    },
  },
  {
    name: '__FilterToConsumerBinding',
    source:
      '__FilterToConsumerBinding, binding-an-event-filter-with-a-logical-consumer, implementing-a-physical-consumer, receiving-events-securely',
    documentation:
      'Joins a filter to a consumer: from then on the subscription works, and whoever deletes the binding ends it. One filter may be bound to many consumers, and the other way round. Windows records each new binding as event 5861 of WMI-Activity/Operational.',
    properties: {
      Filter:
        'The `__EventFilter`, by an alias of the same file or by its object path: `"__EventFilter.Name=\\"F\\""`. It is part of the key and required.',
      Consumer:
        'The consumer, by an alias of the same file or by its object path: `"CommandLineEventConsumer.Name=\\"C\\""`. It is part of the key and required.',
      DeliveryQoS:
        'How events are delivered: `0` synchronously, `1` asynchronously. No other value is documented, and there is no default.',
      DeliverSynchronously:
        'Obsolete: write `DeliveryQoS`, which it overrides where it is TRUE. A synchronous consumer has to be done in about 100 microseconds; a slow one blocks the provider and delays all other consumers. NULL is refused (0x80041028); the default is FALSE.',
      MaintainSecurityContext:
        'TRUE delivers the event in the security context of its provider. Only a consumer in a DLL can receive it so, which `ActiveScriptEventConsumer` never is, and the account that runs the consumer needs full write access to the repository. The default is FALSE.',
      SlowDownProviders:
        'TRUE slows the providers of the events down while this consumer cannot keep up. The default is FALSE.',
      CreatorSID: creatorSid,
    },
  },
];
