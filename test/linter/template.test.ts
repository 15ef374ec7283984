import { describe, expect, test } from 'vitest';
import { sampleConsumerOf } from '../../src/linter/consumer-samples.ts';
import { filterWith } from '../../src/linter/filter-samples.ts';
import { sampleSubscription } from '../../src/linter/samples.ts';
import { analyzing } from '../support/analysis.ts';

const modification =
  "SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'";

/** `rule: characters` of what is said about a log consumer's Text for a query. */
function said(text: string, query = modification, classes = ''): readonly string[] {
  const file = sampleSubscription({
    filter: `${classes}\n${filterWith('Query', `Query = "${query}";`)}`,
    consumer: sampleConsumerOf('LogFileEventConsumer', { Text: text }),
  });
  return analyzing(file)
    .diagnostics.filter(({ rule }) => rule.startsWith('template-'))
    .map(({ rule, start, end }) => `${rule.replace('template-', '')}: ${file.slice(start, end)}`);
}

describe('a template', () => {
  test.each<[string, readonly string[]]>([
    ['"%TargetInstance.Name% %TIME_CREATED% %__CLASS% 100%%"', []],
    ['"%Name%"', ['unknown-property: %Name%']],
    ['"%TargetInstance%"', []],
    ['"%PreviousInstance.State%"', []],
    ['"%COMPUTERNAME%"', ['environment-variable: %COMPUTERNAME%']],
    [String.raw`"\"%TargetInstance.Name%\""`, ['inside-quotes: %TargetInstance.Name%']],
    [String.raw`"\"%COMPUTERNAME%\""`, ['environment-variable: %COMPUTERNAME%']],
    ['"\'%TargetInstance.Name%\'"', []],
    ['"80% full"', ['unbalanced-percent: %']],
    [String.raw`"\x0038\x0030\x0025 full"`, [String.raw`unbalanced-percent: \x0025`]],
    ['"%Na" "me%"', ['unknown-property: %Na" "me%']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('the event of a query', () => {
  const declared =
    'class Base : __ExtrinsicEvent { string A; };\nclass Mine : Base { string B; };\nclass Thing { [key] string K; };';

  test.each<[string, string, readonly string[]]>([
    [
      'SELECT * FROM __InstanceDeletionEvent',
      '"%PreviousInstance.A%"',
      ['unknown-property: %PreviousInstance.A%'],
    ],
    [
      'SELECT * FROM RegistryKeyChangeEvent',
      '"%Hive% %KeyPath% %RootPath%"',
      ['unknown-property: %RootPath%'],
    ],
    [
      'SELECT * FROM Win32_ProcessStartTrace',
      '"%ProcessName% %TargetInstance.Name%"',
      ['unknown-property: %TargetInstance.Name%'],
    ],
    ['SELECT * FROM Vendor_Event', '"%Anything% %SystemRoot%"', []],
    ['SELECT * FROM Mine', '"%A% %b% %C%"', ['unknown-property: %C%']],
    [
      "SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Thing'",
      '"%TargetInstance.K% %TargetInstance.L%"',
      ['unknown-property: %TargetInstance.L%'],
    ],
    [
      "SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Thing' OR TargetInstance ISA 'Win32_X'",
      '"%TargetInstance.L%"',
      [],
    ],
    [
      'SELECT * FROM Mine GROUP WITHIN 300',
      '"%NumberOfEvents% %Representative.A% %A%"',
      ['unknown-property: %A%'],
    ],
    [
      'SELECT * FROM __InstanceOperationEvent',
      '"%PreviousInstance.A% %TargetInstance.A% %A%"',
      ['unknown-property: %A%'],
    ],
    ['SELECT * FROM __ExtrinsicEvent', '"%Anything%"', []],
    ['SELECT * FROM Base', '"%A% %B% %C%"', ['unknown-property: %C%']],
    [
      "SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA '__EventConsumer'",
      '"%TargetInstance.CommandLineTemplate%"',
      [],
    ],
    ['not a query', '"%A%"', []],
  ])('%s with %s', (query, text, expected) => {
    expect(said(text, query, declared)).toEqual(expected);
  });

  test('is not known where there is no binding', () => {
    const file = sampleSubscription({
      consumer: sampleConsumerOf('LogFileEventConsumer', { Text: '"%Name% %TEMP%"' }),
      binding: '',
    });
    const rules = analyzing(file).diagnostics.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule.startsWith('template-'))).toEqual([]);
  });
});
