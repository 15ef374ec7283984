/** The namespaces that every Windows has and that MOF files name. */

export interface KnownNamespace {
  readonly path: string;
  readonly holds: string;
}

export const knownNamespaces: readonly KnownNamespace[] = [
  { path: 'root\\subscription', holds: 'permanent event subscriptions and the standard consumers' },
  { path: 'root\\cimv2', holds: 'the computer: Win32_Process, Win32_Service and the like' },
  {
    path: 'root\\default',
    holds: 'the registry; where mofcomp stores what says no other namespace',
  },
  { path: 'root\\wmi', holds: 'what drivers provide' },
  { path: 'root', holds: 'the namespaces themselves, and limits of providers' },
  { path: 'root\\StandardCimv2', holds: 'network settings and connections' },
  { path: 'root\\SecurityCenter2', holds: 'antivirus products and firewalls' },
  { path: 'root\\Microsoft\\Windows\\Defender', holds: 'Microsoft Defender Antivirus' },
  { path: 'root\\Microsoft\\Windows\\Storage', holds: 'disks, volumes and storage pools' },
  { path: 'root\\Microsoft\\Windows\\TaskScheduler', holds: 'scheduled tasks' },
  { path: 'root\\virtualization\\v2', holds: 'Hyper-V' },
  { path: 'root\\directory\\LDAP', holds: 'Active Directory' },
  { path: 'root\\RSOP\\Computer', holds: 'the group policy of the computer' },
];
