import { administratorsArray } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleConsumer, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'consumer-base-instantiated',
  severity: 'error',
  group: 'consumer',
  summary:
    'A consumer is an instance of a class that derives from __EventConsumer, and never of __EventConsumer itself.',
  why: 'The class is abstract, and WMI refuses instances of abstract classes. What a consumer does is in the derived class.',
  source: '--eventconsumer; standard-qualifiers',
  examples: {
    bad: sampleSubscription({
      consumer: `instance of __EventConsumer as $Consumer
{
  CreatorSID = ${administratorsArray};
};`,
    }),
    good: sampleSubscription({ consumer: sampleConsumer }),
  },
  supersedes: ['consumer-unbound'],
  check: {
    consumer({ instance: { className, file, node } }, report) {
      if (className.toLowerCase() !== '__eventconsumer') return;
      report({
        file,
        at: node.className,
        message:
          '__EventConsumer is abstract, so WMI refuses instances of it: write the class that does what is to be done, such ' +
          'as NTEventLogEventConsumer.',
      });
    },
  },
});
