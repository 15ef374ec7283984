/**
 * Classes of Windows that queries of event filters name and that no file has to declare: where they are, and what is
 * known of their properties. Of a class that is not here nothing is said.
 */

/** A class that Windows comes with, besides those of the schema. */
export interface WindowsClass {
  readonly name: string;
  /** A class of this table or of the schema; undefined where it does not matter. */
  readonly superclass: string | undefined;
  /** The namespaces that have it, in the spelling of the documentation; the usual one first. */
  readonly namespaces: readonly string[];
  /** Its own properties; undefined where the list is not known to be complete. */
  readonly properties: readonly WindowsProperty[] | undefined;
  /** `polled`: no provider tells WMI of changes, so that it compares the instances from time to time. */
  readonly changes: 'events' | 'polled' | 'provider';
}

export interface WindowsProperty {
  readonly name: string;
  readonly isBoolean: boolean;
}

const cimv2: readonly string[] = ['root\\cimv2'];
/** The documentation has the registry's events in the first; newer versions of Windows have them in both. */
const registry: readonly string[] = ['root\\default', 'root\\cimv2'];

/** A line is `Class : Superclass Property Property:boolean ...`; `?` stands for properties that are not listed. */
const systemEvents = `
Win32_SystemTrace : __ExtrinsicEvent
Win32_ProcessTrace : Win32_SystemTrace ProcessID ParentProcessID SessionID Sid ProcessName PageDirectoryBase
Win32_ProcessStartTrace : Win32_ProcessTrace
Win32_ProcessStopTrace : Win32_ProcessTrace ExitStatus
Win32_ThreadTrace : Win32_SystemTrace ThreadID ProcessID
Win32_ThreadStartTrace : Win32_ThreadTrace StackBase StackLimit UserStackBase UserStackLimit StartAddr Win32StartAddr WaitMode
Win32_ThreadStopTrace : Win32_ThreadTrace
Win32_ModuleTrace : Win32_SystemTrace
Win32_ModuleLoadTrace : Win32_ModuleTrace ImageBase ImageSize ProcessID FileName DefaultBase ImageChecksum TimeDateSTamp
Win32_DeviceChangeEvent : __ExtrinsicEvent EventType
Win32_SystemConfigurationChangeEvent : Win32_DeviceChangeEvent
Win32_VolumeChangeEvent : Win32_DeviceChangeEvent DriveName
Win32_PowerManagementEvent : __ExtrinsicEvent EventType OEMEventCode
Win32_ComputerSystemEvent : __ExtrinsicEvent MachineName
Win32_ComputerShutdownEvent : Win32_ComputerSystemEvent Type
Win32_IP4RouteTableEvent : __ExtrinsicEvent
MSFT_SCMEvent : __ExtrinsicEvent ?
MSFT_SCMEventLogEvent : MSFT_SCMEvent ?`;

const registryEvents = `
RegistryEvent : __ExtrinsicEvent
RegistryKeyChangeEvent : RegistryEvent Hive KeyPath
RegistryTreeChangeEvent : RegistryEvent Hive RootPath
RegistryValueChangeEvent : RegistryEvent Hive KeyPath ValueName`;

/** Their provider tells WMI of changes (within-clause, having-clause, and the page about Win32_LocalTime). */
const reported = `
Win32_LocalTime : - Year Month Day DayOfWeek WeekInMonth Quarter Hour Minute Second Milliseconds
Win32_UTCTime : - Year Month Day DayOfWeek WeekInMonth Quarter Hour Minute Second Milliseconds
Win32_NTLogEvent : - ?`;

