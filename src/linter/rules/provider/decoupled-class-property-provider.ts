import { decoupledProperties, sampleProvider } from '../../provider-samples.ts';
import { eachRegistration, hostingOf, relatedProvider } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'decoupled-class-property-provider',
  severity: 'error',
  group: 'provider',
  summary: 'A decoupled provider provides instances, methods, events or event consumers.',
  why: 'WMI does not support decoupled class providers and property providers.',
  source: 'incorporating-a-provider-in-an-application, choosing-correct-registration',
  examples: {
    bad: sampleProvider({
      properties: decoupledProperties,
      registration: `instance of __PropertyProviderRegistration
{
  Provider = $Provider;
  SupportsGet = TRUE;
};`,
    }),
    good: sampleProvider({ properties: decoupledProperties }),
  },
  check: eachRegistration(({ instance, kind, provider }, report) => {
    if (kind !== 'class' && kind !== 'property') return;
    if (provider.kind !== 'found' || hostingOf(provider.provider)?.kind !== 'decoupled') return;
    report({
      file: instance.file,
      at: instance.node.className,
      message: `A decoupled provider cannot be a ${kind} provider, so this registration never works: register it for instances or methods, or host it in another way.`,
      related: [relatedProvider(provider.provider)],
    });
  }),
});
