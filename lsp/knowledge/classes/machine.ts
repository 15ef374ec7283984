/** Other classes of Windows whose instances queries are about: what they stand for. */
import { classesWithoutProperties, type ClassKnowledge } from './class-knowledge.ts';

/** Classes of the provider CIMWin32, whose pages are named after them. */
const computer = classesWithoutProperties((name) => `CIMWin32Prov/${name}`, {
  CIM_DataFile:
    'A file. Polling looks through all of them unless the query says which: name `TargetInstance.Name`, or `TargetInstance.Drive` and `TargetInstance.Path`.',
  CIM_DirectoryContainsFile:
    'A file in a folder, as an association of the two. A query that names the folder in `TargetInstance.GroupComponent` waits for new files in it.',
  CIM_Process: 'A process of any kind; those of Windows are `Win32_Process`.',
  CIM_Service: 'A service or a driver of any kind; services are `Win32_Service`.',
  Win32_Account: 'An account: a user, a group, or one of the system.',
  Win32_BIOS: 'The BIOS of the machine.',
  Win32_BaseBoard: 'The main board of the machine.',
  Win32_Battery: 'A battery.',
  Win32_BootConfiguration: 'How Windows was started.',
  Win32_CDROMDrive: 'A drive for compact discs.',
  Win32_ComputerSystem: 'The computer as a whole.',
  Win32_Desktop: "A user's desktop.",
  Win32_DesktopMonitor: 'A screen.',
  Win32_Directory: 'A folder.',
  Win32_DiskDrive: 'A disk as a device; what has a letter is `Win32_LogicalDisk`.',
  Win32_DiskPartition: 'A partition of a disk.',
  Win32_Environment: 'An environment variable.',
  Win32_Group: 'A group of accounts.',
  Win32_GroupUser: 'A member of a group, as an association of the two.',
  Win32_LoggedOnUser: 'An account and one of its logon sessions, as an association of the two.',
  Win32_LogonSession: 'A logon session. Attackers wait for new ones to start their programs.',
  Win32_MappedLogicalDisk: 'A share of another computer that has a letter.',
  Win32_NetworkAdapter: 'A network adapter.',
  Win32_NetworkAdapterConfiguration: 'The settings of a network adapter.',
  Win32_NetworkConnection: 'A connection to a share of another computer.',
  Win32_OperatingSystem: 'Windows itself.',
  Win32_PageFileUsage: 'A page file, and how much of it is used.',
  Win32_PhysicalMemory: 'A memory module.',
  Win32_PnPEntity: 'A device that Plug and Play knows.',
  Win32_PrintJob: 'A job that waits in a print queue or is printed.',
  Win32_Printer: 'A printer.',
  Win32_Processor: 'A processor.',
  Win32_QuickFixEngineering: 'An update of Windows that is installed.',
  Win32_Registry:
    'The registry as a whole; for its keys there are `RegistryKeyChangeEvent` and the like.',
  Win32_ScheduledJob: 'A job that is scheduled.',
  Win32_SerialPort: 'A serial port.',
  Win32_Share: 'A share of this computer.',
  Win32_StartupCommand: 'A program that starts when a user logs on.',
  Win32_SystemDriver: 'A driver.',
  Win32_Thread: 'A thread of a process.',
  Win32_TimeZone: 'The time zone of the computer.',
  Win32_USBControllerDevice: 'A USB device and its controller, as an association of the two.',
  Win32_USBHub: 'A USB hub.',
  Win32_UserAccount: 'The account of a user.',
});

const performance = 'in numbers that are worked out from two measurements.';
const raw = 'in the numbers of the counters, from which rates have yet to be worked out.';

/** Classes of other providers. */
const others = classesWithoutProperties(() => 'wmi-classes', {
  Win32_IP4RouteTable: 'An entry of the table of IPv4 routes.',
  Win32_NTEventlogFile: 'A log of the event log of Windows, as a file.',
  Win32_PerfFormattedData_PerfDisk_LogicalDisk: `The load of the disks with letters, ${performance}`,
  Win32_PerfFormattedData_PerfDisk_PhysicalDisk: `The load of the disks as devices, ${performance}`,
  Win32_PerfFormattedData_PerfOS_Memory: `The use of memory, ${performance}`,
  Win32_PerfFormattedData_PerfOS_Processor: `The load of the processors, ${performance}`,
  Win32_PerfFormattedData_PerfOS_System: `The load of the whole system, ${performance} Attackers test its \`SystemUpTime\` to start their programs some minutes after Windows.`,
  Win32_PerfFormattedData_PerfProc_Process: `The load of each process, ${performance}`,
  Win32_PerfFormattedData_Tcpip_NetworkInterface: `The load of the network interfaces, ${performance}`,
  Win32_PerfRawData_PerfOS_Memory: `The use of memory, ${raw}`,
  Win32_PerfRawData_PerfOS_Processor: `The load of the processors, ${raw}`,
  Win32_PerfRawData_PerfOS_System: `The load of the whole system, ${raw}`,
  Win32_PerfRawData_PerfProc_Process: `The load of each process, ${raw}`,
  Win32_PnPSignedDriver: 'A driver of a device, and whether it is signed.',
  Win32_Product: 'A product that Windows Installer has installed.',
  Win32_TerminalService: 'The service for remote sessions.',
});

export const machineClasses: readonly ClassKnowledge[] = [...computer, ...others];
