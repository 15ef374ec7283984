import type { CompilationUnit, InstanceSymbol } from '../../../compiler/model.ts';
import { sampleProvider } from '../../provider-samples.ts';
import { isOfWindows, providersOf } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-unregistered',
  severity: 'warning',
  group: 'provider',
  summary: 'A provider has a registration that says what it provides.',
  why: 'WMI calls a provider only for what it is registered for: instances, methods, properties, classes, events or event consumers.',
  source: 'registering-a-provider',
  examples: {
    bad: sampleProvider({ registration: '' }).replace(' as $Provider', ''),
    good: sampleProvider(),
  },
  check: {
    compilation(compilation, report) {
      const { providers } = providersOf(compilation);
      for (const { instance, registrations: own } of providers) {
        if (
          own.length > 0 ||
          isUsedOtherwise(instance) ||
          hidesMore(instance) ||
          isOfWindows(instance)
        )
          continue;
        report({
          file: instance.file,
          at: instance.node.className,
          subject: instance,
          message:
            'No file of the run registers the provider for anything, so WMI never calls it: add an instance of __EventProviderRegistration, __InstanceProviderRegistration, __MethodProviderRegistration or another of its kind with this provider.',
        });
      }
    },
  },
});

/** Whether an alias leads to it from an instance whose class may be a registration that nobody knows. */
function isUsedOtherwise({ node, unit }: InstanceSymbol): boolean {
  const alias = node.alias && unit.aliases.get(node.alias.name.toLowerCase());
  return alias !== undefined && alias.uses.length > 0;
}

const hiding = new WeakMap<CompilationUnit, boolean>();

/** Whether a syntax error or an include that is not there may hide the registration. */
function hidesMore({ unit }: InstanceSymbol): boolean {
  let hides = hiding.get(unit);
  if (hides === undefined) {
    hides = unit.files.some(
      ({ problems, document }) =>
        problems.some(({ code }) => code === 'syntax' || code.startsWith('unterminated-')) ||
        document.items.some(({ kind }) => kind === 'Include' || kind === 'PreprocessorLine'),
    );
    hiding.set(unit, hides);
  }
  return hides;
}
