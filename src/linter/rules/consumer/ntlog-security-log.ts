import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'ntlog-security-log',
  severity: 'error',
  group: 'consumer',
  summary: 'The consumer does not write to the Security log.',
  why: 'Only the local security authority writes there; ReportEvent, which the consumer calls, cannot.',
  source: 'sdk-api/nf-winbase-reporteventw',
  examples: consumerExamples('NTEventLogEventConsumer', { SourceName: '"Security"' }),
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report) => {
    const name = textOf(instance, 'SourceName');
    if (name?.value.trim().toLowerCase() !== 'security') return;
    report({
      file: instance.file,
      at: name,
      message:
        'The Security log takes no events from ReportEvent, so that nothing is logged: name a source of the Application log, or of a log of your own.',
    });
  }),
});
