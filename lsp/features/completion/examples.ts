/** What instances of WMI's classes look like when they are secure and work: the values to begin with. */
import { administratorsArray, restrictiveEventAccess } from '../../../src/linter/fixes.ts';
import { hole, type Snippet, snippet } from './snippet.ts';

/** A property and its value, as written in MOF. */
export type Example = readonly [property: string, value: Snippet];

/** An instance as a person begins it. */
export interface InstanceExample {
  /** The alias without its dollar sign; undefined where nothing refers to such an instance. */
  readonly alias: string | undefined;
  /** The properties that it has from the beginning. */
  readonly body: readonly Example[];
  /** Others, for those who add them. */
  readonly more?: readonly Example[];
}

const administrators = hole(administratorsArray, 'sid');
const creatorSid: Example = ['CreatorSID', [administrators]];
const killTimeout: Example = ['KillTimeout', snippet`${hole('60')}`];
const scriptFile: Example = [
  'ScriptFileName',
  snippet`"${hole(String.raw`C:\\Program Files\\Vendor\\report.js`)}"`,
];

/** A query that WMI polls for; nearly every filter that is not about a provider's own events has one like it. */
export const pollingQuery: Snippet = snippet`SELECT * FROM ${hole('__InstanceModificationEvent')} WITHIN ${hole('300')} WHERE TargetInstance ISA '${hole('Win32_Service')}'`;

const filter: InstanceExample = {
  alias: 'Filter',
  body: [
    ['Name', snippet`"${hole('Vendor Filter')}"`],
    ['EventNamespace', snippet`"${hole(String.raw`root\\cimv2`)}"`],
    ['QueryLanguage', snippet`"WQL"`],
    ['Query', snippet`"${pollingQuery}"`],
    ['EventAccess', snippet`"${hole(restrictiveEventAccess)}"`],
    creatorSid,
  ],
};

const commandLine: InstanceExample = {
  alias: 'Consumer',
  body: [
    ['Name', snippet`"${hole('Vendor Consumer')}"`],
    ['ExecutablePath', snippet`"${program()}"`],
    ['CommandLineTemplate', snippet`"\"${program()}\" ${hole('/report')}"`],
    killTimeout,
    creatorSid,
  ],
  more: [
    ['WorkingDirectory', snippet`"${hole(String.raw`C:\\Program Files\\Vendor`)}"`],
    ['WindowTitle', snippet`"${hole('Report')}"`],
  ],
};

function program(): Snippet {
  return [hole(String.raw`C:\\Program Files\\Vendor\\report.exe`, 'program')];
}

const script: InstanceExample = {
  alias: 'Consumer',
  body: [
    ['Name', snippet`"${hole('Vendor Consumer')}"`],
    ['ScriptingEngine', snippet`"${hole('JScript')}"`],
    scriptFile,
    killTimeout,
    creatorSid,
  ],
};

const logFile: InstanceExample = {
  alias: 'Consumer',
  body: [
    ['Name', snippet`"${hole('Vendor Consumer')}"`],
    ['Filename', snippet`"${hole(String.raw`C:\\ProgramData\\Vendor\\Logs\\events.log`)}"`],
    ['Text', snippet`"${hole('%TargetInstance.Name% changed')}"`],
    creatorSid,
  ],
  more: [['MaximumFileSize', snippet`${hole('65535')}`]],
};

const eventLog: InstanceExample = {
  alias: 'Consumer',
  body: [
    ['Name', snippet`"${hole('Vendor Consumer')}"`],
    ['SourceName', snippet`"${hole('Vendor')}"`],
    ['EventID', snippet`${hole('1000')}`],
    ['EventType', snippet`${hole('4')}`],
    ['NumberOfInsertionStrings', snippet`1`],
    ['InsertionStringTemplates', snippet`{"${hole('%TargetInstance.Name%')}"}`],
    creatorSid,
  ],
};

const mail: InstanceExample = {
  alias: 'Consumer',
  body: [
    ['Name', snippet`"${hole('Vendor Consumer')}"`],
    ['SMTPServer', snippet`"${hole('mail.vendor.example')}"`],
    ['FromLine', snippet`"${hole('wmi@vendor.example')}"`],
    ['ToLine', snippet`"${hole('operations@vendor.example')}"`],
    ['Subject', snippet`"${hole('%TargetInstance.Name% changed')}"`],
    ['Message', snippet`"${hole('%TargetInstance.Name% changed')}"`],
    creatorSid,
  ],
  more: [
    ['ReplyToLine', snippet`"${hole('operations@vendor.example')}"`],
    ['CcLine', snippet`"${hole('operations@vendor.example')}"`],
    ['BccLine', snippet`"${hole('operations@vendor.example')}"`],
    ['HeaderFields', snippet`{"${hole('X-Priority: 1')}"}`],
  ],
};

