import { CompletionItemKind } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { parseWql } from '../../grammar/wql/parser.ts';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { completing, itemOf, taken } from './completing.ts';

/** A filter with a query, as it stands between quotation marks. */
function query(text: string, more = ''): string {
  return `instance of __EventFilter\n{\n  Query = "${text}";\n${more}};`;
}

/** A filter with a descriptor. */
function access(text: string): string {
  return `instance of __EventFilter\n{\n  EventAccess = "${text}";\n};`;
}

const intrinsic = 'SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE';

describe('a query', () => {
  test.each([
    ['SELECT ⟦⟧', ['* FROM', 'FROM']],
    ['SELECT * ⟦⟧', ['* FROM', 'FROM']],
    ['SELECT * FROM __InstanceCreationEvent ⟦⟧', ['WHERE', 'WITHIN', 'GROUP WITHIN']],
    ['SELECT * FROM __InstanceCreationEvent WITHIN ⟦⟧', ['300', '600', '3600']],
    ['SELECT * FROM __InstanceCreationEvent WITHIN 300 ⟦⟧', ['WHERE', 'GROUP WITHIN']],
    [`${intrinsic} ⟦⟧`, ['TargetInstance', 'TIME_CREATED', 'NOT']],
    [`${intrinsic} NOT ⟦⟧`, ['TargetInstance', 'TIME_CREATED', 'NOT']],
    [`${intrinsic} (⟦⟧`, ['TargetInstance', 'TIME_CREATED', 'NOT']],
    [`${intrinsic} TargetInstance ⟦⟧`, ['ISA', 'IS NOT NULL', 'IS NULL']],
    [`${intrinsic} TargetInstance ISA 'Win32_Service' ⟦⟧`, ['AND', 'OR', 'GROUP WITHIN']],
    [`${intrinsic} TargetInstance ISA 'Win32_Service') ⟦⟧`, ['AND', 'OR', 'GROUP WITHIN']],
    [`${intrinsic} TargetInstance ISA 'X' AND ⟦⟧`, ['TargetInstance', 'TIME_CREATED', 'NOT']],
    [`${intrinsic} TargetInstance.Name IS ⟦⟧`, ['NULL', 'NOT NULL']],
    [`${intrinsic} TargetInstance.Name IS NOT ⟦⟧`, ['NULL']],
    ['SELECT * FROM A GROUP ⟦⟧', ['WITHIN']],
    ['SELECT * FROM A GROUP WITHIN ⟦⟧', ['300', '600', '3600']],
    ['SELECT * FROM A GROUP WITHIN 300 ⟦⟧', ['HAVING', 'BY']],
    ['SELECT * FROM A GROUP WITHIN 300 HAVING ⟦⟧', ['NumberOfEvents']],
    ['SELECT * FROM A GROUP WITHIN 300 HAVING NumberOfEvents > ⟦⟧', ['5', '10', '100']],
    ['ASSOCIATORS OF ⟦⟧', []],
    ['⟦⟧SELECT * FROM A', ['SELECT']],
  ])('goes on: %s', async (text, expected) => {
    expect((await completing(query(text))).labels).toEqual(expected);
  });

  test('begins with a whole one that works', async () => {
    const marked = await completing(query('⟦⟧'));
    const whole = marked.items.filter(({ kind }) => kind === CompletionItemKind.Snippet);
    expect(whole.length).toBeGreaterThan(3);
    for (const { label } of whole) {
      const text = /Query = "(.*)";/.exec(taken(marked, label))?.[1] ?? '';
      expect(parseWql(text).problems, text).toEqual([]);
    }
  });

  test('is about event classes of its namespace', async () => {
    const cimv2 = await completing(
      query('SELECT * FROM ⟦⟧', '  EventNamespace = "root\\\\cimv2";\n'),
      { 'a.mof': 'class Vendor_Event : __ExtrinsicEvent { string Text; };' },
    );
    expect(cimv2.labels).toContain('Win32_ProcessStartTrace');
    expect(cimv2.labels).toContain('__InstanceCreationEvent');
    expect(cimv2.labels).toContain('Vendor_Event');
    expect(cimv2.labels).not.toContain('Win32_Process');
    expect(cimv2.labels).not.toContain('__EventFilter');
    const other = await completing(
      query('SELECT * FROM ⟦⟧', '  EventNamespace = "root\\\\subscription";\n'),
    );
    expect(other.labels).not.toContain('Win32_ProcessStartTrace');
    expect(other.labels).toContain('__TimerEvent');
  });

  test('asks for the class of an object, in quotation marks that MOF need not escape', async () => {
    const bare = await completing(query(`${intrinsic} TargetInstance ISA ⟦⟧`));
    expect(bare.labels).toContain('Win32_Process');
    expect(bare.labels).not.toContain('Win32_ProcessStartTrace');
    expect(taken(bare, 'Win32_Process')).toContain(`TargetInstance ISA 'Win32_Process'";`);
    const quoted = await completing(query(`${intrinsic} TargetInstance ISA \\"Win⟦⟧32_X\\" AND`));
    expect(taken(quoted, 'Win32_Process')).toContain('ISA \\"Win32_Process\\" AND');
  });

  test('knows the properties of the event and of the object in it', async () => {
    const trace = await completing(query('SELECT * FROM Win32_ProcessStartTrace WHERE ⟦⟧'));
    expect(trace.labels).toContain('ProcessName');
    expect(trace.labels).not.toContain('TargetInstance');
    // Nothing is compared with an array.
    expect(trace.labels).not.toContain('Sid');
    const object = await completing(
      query(`${intrinsic} TargetInstance ISA 'Win32_Service' AND TargetInstance.Sta⟦⟧ = 'x'`),
    );
    expect(object.labels).toContain('StartMode');
    expect(taken(object, 'StartMode')).toContain(`TargetInstance.StartMode = 'x'`);
    expect(itemOf(object, 'StartMode').detail).toBe('string');
    const before = await completing(
      query(
        "SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service' AND PreviousInstance.⟦⟧",
      ),
    );
    expect(before.labels).toContain('StartMode');
    const negated = await completing(
      query(`${intrinsic} NOT TargetInstance ISA 'Win32_Service' AND TargetInstance.⟦⟧`),
    );
    expect(negated.labels).toEqual([]);
  });

  test('knows a class of the file', async () => {
    const { labels } = await completing(
      `class Own { [Key] string Key; uint8 Level; };\n${query(`${intrinsic} TargetInstance ISA 'Own' AND TargetInstance.⟦⟧`)}`,
    );
    expect(labels).toEqual(['Key', 'Level']);
  });

  test.each([
    [
      'SELECT * FROM Win32_ProcessStartTrace WHERE ProcessID ⟦⟧',
      ['<', '<=', '<>', '=', '>', '>=', 'IS NOT NULL', 'IS NULL'],
    ],
    [
      'SELECT * FROM RegistryKeyChangeEvent WHERE Hive = ⟦⟧',
      ["'HKEY_LOCAL_MACHINE'", "'HKEY_USERS'", "'HKEY_CURRENT_CONFIG'"],
    ],
    [
      "SELECT * FROM RegistryKeyChangeEvent WHERE Hive = '⟦⟧'",
      ['HKEY_LOCAL_MACHINE', 'HKEY_USERS', 'HKEY_CURRENT_CONFIG'],
    ],
    ['SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = ⟦⟧', ['1', '2', '3', '4']],
    ['SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = ⟦⟧', ["'…'"]],
    ['SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName LIKE ⟦⟧', ["'%…%'"]],
    ["SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'x⟦⟧'", []],
  ])('compares what can be compared: %s', async (text, expected) => {
    expect((await completing(query(text))).labels).toEqual(expected);
  });

  test('goes on in another literal, and through escapes', async () => {
    const marked = await completing(
      `instance of __EventFilter\n{\n  Query = "SELECT * FROM __InstanceCreationEvent " // polled\n    "WITHIN 300 WHERE TargetInstance ISA \\"Win32_Service\\" "\n    "AND TargetInstance.Na⟦⟧me = 'x'";\n};`,
    );
    expect(taken(marked, 'DisplayName')).toContain(`"AND TargetInstance.DisplayName = 'x'";`);
  });

  test('is left alone where a word is parted by two literals', async () => {
    const { labels } = await completing(
      `instance of __EventFilter\n{\n  Query = "SELECT * FROM __Inst"\n    "anceCrea⟦⟧tionEvent";\n};`,
    );
    expect(labels).toEqual([]);
  });

  test('is completed before its closing quotation mark is typed', async () => {
    const { labels } = await completing(
      'instance of __EventFilter\n{\n  Query = "SELECT * FROM __InstanceCr⟦⟧\n};\n',
    );
    expect(labels).toContain('__InstanceCreationEvent');
  });

  test('of a provider is about its own events', async () => {
    const marked = await completing(
      'class Own : __ExtrinsicEvent { string A; };\ninstance of __EventProviderRegistration\n{\n  EventQueryList = {"SELECT * FROM ⟦⟧"};\n};',
    );
    expect(marked.labels[0]).toBe('Own');
  });

  test('of a class that derives from the one of filters is one too', async () => {
    const { labels } = await completing(
      'class Own : __EventFilter { };\ninstance of Own\n{\n  Query = "SEL⟦⟧";\n};',
    );
    expect(labels[0]).toBe('SELECT');
  });
});

