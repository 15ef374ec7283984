/** Rules about queries: what speaks, what keeps quiet, and which characters are underlined. */
import { describe, expect, test } from 'vitest';

import { rules } from '../../src/linter/registry.ts';
import { sampleConsumer, sampleSubscription } from '../../src/linter/samples.ts';
import { subscriptionTo } from '../../src/linter/query-samples.ts';
import { analyzing, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';

const aboutQueries = new Set(
  rules
    .filter(
      ({ name, group }) => group === 'wql' || /^event-namespace-(?:missing|wrong)$/.test(name),
    )
    .map(({ name }) => name),
);

/** A subscription whose filter has this source text for its query, and no EventNamespace but root\cimv2. */
function filterWithSource(query: string, more = ''): string {
  return String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\subscription")

instance of __EventFilter as $Filter
{
  Name = "Sample Filter";
  EventNamespace = "root\\cimv2";
  QueryLanguage = "WQL";
  Query = ${query};
};
${more}`;
}

/** `rule "underlined"` of each finding about queries, in order. */
function said(text: string): readonly string[] {
  return analyzing(text)
    .diagnostics.filter(({ rule }) => aboutQueries.has(rule))
    .map(({ rule, file, start, end }) => `${rule} ${JSON.stringify(file.text.slice(start, end))}`);
}

function saidOf(query: string, namespace = String.raw`root\cimv2`): readonly string[] {
  return said(subscriptionTo({ query, namespace }));
}

const intrinsic = 'SELECT * FROM __InstanceModificationEvent WITHIN 600 WHERE TargetInstance ISA';

describe('the underlined characters', () => {
  test('are exact behind escapes', () => {
    const text = filterWithSource(
      String.raw`"SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = \"a\x42c.exe\" AND Name = \"x\""`,
    );
    expect(said(text)).toEqual(['wql-unknown-event-property "Name"']);
    const [finding] = findingsOf('wql-unknown-event-property', text);
    expect(finding?.start).toBe(text.indexOf(String.raw`Name = \"x`));
  });

  test('are exact in the second of two literals', () => {
    const text = filterWithSource(
      String.raw`"SELECT * FROM __InstanceModificationEvent " // what
    "WITHIN 5 " "WHERE TargetInstance ISA \"Win32_Process\""`,
    );
    expect(said(text)).toEqual(['wql-within-below-recommended "5"']);
  });

  test('run from one literal to the next where the mistake does, and no fix touches both', () => {
    const text = filterWithSource(
      `"SELECT * FROM __InstanceModificationEvent WITHIN 600" "WHERE TargetInstance ISA 'Win32_Process'"`,
    );
    const [finding] = findingsOf('wql-literal-join-missing-space', text);
    expect(text.slice(finding?.start, finding?.end)).toBe('600" "WHERE');
    for (const { edits } of finding?.fixes ?? []) {
      for (const { start, end } of edits) expect(text.slice(start, end)).not.toContain('"');
    }
  });

  test('leave a fix out that would touch two literals', () => {
    const [finding] = findingsOf(
      'registry-wrong-property',
      filterWithSource(
        `"SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND Key" "Path = 'SOFTWARE'"`,
      ),
    );
    expect(finding?.message).toContain('Write RootPath');
    expect(finding?.fixes).toEqual([]);
  });

  test('are the character next to what is missing', () => {
    const text = filterWithSource('"SELECT * FROM"');
    expect(underlinedBy('wql-parse-error', text)).toHaveLength(1);
    expect(underlinedBy('wql-parse-error', text)[0]).not.toBe('');
  });

  test('are the file’s own spelling of a backslash', () => {
    const text = filterWithSource(
      String.raw`"SELECT * FROM Win32_ModuleLoadTrace WHERE FileName = 'C:\\sample.dll'"`,
    );
    expect(said(text)).toEqual([String.raw`wql-single-backslash "\\\\"`]);
    const [finding] = findingsOf('wql-single-backslash', text);
    expect(fixed(text, finding?.fixes[0])).toContain(String.raw`C:\\\\sample.dll`);
  });
});

