/** What the groups of rules are about, for the documentation. */
import type { RuleGroup } from './rule.ts';

export interface GroupText {
  readonly title: string;
  /** One or two sentences. */
  readonly about: string;
}

export const ruleGroups: Readonly<Record<RuleGroup, GroupText>> = {
  syntax: {
    title: 'Syntax',
    about: 'Whether the text is MOF, and whether its strings say what they seem to say.',
  },
  carrier: {
    title: 'Damage from other languages',
    about:
      'What programs, shells, web pages, Markdown and logs leave in a MOF text that travelled in them. Such a text is read as it was meant before, so that the other rules still find what is wrong with it.',
  },
  alias: {
    title: 'Aliases',
    about: 'The names behind as, by which the objects of one file refer to one another.',
  },
  pragma: {
    title: 'Pragmas, includes and encodings',
    about: 'Where declarations go, which files belong to a text, and how it is stored.',
  },
  class: {
    title: 'Classes and their instances',
    about: 'Declarations of classes, their keys, and what an instance owes its class.',
  },
  type: {
    title: 'Types and values',
    about: 'Whether a property exists, and whether a value can be made into its type.',
  },
  qualifier: {
    title: 'Qualifiers',
    about: 'The lists in square brackets: types, scopes, flavors, limits and value maps.',
  },
  method: {
    title: 'Methods',
    about: 'Declarations of methods and their parameters.',
  },
  'creator-sid': {
    title: 'CreatorSID',
    about:
      'The bytes that say whose a subscription is. One wrong byte, and it compiles and never fires.',
  },
  'event-access': {
    title: 'EventAccess and SDDL',
    about:
      'Who may publish events to a filter, and so set off its consumers, and whether the descriptor that says it is one.',
  },
  binding: {
    title: 'Bindings',
    about: 'What joins a filter with a consumer, and how events are delivered.',
  },
  filter: {
    title: 'Event filters',
    about: 'What an event filter must have, and in which namespace it waits.',
  },
  wql: {
    title: 'Queries',
    about: 'The WQL of filters: whether WMI takes it, what it costs, and what it lets through.',
  },
  consumer: {
    title: 'Consumers',
    about:
      'What the five standard consumers run, write and send, as whom, and what others can make of it.',
  },
  template: {
    title: 'Templates',
    about: 'The %Property% parts of texts that WMI fills in from the event.',
  },
  suspicious: {
    title: 'Suspicious content',
    about:
      'What subscriptions do that were put on a machine to stay there unseen. A finding says what was seen, and leaves the verdict to the reader.',
  },
  provider: {
    title: 'Providers and their registrations',
    about: 'The other end of an event: who raises it, as whom, and for whom.',
  },
  namespace: {
    title: 'Security of namespaces',
    about: 'Who has access to a namespace that a file creates.',
  },
  wdm: {
    title: 'Classes of drivers',
    about: 'What WMI asks of the data blocks and event blocks that kernel drivers serve.',
  },
  suppression: {
    title: 'Comments that suppress findings',
    about: 'Whether the mofsec-disable comments of a file do what their author believes.',
  },
};
