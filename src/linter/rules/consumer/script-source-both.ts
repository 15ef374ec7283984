import { forConsumers, settingOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { settingRemoval } from '../../setting-removal.ts';

export default rule({
  name: 'script-source-both',
  severity: 'error',
  group: 'consumer',
  summary: 'A script consumer has ScriptText or ScriptFileName, and not both.',
  why: 'WMI does not choose between the two: the consumer fails when the event comes.',
  source: 'activescripteventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples('ActiveScriptEventConsumer', { ScriptText: '"var done = true;"' }),
  check: forConsumers('ActiveScriptEventConsumer', ({ instance }, report) => {
    const [text, file] = [settingOf(instance, 'ScriptText'), settingOf(instance, 'ScriptFileName')];
    if (text?.value === undefined || file?.value === undefined) return;
    if (text.value.kind === 'NullValue' || file.value.kind === 'NullValue') return;
    const [first, second] = text.start < file.start ? [text, file] : [file, text];
    report({
      file: instance.file,
      at: second,
      message:
        'ScriptText and ScriptFileName are both set, which is an error when the event comes: leave one of them out.',
      related: [
        { file: instance.file, start: first.start, end: first.end, message: 'the other one' },
      ],
      fixes: [
        suggestion('Keep the text', ...settingRemoval(instance, 'ScriptFileName')),
        suggestion('Keep the file', ...settingRemoval(instance, 'ScriptText')),
      ],
    });
  }),
});
