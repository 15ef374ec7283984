/** The events that providers of Windows make. */
import type { ClassKnowledge } from './class-knowledge.ts';

const deviceEvent = 'CIMWin32Prov/Win32_DeviceChangeEvent';

/** What becomes of devices and of the machine. */
const machine: readonly ClassKnowledge[] = [
  {
    name: 'Win32_DeviceChangeEvent',
    source: deviceEvent,
    documentation:
      'A device has come or gone, or the configuration has changed. The root of the events about devices; it is raised by its provider, so that a query needs no `WITHIN`.',
    properties: { EventType: 'What happened.' },
  },
  {
    name: 'Win32_SystemConfigurationChangeEvent',
    source: 'CIMWin32Prov/Win32_SystemConfigurationChangeEvent',
    documentation: "The configuration of the machine's devices has changed.",
    properties: {},
  },
  {
    name: 'Win32_VolumeChangeEvent',
    source: 'CIMWin32Prov/Win32_VolumeChangeEvent',
    documentation:
      'A volume has come or gone, such as a memory stick: `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2` waits for arrivals.',
    properties: { DriveName: 'The letter of the drive.' },
  },
  {
    name: 'Win32_PowerManagementEvent',
    source: 'CIMWin32Prov/Win32_PowerManagementEvent',
    documentation: 'The machine falls asleep, wakes up, or its supply of power has changed.',
    properties: {
      EventType: 'What happened.',
      OEMEventCode: 'The code of the manufacturer, where `EventType` is 11.',
    },
  },
  {
    name: 'Win32_ComputerSystemEvent',
    source: 'CIMWin32Prov/Win32_ComputerSystemEvent',
    documentation: 'The root of the events about the computer as a whole.',
    properties: { MachineName: 'The computer that the event is about.' },
  },
  {
    name: 'Win32_ComputerShutdownEvent',
    source: 'CIMWin32Prov/Win32_ComputerShutdownEvent',
    documentation: 'A user logs off, or the computer is shut down or started anew.',
    properties: { Type: 'Which of them happened.' },
  },
  {
    name: 'Win32_IP4RouteTableEvent',
    source: 'wmi-classes',
    documentation: 'The table of IPv4 routes has changed.',
    properties: {},
  },
  {
    name: 'MSFT_SCMEvent',
    source: 'wmi-classes',
    documentation: 'The root of the events of the service control manager.',
    properties: {},
  },
  {
    name: 'MSFT_SCMEventLogEvent',
    source: 'wmi-classes',
    documentation:
      'What the service control manager writes into the event log. Windows itself has a permanent subscription for it: the filter `SCM Event Log Filter` with an `NTEventLogEventConsumer`, and attackers borrow these names.',
    properties: {},
  },
];

