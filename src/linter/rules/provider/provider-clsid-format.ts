import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { textOf } from '../../consumer-properties.ts';
import { replaceValue, safeFix } from '../../fixes.ts';
import { guid, progId } from '../../guids.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { providersOf } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-clsid-format',
  severity: 'error',
  group: 'provider',
  summary: 'The CLSID of a provider is a GUID in braces.',
  why: 'WMI creates the provider by this identifier and does not find it by another text.',
  source: '--win32provider',
  fixes: ['safe'],
  examples: {
    bad: sampleProvider({
      properties: hostedProperties.map((line) =>
        line.startsWith('CLSID') ? 'CLSID = "4F9C9A3C-5D1F-4E57-9F0B-6A3B5C2D1E00";' : line,
      ),
    }),
    good: sampleProvider(),
  },
  check: {
    compilation(compilation, report) {
      for (const { instance } of providersOf(compilation).providers) {
        for (const name of ['CLSID', 'ClientLoadableCLSID']) {
          const value = textOf(instance, name);
          if (value === undefined || hasPlaceholder(value.value)) continue;
          const text = value.value.trim();
          if (guid.test(text) || progId.test(text)) continue;
          const braced = `{${text}}`;
          report({
            file: instance.file,
            at: value,
            message: guid.test(braced)
              ? `WMI reads a CLSID only with its braces: write "${braced}".`
              : `${name} is no GUID, so WMI cannot create the provider: write it in braces with 8, 4, 4, 4 and 12 hexadecimal digits, as in "{AA7828C5-95F9-11D2-BB0D-00C042424242}".`,
            ...(guid.test(braced) && {
              fixes: [safeFix('Add the braces', replaceValue(instance.file, value, `"${braced}"`))],
            }),
          });
        }
      }
    },
  },
});
