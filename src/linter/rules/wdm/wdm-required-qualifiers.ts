import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachClass } from '../../classes.ts';
import { isEmbeddedOnly, isOfDriver } from '../../provided-classes.ts';
import { sampleBlock } from '../../wdm-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wdm-required-qualifiers',
  severity: 'error',
  group: 'wdm',
  summary: 'A class of a driver has the qualifiers Dynamic, Provider("WMIProv"), WMI and Guid.',
  why: 'By them WMI knows that a driver serves the class, and by which GUID it finds the driver.',
  source: 'kernel/wmi-class-qualifiers',
  examples: {
    bad: sampleBlock({ qualifiers: 'Dynamic, Provider("WMIProv")' }),
    good: sampleBlock(),
  },
  check: eachClass((declared, report) => {
    const { symbol, info } = declared;
    if (!isOfDriver(symbol) || info.isAbstract || isEmbeddedOnly(declared)) return;
    const { qualifiers, name } = symbol.node;
    const missing = required.filter(({ key }) => qualifierNamed(qualifiers, key) === undefined);
    if (missing.length === 0) return;
    const texts = missing.map(({ text }) => text);
    report({
      file: symbol.file,
      at: name,
      subject: symbol,
      message: `${name.name} is a class of a driver and lacks ${texts.join(', ')}, so WMI does not find the driver that serves it: add ${texts.length === 1 ? 'it' : 'them'} to its qualifiers.`,
    });
  }),
});

const required = [
  { key: 'dynamic', text: 'Dynamic' },
  { key: 'provider', text: 'Provider("WMIProv")' },
  { key: 'wmi', text: 'WMI' },
  { key: 'guid', text: 'Guid("{...}")' },
] as const;
