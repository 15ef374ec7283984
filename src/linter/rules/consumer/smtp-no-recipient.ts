import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'smtp-no-recipient',
  severity: 'error',
  group: 'consumer',
  summary: 'A mail has a recipient: ToLine, CcLine or BccLine.',
  why: 'They cannot all be NULL: there is nobody to send the mail to.',
  source: 'smtpeventconsumer',
  examples: consumerExamples('SMTPEventConsumer', { ToLine: undefined }),
  check: forConsumers('SMTPEventConsumer', ({ instance }, report, compilation) => {
    const places = ['ToLine', 'CcLine', 'BccLine'].map((name) =>
      missing(instance, name, compilation),
    );
    if (places.includes(undefined)) return;
    report({
      file: instance.file,
      at: instance.node.className,
      message:
        'The mail has no recipient, because ToLine, CcLine and BccLine are all missing: write at least one of them.',
    });
  }),
});
