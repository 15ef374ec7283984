import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import {
  decoupledProperties,
  hostedProperties,
  sampleEventClass,
  sampleFile,
  sampleProvider,
  sampleQueries,
  sampleRegistration,
} from '../../src/linter/provider-samples.ts';
import { parseHosting } from '../../src/linter/providers.ts';
import { rules } from '../../src/linter/registry.ts';
import { sampleFilter } from '../../src/linter/samples.ts';
import { analyzing, underlinedBy } from '../support/analysis.ts';
import { found, testExamplesOf } from '../support/group-examples.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

const ours = rules.filter(({ group }) => group === 'provider');

testExamplesOf('provider');

test('the group has rules', () => {
  expect(ours.length).toBeGreaterThan(30);
});

describe('a hosting model', () => {
  test.each([
    ['NetworkServiceHost', { kind: 'host', account: 'NetworkServiceHost', group: undefined }],
    ['localsystemhost:CLR', { kind: 'host', account: 'localsystemhost', group: 'CLR' }],
    ['LocalSystemHostOrSelfHost', { kind: 'host', account: 'LocalSystemHostOrSelfHost' }],
    ['WmiCore', { kind: 'host', account: 'WmiCore' }],
    ['Decoupled:Com', { kind: 'decoupled', foldIdentity: true }],
    ['Decoupled:Com:FoldIdentity(TRUE)', { kind: 'decoupled', foldIdentity: true }],
    ['decoupled:com:foldidentity(false)', { kind: 'decoupled', foldIdentity: false }],
    ['Decoupled:NonCom', { kind: 'non-com' }],
    ['Decoupled', { kind: 'other' }],
    ['LocalSystem', { kind: 'other' }],
    ['NetworkServiceHost:', { kind: 'other' }],
  ])('is taken apart: %s', (text, wanted) => {
    expect(parseHosting(text)).toMatchObject(wanted);
  });

  test.each(hostings())('is underlined where it is wrong: %s', (model, wanted) => {
    const properties = hostedProperties.map((line) =>
      line.startsWith('HostingModel') ? `HostingModel = ${model};` : line,
    );
    expect(found(sampleProvider({ properties }))).toEqual(wanted);
  });

  test('is also looked at where a class has it as its default', () => {
    const text = sampleFile(
      `class Sample_Provider : __Win32Provider
{
  string CLSID = "{54D8502C-527D-43F7-A506-A9DA075E229C}";
  string HostingModel = "Decoupled:Com:FoldIdentity(FALSE)";
  string SecurityDescriptor = "O:BAG:BAD:(A;;0x1;;;WD)";
};`,
      sampleEventClass,
      'instance of Sample_Provider as $Provider\n{\n  Name = "Sample";\n};',
      sampleRegistration,
    );
    expect(found(text)).toEqual([
      'hosting-fold-identity-false: :FoldIdentity(FALSE)',
      'decoupled-sd-open: WD',
    ]);
  });

  test('of a provider that every Windows has is not complained about', () => {
    const text = sampleFile(
      `instance of __Win32Provider
{
  Name = "CommandLineEventConsumer";
  CLSID = "{266c72e5-62e8-11d1-ad89-00c04fd8fdff}";
  HostingModel = "LocalSystemHost";
};`,
    );
    expect(found(text).filter((line) => /hosting|unregistered/.test(line))).toEqual([]);
  });
});

function hostings(): [string, string[]][] {
  return [
    ['"LocalSystemHost:Group"', ['hosting-model-local-system: LocalSystemHost']],
    ['"LocalSystemHostOrSelfHost"', ['hosting-model-local-system: LocalSystemHostOrSelfHost']],
    ['"Local" "System\\x0048ost"', ['hosting-model-local-system: Local" "System\\x0048ost']],
    ['"NetworkService"', ['hosting-model-unknown: "NetworkService"']],
    ['NULL', ['hosting-model-missing: HostingModel = NULL;']],
  ];
}

describe('the security descriptor of a decoupled provider', () => {
  test.each([
    ['"O:BAG:BAD:(A;;0x1;;;AU)"', ['decoupled-sd-open: AU']],
    ['"O:BAG:BA"', ['decoupled-sd-open: "O:BAG:BA"']],
    ['"O:BAG:BAD:(A;;0x1;;;B" "\\x0055)"', ['decoupled-sd-open: B" "\\x0055']],
    ['"O:BAG:SYD:(A;;0x10000001;;;BA)(A;;0x10000001;;;SY)"', []],
    ['"O:BAG:BAD:(D;;0x1;;;WD)(A;;0x1;;;BA)"', []],
    ['NULL', ['decoupled-sd-missing: SecurityDescriptor = NULL;']],
  ])('is judged by whom it lets register: %s', (sddl, wanted) => {
    const properties = decoupledProperties.map((line) =>
      line.startsWith('Security') ? `SecurityDescriptor = ${sddl};` : line,
    );
    expect(found(sampleProvider({ properties }))).toEqual(wanted);
  });
});

