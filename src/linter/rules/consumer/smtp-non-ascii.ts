import { findingIn, forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

const lines: readonly string[] = [
  'Subject',
  'Message',
  'FromLine',
  'ReplyToLine',
  'ToLine',
  'CcLine',
  'BccLine',
];

export default rule({
  name: 'smtp-non-ascii',
  severity: 'warning',
  group: 'consumer',
  summary: 'A mail is in US-ASCII.',
  why: 'The consumer sends nothing else: other characters arrive as something else.',
  source: 'smtpeventconsumer',
  examples: consumerExamples('SMTPEventConsumer', { Subject: '"Gew\\x00FCnschter Dienst"' }),
  check: forConsumers('SMTPEventConsumer', ({ instance }, report) => {
    for (const name of lines) {
      const text = textOf(instance, name);
      const found = text === undefined ? undefined : /[^\0-\x7f]+/u.exec(text.value);
      if (text === undefined || found === undefined || found === null) continue;
      report({
        ...findingIn(instance, text, { start: found.index, end: found.index + found[0].length }),
        message: `The consumer sends mails in US-ASCII only, so "${found[0].slice(0, 20)}" in ${name} does not arrive as it is: write it in ASCII.`,
      });
    }
  }),
});
