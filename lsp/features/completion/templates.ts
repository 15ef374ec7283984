/** Whole declarations to begin a file, or a part of it, with. */
import type { Document } from '../../../grammar/mof/ast.ts';
import { exampleOf, type InstanceExample } from './examples.ts';
import { bodyText, exampleText, instanceText } from './instance-text.ts';
import { hole, joined, type Snippet, snippet } from './snippet.ts';

export interface Template {
  readonly label: string;
  readonly detail: string;
  readonly text: Snippet;
  /** The namespace that it belongs to, as text between quotation marks; undefined where any will do. */
  readonly namespace?: string;
}

const subscriptionNamespace = String.raw`\\\\.\\root\\subscription`;
const vendorNamespace = String.raw`\\\\.\\root\\Vendor`;

function declarations(...parts: readonly Snippet[]): Snippet {
  return joined(parts, '\n\n');
}

/** A filter, a consumer and their binding. */
function subscription(className: string, label: string): Template {
  return {
    label: `subscription: ${label}`,
    detail: `a filter, a ${className} and their binding`,
    namespace: subscriptionNamespace,
    text: declarations(
      exampleText('__EventFilter'),
      exampleText(className),
      exampleText('__FilterToConsumerBinding'),
    ),
  };
}

const eventClass = snippet`class ${hole('Vendor_Event', 'event')} : __ExtrinsicEvent
{
  string Text;
};`;

const consumerClass = snippet`class ${hole('Vendor_Consumer', 'consumer-class')} : __EventConsumer
{
  [Key] string Name;
};`;

const decoupledProvider: InstanceExample = {
  alias: 'Provider',
  body: [
    ['Name', snippet`"${hole('Vendor Provider')}"`],
    ['CLSID', snippet`"{54D8502C-527D-43F7-A506-A9DA075E229C}"`],
    ['HostingModel', snippet`"Decoupled:Com"`],
    ['SecurityDescriptor', snippet`"${hole('O:BAG:BAD:(A;;0x1;;;BA)')}"`],
  ],
};

const timerFilter: InstanceExample = {
  alias: 'Filter',
  body: (exampleOf('__EventFilter')?.body ?? []).map(([name, value]) => {
    if (name === 'EventNamespace') return [name, snippet`"root\\subscription"`];
    if (name !== 'Query') return [name, value];
    return [
      name,
      snippet`"SELECT * FROM __TimerEvent WHERE TimerId = '${hole('Vendor Timer', 'timer')}'"`,
    ];
  }),
};

const timerConsumer: InstanceExample = {
  alias: 'Consumer',
  body: (exampleOf('NTEventLogEventConsumer')?.body ?? []).map(([name, value]) =>
    name === 'InsertionStringTemplates' ? [name, snippet`{"${hole('%TimerId%')}"}`] : [name, value],
  ),
};