describe('broken queries', () => {
  test.each([
    ['SELECT * FORM Win32_ProcessStartTrace', 'wql-parse-error'],
    ['SELECT * FROM __InstanceCreationEvent WITHIN soon', 'wql-within-number'],
    [`${intrinsic} "X" WITHIN 5`, 'wql-parse-error'],
    ['SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = "a" WITHIN 5', 'wql-within-order'],
    ['SELECT * FROM X GROUP BY A', 'wql-group-without-within'],
    ['SELECT * FROM X WHERE A = 1 + 2', 'wql-arithmetic'],
    [`${intrinsic} "X" AND TargetInstance.A = PreviousInstance.B`, 'wql-property-vs-property'],
  ])('%s', (query, rule) => {
    expect(saidOf(query).map((text) => text.split(' ')[0])).toEqual([rule]);
  });

  test('carry the HRESULT of their problem', () => {
    const hresult = (query: string): string | undefined =>
      analyzing(subscriptionTo(query)).diagnostics.find(({ rule }) => aboutQueries.has(rule))
        ?.hresult;
    expect(hresult('SELECT * FROM X GROUP BY A')).toBe('0x8004105A');
    expect(hresult('SELECT * FROM X GROUP WITHIN 5 BY')).toBe('0x8004105B');
    expect(hresult('SELECT')).toBe('0x80041058');
  });

  test('are found in the lists of provider registrations, where no rule about filters speaks', () => {
    const text = String.raw`#pragma namespace("\\\\.\\root\\cimv2")

instance of __Win32Provider as $Provider
{
  Name = "Sample";
  CLSID = "{1D0C3B4A-5E6F-4A7B-8C9D-0E1F2A3B4C5D}";
  HostingModel = "NetworkServiceHost";
};

instance of __EventProviderRegistration
{
  Provider = $Provider;
  EventQueryList = {"SELECT * FROM Win32_ProcessStartTrace", "SELECT * FORM X"};
};
`;
    expect(said(text)).toEqual(['wql-parse-error "FORM"']);
  });

  test.each(['', '   '])('an empty query is a missing one: "%s"', (query) => {
    expect(saidOf(query)).toEqual([]);
  });

  test('another language is left alone', () => {
    expect(said(filterWithSource('"find events"').replace('"WQL"', '"Sample"'))).toEqual([]);
  });
});