describe('a CLSID', () => {
  test.each([
    ['{AA7828C5-95F9-11d2-BB0D-00C042424242}', []],
    ['Vendor.Provider.1', []],
    ['{%CLSID%}', ['"{%CLSID%}"']],
    ['AA7828C5-95F9-11d2-BB0D-00C042424242', ['"AA7828C5-95F9-11d2-BB0D-00C042424242"']],
    ['{AA7828C5-95F9-11d2-BB0D-00C04242424}', ['"{AA7828C5-95F9-11d2-BB0D-00C04242424}"']],
  ])('is a GUID in braces: %s', (clsid, wanted) => {
    const properties = [`CLSID = "${clsid}";`, 'HostingModel = "NetworkServiceHost";'];
    expect(underlinedBy('provider-clsid-format', sampleProvider({ properties }))).toEqual(wanted);
  });
});

describe('a registration', () => {
  test.each([
    ['"__Win32Provider.Name=\\"Sample Provider\\""', []],
    ['"__Win32Provider=\\"Sample Provider\\""', []],
    ['"\\\\\\\\.\\\\root\\\\sample:__Win32Provider.Name=\\"Sample Provider\\""', []],
    ['"__Win32Provider.Name=\\"RegProv\\""', ['provider-unregistered: __Win32Provider']],
    [
      '"__Win32Provider"',
      [
        'registration-provider-missing: "__Win32Provider"',
        'provider-unregistered: __Win32Provider',
      ],
    ],
    ['NULL', ['registration-provider-missing: NULL', 'provider-unregistered: __Win32Provider']],
  ])('finds its provider by path: %s', (path, wanted) => {
    const text = sampleProvider({
      registration: sampleRegistration.replace('$Provider', path),
    }).replace(' as $Provider', '');
    expect(found(text).toSorted()).toEqual(expect.arrayContaining([...wanted]));
    expect(found(text).filter((line) => /^(?:registration|provider)/.test(line))).toHaveLength(
      wanted.length,
    );
  });

  test('of another kind or with the same content overwrites nothing', () => {
    const registration = `${sampleRegistration}\n\n${sampleRegistration}\n\ninstance of __MethodProviderRegistration\n{\n  Provider = $Provider;\n};`;
    expect(found(sampleProvider({ registration }))).toEqual([]);
  });

  test('may be in another file of the run', () => {
    const provider = sampleProvider({ registration: '' }).replace(' as $Provider', '');
    const registration = sampleFile(
      sampleRegistration.replace('$Provider', '"__Win32Provider.Name=\\"Sample Provider\\""'),
    );
    const { diagnostics } = analyzing({ 'a.mof': provider, 'b.mof': registration });
    expect(diagnostics.map(({ rule }) => rule)).toEqual([]);
  });
});

describe('the query of a provider', () => {
  test.each([
    ['SELECT * FROM Somebodys_Event', []],
    ['SELECT * FROM Sample_Alarm WHERE Text = "on"', []],
    ['SELECT * FROM __ExtrinsicEvent', ['event-query-too-broad: __ExtrinsicEvent']],
    ['SELECT * FROM __TimerEvent', ['event-query-too-broad: __TimerEvent']],
    [
      'SELECT * FROM __InstanceDeletionEvent WHERE TargetInstance ISA "A" OR PreviousInstance.B = 1',
      ['event-query-intrinsic-target: WHERE TargetInstance ISA \\"A\\" OR PreviousInstance.B = 1'],
    ],
    ['SELECT * FROM __InstanceCreationEvent WHERE TargetInstance.__CLASS = "Sample"', []],
    [
      'SELECT * FROM __InstanceOperationEvent WHERE TargetInstance ISA "A" AND TargetInstance.Name = "n"',
      ['event-query-partial-instances: TargetInstance.Name = \\"n\\"'],
    ],
    ['SELECT * FROM __EventFilter', ['event-query-not-event: __EventFilter']],
  ])('is judged: %s', (query, wanted) => {
    expect(found(sampleQueries(query)).filter((line) => line.startsWith('event-'))).toEqual(wanted);
  });

  test.each<[readonly string[], readonly string[]]>([
    [['', 'SELECT * FROM Sample_Alarm'], ['event-query-list-empty: ""']],
    [
      ['SELECT * FROM Sample_Alarm', ' ', ''],
      ['event-query-list-empty: " "', 'event-query-list-empty: ""'],
    ],
    [[''], ['event-query-list-empty: {""}']],
    [['', ' '], ['event-query-list-empty: {"", " "}']],
  ])('is none where it is empty: %j', (queries, wanted) => {
    expect(found(sampleQueries(...queries))).toEqual(wanted);
  });

  test('is said to be about no event at the class that only lacks its base', () => {
    const classes = sampleEventClass.replace(' : __ExtrinsicEvent', '');
    expect(found(sampleProvider({ classes }))).toEqual(['event-class-base: Sample_Alarm']);
  });

  test('of a filter is answered at the class that only lacks its base, too', () => {
    const text = sampleFile(
      sampleEventClass.replace(' : __ExtrinsicEvent', ''),
      sampleFilter
        .replace(/EventNamespace = .*/u, 'EventNamespace = "root\\\\Sample";')
        .replace(/Query = .*/u, 'Query = "SELECT * FROM Sample_Alarm";'),
    );
    const said = found(text).map((line) => line.split(':')[0]);
    expect(said).toContain('event-class-base');
    expect(said).not.toContain('wql-not-event-class');
  });

  test('is said to be about no event where the class is one of data', () => {
    const classes = sampleEventClass
      .replace(' : __ExtrinsicEvent', '')
      .replace('string', '[key] string');
    expect(found(sampleProvider({ classes }))).toEqual(['event-query-not-event: Sample_Alarm']);
  });
});

