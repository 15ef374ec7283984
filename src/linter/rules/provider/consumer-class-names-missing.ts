import { checkedOf } from '../../../compiler/checker/checker.ts';
import { declared, emptyList, textsIn } from '../../provider-queries.ts';
import { sampleProvider } from '../../provider-samples.ts';
import { eachRegistration } from '../../providers.ts';
import { rule } from '../../rule.ts';

const dataClass = `class Sample_Reading
{
  [key] string Sensor;
};`;

const consumerClass = `class Sample_Consumer : __EventConsumer
{
  [key] string Name;
};`;

function consumerRegistration(className: string): string {
  return `instance of __EventConsumerProviderRegistration
{
  Provider = $Provider;
  ConsumerClassNames = {"${className}"};
};`;
}

export default rule({
  name: 'consumer-class-names-missing',
  severity: 'error',
  group: 'provider',
  summary:
    'The registration of an event consumer provider names its consumer classes, which derive from __EventConsumer.',
  why: 'WMI looks for the provider of a consumer by the class of the consumer.',
  source: '--eventconsumerproviderregistration, registering-an-event-consumer-provider',
  examples: {
    bad: sampleProvider({
      classes: dataClass,
      registration: consumerRegistration('Sample_Reading'),
    }),
    good: sampleProvider({
      classes: consumerClass,
      registration: consumerRegistration('Sample_Consumer'),
    }),
  },
  check: eachRegistration(({ instance, kind }, report, compilation) => {
    if (kind !== 'event-consumer') return;
    const { file } = instance;
    const empty = emptyList(instance, 'ConsumerClassNames');
    if (empty !== undefined) {
      report({
        file,
        at: empty,
        subject: instance,
        message:
          'The registration names no consumer class, so WMI never finds this provider: write ConsumerClassNames = {"MyConsumer"} with a class that derives from __EventConsumer.',
      });
      return;
    }
    const { table } = checkedOf(compilation);
    for (const value of textsIn(instance, 'ConsumerClassNames')) {
      const info = table.lookup(value.value, instance);
      if (info === undefined || !table.isWhole(info, instance)) continue;
      if (table.derives(info, '__EventConsumer', instance) !== false) continue;
      report({
        file,
        at: value,
        message: `${info.name} does not derive from __EventConsumer, so none of its instances is a consumer and WMI never calls the provider for one: derive it, or name the class that does.`,
        related: declared(info),
      });
    }
  }),
});
