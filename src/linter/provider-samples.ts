/** MOF texts that the examples of rules about providers are made of: a provider that works, with one part changed. */

/** The lines that a registration begins with. */
const pragmas = String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\Sample")`;

/** An event class of the sample provider. */
export const sampleEventClass = `class Sample_Alarm : __ExtrinsicEvent
{
  string Text;
};`;

/** The bytes of O:BAG:BAD:(A;;0x40;;;BA), by which Administrators may receive an event. */
export const subscribeDescriptor =
  '{1, 0, 4, 128, 52, 0, 0, 0, 68, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 2, 0, 32, 0, 1, 0, 0, 0, 0, 0, 24, 0, 64, 0, 0, 0, ' +
  '1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0, 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0, ' +
  '1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0}';

/** An event class whose objects have this as their descriptor. */
export function sampleAlarm(descriptor: string): string {
  return sampleFile(
    sampleEventClass.replace('{\n', `{\n  uint8 SECURITY_DESCRIPTOR[] = ${descriptor};\n`),
  );
}

/** The registration of the sample provider for its events. */
export const sampleRegistration = `instance of __EventProviderRegistration
{
  Provider = $Provider;
  EventQueryList = {"SELECT * FROM Sample_Alarm"};
};`;

/** What a provider in a process of WMI says about itself. */
export const hostedProperties: readonly string[] = [
  'CLSID = "{4F9C9A3C-5D1F-4E57-9F0B-6A3B5C2D1E00}";',
  'HostingModel = "NetworkServiceHost";',
];

/** What a decoupled provider says about itself. */
export const decoupledProperties: readonly string[] = [
  'CLSID = "{54D8502C-527D-43F7-A506-A9DA075E229C}";',
  'HostingModel = "Decoupled:Com";',
  'SecurityDescriptor = "O:BAG:BAD:(A;;0x1;;;BA)";',
];

/** What to change in the sample. */
export interface ProviderParts {
  readonly classes?: string;
  readonly properties?: readonly string[];
  readonly registration?: string;
}

/** The sample provider with some of its parts replaced. */
export function sampleProvider({
  classes = sampleEventClass,
  properties = hostedProperties,
  registration = sampleRegistration,
}: ProviderParts = {}): string {
  const provider = [
    'instance of __Win32Provider as $Provider',
    '{',
    ...['Name = "Sample Provider";', ...properties].map((line) => `  ${line}`),
    '};',
  ].join('\n');
  return sampleFile(classes, provider, registration);
}

/** Declarations behind the pragmas of the samples. */
export function sampleFile(...declarations: readonly string[]): string {
  return `${[pragmas, ...declarations].filter((part) => part !== '').join('\n\n')}\n`;
}

/** The sample provider with other event queries. */
export function sampleQueries(...queries: readonly string[]): string {
  const list = queries.map((query) => JSON.stringify(query)).join(', ');
  return sampleProvider({
    registration: sampleRegistration.replace(/EventQueryList = .*/u, `EventQueryList = {${list}};`),
  });
}
