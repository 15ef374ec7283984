/** MOF texts for the examples of rules about consumers: the sample subscription with another consumer. */
import type { StandardConsumerClass } from '../compiler/model.ts';
import type { RuleExamples } from './rule.ts';
import { sampleSubscription } from './samples.ts';

/** MOF values by property. */
type Settings = Readonly<Record<string, string>>;

/** Properties to set otherwise; `undefined` leaves one out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** A consumer of each class that there is nothing to say about. */
const settings: Readonly<Record<StandardConsumerClass, Settings>> = {
  ActiveScriptEventConsumer: {
    Name: '"Service Consumer"',
    ScriptingEngine: '"JScript"',
    ScriptFileName: String.raw`"C:\\Program Files\\Sample\\report.js"`,
    KillTimeout: '60',
  },
  CommandLineEventConsumer: {
    Name: '"Service Consumer"',
    ExecutablePath: String.raw`"C:\\Program Files\\Sample\\report.exe"`,
    CommandLineTemplate: String.raw`"\"C:\\Program Files\\Sample\\report.exe\" /service"`,
    KillTimeout: '60',
  },
  LogFileEventConsumer: {
    Name: '"Service Consumer"',
    Filename: String.raw`"C:\\ProgramData\\Sample\\Logs\\services.log"`,
    Text: '"%TargetInstance.Name% changed"',
  },
  NTEventLogEventConsumer: {
    Name: '"Service Consumer"',
    SourceName: '"Sample Service"',
    EventID: '1000',
    EventType: '4',
    NumberOfInsertionStrings: '1',
    InsertionStringTemplates: '{"%TargetInstance.Name%"}',
  },
  SMTPEventConsumer: {
    Name: '"Service Consumer"',
    SMTPServer: '"mail.contoso.example"',
    ToLine: '"operations@contoso.example"',
    Subject: '"%TargetInstance.Name% changed"',
  },
};

const administrators = '{1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0}';

/** A consumer, called `$Consumer`. */
export function sampleConsumerOf(className: StandardConsumerClass, changes: Changes = {}): string {
  const lines = Object.entries({
    ...settings[className],
    ...changes,
    CreatorSID: administrators,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value};`]));
  return `instance of ${className} as $Consumer\n{\n${lines.join('\n')}\n};`;
}

/** A subscription with a bad consumer and one with a good consumer. */
export function consumerExamples(
  className: StandardConsumerClass,
  bad: Changes,
  good: Changes = {},
): RuleExamples {
  return {
    bad: sampleSubscription({ consumer: sampleConsumerOf(className, bad) }),
    good: sampleSubscription({ consumer: sampleConsumerOf(className, good) }),
  };
}
