import { isEnvironmentVariable } from '../../../consumers/templates.ts';
import { findingIn } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';
import { templatesOf } from '../../templates.ts';

export default rule({
  name: 'template-inside-quotes',
  severity: 'warning',
  group: 'template',
  summary: 'A property in a template stands outside of double quotation marks.',
  why: 'WMI takes what stands between them as it is: the text has %Name% in it, and not the name.',
  source: 'using-standard-string-templates',
  examples: consumerExamples(
    'LogFileEventConsumer',
    { Text: String.raw`"The service \"%TargetInstance.Name%\" changed"` },
    { Text: `"The service '%TargetInstance.Name%' changed"` },
  ),
  check: {
    consumer(consumer, report) {
      if (isStockConsumer(consumer)) return;
      for (const { value, parts } of templatesOf(consumer)) {
        const quoted = enough(
          parts.filter((part) => part.kind === 'property'),
          (part) => part.quoted && !isEnvironmentVariable(part.path.join('.')),
        );
        for (const property of quoted) {
          report({
            ...findingIn(consumer.instance, value, property),
            subject: property,
            message: `${property.path.join('.')} stands between double quotation marks, where WMI replaces nothing, so the text says %${property.path.join('.')}%: leave the marks out, or write single ones.`,
          });
        }
      }
    },
  },
});