const binding: InstanceExample = {
  alias: undefined,
  body: [
    ['Filter', snippet`$${hole('Filter', 'Filter')}`],
    ['Consumer', snippet`$${hole('Consumer', 'Consumer')}`],
    creatorSid,
  ],
};

/** A provider in a process of WMI; what a decoupled one has instead is in templates.ts. */
const provider: InstanceExample = {
  alias: 'Provider',
  body: [
    ['Name', snippet`"${hole('Vendor Provider')}"`],
    ['CLSID', snippet`"{${hole('0DAB4C0F-7F2E-4C0B-8F43-6D1F3C7D5A11')}}"`],
    ['HostingModel', snippet`"${hole('NetworkServiceHost')}"`],
  ],
  more: [['SecurityDescriptor', snippet`"${hole('O:BAG:BAD:(A;;0x1;;;BA)')}"`]],
};

function registration(...others: readonly Example[]): InstanceExample {
  return {
    alias: undefined,
    body: [['Provider', snippet`$${hole('Provider', 'Provider')}`], ...others],
  };
}

const examples: Readonly<Record<string, InstanceExample>> = {
  __EventFilter: filter,
  CommandLineEventConsumer: commandLine,
  ActiveScriptEventConsumer: script,
  LogFileEventConsumer: logFile,
  NTEventLogEventConsumer: eventLog,
  SMTPEventConsumer: mail,
  __FilterToConsumerBinding: binding,
  __Win32Provider: provider,
  __EventProviderRegistration: registration([
    'EventQueryList',
    snippet`{"SELECT * FROM ${hole('Vendor_Event', 'event')}"}`,
  ]),
  __EventConsumerProviderRegistration: registration([
    'ConsumerClassNames',
    snippet`{"${hole('Vendor_Consumer', 'consumer-class')}"}`,
  ]),
  __InstanceProviderRegistration: registration(
    ['SupportsGet', snippet`TRUE`],
    ['SupportsEnumeration', snippet`TRUE`],
  ),
  __MethodProviderRegistration: registration(),
  __PropertyProviderRegistration: registration(['SupportsGet', snippet`TRUE`]),
  __ClassProviderRegistration: registration(['SupportsGet', snippet`TRUE`]),
  __IntervalTimerInstruction: {
    alias: undefined,
    body: [
      ['TimerId', snippet`"${hole('Vendor Timer', 'timer')}"`],
      ['IntervalBetweenEvents', snippet`${hole('3600000')}`],
    ],
  },
  __AbsoluteTimerInstruction: {
    alias: undefined,
    body: [
      ['TimerId', snippet`"${hole('Vendor Timer', 'timer')}"`],
      ['EventDateTime', snippet`"${hole('20300101000000.000000+000')}"`],
    ],
  },
  __Namespace: { alias: undefined, body: [['Name', snippet`"${hole('Vendor')}"`]] },
};

const byName: ReadonlyMap<string, InstanceExample> = new Map(
  Object.entries(examples).map(([name, example]) => [name.toLowerCase(), example]),
);

/** How an instance of a class begins; undefined for a class that has no example. */
export function exampleOf(className: string): InstanceExample | undefined {
  return byName.get(className.toLowerCase());
}

/** What a property of a class is set to in its example, or in that of the nearest ancestor that has one. */
export function exampleValue(lineage: readonly string[], property: string): Snippet | undefined {
  const folded = property.toLowerCase();
  for (const name of lineage) {
    const { body = [], more = [] } = exampleOf(name) ?? {};
    const found = [...body, ...more].find(([name]) => name.toLowerCase() === folded);
    if (found !== undefined) return found[1];
  }
  return folded === 'creatorsid' ? [administrators] : undefined;
}

/** Properties that WMI does not use or that are obsolete, so that nobody should begin to set them; folded. */
const idle: ReadonlyMap<string, readonly string[]> = new Map([
  ['commandlineeventconsumer', ['createnewconsole', 'desktopname']],
  ['activescripteventconsumer', ['machinename']],
  ['__filtertoconsumerbinding', ['deliversynchronously']],
  [
    '__win32provider',
    `concurrency initializationtimeoutinterval operationtimeoutinterval supportsexplicitshutdown
     supportsextendedstatus supportsquotas supportssendstatus supportsshutdown supportsthrottling
     unloadtimeout`.split(/\s+/),
  ],
]);

/** Whether there is no use in setting a property of a class. */
export function isIdle(lineage: readonly string[], property: string): boolean {
  const folded = property.toLowerCase();
  return lineage.some((name) => idle.get(name.toLowerCase())?.includes(folded) ?? false);
}