describe('the descriptor of a filter', () => {
  test.each([
    ['O:⟦⟧', ['BA', 'SY', 'LS'], ['LW', 'G:']],
    ['O:B⟦⟧', ['BA', 'BU'], ['G:']],
    ['O:BA⟦⟧', ['BA', 'G:', 'D:'], ['O:', 'S:']],
    ['O:BAG:BA⟦⟧', ['BA', 'D:'], ['O:', 'G:', 'S:']],
    ['O:BAG:BAD:⟦⟧', ['(A;…)', '(D;…)', 'P'], ['(OA;…)']],
    ['O:BAG:BAD:(⟦⟧', ['A;…', 'D;…'], ['OA;…']],
    ['O:BAG:BAD:(⟦⟧;;0x80;;;BA)', ['A', 'D'], ['OA', 'AU', 'XA']],
    ['O:BAG:BAD:(A;⟦⟧;0x80;;;BA)', [], ['CI', 'SA']],
    ['O:BAG:BAD:(A;;⟦⟧;;;BA)', ['0x80'], ['GA', 'CC', '0x1']],
    ['O:BAG:BAD:(A;;0x8⟦⟧0;;;BA)', ['0x80'], []],
    ['O:BAG:BAD:(A;;0x80;⟦⟧;;BA)', [], ['BA']],
    ['O:BAG:BAD:(A;;0x80;;;⟦⟧)', ['BA', 'LS', 'NS'], ['CO', 'OW', 'LW']],
    ['O:BAG:BAD:(A;;0x80;;;BA)⟦⟧', ['(A;…)', '(D;…)'], ['P', 'D:']],
    ['O:BAG:BAD:(A;;0x80;;;BA;⟦⟧)', [], ['BA']],
  ])('goes on: %s', async (text, present, absent) => {
    const { labels } = await completing(access(text));
    for (const label of present) expect(labels).toContain(label);
    for (const label of absent) expect(labels).not.toContain(label);
    if (present.length === 0) expect(labels).toEqual([]);
  });

  test('is begun with a whole one', async () => {
    const marked = await completing(access('⟦⟧'));
    expect(marked.labels[0]).toBe('O:BAG:BAD:(A;;0x80;;;BA)');
    for (const { label } of marked.items) {
      const text = /EventAccess = "(.*)";/.exec(taken(marked, label))?.[1] ?? '';
      expect(parseSddl(text).errors, text).toEqual([]);
    }
  });

  test.each([
    ['O:BAG:BAD:⟦⟧', '(A;…)', 'O:BAG:BAD:(A;;0x80;;;BA)'],
    ['O:BAG:BAD:(⟦⟧', 'A;…', 'O:BAG:BAD:(A;;0x80;;;BA)'],
    ['O:BAG:BAD:(⟦⟧)', 'A;…', 'O:BAG:BAD:(A;;0x80;;;BA)'],
    ['O:BAG:BAD:(A;;0x4⟦⟧0;;;BA)', '0x80', 'O:BAG:BAD:(A;;0x80;;;BA)'],
    ['O:BAG:BAD:(A;;0x80;;;W⟦⟧D)', 'BA', 'O:BAG:BAD:(A;;0x80;;;BA)'],
    ['O:S⟦⟧YG:BAD:(A;;0x80;;;BA)', 'BA', 'O:BAG:BAD:(A;;0x80;;;BA)'],
    ['O:BA⟦⟧D:(A;;0x80;;;BA)', 'G:', 'O:BAG:BAD:(A;;0x80;;;BA)'],
  ])('becomes whole: %s', async (text, label, expected) => {
    expect(taken(await completing(access(text)), label)).toContain(`"${expected}"`);
  });

  test('says what each word means', async () => {
    const marked = await completing(access('O:BAG:BAD:(A;;⟦⟧;;;BA)'));
    expect(itemOf(marked, '0x80').detail).toBe('may publish events to the filter');
    const trustee = await completing(access('O:BAG:BAD:(A;;0x80;;;⟦⟧)'));
    expect(itemOf(trustee, 'BA').detail).toContain('BUILTIN\\Administrators');
    // Who types the name finds the alias.
    expect(itemOf(trustee, 'NS').filterText).toBe('NS Network Service');
  });
});

