import type { EventConsumer, StandardConsumerClass } from '../../../compiler/model.ts';
import { knownProperty, propertiesOf } from '../../../schema/known-classes.ts';
import { consumerExamples, sampleConsumerOf } from '../../consumer-samples.ts';
import { safeFix, suggestion } from '../../fixes.ts';
import { isDeclared } from '../../declared-classes.ts';
import { isStockConsumer } from '../../known-good.ts';
import { intendedProperty } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'consumer-unknown-property',
  severity: 'error',
  group: 'consumer',
  summary: 'A consumer of a standard class sets properties that the class has.',
  why: 'mofcomp refuses the instance, and nothing of the rest of the file is stored.',
  source: 'the standard consumers; wmi-error-constants',
  hresult: '0x80044015',
  fixes: ['safe', 'suggestion'],
  examples: {
    ...consumerExamples(
      'CommandLineEventConsumer',
      { FillAttributes: '7' },
      { FillAttribute: '7' },
    ),
    moreBad: [
      sampleConsumerOf('CommandLineEventConsumer', {
        CommandLineTemplate: undefined,
        CommandLine: '"report.exe /service"',
      }),
    ],
  },
  check: {
    consumer(consumer, report, compilation) {
      const standard = stockClassOf(consumer);
      if (standard === undefined || isStockConsumer(consumer)) return;
      if (isDeclared(compilation, standard)) return;
      const { instance } = consumer;
      const { file } = instance;
      const names = propertiesOf(standard).map(({ name }) => name);
      for (const { name } of instance.properties.values()) {
        // System properties have a rule of their own.
        if (knownProperty(standard, name.name) !== undefined || name.name.startsWith('__'))
          continue;
        const intended = intendedProperty(name.name, names);
        const isFree = intended !== undefined && !instance.properties.has(intended.toLowerCase());
        report({
          file,
          at: name,
          message:
            `${standard} has no property ${name.name}, so mofcomp refuses the instance: ` +
            (intended === undefined
              ? `it has ${listed(standard)}.`
              : isFree
                ? `write ${intended}.`
                : `${intended} is set already; leave this one out.`),
          ...(intended !== undefined &&
            isFree && {
              fixes: [
                (intended.toLowerCase().includes(name.name.toLowerCase()) ? suggestion : safeFix)(
                  `Write ${intended}`,
                  { file, start: name.start, end: name.end, text: intended },
                ),
              ],
            }),
        });
      }
    },
  },
});

/** The standard class of an instance of it; instances of derived classes may have further properties. */
function stockClassOf({
  instance,
  standardClass,
}: EventConsumer): StandardConsumerClass | undefined {
  return instance.className.toLowerCase() === standardClass?.toLowerCase()
    ? standardClass
    : undefined;
}

function listed(className: string): string {
  const names = propertiesOf(className).map(({ name }) => name);
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 12).join(', ')} and others`;
}