/** Their providers have instances only. */
const polled = `
CIM_DataFile : - ?
CIM_DirectoryContainsFile : - ?
CIM_Process : - ?
CIM_Service : - ?
Win32_Account : - ?
Win32_BIOS : - ?
Win32_BaseBoard : - ?
Win32_Battery : - ?
Win32_BootConfiguration : - ?
Win32_CDROMDrive : - ?
Win32_ComputerSystem : - ?
Win32_Desktop : - ?
Win32_DesktopMonitor : - ?
Win32_Directory : - ?
Win32_DiskDrive : - ?
Win32_DiskPartition : - ?
Win32_Environment : - ?
Win32_Group : - ?
Win32_GroupUser : - ?
Win32_IP4RouteTable : - ?
Win32_LoggedOnUser : - ?
Win32_LogicalDisk : - Access Availability BlockSize Caption Compressed:boolean ConfigManagerErrorCode
  ConfigManagerUserConfig:boolean CreationClassName Description DeviceID DriveType ErrorCleared:boolean
  ErrorDescription ErrorMethodology FileSystem FreeSpace InstallDate LastErrorCode MaximumComponentLength MediaType
  Name NumberOfBlocks PNPDeviceID PowerManagementCapabilities PowerManagementSupported:boolean ProviderName Purpose
  QuotasDisabled:boolean QuotasIncomplete:boolean QuotasRebuilding:boolean Size Status StatusInfo
  SupportsDiskQuotas:boolean SupportsFileBasedCompression:boolean SystemCreationClassName SystemName
  VolumeDirty:boolean VolumeName VolumeSerialNumber
Win32_LogonSession : - ?
Win32_MappedLogicalDisk : - ?
Win32_NTEventlogFile : - ?
Win32_NetworkAdapter : - ?
Win32_NetworkAdapterConfiguration : - ?
Win32_NetworkConnection : - ?
Win32_OperatingSystem : - ?
Win32_PageFileUsage : - ?
Win32_PerfFormattedData_PerfDisk_LogicalDisk : - ?
Win32_PerfFormattedData_PerfDisk_PhysicalDisk : - ?
Win32_PerfFormattedData_PerfOS_Memory : - ?
Win32_PerfFormattedData_PerfOS_Processor : - ?
Win32_PerfFormattedData_PerfOS_System : - ?
Win32_PerfFormattedData_PerfProc_Process : - ?
Win32_PerfFormattedData_Tcpip_NetworkInterface : - ?
Win32_PerfRawData_PerfOS_Memory : - ?
Win32_PerfRawData_PerfOS_Processor : - ?
Win32_PerfRawData_PerfOS_System : - ?
Win32_PerfRawData_PerfProc_Process : - ?
Win32_PhysicalMemory : - ?
Win32_PnPEntity : - ?
Win32_PnPSignedDriver : - ?
Win32_PrintJob : - ?
Win32_Printer : - ?
Win32_Process : - Caption CommandLine CreationClassName CreationDate CSCreationClassName CSName Description
  ExecutablePath ExecutionState Handle HandleCount InstallDate KernelModeTime MaximumWorkingSetSize
  MinimumWorkingSetSize Name OSCreationClassName OSName OtherOperationCount OtherTransferCount PageFaults
  PageFileUsage ParentProcessId PeakPageFileUsage PeakVirtualSize PeakWorkingSetSize Priority PrivatePageCount
  ProcessId QuotaNonPagedPoolUsage QuotaPagedPoolUsage QuotaPeakNonPagedPoolUsage QuotaPeakPagedPoolUsage
  ReadOperationCount ReadTransferCount SessionId Status TerminationDate ThreadCount UserModeTime VirtualSize
  WindowsVersion WorkingSetSize WriteOperationCount WriteTransferCount
Win32_Processor : - ?
Win32_Product : - ?
Win32_QuickFixEngineering : - ?
Win32_Registry : - ?
Win32_ScheduledJob : - ?
Win32_SerialPort : - ?
Win32_Service : - AcceptPause:boolean AcceptStop:boolean Caption CheckPoint CreationClassName
  DelayedAutoStart:boolean Description DesktopInteract:boolean DisplayName ErrorControl ExitCode InstallDate Name
  PathName ProcessId ServiceSpecificExitCode ServiceType Started:boolean StartMode StartName State Status
  SystemCreationClassName SystemName TagId WaitHint
Win32_Share : - ?
Win32_StartupCommand : - ?
Win32_SystemDriver : - ?
Win32_TerminalService : - ?
Win32_Thread : - ?
Win32_TimeZone : - ?
Win32_USBControllerDevice : - ?
Win32_USBHub : - ?
Win32_UserAccount : - ?
Win32_UserProfile : - ?
Win32_Volume : - ?`;

let table: ReadonlyMap<string, WindowsClass> | undefined;

/** The class of that name, in any spelling. */
export function windowsClass(name: string): WindowsClass | undefined {
  table ??= new Map(
    [
      ...classesIn(systemEvents, cimv2, 'events'),
      ...classesIn(registryEvents, registry, 'events'),
      ...classesIn(reported, cimv2, 'provider'),
      ...classesIn(polled, cimv2, 'polled'),
    ].map((entry) => [entry.name.toLowerCase(), entry]),
  );
  return table.get(name.toLowerCase());
}

function classesIn(
  text: string,
  namespaces: readonly string[],
  changes: WindowsClass['changes'],
): readonly WindowsClass[] {
  return text
    .trim()
    .split(/\n(?! )/)
    .map((line) => {
      const [name = '', , superclass, ...properties] = line.split(/\s+/);
      return {
        name,
        superclass: superclass === '-' ? undefined : superclass,
        namespaces,
        properties: properties.includes('?') ? undefined : properties.map(propertyIn),
        changes,
      };
    });
}

function propertyIn(text: string): WindowsProperty {
  const [name = '', type] = text.split(':');
  return { name, isBoolean: type === 'boolean' };
}
