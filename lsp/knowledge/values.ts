/** The values that properties of known classes can have, where there are a few of them, and what they mean. */

export interface KnownValue {
  /** The text of a string, or a number as it is written. */
  readonly value: string;
  readonly meaning: string;
}

/** The values of a property: texts are written in quotation marks. The one to begin with comes first. */
export interface KnownValues {
  readonly isText: boolean;
  readonly values: readonly KnownValue[];
  /** Whether the property can have other values too. */
  readonly isOpen: boolean;
}

/** Whether the values are numbers to begin with, which say nothing about the property. */
export function isExemplary({ isOpen, isText }: KnownValues): boolean {
  return isOpen && !isText;
}

type Row = Readonly<Record<string, string>>;

function numbers(...values: readonly (readonly [value: number, meaning: string])[]): KnownValues {
  return {
    isText: false,
    isOpen: false,
    values: values.map(([value, meaning]) => ({ value: String(value), meaning })),
  };
}

function texts(values: Row, isOpen = false): KnownValues {
  return {
    isText: true,
    isOpen,
    values: Object.entries(values).map(([value, meaning]) => ({ value, meaning })),
  };
}

const deviceEvents = numbers(
  [1, 'configuration changed'],
  [2, 'arrival'],
  [3, 'removal'],
  [4, 'docking'],
);

/** By class and property; a class has what its ancestors have. */
const table: Readonly<Record<string, Readonly<Record<string, KnownValues>>>> = {
  // --eventfilter, --filtertoconsumerbinding
  __EventFilter: {
    QueryLanguage: texts({ WQL: 'the only query language of WMI' }),
  },
  __FilterToConsumerBinding: {
    DeliveryQoS: numbers([1, 'asynchronous'], [0, 'synchronous']),
  },
  // commandlineeventconsumer; the priorities above normal keep the rest of the system waiting.
  CommandLineEventConsumer: {
    Priority: numbers([32, 'normal'], [64, 'idle'], [128, 'high'], [256, 'real time']),
    ShowWindowCommand: numbers(
      [0, 'hidden'],
      [1, 'normal'],
      [2, 'minimized'],
      [3, 'maximized'],
      [4, 'shown, not active'],
      [5, 'shown'],
      [6, 'minimized, the next window active'],
      [7, 'minimized, not active'],
      [8, 'shown as it is, not active'],
      [9, 'restored'],
      [10, 'as the program was started'],
    ),
    KillTimeout: { ...numbers([60, 'seconds'], [300, 'seconds']), isOpen: true },
  },
  // activescripteventconsumer
  ActiveScriptEventConsumer: {
    ScriptingEngine: texts(
      { JScript: 'in every Windows', VBScript: 'deprecated, missing from Windows some day' },
      true,
    ),
    KillTimeout: { ...numbers([60, 'seconds'], [300, 'seconds']), isOpen: true },
  },
  // nteventlogeventconsumer
  NTEventLogEventConsumer: {
    EventType: numbers(
      [4, 'information'],
      [1, 'error'],
      [2, 'warning'],
      [0, 'success'],
      [8, 'audit success'],
      [16, 'audit failure'],
    ),
  },
  // provider-hosting-and-security, --win32provider
  __Win32Provider: {
    HostingModel: texts(
      {
        NetworkServiceHost: 'a process of WMI as Network Service',
        LocalServiceHost: 'a process of WMI as Local Service; recommended for services',
        'Decoupled:Com': 'a program of its own that registers itself',
        SelfHost: 'a program that WMI starts',
        NetworkServiceHostOrSelfHost: 'the one, or where it is not found the other; the default',
        LocalSystemHost: 'a process of WMI as Local System, which is not recommended',
        LocalSystemHostOrSelfHost: 'as Local System, which is not recommended',
      },
      true,
    ),
    ImpersonationLevel: numbers([1, 'impersonates its client'], [0, 'does not']),
    InitializationReentrancy: numbers(
      [0, 'one after the other for each CLSID'],
      [1, 'one after the other for each namespace'],
      [2, 'in any order'],
    ),
    Version: numbers([2, 'stricter checks of the registration'], [1, 'the older checks']),
  },
  // --instanceproviderregistration
  __ObjectProviderRegistration: {
    InteractionType: numbers([0, 'pull'], [1, 'push'], [2, 'push and verify']),
    QuerySupportLevels: texts({
      'WQL:UnarySelect': 'simple SELECT queries of one class',
      'WQL:References': 'REFERENCES OF',
      'WQL:Associators': 'ASSOCIATORS OF',
      'WQL:V1ProviderDefined': 'what the provider says itself',
    }),
  },
  // registering-for-system-registry-events: the other hives are not supported.
  RegistryEvent: {
    Hive: texts({
      HKEY_LOCAL_MACHINE: 'the machine',
      HKEY_USERS: 'all users, each below the SID',
      HKEY_CURRENT_CONFIG: 'the hardware profile in use',
    }),
  },
  Win32_DeviceChangeEvent: { EventType: deviceEvents },
  Win32_PowerManagementEvent: {
    EventType: numbers(
      [4, 'entering suspend'],
      [7, 'resumed from suspend'],
      [10, 'power status changed'],
      [11, 'an event of the manufacturer'],
      [18, 'resumed automatically'],
    ),
  },
  Win32_ComputerShutdownEvent: { Type: numbers([0, 'logoff'], [1, 'shutdown or restart']) },
  Win32_LocalTime: {
    DayOfWeek: {
      ...numbers(
        [0, 'Sunday'],
        [1, 'Monday'],
        [2, 'Tuesday'],
        [3, 'Wednesday'],
        [4, 'Thursday'],
        [5, 'Friday'],
        [6, 'Saturday'],
      ),
    },
  },
  // win32-logicaldisk
  Win32_LogicalDisk: {
    DriveType: numbers(
      [2, 'removable'],
      [3, 'local'],
      [4, 'network'],
      [5, 'compact disc'],
      [6, 'RAM disk'],
      [1, 'no root directory'],
      [0, 'unknown'],
    ),
  },
  // win32-service
  Win32_Service: {
    State: texts({
      Running: 'it runs',
      Stopped: 'it does not run',
      'Start Pending': 'it is starting',
      'Stop Pending': 'it is stopping',
      'Continue Pending': 'it is going on',
      'Pause Pending': 'it is about to pause',
      Paused: 'it pauses',
      Unknown: 'nobody knows',
    }),
    StartMode: texts({
      Auto: 'by the service control manager at startup',
      Manual: 'when asked for',
      Disabled: 'cannot be started',
      Boot: 'by the loader',
      System: 'by the kernel',
    }),
  },
};

const byClass: ReadonlyMap<string, ReadonlyMap<string, KnownValues>> = new Map(
  Object.entries({ ...table, Win32_UTCTime: table['Win32_LocalTime'] ?? {} }).map(
    ([name, properties]) => [
      name.toLowerCase(),
      new Map(
        Object.entries(properties).map(([property, values]) => [property.toLowerCase(), values]),
      ),
    ],
  ),
);

/**
 * The values of a property.
 *
 * @param lineage the class and its ancestors, upwards
 */
export function knownValues(lineage: readonly string[], property: string): KnownValues | undefined {
  for (const name of lineage) {
    const values = byClass.get(name.toLowerCase())?.get(property.toLowerCase());
    if (values !== undefined) return values;
  }
  return undefined;
}
