import { propertiesIn } from '../../../consumers/templates.ts';
import { findingIn, forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'smtp-template-recipient',
  severity: 'warning',
  group: 'consumer',
  summary: 'No event says who gets the mail.',
  why: 'Whoever causes the event can have mails sent to any address, in the name of the computer.',
  source: 'smtpeventconsumer (derived)',
  examples: consumerExamples('SMTPEventConsumer', { ToLine: '"%TargetInstance.StartName%"' }),
  check: forConsumers('SMTPEventConsumer', ({ instance }, report) => {
    for (const name of ['ToLine', 'CcLine', 'BccLine']) {
      const text = textOf(instance, name);
      const [property] = text === undefined ? [] : propertiesIn(text.value);
      if (text === undefined || property === undefined) continue;
      report({
        ...findingIn(instance, text, property),
        message: `${property.path.join('.')} of the event decides who gets the mail, so whoever causes the event does: write a fixed address.`,
      });
    }
  }),
});
