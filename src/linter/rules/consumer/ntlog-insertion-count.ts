import { forConsumers, numberOf, settingOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceValue, safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'ntlog-insertion-count',
  severity: 'warning',
  group: 'consumer',
  summary: 'NumberOfInsertionStrings is the number of elements in InsertionStringTemplates.',
  why: 'Strings beyond the number are not written, and a number beyond the strings leaves the message with holes.',
  source: 'nteventlogeventconsumer',
  fixes: ['safe'],
  examples: consumerExamples('NTEventLogEventConsumer', { NumberOfInsertionStrings: '2' }),
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report) => {
    const count = numberOf(instance, 'NumberOfInsertionStrings');
    const strings = settingOf(instance, 'InsertionStringTemplates')?.value;
    if (count === undefined || strings?.kind !== 'ArrayValue' || strings.incomplete === true)
      return;
    const actual = strings.elements.length;
    if (count.number === BigInt(actual)) return;
    report({
      file: instance.file,
      at: count.value,
      message: `NumberOfInsertionStrings is ${count.number}, and InsertionStringTemplates has ${actual} ${actual === 1 ? 'element' : 'elements'}, so the message is not what was meant: write ${actual}.`,
      related: [
        {
          file: instance.file,
          start: strings.start,
          end: strings.end,
          message: `${actual} ${actual === 1 ? 'element' : 'elements'}`,
        },
      ],
      fixes: [safeFix(`Write ${actual}`, replaceValue(instance.file, count.value, String(actual)))],
    });
  }),
});
