import type { Value } from '../../../../grammar/mof/ast.ts';
import { secretsIn } from '../../../consumers/secrets.ts';
import { findingIn, isWholeText, settingOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'clear-text-password',
  severity: 'warning',
  group: 'suspicious',
  summary: 'No password stands in a subscription.',
  why: 'The repository of WMI is no safe: administrators, backups, logs of WMI (event 5861) and everybody who gets the MOF file can read it.',
  source: 'field practice; wmi-event-messages',
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\net.exe"`,
      CommandLineTemplate: String.raw`"net.exe use \\\\server\\share Winter2024 /user:report"`,
    },
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\net.exe"`,
      CommandLineTemplate: String.raw`"net.exe use \\\\server\\share"`,
    },
  ),
  check: {
    consumer(consumer, report) {
      if (isStockConsumer(consumer)) return;
      const { instance } = consumer;
      for (const { name } of instance.properties.values()) {
        for (const value of textsOf(settingOf(instance, name.name)?.value)) {
          for (const secret of enough(secretsIn(value.value))) {
            report({
              ...findingIn(instance, value, secret),
              message: `The password of ${secret.of} stands here for everybody who can read the file, the repository or the log of WMI: take it out, change it, and let the computer's own account do the work.`,
            });
          }
        }
      }
    },
  },
});

function textsOf(value: Value | undefined): readonly Extract<Value, { kind: 'StringValue' }>[] {
  if (value === undefined) return [];
  return (value.kind === 'ArrayValue' ? value.elements : [value]).filter(isWholeText);
}
