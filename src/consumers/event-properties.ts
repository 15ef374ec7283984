/**
 * The properties of extrinsic event classes of Windows, besides those that every event has. System classes are part
 * of the schema; these are what templates are most often written for. Classes that others derive from are left out:
 * a query for them brings events with more properties.
 */

const classes: Readonly<Record<string, string>> = {
  RegistryKeyChangeEvent: 'Hive KeyPath',
  RegistryTreeChangeEvent: 'Hive RootPath',
  RegistryValueChangeEvent: 'Hive KeyPath ValueName',
  Win32_ProcessStartTrace: 'ProcessID ParentProcessID SessionID Sid ProcessName PageDirectoryBase',
  Win32_ProcessStopTrace:
    'ProcessID ParentProcessID SessionID Sid ProcessName PageDirectoryBase ExitStatus',
  Win32_ThreadStopTrace: 'ThreadID ProcessID',
  Win32_ThreadStartTrace:
    'ThreadID ProcessID StackBase StackLimit UserStackBase UserStackLimit StartAddr Win32StartAddr WaitMode',
  Win32_ModuleLoadTrace:
    'ImageBase ImageSize ProcessID FileName DefaultBase ImageChecksum TimeDateSTamp',
  Win32_SystemConfigurationChangeEvent: 'EventType',
  Win32_VolumeChangeEvent: 'EventType DriveName',
  Win32_PowerManagementEvent: 'EventType OEMEventCode',
  Win32_ComputerShutdownEvent: 'MachineName Type',
};

const byName: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(classes).map(([name, properties]) => [
    name.toLowerCase(),
    properties.split(' ').filter((property) => property !== ''),
  ]),
);

/** Their names; undefined for a class that is not in the table. */
export function extrinsicProperties(className: string): readonly string[] | undefined {
  return byName.get(className.toLowerCase());
}

/** Properties whose values are numbers, which no user chooses the text of; folded. */
const numeric: ReadonlySet<string> = new Set(
  `eventtype imagebase imagesize oemeventcode numfirings numberofevents pagedirectorybase parentprocessid processid
   processidentifier sessionid threadid time_created exitstatus handle`.split(/\s+/),
);

/** Whether a property's value is a number by all that is known of its name. */
export function isNumericProperty(name: string): boolean {
  return numeric.has(name.toLowerCase());
}