describe('the classes of a provider', () => {
  const key = '  [key] string Sensor;\n';

  test.each([
    ['[Provider("P")] class A { uint32 Run(); };', []],
    ['[Provider("P")] class A : Unknown { string B; };', []],
    ['[Provider("java:P")] class A { [key] string B; };', []],
    ['[abstract, Dynamic] class A { [key] string B; };', []],
    ['[Dynamic] class A : Unknown { string B; };', []],
    ['[Dynamic] class A { [key] string B; };', ['dynamic-without-provider: Dynamic']],
    ['[Provider("P")] class A { [key] string B; };', ['provider-without-dynamic: Provider("P")']],
    ['[Dynamic, Provider("P")] class A { [key] string B; }; [Dynamic] class C : A { };', []],
    [
      '[Dynamic(FALSE), Provider("P")] class A { [key] string B; };',
      ['dynamic-false: Dynamic(FALSE)'],
    ],
  ])('are judged: %s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  test('name a provider that the run knows', () => {
    const classes = `${sampleEventClass}\n\n[Dynamic, Provider("RegProv")]\nclass Sample_A\n{\n${key}};`;
    expect(found(sampleProvider({ classes }))).toEqual([]);
  });
});

/** What the rules say about real files besides hints, with the line; each was read and is true. */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  'dsc/PowerShell-DSC-for-Linux__DscCoreConfProv.mof': ['hosting-model-local-system 9'],
  'dsc/PowerShell-DSC-for-Linux__dsccore.mof': ['hosting-model-local-system 17'],
  'providers/win32docs__creating-a-child-namespace-with-mof-code__L34.mof': [
    'requires-encryption-placement 2',
  ],
  'providers/win32docs__parental-controls-wmi-provider-schema__L269.mof': [
    'hosting-model-local-system 76',
  ],
  'providers/win32docs__provider-hosting-and-security__L75.mof': ['provider-unregistered 1'],
  'providers/win32docs__registering-a-provider__L174.mof': ['provider-unregistered 1'],
  'providers/win32docs__registering-the-system-registry-provider__L34.mof': [2, 8, 14, 19].map(
    (line) => `provider-unregistered ${line}`,
  ),
  'providers/win32docs__registering-the-view-provider__L25.mof': ['provider-unregistered 1'],
  'providers/win32docs__setting-namespace-security-when-the-namespace-is-created__L25.mof': [
    'namespace-sddl-write-dac-broad 3',
  ],
  'providers/win32docs__supplying-data-to-wmi-by-writing-a-provider__L27.mof': [
    'provider-unregistered 1',
  ],
};

describe.skipIf(!sharedIsPresent)(`real files${skippedNote}`, () => {
  const folders = ['providers', 'drivers', 'windows', 'sccm', 'dsc', 'subscriptions', 'misc'];
  const groups: ReadonlySet<string> = new Set(['provider', 'namespace', 'wdm']);
  const grave = rules.filter(
    ({ group, severity }) => severity !== 'info' && (groups.has(group) || group === 'syntax'),
  );

  test.each(folders)('of %s are accused of what was reviewed, and of nothing else', (folder) => {
    const said = sharedFiles(`corpus/${folder}`).flatMap((path) => {
      const { diagnostics } = analyze([readShared(path)], { rules: grave });
      const lines = diagnostics
        .filter(({ rule }) => grave.some(({ name, group }) => name === rule && groups.has(group)))
        .map(({ rule, file, start }) => `${rule} ${file.positionAt(start).line}`);
      return lines.length === 0 ? [] : [[path.replace(/^corpus\//, ''), lines] as const];
    });
    const expected = Object.entries(reviewed).filter(([path]) => path.startsWith(`${folder}/`));
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
  });
});
