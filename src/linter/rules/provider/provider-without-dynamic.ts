import type { Qualifier } from '../../../../grammar/mof/ast.ts';
import { qualifierNamed, soleValue } from '../../../compiler/checker/qualifiers.ts';
import { eachClass, isDmtf, isProperty } from '../../classes.ts';
import { suggestion } from '../../fixes.ts';
import {
  hasOwnContext,
  isEvent,
  isOfDriver,
  isTrace,
  mayHaveMethods,
} from '../../provided-classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-without-dynamic',
  severity: 'warning',
  group: 'provider',
  summary: 'A class whose instances come from a provider is dynamic.',
  why: 'Without Dynamic WMI takes the instances of the class for stored ones and does not ask the provider for them.',
  source: 'standard-wmi-qualifiers, dynamic-qualifier',
  fixes: ['suggestion'],
  examples: {
    bad: `[Provider("Sample Provider")]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
    good: `[Dynamic, Provider("Sample Provider")]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass((declared, report) => {
    const { symbol, info } = declared;
    const { qualifiers, name, members } = symbol.node;
    const provider = qualifierNamed(qualifiers, 'provider');
    if (provider === undefined || qualifierNamed(qualifiers, 'dynamic') !== undefined) return;
    if (info.isAbstract || isOfDriver(symbol) || isTrace(declared) || isDmtf(symbol)) return;
    if (isForeign(provider)) return;
    if (qualifierNamed(qualifiers, 'dynprops') !== undefined || hasOwnContext(symbol)) return;
    if (!members.some(isProperty) || mayHaveMethods(declared) || isEvent(declared)) return;
    report({
      file: symbol.file,
      at: provider,
      subject: symbol,
      message: `${name.name} has a provider but is not dynamic, so WMI looks for its instances in the repository and never asks the provider: write [Dynamic, Provider(...)].`,
      fixes: [
        suggestion('Add Dynamic', {
          file: symbol.file,
          start: provider.start,
          end: provider.start,
          text: 'Dynamic, ',
        }),
      ],
    });
  }),
});

/** `java:`, `cmpi:`, `c++::`: the providers of other servers, whose classes have no Dynamic. */
function isForeign({ value }: Qualifier): boolean {
  const sole = soleValue(value);
  return sole?.kind === 'StringValue' && /^[a-z][\w+]*:/iu.test(sole.value);
}
