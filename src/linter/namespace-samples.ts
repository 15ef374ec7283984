/** MOF texts that the examples of rules about namespaces are made of. */
import { sampleFile } from './provider-samples.ts';

/** A descriptor by which Administrators and nobody else have every right in a namespace, on its own machine only. */
export const sampleDescriptor = 'O:BAG:BAD:(A;CI;0x6001F;;;BA)';

/** Creates a namespace; NULL leaves out its descriptor. */
export function sampleNamespace(sddl: string | null = sampleDescriptor, name = 'Child'): string {
  const qualifiers = sddl === null ? '' : `[NamespaceSecuritySDDL("${sddl}")]\n`;
  return sampleFile(`${qualifiers}instance of __Namespace\n{\n  Name = "${name}";\n};`);
}

/** Says something about the security of the sample namespace. */
export function sampleEncryption(qualifier: string): string {
  return sampleFile(`[${qualifier}]\ninstance of __SystemSecurity\n{\n};`);
}
