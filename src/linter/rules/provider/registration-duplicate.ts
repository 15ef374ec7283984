import type { InstanceSymbol } from '../../../compiler/model.ts';
import { sampleProvider, sampleRegistration } from '../../provider-samples.ts';
import { providersOf } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'registration-duplicate',
  severity: 'warning',
  group: 'provider',
  summary: 'A provider has one registration of each kind in a namespace.',
  why: 'The provider is the only key of a registration, so that the second one overwrites the first.',
  source: '--eventproviderregistration (derived from its key)',
  examples: {
    bad: sampleProvider({
      registration: `${sampleRegistration}\n\n${sampleRegistration.replace('Sample_Alarm', 'Sample_Notice')}`,
    }),
    good: sampleProvider(),
  },
  check: {
    compilation(compilation, report) {
      const first = new Map<string, InstanceSymbol>();
      const numbers = new Map<object, number>();
      const numberFor = (thing: object): number => {
        const number = numbers.get(thing) ?? numbers.size;
        numbers.set(thing, number);
        return number;
      };
      for (const { instance, provider } of providersOf(compilation).registrations) {
        const whose =
          provider.kind === 'found'
            ? String(numberFor(provider.provider))
            : provider.kind === 'elsewhere'
              ? provider.identity
              : undefined;
        if (whose === undefined) continue;
        const { className, namespace, unit, file, node } = instance;
        const key = `${numberFor(unit)} ${className.toLowerCase()} ${namespace.key} ${whose}`;
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, instance);
        else if (bodyOf(earlier) !== bodyOf(instance)) {
          const { start, end } = earlier.node.className;
          report({
            file,
            at: node.className,
            message: `This provider has another ${className} in ${namespace.path}, and its provider is the only key of a registration, so this one overwrites that one: put what both say into one.`,
            related: [
              { file: earlier.file, start, end, message: 'the registration that is overwritten' },
            ],
          });
        }
      }
    },
  },
});

function bodyOf({ file, node }: InstanceSymbol): string {
  return file.text.slice(node.body.start, node.body.end).replaceAll(/\s+/gu, ' ');
}
