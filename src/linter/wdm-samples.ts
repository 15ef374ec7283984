/** MOF texts that the examples of rules about classes of drivers are made of. */
import { sampleFile } from './provider-samples.ts';

const driverQualifiers =
  'Dynamic, Provider("WMIProv"), WMI, Guid("{20E35E40-7179-4F89-A28C-12ED5A3CAAA5}")';

const driverItems: readonly string[] = [
  '[key, read] string InstanceName;',
  '[read] boolean Active;',
  '[WmiDataId(1), read] uint32 Level;',
];

/** A data block of a driver with other qualifiers or other items. */
export function sampleBlock({
  qualifiers = driverQualifiers,
  items = driverItems,
}: {
  readonly qualifiers?: string;
  readonly items?: readonly string[];
} = {}): string {
  const body = items.map((item) => `  ${item}\n`).join('');
  return sampleFile(`[${qualifiers}]\nclass Sample_Block\n{\n${body}};`);
}

/** An event block of a driver with something before its qualifiers. */
export function sampleEventBlock(before: string): string {
  const body = driverItems.map((item) => `  ${item}\n`).join('');
  return sampleFile(`[${before}${driverQualifiers}]\nclass Sample_Event : WMIEvent\n{\n${body}};`);
}
