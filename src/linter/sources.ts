/**
 * Where the facts behind the rules are documented. A rule names the pages by their file names, as vendors do in their
 * repositories; here these become titles and addresses that anybody can look up.
 */

/** Something that a rule rests on: a page with an address, or what else there is, in plain words. */
export interface Source {
  readonly title: string;
  /** An `https:` address. */
  readonly address?: string;
  /** How the rule comes from it, where it does not simply say so: `derived`, `advice`. */
  readonly remark?: string;
}

const learn = 'https://learn.microsoft.com';

/** The titles of pages of Microsoft Learn by file name; the folder of `wmisdk` is left out. */
const titles: Readonly<Record<string, string>> = {
  // Windows Management Instrumentation (wmisdk)
  '--absolutetimerinstruction': '__AbsoluteTimerInstruction class',
  '--event': '__Event class',
  '--eventconsumer': '__EventConsumer class',
  '--eventconsumerproviderregistration': '__EventConsumerProviderRegistration class',
  '--eventfilter': '__EventFilter class',
  '--eventproviderregistration': '__EventProviderRegistration class',
  '--filtertoconsumerbinding': '__FilterToConsumerBinding class',
  '--instancemodificationevent': '__InstanceModificationEvent class',
  '--intervaltimerinstruction': '__IntervalTimerInstruction class',
  '--systemsecurity-setsd': 'SetSD method of the __SystemSecurity class',
  '--win32provider': '__Win32Provider class',
  '-include': '#include preprocessor command',
  '-pragma': '#pragma preprocessor command',
  'access-to-wmi-namespaces': 'Access to WMI Namespaces',
  activescripteventconsumer: 'ActiveScriptEventConsumer class',
  'adding-a-property': 'Adding a Property',
  'binding-an-event-filter-with-a-logical-consumer':
    'Binding an Event Filter with a Logical Consumer',
  'choosing-correct-registration': 'Choosing Correct Registration',
  commandlineeventconsumer: 'CommandLineEventConsumer class',
  'compiling-mof-code-with-floating-point-values': 'Compiling MOF Code with Floating-Point Values',
  'creating-a-base-class': 'Creating a Base Class',
  'creating-a-child-namespace-with-mof-code': 'Creating a Child Namespace with MOF Code',
  'creating-a-class': 'Creating a Class',
  'creating-a-comment': 'Creating a Comment',
  'creating-a-derived-class': 'Creating a Derived Class',
  'creating-a-logical-consumer': 'Creating a Logical Consumer',
  'creating-a-proper-where-clause-for-the-registry-provider':
    'Creating a Proper WHERE Clause for the Registry Provider',
  'creating-a-timer-event-with-win32-localtime-or-win32-utctime':
    'Creating a Timer Event with Win32_LocalTime or Win32_UTCTime',
  'creating-an-alias': 'Creating an Alias',
  'creating-an-event-filter': 'Creating an Event Filter',
  'creating-an-instance-using-mof': 'Creating an Instance Using MOF',
  'creating-hierarchies-within-wmi': 'Creating Hierarchies Within WMI',
  'date-and-time-format': 'Date and Time Format',
  'declaring-an-association-class': 'Declaring an Association Class',
  'describing-a-wmi-namespace-object-path': 'Describing a WMI Namespace Object Path',
  'describing-an-instance-object-path': 'Describing an Instance Object Path',
  'dynamic-qualifier': 'Dynamic Qualifier',
  'event-security-constants': 'Event Security Constants',
  'group-clause': 'GROUP Clause',
  'having-clause': 'HAVING Clause',
  'impersonating-a-client': 'Impersonating a Client',
  'implementing-a-physical-consumer': 'Implementing a Physical Consumer',
  'implementing-cross-namespace-permanent-event-subscriptions':
    'Implementing Cross-Namespace Permanent Event Subscriptions',
  'incorporating-a-provider-in-an-application': 'Incorporating a Provider in an Application',
  'interval-format': 'Interval Format',
  'isa-operator-for-event-queries': 'ISA Operator for Event Queries',
  'key-qualifier': 'Key Qualifier',
  'like-operator': 'LIKE Operator',
  logfileeventconsumer: 'LogFileEventConsumer class',
  'mof-arrays': 'Arrays in MOF',
  'mof-data-types': 'MOF Data Types',
  mofcomp: 'mofcomp',
  'monitoring-and-responding-to-events-with-standard-consumers':
    'Monitoring and Responding to Events with Standard Consumers',
  'monitoring-events': 'Monitoring Events',
  'namespace-access-rights-constants': 'Namespace Access Rights Constants',
  'namespace-ace-flag-constants': 'Namespace ACE Flag Constants',
  'namespace-ace-type-constants': 'Namespace ACE Type Constants',
  nteventlogeventconsumer: 'NTEventLogEventConsumer class',
  numbers: 'Numbers in MOF',
  'pragma-amendment': '#pragma amendment',
  'pragma-autorecover': '#pragma autorecover',
  'pragma-classflags': '#pragma classflags',
  'pragma-deleteclass': '#pragma deleteclass',
  'pragma-deleteinstance': '#pragma deleteinstance',
  'pragma-instanceflags': '#pragma instanceflags',
  'pragma-namespace': '#pragma namespace',
  'provider-hosting-and-security': 'Provider Hosting and Security',
  'providing-events-securely': 'Providing Events Securely',
  'qualifier-flavors': 'Qualifier Flavors',
  'receiving-a-timed-or-repeating-event': 'Receiving a Timed or Repeating Event',
  'receiving-events-securely': 'Receiving Events Securely',
  references: 'References in MOF',
  'registering-a-provider': 'Registering a Provider',
  'registering-an-event-consumer-provider': 'Registering an Event Consumer Provider',
  'registering-an-event-provider': 'Registering an Event Provider',
  'registering-for-system-registry-events': 'Registering for System Registry Events',
  'requiring-an-encrypted-connection-to-a-namespace':
    'Requiring an Encrypted Connection to a Namespace',
  'running-a-program-from-the-command-line-based-on-an-event':
    'Running a Program from the Command Line Based on an Event',
  scriptingstandardconsumersetting: 'ScriptingStandardConsumerSetting class',
  'securing-your-provider': 'Securing Your Provider',
  'select-statement-for-event-queries': 'SELECT Statement for Event Queries',
  'setting-namespace-security-when-the-namespace-is-created':
    'Setting Namespace Security When the Namespace is Created',
  smtpeventconsumer: 'SMTPEventConsumer class',
  'standard-qualifiers': 'Standard Qualifiers',
  'standard-wmi-qualifiers': 'Standard WMI Qualifiers',
  strings: 'Strings in MOF',
  'unloading-a-provider': 'Unloading a Provider',
  'using-standard-string-templates': 'Using Standard String Templates',
  'where-clause': 'WHERE Clause',
  'within-clause': 'WITHIN Clause',
  'wmi-classes': 'WMI Classes',
  'wmi-error-constants': 'WMI Error Constants',
  'wmi-event-messages': 'WMI Event Messages',
  'wmi-object-path-requirements': 'WMI Object Path Requirements',
  'wmi-system-classes': 'WMI System Classes',
  'wql-operators': 'WQL Operators',
  'wql-sql-for-wmi': 'WQL (SQL for WMI)',
  // Drivers
  'kernel/required-items-in-wmi-classes': 'Required Items in WMI Classes',
  'kernel/wmi-class-names-and-base-classes': 'WMI Class Names and Base Classes',
  'kernel/wmi-class-qualifiers': 'WMI Class Qualifiers',
  'kernel/wmi-property-qualifiers': 'WMI Property Qualifiers',
  // Authorization
  'SecAuthZ/ace-strings': 'ACE Strings',
  'SecAuthZ/dacls-and-aces': 'DACLs and ACEs',
  'SecAuthZ/mandatory-integrity-control': 'Mandatory Integrity Control',
  'SecAuthZ/security-descriptor-string-format': 'Security Descriptor String Format',
  'SecAuthZ/security-descriptors': 'Security Descriptors',
  'SecAuthZ/sid-strings': 'SID Strings',
  'SecAuthZ/standard-access-rights': 'Standard Access Rights',
  'SecAuthZ/well-known-sids': 'Well-known SIDs',
  // Functions and constants
  'sdk-api/ne-iads-ads_rights_enum': 'ADS_RIGHTS_ENUM enumeration',
  'sdk-api/nf-processthreadsapi-createprocessw': 'CreateProcessW function',
  'sdk-api/nf-securitybaseapi-accesscheck': 'AccessCheck function',
  'sdk-api/nf-winbase-reporteventw': 'ReportEventW function',
  'sdk-api/nf-wbemprov-iwbemeventsink-setsinksecurity': 'IWbemEventSink::SetSinkSecurity method',
};

