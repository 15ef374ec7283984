/** The roots of the class tree, namespaces, security, and reports of errors. */
import type { ClassKnowledge } from './class-knowledge.ts';

const timeCreated =
  'When it was made: intervals of 100 nanoseconds since the beginning of 1601, UTC.';

/** Namespaces and the class tree. */
const namespaces: readonly ClassKnowledge[] = [
  {
    name: '__SystemClass',
    source: 'wmi-system-classes',
    documentation:
      'The abstract root of most system classes. WMI makes these in every namespace; no file can declare one, for mofcomp compiles no class that begins with two underscores.',
    properties: {},
  },
  {
    name: '__Namespace',
    source:
      '__Namespace, creating-hierarchies-within-wmi, setting-namespace-security-when-the-namespace-is-created, namespace-access-rights-constants',
    documentation:
      'A namespace below the one that the instance is in: mofcomp creates it where it is missing. The qualifier `NamespaceSecuritySDDL` before `instance of` says who may do what in it, without which it has the default security.',
    properties: {
      Name: 'The key: the last part of the path, unique among its siblings. It begins with a letter, and letters, digits and underscores follow; the case of letters does not count.',
    },
  },
  {
    name: '__thisNAMESPACE',
    source: '__thisNAMESPACE',
    documentation:
      'The namespace itself. There is one instance in each namespace: `__thisNAMESPACE=@`.',
    properties: {
      SECURITY_DESCRIPTOR:
        'Who may do what in the namespace: the bytes of a security descriptor, never SDDL text.',
    },
  },
  {
    name: '__SystemSecurity',
    source:
      '__SystemSecurity, --systemsecurity-setsd, requiring-an-encrypted-connection-to-a-namespace',
    documentation:
      'The security of the namespace, by methods: `GetSD` and `SetSD` read and write its security descriptor. `[RequiresEncryption(TRUE)] instance of __SystemSecurity { };` makes WMI refuse connections that are not encrypted.',
    properties: {},
  },
  {
    name: '__PARAMETERS',
    source: 'wmi-system-classes',
    documentation: 'Holds the parameters of a method, those that go in or those that come out.',
    properties: {},
  },
];

/** Reports of errors. */
const reports: readonly ClassKnowledge[] = [
  {
    name: '__NotifyStatus',
    source: '__NotifyStatus',
    documentation:
      'The abstract root of what WMI and providers report about an error; providers may derive their own classes.',
    properties: { StatusCode: 'The number of the error.' },
  },
  {
    name: '__ExtendedStatus',
    source: '__ExtendedStatus',
    documentation: 'More about an error than its number.',
    properties: {
      ProviderName: 'The provider that reports the error.',
      Operation: 'What was being done when the error occurred.',
      ParameterInfo: 'The parameters of what was being done.',
      Description: 'The error in words.',
    },
  },
];

/** Security descriptors as objects. */
const security: readonly ClassKnowledge[] = [
  {
    name: '__SecurityRelatedClass',
    source: 'wmi-system-classes',
    documentation: 'The abstract root of the classes that security descriptors are made of.',
    properties: {},
  },
  {
    name: '__NTLMUser9X',
    source: '__NTLMUser9X',
    documentation:
      'A user with rights in the security of Windows 95 and 98, for the methods `Get9XUserList` and `Set9XUserList` of `__SystemSecurity`.',
    properties: {
      Name: 'The name of the user.',
      Authority: 'The domain of the user; `.`, the default, is the local computer.',
      Flags: 'The flags of the entry.',
      Mask: 'The rights of the user, as an access mask.',
      Type: 'The type of the entry.',
    },
  },
  {
    name: '__Trustee',
    source: '__Trustee',
    documentation: 'An account in a security descriptor.',
    properties: {
      Domain: 'The domain of the account.',
      Name: 'The name of the account.',
      SID: 'The SID of the account, as bytes.',
      SidLength: 'How many bytes the SID has.',
      SIDString: 'The SID of the account, as text: `S-1-5-32-544`.',
      TIME_CREATED: timeCreated,
    },
  },
  {
    name: '__ACE',
    source:
      'namespace-access-rights-constants, namespace-ace-flag-constants, namespace-ace-type-constants',
    documentation:
      'An entry of an access control list: who is allowed or denied what. The order of the entries matters.',
    properties: {
      AceType: '0 allows, 1 denies; in the security of namespaces there is nothing else.',
      AceFlags:
        'How the entry is inherited: 2 by the namespaces below, 4 by the next ones alone, 8 by those and not here; 16 says that it was inherited.',
      AccessMask:
        'The rights: 0x1 read, 0x2 methods, 0x4 write classes, 0x8 write instances, 0x10 write to providers, 0x20 remote access, 0x20000 read the security, 0x40000 edit the security.',
      GuidObjectType: 'The type of object that an object entry is about; namespaces have none.',
      GuidInheritedObjectType:
        'The type of object that inherits an object entry; namespaces have none.',
      Trustee: 'Who is allowed or denied.',
      TIME_CREATED: timeCreated,
    },
  },
  {
    name: '__SecurityDescriptor',
    source: '__SecurityDescriptor, --systemsecurity-setsd',
    documentation:
      'A security descriptor as an object, for the methods `GetSecurityDescriptor` and `SetSecurityDescriptor` of `__SystemSecurity`.',
    properties: {
      ControlFlags: 'The control flags of the descriptor.',
      Owner: 'The owner. A namespace must have one.',
      Group: 'The group. A namespace must have one.',
      DACL: 'Who may do what. A namespace must have it.',
      SACL: 'Which access is audited.',
      TIME_CREATED: timeCreated,
    },
  },
];

export const systemClasses: readonly ClassKnowledge[] = [...namespaces, ...reports, ...security];
