/** MOF texts that the examples of rules are made of: a secure, working subscription, and the same with one part changed. */

const filterProperties = String.raw`  Name = "Service Filter";
  EventNamespace = "root\\cimv2";
  QueryLanguage = "WQL";
  Query = "SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'";
  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`;

const consumerProperties = String.raw`  Name = "Service Consumer";
  SourceName = "Sample Service";
  EventID = 1000;
  EventType = 4;
  NumberOfInsertionStrings = 1;
  InsertionStringTemplates = {"%TargetInstance.Name%"};
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`;

const bindingProperties = String.raw`  Filter = $Filter;
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`;

/** A consumer that starts a program; slow, as seen from the event provider. */
export const commandLineConsumer = String.raw`instance of CommandLineEventConsumer as $Consumer
{
  Name = "Service Consumer";
  ExecutablePath = "C:\\Program Files\\Sample\\report.exe";
  CommandLineTemplate = "\"C:\\Program Files\\Sample\\report.exe\" /service";
  KillTimeout = 60;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
};`;

/** A consumer that runs a script in a process of its own. */
export const scriptConsumer = String.raw`instance of ActiveScriptEventConsumer as $Consumer
{
  Name = "Service Consumer";
  ScriptingEngine = "VBScript";
  ScriptFileName = "C:\\Program Files\\Sample\\report.vbs";
  KillTimeout = 60;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
};`;

/** What to change in the sample subscription; whole declarations or the lines of a pragma. */
export interface SampleParts {
  readonly pragmas?: string;
  readonly filter?: string;
  readonly consumer?: string;
  readonly binding?: string;
}

/** The lines that a subscription begins with. */
export const samplePragmas = String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\subscription")`;

/** The filter of the sample subscription, called `$Filter`. */
export const sampleFilter = instanceOf('__EventFilter as $Filter', filterProperties);

/** The consumer of the sample subscription, called `$Consumer`. */
export const sampleConsumer = instanceOf(
  'NTEventLogEventConsumer as $Consumer',
  consumerProperties,
);

/** A binding with these lines, and with the sample's `Filter`, `Consumer` and `CreatorSID` where they are not given. */
export function sampleBinding(properties = '', ends = bindingProperties): string {
  return instanceOf(
    '__FilterToConsumerBinding',
    [ends, properties].filter((part) => part !== '').join('\n'),
  );
}

/** The sample subscription with some of its parts replaced. */
export function sampleSubscription({
  pragmas = samplePragmas,
  filter = sampleFilter,
  consumer = sampleConsumer,
  binding = sampleBinding(),
}: SampleParts = {}): string {
  return `${[pragmas, filter, consumer, binding].filter((part) => part !== '').join('\n\n')}\n`;
}

function instanceOf(head: string, properties: string): string {
  return `instance of ${head}\n{\n${properties}\n};`;
}