/**
 * A class, with the folder of its provider where that is another one than `wmisdk`: its page is named after it.
 * `__TimerEvent`, `CIMWin32Prov/Win32_Process`
 */
const classPage = /^(?:\w+\/)?((?:__|Win32_|CIM_)\w+)$/u;

/** What is documented elsewhere, by the name that rules have for it. */
const elsewhere: Readonly<Record<string, Source>> = {
  'understand-security-identifiers': {
    title: 'Security identifiers',
    address: `${learn}/windows-server/identity/ad-ds/manage/understand-security-identifiers`,
  },
  'vbscript-deprecation': {
    title: 'VBScript deprecation (Microsoft 365 developer blog)',
    address: 'https://devblogs.microsoft.com/microsoft365dev/?p=24682',
  },
};

/** Specifications whose sections rules name, as in `MS-DTYP 2.4.2.2`. */
const specifications: Readonly<Record<string, string>> = {
  DSP0004: 'https://www.dmtf.org/dsp/DSP0004',
  'MS-DTYP': `${learn}/openspecs/windows_protocols/ms-dtyp/cca27429-5689-4a16-b2b4-9325d93e4ba2`,
  'MS-WMI': `${learn}/openspecs/windows_protocols/ms-wmi/c0088a94-1107-48a5-8d3d-cd16d34de5bd`,
};

