/** The events that WMI itself makes: about its instances, classes and namespaces, and about its own deliveries. */
import type { ClassKnowledge } from './class-knowledge.ts';

/** The roots of all events, and those that tell of changes in WMI's data. */
const events: readonly ClassKnowledge[] = [
  {
    name: '__Event',
    source: '__Event, providing-events-securely',
    documentation:
      'The abstract root of all events: a filter selects from a class below it, or WMI refuses the query (0x80041059). Events of your own derive from `__ExtrinsicEvent`.',
    properties: {
      TIME_CREATED:
        'When the event was made: intervals of 100 nanoseconds since the beginning of 1601, UTC.',
      SECURITY_DESCRIPTOR:
        'Who may receive the event: the bytes of a self-relative security descriptor, never SDDL text. With NULL everybody may.',
    },
  },
  {
    name: '__ExtrinsicEvent',
    source: '__ExtrinsicEvent, __Event, within-clause',
    documentation:
      'The root of the events that providers define: something happened that is no change of data in WMI. Their providers tell of them, so that a query needs no `WITHIN`. Those of Windows have no `TargetInstance`.',
    properties: {},
  },
  {
    name: '__NamespaceOperationEvent',
    source: '__NamespaceOperationEvent',
    documentation: 'A namespace was created, deleted or changed. The root of the three events.',
    properties: { TargetNamespace: 'The namespace that the event is about.' },
  },
  {
    name: '__NamespaceCreationEvent',
    source: '__NamespaceCreationEvent',
    documentation: 'A namespace was created below the one that the filter looks at.',
    properties: {},
  },
  {
    name: '__NamespaceDeletionEvent',
    source: '__NamespaceDeletionEvent',
    documentation: 'A namespace was deleted.',
    properties: {},
  },
  {
    name: '__NamespaceModificationEvent',
    source: '__NamespaceModificationEvent',
    documentation: 'A namespace was changed.',
    properties: { PreviousNamespace: 'The namespace as it was before the change.' },
  },
  {
    name: '__ClassOperationEvent',
    source: 'wmi-system-classes',
    documentation:
      'A class of the namespace was created, deleted or changed. The root of the three events.',
    properties: { TargetClass: 'The class that the event is about.' },
  },
  {
    name: '__ClassCreationEvent',
    source: 'wmi-system-classes',
    documentation: 'A class of the namespace was created.',
    properties: {},
  },
  {
    name: '__ClassDeletionEvent',
    source: 'wmi-system-classes',
    documentation: 'A class of the namespace was deleted.',
    properties: {},
  },
  {
    name: '__ClassModificationEvent',
    source: 'wmi-system-classes',
    documentation: 'A class of the namespace was changed.',
    properties: { PreviousClass: 'The class as it was before the change.' },
  },
  {
    name: '__InstanceOperationEvent',
    source: 'select-statement-for-event-queries, isa-operator-for-event-queries, within-clause',
    documentation:
      "An instance was created, deleted or changed: the root of the three events. `TargetInstance ISA 'Win32_Process'` says of which class. Where no provider tells of the changes WMI has to look for them, and the query needs a `WITHIN`.",
    properties: {
      TargetInstance:
        'The instance that the event is about; of a changed one, as it is after the change. Its properties follow behind a full stop: `TargetInstance.Name`.',
    },
  },
  {
    name: '__InstanceCreationEvent',
    source: '__InstanceCreationEvent, within-clause',
    documentation:
      'An instance has appeared, such as a process that was started. With `WITHIN` WMI compares all instances from time to time, and one that comes and goes in between is never seen.',
    properties: {},
  },
  {
    name: '__InstanceDeletionEvent',
    source: 'wmi-system-classes, within-clause',
    documentation:
      'An instance has gone, such as a process that has ended. With `WITHIN` WMI compares all instances from time to time, and one that comes and goes in between is never seen.',
    properties: {},
  },
  {
    name: '__InstanceModificationEvent',
    source: '__InstanceModificationEvent, within-clause',
    documentation:
      "A property of an instance has changed. Conditions on the instance before and after keep out changes that do not matter: `PreviousInstance.State <> 'Stopped' AND TargetInstance.State = 'Stopped'`.",
    properties: {
      PreviousInstance:
        'The instance as it was before the change. No other event has it. WQL compares a property with a constant, never with another property.',
    },
  },
  {
    name: '__MethodInvocationEvent',
    source: 'wmi-system-classes',
    documentation: 'Would tell of calls of methods, but is not implemented: it never arrives.',
    properties: {
      Method: 'The name of the method.',
      PreCall: 'TRUE before the call, FALSE behind it.',
      Parameters: 'The parameters of the call.',
    },
  },
  {
    name: '__AggregateEvent',
    source: '__AggregateEvent, group-clause, having-clause',
    documentation:
      'What a query with `GROUP WITHIN` delivers: one event for all that arrived in the time. It does not derive from `__Event`, and has no `TargetInstance` itself: templates and scripts write `Representative.TargetInstance`.',
    properties: {
      NumberOfEvents:
        'How many events the group has. `HAVING` tests it: `HAVING NumberOfEvents > 10`.',
      Representative: 'One of the events of the group.',
    },
  },
];

/** What WMI says about events that it could not deliver. */
const failures: readonly ClassKnowledge[] = [
  {
    name: '__SystemEvent',
    source: 'wmi-system-classes',
    documentation: 'The root of the events by which WMI tells of its own trouble.',
    properties: {},
  },
  {
    name: '__EventDroppedEvent',
    source: 'monitoring-and-responding-to-events-with-standard-consumers, wmi-system-classes',
    documentation:
      'WMI gave up an event without delivering it to a consumer. Other consumers of the same event still get it.',
    properties: {
      Event: 'The event that was lost.',
      IntendedConsumer: 'The consumer that should have had it.',
    },
  },
  {
    name: '__ConsumerFailureEvent',
    source:
      '__ConsumerFailureEvent, monitoring-and-responding-to-events-with-standard-consumers, activescripteventconsumer',
    documentation:
      'A consumer failed: its script has a mistake or took too long, its file could not be written, and the like. Other consumers of the same event still get it.',
    properties: {
      ErrorCode: 'The number of the error.',
      ErrorDescription: 'The error in words.',
      ErrorObject: 'More about the error, where the provider gives it.',
    },
  },
  {
    name: '__QOSFailureEvent',
    source: '__FilterToConsumerBinding (derived)',
    documentation:
      "An event was lost because it could not be delivered with the quality of service of the binding, its `DeliveryQoS`. The vendor's list of system classes leaves this class out.",
    properties: {
      ErrorCode: 'The number of the error.',
      ErrorDescription: 'The error in words.',
    },
  },
  {
    name: '__EventQueueOverflowEvent',
    source: '__EventQueueOverflowEvent',
    documentation:
      'An event was lost because the queue of waiting events was full; all queues together have 10 MB by default. Only administrators receive this event.',
    properties: { CurrentQueueSize: 'How many bytes the queue had.' },
  },
];

export const intrinsicEventClasses: readonly ClassKnowledge[] = [...events, ...failures];
