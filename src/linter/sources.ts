/**
 * Where the facts behind the rules are documented. A rule names the pages by their file names, as vendors do in their
 * repositories; here these become titles and addresses that anybody can look up.
 */

/** The pages of Microsoft Learn by file name; addresses count from learn.microsoft.com/windows/win32. */
const titles: Readonly<Record<string, string>> = {
  // Windows Management Instrumentation (wmisdk)
  '--eventfilter': '__EventFilter class',
  '--filtertoconsumerbinding': '__FilterToConsumerBinding class',
  '--systemsecurity-setsd': 'SetSD method of the __SystemSecurity class',
  '-include': '#include preprocessor command',
  '-pragma': '#pragma preprocessor command',
  'access-to-wmi-namespaces': 'Access to WMI Namespaces',
  activescripteventconsumer: 'ActiveScriptEventConsumer class',
  'binding-an-event-filter-with-a-logical-consumer':
    'Binding an Event Filter with a Logical Consumer',
  'creating-a-comment': 'Creating a Comment',
  'creating-an-alias': 'Creating an Alias',
  'creating-an-event-filter': 'Creating an Event Filter',
  'creating-an-instance-using-mof': 'Creating an Instance Using MOF',
  'declaring-an-association-class': 'Declaring an Association Class',
  'describing-an-instance-object-path': 'Describing an Instance Object Path',
  'event-security-constants': 'Event Security Constants',
  'implementing-a-physical-consumer': 'Implementing a Physical Consumer',
  'implementing-cross-namespace-permanent-event-subscriptions':
    'Implementing Cross-Namespace Permanent Event Subscriptions',
  'mof-arrays': 'Arrays in MOF',
  mofcomp: 'mofcomp',
  'namespace-ace-flag-constants': 'Namespace ACE Flag Constants',
  'namespace-ace-type-constants': 'Namespace ACE Type Constants',
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
  'receiving-events-securely': 'Receiving Events Securely',
  references: 'References in MOF',
  'setting-namespace-security-when-the-namespace-is-created':
    'Setting Namespace Security When the Namespace is Created',
  strings: 'Strings in MOF',
  'within-clause': 'WITHIN Clause',
  'wmi-error-constants': 'WMI Error Constants',
  'wmi-object-path-requirements': 'WMI Object Path Requirements',
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
  'sdk-api/nf-securitybaseapi-accesscheck': 'AccessCheck function',
  'sdk-api/nf-wbemprov-iwbemeventsink-setsinksecurity': 'IWbemEventSink::SetSinkSecurity method',
};

/** Pages that are elsewhere on Microsoft Learn, with their addresses. */
const elsewhere: Readonly<Record<string, readonly [title: string, address: string]>> = {
  'understand-security-identifiers': [
    'Security identifiers',
    'windows-server/identity/ad-ds/manage/understand-security-identifiers',
  ],
};

/**
 * The sources of a rule as a stranger can look them up: `strings, MS-DTYP 2.5.1.1 (derived)` becomes
 * `Strings in MOF (Microsoft Learn, wmisdk/strings); derived: [MS-DTYP] 2.5.1.1 (Microsoft Open Specifications)`.
 *
 * @param names file names of pages, sections of MS-DTYP, and plain words, between commas or semicolons; each may have
 *   a remark in parentheses
 */
export function readableSources(names: string): string {
  return names
    .split(/[;,]\s*/u)
    .map(readableSource)
    .join('; ');
}

function readableSource(text: string): string {
  const [, name = text, remark] = /^(\S.*?)(?: \(([^()]+)\))?$/u.exec(text) ?? [];
  const source = pageOf(name) ?? sectionOf(name);
  if (source === undefined) return text;
  return remark === undefined ? source : `${remark}: ${source}`;
}

function pageOf(name: string): string | undefined {
  const title = titles[name];
  if (title !== undefined) return `${title} (Microsoft Learn, ${addressOf(name)})`;
  const other = elsewhere[name];
  return other && `${other[0]} (Microsoft Learn, ${other[1]})`;
}

/** `wmisdk/strings`, `secauthz/ace-strings`, `api/iads/ne-iads-ads_rights_enum` */
function addressOf(name: string): string {
  const [folder = '', page = ''] = name.split('/');
  if (page === '') return `wmisdk/${name}`;
  return folder === 'sdk-api' ? `api/${page.split('-')[1] ?? ''}/${page}` : `secauthz/${page}`;
}

function sectionOf(name: string): string | undefined {
  const [, section] = /^MS-DTYP (\d[\d.]*)$/u.exec(name) ?? [];
  return section && `[MS-DTYP] ${section} (Microsoft Open Specifications)`;
}
