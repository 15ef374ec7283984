import { hasFlag, qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachClass, isDmtf } from '../../classes.ts';
import { hasOwnContext, isOfDriver, isTrace, namesProvider } from '../../provided-classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'dynamic-without-provider',
  severity: 'warning',
  group: 'provider',
  summary: 'A dynamic class names its provider.',
  why: 'WMI asks the provider that the class names for its instances; without one there are none.',
  source: 'dynamic-qualifier, standard-wmi-qualifiers',
  examples: {
    bad: `[Dynamic]
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
    const { qualifiers, name } = symbol.node;
    const dynamic = qualifierNamed(qualifiers, 'dynamic');
    if (dynamic === undefined || !hasFlag(qualifiers, 'dynamic')) return;
    if (info.isAbstract || isOfDriver(symbol) || isTrace(declared) || isDmtf(symbol)) return;
    if (namesProvider(declared) || hasOwnContext(symbol)) return;
    report({
      file: symbol.file,
      at: dynamic,
      subject: symbol,
      message: `${name.name} is dynamic, but it does not say who provides its instances, so there are none: write [Dynamic, Provider("...")] with the Name of the provider.`,
    });
  }),
});