/** Pages that several rules rest on together. */
const collections: Readonly<Record<string, readonly string[]>> = {
  'the standard consumers': [
    'activescripteventconsumer',
    'commandlineeventconsumer',
    'logfileeventconsumer',
    'nteventlogeventconsumer',
    'smtpeventconsumer',
  ],
};

/**
 * The sources of a rule as a stranger can look them up.
 *
 * @param names file names of pages, sections of specifications, and plain words, between commas or semicolons; each
 *   may have a remark in parentheses: `strings, MS-DTYP 2.5.1.1 (derived)`
 */
export function sourcesOf(names: string): readonly Source[] {
  return names.split(/[;,]\s*/u).flatMap((text) => {
    const [, name = text, remark] = /^(\S.*?)(?: \(([^()]+)\))?$/u.exec(text) ?? [];
    const found = (collections[name] ?? [name]).flatMap((name) => documented(name) ?? []);
    if (found.length === 0) return [{ title: text }];
    return found.map((source) => (remark === undefined ? source : { ...source, remark }));
  });
}

function documented(name: string): Source | undefined {
  const title = titles[name];
  if (title !== undefined) return { title, address: `${learn}/${pathOf(name)}` };
  const className = classPage.exec(name)?.[1];
  if (className !== undefined) {
    const page = name.toLowerCase().replaceAll('_', '-');
    return { title: `${className} class`, address: `${learn}/${pathOf(page)}` };
  }
  const [, specification = '', section] = /^([A-Z-]+\d*) (\d[\d.]*)$/u.exec(name) ?? [];
  const address = specifications[specification];
  if (section === undefined || address === undefined) return elsewhere[name];
  return { title: `[${specification}] ${section}`, address };
}

/** Where Microsoft Learn has a page: `windows/win32/wmisdk/strings`. */
function pathOf(name: string): string {
  const [folder = '', page] = name.split('/');
  if (page === undefined) return `windows/win32/wmisdk/${name}`;
  switch (folder) {
    case 'sdk-api':
      return `windows/win32/api/${page.split('-')[1] ?? ''}/${page}`;
    case 'kernel':
      return `windows-hardware/drivers/kernel/${page}`;
    default:
      return `windows/win32/${folder.toLowerCase()}/${page}`;
  }
}