/** All templates; those of subscriptions first. */
export const templates: readonly Template[] = [
  subscription('NTEventLogEventConsumer', 'event log'),
  subscription('LogFileEventConsumer', 'log file'),
  subscription('CommandLineEventConsumer', 'program'),
  subscription('ActiveScriptEventConsumer', 'script'),
  subscription('SMTPEventConsumer', 'mail'),
  {
    label: 'subscription: timer',
    detail: 'a timer instruction, and a subscription to it',
    namespace: subscriptionNamespace,
    text: declarations(
      exampleText('__IntervalTimerInstruction'),
      instanceText('__EventFilter', timerFilter),
      instanceText('NTEventLogEventConsumer', timerConsumer),
      exampleText('__FilterToConsumerBinding'),
    ),
  },
  {
    label: 'event provider',
    detail: 'an event class and its provider in a process of WMI',
    namespace: vendorNamespace,
    text: declarations(
      eventClass,
      exampleText('__Win32Provider'),
      exampleText('__EventProviderRegistration'),
    ),
  },
  {
    label: 'event provider: decoupled',
    detail: 'an event class and its provider in a program of its own',
    namespace: vendorNamespace,
    text: declarations(
      eventClass,
      instanceText('__Win32Provider', decoupledProvider),
      exampleText('__EventProviderRegistration'),
    ),
  },
  {
    label: 'event consumer provider',
    detail: 'a consumer class and its provider',
    namespace: vendorNamespace,
    text: declarations(
      consumerClass,
      exampleText('__Win32Provider'),
      exampleText('__EventConsumerProviderRegistration'),
    ),
  },
  {
    label: 'namespace',
    detail: 'a new namespace and who may use it',
    namespace: String.raw`\\\\.\\root`,
    text: [
      ...snippet`[NamespaceSecuritySDDL("${hole('O:BAG:BAD:(A;CI;0x6001F;;;BA)')}")]
instance of __Namespace
`,
      ...bodyText(exampleOf('__Namespace')?.body ?? []),
    ],
  },
  {
    label: 'class: with a key',
    detail: 'a class of objects',
    text: snippet`class ${hole('Vendor_Object')}
{
  [Key] string ${hole('Name')};
  ${hole('uint32')} ${hole('Size')};
};`,
  },
  { label: 'class: event', detail: 'events that a provider raises', text: eventClass },
  {
    label: 'class: association',
    detail: 'ties objects of two classes together',
    text: snippet`[Association]
class ${hole('Vendor_Link')}
{
  [Key] ${hole('Vendor_Object')} ref ${hole('Whole')};
  [Key] ${hole('Vendor_Object')} ref ${hole('Part')};
};`,
  },
  {
    label: 'class: data block of a driver',
    detail: 'a class that a driver serves',
    namespace: String.raw`\\\\.\\root\\wmi`,
    text: snippet`[Dynamic, Provider("WMIProv"), WMI, Guid("{${hole('6D1F3C7D-5A11-4C0B-8F43-0DAB4C0F7F2E')}}")]
class ${hole('Vendor_Block')}
{
  [Key, Read] string InstanceName;
  [Read] boolean Active;
  [WmiDataId(1), Read] uint32 ${hole('Level')};
};`,
  },
];

/** A template with the lines that the file needs before it. */
export function templateText(
  { text, namespace }: Template,
  { items }: Document,
  offset: number,
): Snippet {
  if (namespace === undefined) return text;
  const before = items.filter((item) => item.kind === 'Pragma' && item.start < offset);
  const has = (name: string): boolean =>
    before.some((item) => item.kind === 'Pragma' && item.name.name.toLowerCase() === name);
  const pragmas = [
    // It stands on the first line of a file or nowhere.
    ...(items.every(({ start }) => start >= offset) ? ['#pragma autorecover\n'] : []),
    ...(has('namespace') ? [] : [`#pragma namespace("${namespace}")\n`]),
  ];
  return pragmas.length === 0 ? text : [...pragmas, '\n', ...text];
}

/** Names of which a file has one each, as the templates write them. */
const names = /^(?:Filter|Consumer|Provider|Vendor(?:_| )[A-Za-z]+)$/;

/** The same with other aliases and names, where the file has these already. */
export function withFreshNames(text: Snippet, document: Document): Snippet {
  const number = freshNumber(document);
  if (number === 1) return text;
  return text.map((part) =>
    typeof part !== 'string' && names.test(part.text)
      ? { ...part, text: `${part.text}${part.text.includes(' ') ? ' ' : ''}${number}` }
      : part,
  );
}

const freshNumbers = new WeakMap<Document, number>();

/** The first number that no alias of the templates has behind it in a file. */
function freshNumber(document: Document): number {
  let number = freshNumbers.get(document);
  if (number === undefined) {
    const taken = aliasesIn(document);
    const isTaken = (suffix: string): boolean =>
      ['filter', 'consumer', 'provider'].some((name) => taken.has(`$${name}${suffix}`));
    number = 1;
    while (isTaken(number === 1 ? '' : String(number))) number++;
    freshNumbers.set(document, number);
  }
  return number;
}

/** Folded, with the dollar sign. */
function aliasesIn({ items }: Document): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) =>
      item.kind === 'InstanceDeclaration' && item.alias !== undefined
        ? [item.alias.name.toLowerCase()]
        : [],
    ),
  );
}
