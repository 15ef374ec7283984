/** How a provider is hosted, and how long it stays. */
import type { ClassKnowledge } from './class-knowledge.ts';

const unused = 'Not used.';

/** Providers themselves. */
const providers: readonly ClassKnowledge[] = [
  {
    name: '__Provider',
    source: '__Provider, standard-wmi-qualifiers',
    documentation:
      'The abstract root of the entries that name providers, the programs behind dynamic classes, methods and events.',
    properties: {
      Name: 'The key, and what the qualifier `Provider("...")` of a class names. By convention it is made of vendor, provider and version: `Vendor|Provider|1.0`.',
    },
  },
  {
    name: '__Win32Provider',
    source:
      '__Win32Provider, provider-hosting-and-security, impersonating-a-client, registering-a-provider, unloading-a-provider, incorporating-a-provider-in-an-application',
    documentation:
      'Names the COM object behind a provider and how it is hosted. It does nothing without a registration beside it, such as `__EventProviderRegistration`, which says what the provider is for. Only administrators may register providers.',
    properties: {
      CLSID:
        'The class identifier of the COM object: `"{AA7828C5-95F9-11d2-BB0D-00C042424242}"`. Decoupled providers all have `{54D8502C-527D-43F7-A506-A9DA075E229C}`.',
      ClientLoadableCLSID: 'The class identifier of a COM object that is loaded into the client.',
      HostingModel:
        'The process that the provider runs in, and its account; behind a colon may stand the name of a group that shares one process: `"NetworkServiceHost:Group"`. Without it that is `NetworkServiceHostOrSelfHost`. Choose Local System only where nothing less will do.',
      SecurityDescriptor:
        'Who may register a decoupled provider: a security descriptor in SDDL, such as `"O:BAG:BAD:(A;;0x1;;;BA)"`. Without it only Local System, Network Service and Local Service may. For other providers it has no effect.',
      ImpersonationLevel:
        'Whether the provider acts as its client: 1 says that it does, and goes with `PerUserInitialization = TRUE`. The default is 0; one page of the vendor calls the property reserved.',
      InitializationReentrancy:
        'What may be initialised at the same time; the default is 0, the strictest.',
      InitializeAsAdminFirst:
        'TRUE: the provider is initialised in the security context of WMI and not in that of the client, who may have fewer rights.',
      PerUserInitialization:
        'TRUE: the provider is initialised once for each user. The default is FALSE.',
      PerLocaleInitialization:
        'TRUE: the provider is initialised once for each language. The default is FALSE.',
      Pure: 'Whether the provider does nothing but answer WMI, so that it can be unloaded. The default is TRUE.',
      Version:
        'The version of the entry, 1 or 2. With 2 WMI checks it more strictly, above all `ImpersonationLevel`.',
      Enabled: 'Whether the provider may be used.',
      DefaultMachineName: 'The computer that the provider runs on; NULL means the local one.',
      UnloadTimeout:
        'Ignored: how long an idle provider stays is said by `ClearAfter` of the `__CacheControl` classes in the namespace `root`.',
      InitializationTimeoutInterval: unused,
      OperationTimeoutInterval: unused,
      Concurrency: unused,
      SupportsExplicitShutdown: unused,
      SupportsExtendedStatus: unused,
      SupportsQuotas: unused,
      SupportsSendStatus: unused,
      SupportsShutdown: unused,
      SupportsThrottling: unused,
    },
  },
];

/** A class whose `ClearAfter` says how long something idle stays in memory. */
function cacheControl(name: string, what: string): ClassKnowledge {
  return {
    name,
    source: 'unloading-a-provider, interval-format',
    documentation: `How long WMI keeps idle ${what}. There is one instance, in the namespace \`root\`: \`${name}=@\`.`,
    properties: {
      ClearAfter: `After how long without use WMI drops ${what}: an interval, \`"00000000000500.000000:000"\` is five minutes.`,
    },
  };
}

/** What keeps providers loaded, and what they may use. */
const limits: readonly ClassKnowledge[] = [
  {
    name: '__CacheControl',
    source: 'unloading-a-provider',
    documentation:
      'The abstract root of the settings that say how long idle providers stay loaded.',
    properties: {},
  },
  cacheControl('__ObjectProviderCacheControl', 'providers of instances and classes'),
  cacheControl('__PropertyProviderCacheControl', 'providers of properties'),
  cacheControl('__EventProviderCacheControl', 'providers of events'),
  cacheControl('__EventConsumerProviderCacheControl', 'providers of event consumers'),
  cacheControl('__EventSinkCacheControl', 'event sinks'),
  {
    name: '__ProviderHostQuotaConfiguration',
    source: '__ProviderHostQuotaConfiguration',
    documentation:
      'The limits of the processes that host providers. There is one instance, in the namespace `root`: `__ProviderHostQuotaConfiguration=@`.',
    properties: {
      HandlesPerHost: 'How many handles one of the processes may have.',
      MemoryAllHosts: 'How much memory all the processes together may have.',
      MemoryPerHost: 'How much memory one of the processes may have.',
      ProcessLimitAllHosts: 'How many of the processes there may be.',
      ThreadsPerHost: 'How many threads one of the processes may have.',
    },
  },
];

export const providerClasses: readonly ClassKnowledge[] = [...providers, ...limits];
