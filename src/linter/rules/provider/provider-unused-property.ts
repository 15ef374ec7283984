import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-unused-property',
  severity: 'info',
  preset: 'strict',
  group: 'provider',
  summary: 'A provider sets only what WMI uses.',
  why: 'Concurrency, the Supports properties and the intervals are declared, but WMI does not use them; how long an idle provider stays loaded is decided by the __CacheControl classes in root.',
  source: '--win32provider, unloading-a-provider',
  tag: 'unnecessary',
  examples: {
    bad: sampleProvider({ properties: [...hostedProperties, 'Concurrency = 4;'] }),
    good: sampleProvider(),
  },
  check: eachProvider(({ instance }, report) => {
    for (const assignment of instance.properties.values()) {
      const { name, value } = assignment;
      if (!unused.has(name.name.toLowerCase()) || value === undefined) continue;
      if (value.kind === 'NullValue') continue;
      report({
        file: instance.file,
        at: assignment,
        message:
          name.name.toLowerCase() === 'unloadtimeout'
            ? 'WMI ignores UnloadTimeout: how long an idle provider stays loaded is ClearAfter of the __CacheControl classes in root. Remove it.'
            : `WMI does not use ${name.name}. Remove it.`,
      });
    }
  }),
});

const unused: ReadonlySet<string> = new Set([
  'concurrency',
  'initializationtimeoutinterval',
  'operationtimeoutinterval',
  'supportsexplicitshutdown',
  'supportsextendedstatus',
  'supportsquotas',
  'supportssendstatus',
  'supportsshutdown',
  'supportsthrottling',
  'unloadtimeout',
]);
