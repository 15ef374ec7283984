import { forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { absent } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'smtp-missing-server',
  severity: 'error',
  group: 'consumer',
  summary: 'A mail consumer has an SMTPServer.',
  why: 'The property must not be NULL: it names the server that sends the mail.',
  source: 'smtpeventconsumer',
  hresult: '0x80041028',
  examples: consumerExamples('SMTPEventConsumer', { SMTPServer: undefined }),
  check: forConsumers('SMTPEventConsumer', ({ instance }, report, compilation) => {
    const at = absent(instance, 'SMTPServer', compilation);
    if (at === undefined) return;
    report({
      file: instance.file,
      at,
      message:
        'The consumer has no SMTPServer, which must not be NULL: write the name of the mail server.',
    });
  }),
});