describe('the descriptor of a namespace', () => {
  const namespace = (text: string): string =>
    `[NamespaceSecuritySDDL("${text}")]\ninstance of __Namespace { Name = "x"; };`;

  test('knows the rights of namespaces', async () => {
    const marked = await completing(namespace('O:BAG:BAD:(A;CI;⟦⟧;;;BA)'));
    expect(marked.labels).toContain('0x6001f');
    expect(itemOf(marked, '0x21').detail).toBe('may read the namespace, come from another machine');
    expect(itemOf(marked, 'WP').detail).toBe('0x20: may come from another machine');
    expect(marked.labels).not.toContain('LO');
    expect(marked.labels).not.toContain('KA');
  });

  test('goes on with two letters behind two letters', async () => {
    const marked = await completing(namespace('O:BAG:BAD:(A;CI;CCD⟦⟧;;;BA)'));
    expect(taken(marked, 'DC')).toContain('(A;CI;CCDC;;;BA)');
    expect(marked.labels).toContain('WP');
  });

  test('knows inheritance and auditing', async () => {
    const flags = await completing(namespace('O:BAG:BAD:(A;⟦⟧;0x1;;;BA)'));
    expect(flags.labels).toContain('CI');
    expect(flags.labels).not.toContain('SA');
    const audit = await completing(namespace('O:BAG:BAD:(A;;0x1;;;BA)S:(AU;⟦⟧;0x1;;;WD)'));
    expect(audit.labels).toContain('SA');
    const label = await completing(namespace('S:(ML;;NW;;;⟦⟧)'));
    expect(label.labels).toEqual(['HI', 'LW', 'ME', 'MP', 'SI']);
  });

  test('is also that of a provider', async () => {
    const marked = await completing(
      'instance of __Win32Provider { SecurityDescriptor = "O:BAG:BAD:(A;;⟦⟧;;;BA)"; };',
    );
    expect(marked.labels).toContain('0x1');
  });
});

