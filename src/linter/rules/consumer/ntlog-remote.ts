import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { settingRemoval } from '../../setting-removal.ts';

export default rule({
  name: 'ntlog-remote',
  severity: 'warning',
  group: 'consumer',
  summary: 'An event-log consumer writes to the log of its own computer.',
  why: 'By default UNCServerName with the name of another computer does not work.',
  source: 'nteventlogeventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples('NTEventLogEventConsumer', {
    UNCServerName: String.raw`"\\\\SERVER1"`,
  }),
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report) => {
    const server = textOf(instance, 'UNCServerName');
    if (server === undefined || /^[\\/]*(?:\.|localhost|)$/i.test(server.value.trim())) return;
    report({
      file: instance.file,
      at: server,
      message: `Writing to the event log of ${server.value} does not work by default: leave UNCServerName out, and have events forwarded if they must be elsewhere.`,
      fixes: [suggestion('Remove UNCServerName', ...settingRemoval(instance, 'UNCServerName'))],
    });
  }),
});
