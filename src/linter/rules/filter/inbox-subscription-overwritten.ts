import type { Span } from '../../../../grammar/mof/ast.ts';
import type { InstanceSymbol } from '../../../compiler/model.ts';
import {
  inboxConsumerClass,
  inboxConsumerName,
  inboxFilterName,
  isNamed,
} from '../../../consumers/known-good.ts';
import { filterExamples } from '../../filter-samples.ts';
import { hasStockContent, isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'inbox-subscription-overwritten',
  severity: 'warning',
  group: 'filter',
  summary: 'The subscription that Windows itself has keeps its names to itself.',
  why:
    'Every Windows has "SCM Event Log Filter" and "SCM Event Log Consumer". An object of the same name and class ' +
    'overwrites them, and one of another class hides behind a name that everybody passes over.',
  source: 'creating-an-event-filter (derived); the subscription of Windows as observed',
  examples: filterExamples('Name', `Name = "${inboxFilterName}";`),
  check: {
    filter(filter, report) {
      const { name, instance } = filter;
      if (!isNamed(name, inboxFilterName) || hasStockContent(filter)) return;
      report({
        file: instance.file,
        at: nameOf(instance),
        message: `${inboxFilterName} is the filter that every Windows has, for the events of the Service Control Manager. This one is not the same and overwrites it: give it a name of your own.`,
      });
    },
    consumer(consumer, report) {
      const { name, instance } = consumer;
      if (!isNamed(name, inboxConsumerName) || isStockConsumer(consumer)) return;
      report({
        file: instance.file,
        at: nameOf(instance),
        message: isNamed(instance.className, inboxConsumerClass)
          ? `${inboxConsumerName} is the consumer that every Windows has. This one does something else and overwrites it: give it a name of your own.`
          : `${inboxConsumerName} is an ${inboxConsumerClass} on every Windows, and this ${instance.className} hides behind its name: give it a name of your own.`,
      });
    },
  },
});

function nameOf({ properties, node }: InstanceSymbol): Span {
  return properties.get('name')?.value ?? node.className;
}