describe('a template of a consumer', () => {
  const filter = `instance of __EventFilter as $F
{
  Name = "f";
  Query = "SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'";
};
`;
  const binding = `
instance of __FilterToConsumerBinding { Filter = $F; Consumer = $C; };`;
  const log = (text: string): string =>
    `${filter}instance of LogFileEventConsumer as $C\n{\n  Name = "c";\n  Text = "${text}";\n};${binding}`;

  test('names properties of the event and of the object in it', async () => {
    const marked = await completing(log('State: %⟦⟧'));
    expect(marked.labels).toContain('%TargetInstance.State%');
    expect(marked.labels).toContain('%PreviousInstance.State%');
    expect(marked.labels).toContain('%TIME_CREATED%');
    expect(marked.labels).not.toContain('%TargetInstance%');
    expect(taken(marked, '%TargetInstance.State%')).toContain(
      'Text = "State: %TargetInstance.State%";',
    );
  });

  test.each([
    ['%Target⟦⟧Instance.Name%', '%TargetInstance.State%'],
    ['%TargetInstance.Na⟦⟧', '%TargetInstance.State%'],
    ['100%% %⟦⟧', '100%% %TargetInstance.State%'],
    ['%TargetInstance.Name% %⟦⟧ x', '%TargetInstance.Name% %TargetInstance.State% x'],
    ['⟦⟧', '%TargetInstance.State%'],
  ])('replaces the property that is typed: %s', async (text, expected) => {
    const marked = await completing(log(text));
    expect(taken(marked, '%TargetInstance.State%')).toContain(`Text = "${expected}";`);
  });

  test.each([['the name⟦⟧ of'], ['%TargetInstance.Name%⟦⟧'], ['100%%⟦⟧']])(
    'leaves text alone: %s',
    async (text) => {
      const { labels } = await completing(log(text));
      expect(labels).toEqual([]);
    },
  );

  test('is also an element of an array', async () => {
    const marked = await completing(
      `${filter}instance of NTEventLogEventConsumer as $C\n{\n  InsertionStringTemplates = {"a", "%⟦⟧"};\n};${binding}`,
    );
    expect(taken(marked, '%TargetInstance.State%')).toContain('{"a", "%TargetInstance.State%"}');
  });

  test('takes the filters of the file where no binding is there yet', async () => {
    const { labels } = await completing(
      `${filter}instance of LogFileEventConsumer as $C\n{\n  Text = "%⟦⟧";\n};`,
    );
    expect(labels).toContain('%TargetInstance.State%');
  });

  test('takes the bound filter and no other', async () => {
    const other = `instance of __EventFilter as $G { Name = "g"; Query = "SELECT * FROM Win32_ProcessStartTrace"; };\n`;
    const { labels } = await completing(`${other}${log('%⟦⟧')}`);
    expect(labels).toContain('%TargetInstance.State%');
    expect(labels).not.toContain('%ProcessName%');
  });

  test('has the one event for many where the query groups', async () => {
    const { labels } = await completing(
      log('%⟦⟧').replace(`ISA 'Win32_Service'`, `ISA 'Win32_Service' GROUP WITHIN 300`),
    );
    expect(labels).toContain('%NumberOfEvents%');
    expect(labels).not.toContain('%TargetInstance.State%');
  });
});