describe('classes', () => {
  test.each([
    ['unknown ones', 'SELECT * FROM Vendor_Alarm'],
    ['unknown ones with the prefix of Windows', 'SELECT * FROM Win32_VendorThing'],
    [
      'unknown targets',
      'SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA "Vendor_Disk"',
    ],
    [
      'repository classes',
      'SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA "__EventFilter"',
    ],
    [
      'classes with an event provider',
      `SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Win32_NTLogEvent' AND TargetInstance.EventCode = 1`,
    ],
    [
      'class events',
      'SELECT * FROM __ClassCreationEvent WHERE TargetClass.__CLASS = "Vendor_Disk"',
    ],
    [
      'the query of Windows itself, and others without known properties',
      `SELECT * FROM MSFT_SCMEventLogEvent WHERE Anything = 1`,
    ],
  ])('%s are passed over', (_, query) => {
    expect(saidOf(query)).toEqual([]);
  });

  test('of the run come first', () => {
    const declared = (superclass: string): string =>
      filterWithSource(
        '"SELECT * FROM Sample_Alarm WHERE Levl > 5"',
        String.raw`#pragma namespace("\\\\.\\root\\cimv2")
class Sample_Alarm${superclass}
{
  [key] string Sensor;
  uint8 Level;
};
`,
      );
    expect(said(declared(' : __ExtrinsicEvent'))).toEqual(['wql-unknown-event-property "Levl"']);
    expect(said(declared(''))).toEqual(['wql-not-event-class "Sample_Alarm"']);
    expect(said(declared(' : Vendor_Base'))).toEqual([]);
    // Declared in another namespace than the filter's events come from.
    expect(said(declared('').replace(/root\\\\cimv2"\)/, String.raw`root\\vendor")`))).toEqual([]);
  });

  test('of WMI may be misspelt', () => {
    const [finding] = findingsOf(
      'wql-not-event-class',
      subscriptionTo(
        `SELECT * FROM __InstanceCreatonEvent WITHIN 600 WHERE TargetInstance ISA 'X'`,
      ),
    );
    expect(finding?.message).toContain('did you mean __InstanceCreationEvent?');
  });

  test('that a provider of the run reports need no WITHIN', () => {
    const query = `"SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Win32_LogicalDisk'"`;
    expect(said(filterWithSource(query))).toEqual(['wql-missing-within "__InstanceCreationEvent"']);
    const provider = `instance of __EventProviderRegistration
{
  Provider = "__Win32Provider.Name='Sample'";
  EventQueryList = {${query}};
};
`;
    expect(said(filterWithSource(query, provider))).toEqual([]);
  });
});

describe('the interval', () => {
  const within = (className: string): string =>
    `SELECT * FROM __InstanceCreationEvent WITHIN 5 WHERE TargetInstance ISA '${className}'`;

  test.each(['Win32_Process', 'CIM_DataFile'])('of the polled %s is advised', (className) => {
    expect(saidOf(within(className))).toEqual(['wql-within-below-recommended "5"']);
  });

  test.each(['Win32_LocalTime', 'Win32_NTLogEvent', '__EventFilter', 'Vendor_Disk'])(
    'of %s is not, where WMI hears of changes or nobody knows',
    (className) => {
      expect(said(subscriptionTo(within(className))).join()).not.toContain('wql-within');
    },
  );
});

describe('one mistake is one finding', () => {
  test.each([
    ['SELECT * FROM __InstanceCreationEvent', ['wql-missing-where "__InstanceCreationEvent"']],
    [
      `SELECT * FROM __InstanceDeletionEvent WITHIN 600 WHERE PreviousInstance.Name = 'x'`,
      ['wql-previousinstance "PreviousInstance"'],
    ],
    [
      `SELECT * FROM Win32_ProcessStartTrace WHERE TargetInstance.Name = 'x'`,
      ['wql-targetinstance-on-extrinsic "TargetInstance.Name"'],
    ],
    [
      `${intrinsic} 'Win32_Process' AND TargetInstance.Nmae = 'x'`,
      ['wql-unknown-event-property "Nmae"'],
    ],
    [`${intrinsic} 'Win32_Process' AND Name = 'x'`, ['wql-unknown-event-property "Name"']],
    [`SELECT * FROM Win32_Process`, ['wql-not-event-class "Win32_Process"']],
    [`SELECT * FROM meta_class`, ['wql-data-query-in-filter "meta_class"']],
    [
      `SELECT * FROM __MethodInvocationEvent`,
      ['wql-method-invocation-event "__MethodInvocationEvent"'],
    ],
    [
      `SELECT * FROM __InstanceModificationEvent WITHIN 0.5 WHERE TargetInstance ISA 'Win32_Process'`,
      ['wql-within-too-small "0.5"'],
    ],
    [
      `SELECT * FROM Win32_ProcessTrace WITHIN 10 WHERE SessionID = 1`,
      ['wql-within-on-extrinsic "WITHIN 10"'],
    ],
  ])('%s', (query, expected) => {
    expect(saidOf(query)).toEqual(expected);
  });
});

describe('operators and values', () => {
  test.each([
    [`${intrinsic} 'Win32_Service' AND TargetInstance.Started > 0`, ['wql-bool-relational ">"']],
    [`${intrinsic} 'X' AND TargetInstance.Ready >= TRUE`, ['wql-bool-relational ">="']],
    [`${intrinsic} 'X' AND TargetInstance.Ready <> TRUE`, []],
    [`SELECT * FROM Win32_ProcessTrace WHERE ProcessName LIKE 'a_b%'`, ['wql-like-underscore "_"']],
    [
      `SELECT * FROM Win32_ProcessTrace WHERE ProcessName LIKE '_b%' AND ProcessName LIKE 'x[_]y'`,
      [],
    ],
    [
      `SELECT * FROM Win32_ProcessTrace WHERE ProcessName = 'cmd%'`,
      [`wql-equals-with-wildcard "ProcessName = 'cmd%'"`],
    ],
    [`SELECT * FROM Win32_ProcessTrace WHERE ProcessName = '%EXE%' OR ProcessName = '50%'`, []],
    [String.raw`SELECT * FROM Win32_ModuleLoadTrace WHERE FileName LIKE 'C:\Temp\%'`, []],
    [String.raw`SELECT * FROM Win32_ModuleLoadTrace WHERE FileName = 'C:\\Temp'`, []],
    [
      `SELECT * FROM Win32_ProcessTrace WHERE __SERVER = 'x'`,
      ['wql-null-system-property "__SERVER"'],
    ],
    [`${intrinsic} 'X' AND TargetInstance.__PATH = 'x'`, []],
  ])('%s', (query, expected) => {
    expect(saidOf(query)).toEqual(expected);
  });
});

describe('groups', () => {
  const group = `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN`;
  test.each([
    [`${group} 10 BY DriveName HAVING NumberOfEvents >= 3`, []],
    [`${group} 2.5 BY DriveName`, ['wql-group-interval "2.5"']],
    [
      `${group} 10 HAVING NumberOfEvents > "3"`,
      [String.raw`wql-having-not-numberofevents "NumberOfEvents > \"3\""`],
    ],
    [`${group} 10 HAVING DriveName = 'E:'`, [`wql-having-not-numberofevents "DriveName = 'E:'"`]],
    [
      `${intrinsic} 'X' GROUP WITHIN 10 BY TargetInstance`,
      ['wql-group-by-object "TargetInstance"'],
    ],
    [`${intrinsic} 'X' GROUP WITHIN 10 BY TargetInstance.Name`, []],
  ])('%s', (query, expected) => {
    const shown = saidOf(query).map((text) => text.replaceAll(String.raw`\\\"`, String.raw`\"`));
    expect(shown).toEqual(expected);
  });
});

describe('registry events', () => {
  const tree = 'SELECT * FROM RegistryTreeChangeEvent';
  test.each([
    [`${tree} WHERE Hive = 'HKEY_LOCAL_MACHINE' AND RootPath = 'SOFTWARE'`, []],
    [tree, ['registry-where-incomplete "RegistryTreeChangeEvent"']],
    [`${tree} WHERE RootPath = 'A'`, [`registry-where-incomplete "WHERE RootPath = 'A'"`]],
    [
      `${tree} WHERE (Hive = 'HKEY_USERS' AND RootPath = 'A') OR (Hive = 'HKEY_LOCAL_MACHINE' AND RootPath = 'B')`,
      [],
    ],
    [
      `${tree} WHERE Hive = 'HKEY_USERS' OR RootPath = 'A'`,
      [`registry-where-incomplete "WHERE Hive = 'HKEY_USERS' OR RootPath = 'A'"`],
    ],
    [`${tree} WHERE Hive = 'HKEY_USERS' AND KeyPath = 'A'`, ['registry-wrong-property "KeyPath"']],
    [
      `${tree} WHERE Hive = 'hkey_current_user' AND RootPath = 'A'`,
      ['registry-hive-unsupported "hkey_current_user"'],
    ],
  ])('%s', (query, expected) => {
    expect(saidOf(query, String.raw`root\default`)).toEqual(expected);
  });

  test('of another namespace', () => {
    const query = `${tree} WHERE Hive = 'HKEY_USERS' AND RootPath = 'A'`;
    expect(saidOf(query, String.raw`root\subscription`)).toEqual([
      String.raw`registry-event-namespace "\"root\\\\subscription\""`,
    ]);
    expect(saidOf(query, String.raw`ROOT\CIMV2`)).toEqual([]);
    expect(saidOf(query, '')).toEqual(['event-namespace-missing "RegistryTreeChangeEvent"']);
  });
});

describe('event namespaces', () => {
  test.each([
    [`${intrinsic} 'Win32_Process'`, '', [`event-namespace-missing "'Win32_Process'"`]],
    [`${intrinsic} 'Vendor_Process'`, '', []],
    [`${intrinsic} '__EventFilter'`, '', []],
    [`${intrinsic} 'Win32_Process'`, 'ROOT/CIMV2', []],
    [`${intrinsic} 'Win32_Process'`, String.raw`\\.\root\cimv2`, []],
    [
      `${intrinsic} 'Win32_Process'`,
      String.raw`root\default`,
      [String.raw`event-namespace-wrong "\"root\\\\default\""`],
    ],
    [`${intrinsic} 'Win32_Process'`, '$namespace', []],
    [
      'SELECT * FROM Win32_Process',
      String.raw`root\default`,
      ['wql-not-event-class "Win32_Process"'],
    ],
  ])('%s in "%s"', (query, namespace, expected) => {
    expect(saidOf(query, namespace)).toEqual(expected);
  });

  test('the fix adds the property', () => {
    const text = subscriptionTo({ query: `${intrinsic} 'Win32_Process'`, namespace: '' });
    const [finding] = findingsOf('event-namespace-missing', text);
    const mended = fixed(text, finding?.fixes[0]);
    expect(mended).toContain(String.raw`  EventNamespace = "root\\cimv2";`);
    expect(said(mended)).toEqual([]);
  });
});

describe('timers', () => {
  const timer = (lines: string, namespace = 'cimv2'): string => String.raw`
#pragma namespace("\\\\.\\root\\${namespace}")
instance of __IntervalTimerInstruction
{
  TimerId = "Tick";
${lines}
};
`;
  const query = `"SELECT * FROM __TimerEvent WHERE TimerID = 'tick'"`;

  test('wait for an instruction in the event namespace', () => {
    const legacy = 'timer-instruction-legacy "__IntervalTimerInstruction"';
    const interval = '  IntervalBetweenEvents = 60000;';
    expect(said(filterWithSource(query))).toEqual(['timer-query-without-instruction "tick"']);
    expect(said(filterWithSource(query, timer(interval)))).toEqual([legacy]);
    expect(said(filterWithSource(query, timer(interval, 'default')))).toEqual([
      'timer-query-without-instruction "tick"',
      legacy,
    ]);
  });

  test('are not missed in the text of event 5861, which never shows them', () => {
    const shown = `${filterWithSource(query)}Perm. Consumer:\n`;
    expect(said(shown)).not.toContain('timer-query-without-instruction "tick"');
  });

  test('have an interval', () => {
    const rulesOf = (text: string): readonly string[] =>
      said(text).filter((line) => !line.startsWith('timer-instruction-legacy'));
    expect(rulesOf(timer(''))).toEqual(['timer-interval-missing "__IntervalTimerInstruction"']);
    expect(rulesOf(timer('  IntervalBetweenEvents = 999;'))).toEqual([
      'timer-interval-too-small "999"',
    ]);
    expect(rulesOf(timer('  IntervalBetweenEvents = 1000;'))).toEqual([]);
    expect(rulesOf(timer('  IntervalBetweenEvents = NULL;'))).toEqual([]);
  });

  test.each([
    ['TargetInstance.Second = 5', 'fires once in every minute.'],
    ['TargetInstance.Hour = 5 AND TargetInstance.Second = 5', 'once in every minute of the hours'],
    ['TargetInstance.Hour = 5', 'may fire in every second of the hours'],
    ['TargetInstance.Minute = 5', 'fires in every second of the minutes'],
  ])('of the time of day: %s', (condition, message) => {
    const text = subscriptionTo(
      `SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_LocalTime' AND ${condition}`,
    );
    expect(findingsOf('localtime-unbounded-fields', text).map((found) => found.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });
});

test('the sample subscription has nothing wrong with its query', () => {
  expect(said(sampleSubscription({ consumer: sampleConsumer }))).toEqual([]);
});
