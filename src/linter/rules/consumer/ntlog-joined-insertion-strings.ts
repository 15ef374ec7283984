import { forConsumers, numberOf, settingOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'ntlog-joined-insertion-strings',
  severity: 'warning',
  group: 'consumer',
  summary: 'Elements of InsertionStringTemplates are separated by commas.',
  why: 'MOF joins adjacent strings to one, so a forgotten comma makes one insertion string of two.',
  source: 'strings; nteventlogeventconsumer',
  fixes: ['suggestion'],
  examples: consumerExamples(
    'NTEventLogEventConsumer',
    {
      NumberOfInsertionStrings: '2',
      InsertionStringTemplates: '{"%TargetInstance.Name%" "changed"}',
    },
    {
      NumberOfInsertionStrings: '2',
      InsertionStringTemplates: '{"%TargetInstance.Name%", "changed"}',
    },
  ),
  supersedes: ['ntlog-insertion-count'],
  check: forConsumers('NTEventLogEventConsumer', ({ instance }, report) => {
    const count = numberOf(instance, 'NumberOfInsertionStrings');
    const strings = settingOf(instance, 'InsertionStringTemplates')?.value;
    if (count === undefined || strings?.kind !== 'ArrayValue') return;
    const pieces = strings.elements.map((element) =>
      element.kind === 'StringValue' ? element.pieces.length : 1,
    );
    const total = pieces.reduce((sum, number) => sum + number, 0);
    if (count.number <= BigInt(strings.elements.length) || count.number !== BigInt(total)) return;
    const joined = strings.elements.filter(
      (element) => element.kind === 'StringValue' && element.pieces.length > 1,
    );
    for (const element of joined) {
      if (element.kind !== 'StringValue') continue;
      const ends = element.pieces.slice(0, -1).map(({ end }) => end);
      report({
        file: instance.file,
        at: element,
        message: `These strings have no comma between them, so MOF joins them to one, and there are ${strings.elements.length} insertion strings where NumberOfInsertionStrings says ${count.number}: write a comma between them.`,
        fixes: [
          suggestion(
            'Separate the strings',
            ...ends.map((end) => ({ file: instance.file, start: end, end, text: ',' })),
          ),
        ],
      });
    }
  }),
});
