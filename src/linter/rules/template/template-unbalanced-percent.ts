import { findingIn } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { replaceInString, suggestion } from '../../fixes.ts';
import { isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';
import { templatesOf } from '../../templates.ts';

export default rule({
  name: 'template-unbalanced-percent',
  severity: 'warning',
  group: 'template',
  summary: 'A percent sign in a template that is no property is written twice.',
  why: 'WMI takes what follows a percent sign for the name of a property, up to the next one: the rest of the text is lost or wrong.',
  source: 'using-standard-string-templates',
  fixes: ['suggestion'],
  examples: consumerExamples(
    'LogFileEventConsumer',
    { Text: '"80% full"' },
    { Text: '"80%% full"' },
  ),
  check: {
    consumer(consumer, report) {
      if (isStockConsumer(consumer)) return;
      const { instance } = consumer;
      for (const { value, parts } of templatesOf(consumer)) {
        for (const part of enough(parts, ({ kind }) => kind === 'lone-percent')) {
          report({
            ...findingIn(instance, value, part),
            message:
              'This percent sign begins no %Property%, and WMI takes what follows it for one: write %% for a percent sign.',
            fixes: [
              suggestion(
                'Write %%',
                replaceInString(instance.file, value, part.start, part.end, '%%'),
              ),
            ],
          });
        }
      }
    },
  },
});