/** What the tracing of the kernel tells. */
const traces: readonly ClassKnowledge[] = [
  {
    name: 'Win32_SystemTrace',
    source: 'monitoring-events, wmi-classes',
    documentation:
      'The root of the events of the kernel: processes, threads and modules. They come by themselves: a query needs no `WITHIN`, and sees also what lives for a moment only.',
    properties: {},
  },
  {
    name: 'Win32_ProcessTrace',
    source: 'monitoring-events, wmi-classes',
    documentation: 'A process has started or ended. The root of the two events.',
    properties: {
      ProcessID: 'The number of the process.',
      ParentProcessID: 'The number of the process that started it.',
      SessionID: 'The session that the process is in.',
      Sid: 'The SID of the account that the process runs as, in bytes.',
      ProcessName: 'The name of the program, such as `notepad.exe`.',
      PageDirectoryBase:
        'The physical address of the page directory of the process. Windows XP has it, newer versions have not.',
    },
  },
  {
    name: 'Win32_ProcessStartTrace',
    source: 'monitoring-events, wmi-classes',
    documentation:
      "A process has started: `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'notepad.exe'`. Unlike `__InstanceCreationEvent` for `Win32_Process` it needs no polling; it has no command line and no `TargetInstance`.",
    properties: {},
  },
  {
    name: 'Win32_ProcessStopTrace',
    source: 'monitoring-events, wmi-classes',
    documentation: 'A process has ended.',
    properties: { ExitStatus: 'What the process returned. Windows XP does not have it.' },
  },
  {
    name: 'Win32_ThreadTrace',
    source: 'wmi-classes',
    documentation: 'A thread has started or ended. The root of the two events.',
    properties: {
      ThreadID: 'The number of the thread.',
      ProcessID: 'The number of the process that the thread belongs to.',
    },
  },
  {
    name: 'Win32_ThreadStartTrace',
    source: 'wmi-classes',
    documentation: 'A thread has started.',
    properties: {
      StackBase: 'The address at which the stack of the thread in the kernel begins.',
      StackLimit: 'The address at which the stack of the thread in the kernel ends.',
      UserStackBase: 'The address at which the stack of the thread outside of the kernel begins.',
      UserStackLimit: 'The address at which the stack of the thread outside of the kernel ends.',
      StartAddr: 'The address at which the thread starts.',
      Win32StartAddr: 'The address of the function that the program gave for the thread.',
      WaitMode: 'How the thread waits.',
    },
  },
  {
    name: 'Win32_ThreadStopTrace',
    source: 'wmi-classes',
    documentation: 'A thread has ended.',
    properties: {},
  },
  {
    name: 'Win32_ModuleTrace',
    source: 'wmi-classes',
    documentation:
      'The root of the events about modules, which are programs and libraries in memory.',
    properties: {},
  },
  {
    name: 'Win32_ModuleLoadTrace',
    source: 'wmi-classes',
    documentation: 'A process has loaded a program or a library.',
    properties: {
      ImageBase: 'The address at which the module is loaded.',
      ImageSize: 'How large the module is in memory.',
      ProcessID: 'The number of the process that loads it.',
      FileName: 'The file that it is loaded from.',
      DefaultBase: 'The address that the file asks for. Windows XP does not have it.',
      ImageChecksum: 'The checksum in the file. Windows XP does not have it.',
      TimeDateSTamp:
        'The time stamp in the file, with the spelling of the vendor. Windows XP does not have it.',
    },
  },
];

const registrySource =
  'registering-for-system-registry-events, creating-a-proper-where-clause-for-the-registry-provider';

const keyPath =
  'The key below the hive, which the query must name; a backslash is doubled in WQL and once more in MOF: `SOFTWARE\\\\\\\\Microsoft`.';

const hive =
  'The hive, which the query must name. `HKEY_CLASSES_ROOT` and `HKEY_CURRENT_USER` are not supported.';

/** What becomes of the registry. */
const registry: readonly ClassKnowledge[] = [
  {
    name: 'RegistryEvent',
    source: registrySource,
    documentation:
      'The root of the events about the registry. It is not certain that all of them are delivered. The documentation has them in `root\\default`; newer versions of Windows have them in `root\\cimv2` too.',
    properties: {},
  },
  {
    name: 'RegistryKeyChangeEvent',
    source: registrySource,
    documentation:
      'A key of the registry has changed; for the keys below it there is `RegistryTreeChangeEvent`. The query must say `Hive` and `KeyPath`, or it is refused as too broad.',
    properties: {
      Hive: hive,
      KeyPath: keyPath,
    },
  },
  {
    name: 'RegistryTreeChangeEvent',
    source: registrySource,
    documentation:
      'A key of the registry or one below it has changed; the event does not say which. The query must say `Hive` and `RootPath`, or it is refused as too broad.',
    properties: {
      Hive: hive,
      RootPath:
        'The topmost key below the hive, which the query must name; a backslash is doubled in WQL and once more in MOF: `SOFTWARE\\\\\\\\Microsoft`.',
    },
  },
  {
    name: 'RegistryValueChangeEvent',
    source: registrySource,
    documentation:
      'One value of a key of the registry has changed. The query must say `Hive`, `KeyPath` and `ValueName`, or it is refused as too broad.',
    properties: {
      Hive: hive,
      KeyPath: keyPath,
      ValueName: 'The name of the value, which the query must name.',
    },
  },
];

export const extrinsicEventClasses: readonly ClassKnowledge[] = [
  ...machine,
  ...traces,
  ...registry,
];
