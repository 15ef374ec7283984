import { describe, expect, test } from 'vitest';
import { qualifiers } from '../../lsp/knowledge/qualifiers.ts';
import { knownClasses } from '../../src/schema/known-classes.generated.ts';
import { completing, itemOf, taken } from './completing.ts';

/** A mark behind `property =` in an instance of a class. */
function value(className: string, text: string): string {
  return `instance of ${className}\n{\n  ${text}\n};`;
}

describe('the value of a property', () => {
  test.each([
    ['__EventFilter', 'QueryLanguage = ⟦⟧', ['"WQL"', 'NULL']],
    ['CommandLineEventConsumer', 'RunInteractively = ⟦⟧;', ['TRUE', 'FALSE', 'NULL']],
    [
      'NTEventLogEventConsumer',
      'EventType = ⟦⟧;',
      ['4 (information)', '1 (error)', '2 (warning)', '0 (success)', '8 (audit success)'],
    ],
    [
      'CommandLineEventConsumer',
      'Priority = ⟦⟧;',
      ['32 (normal)', '64 (idle)', '128 (high)', '256 (real time)'],
    ],
    ['ActiveScriptEventConsumer', 'ScriptingEngine = ⟦⟧;', ['"JScript"', '"VBScript"']],
    ['__FilterToConsumerBinding', 'MaintainSecurityContext = ⟦⟧', ['TRUE', 'FALSE', 'NULL']],
    ['__FilterToConsumerBinding', 'DeliveryQoS = ⟦⟧', ['1 (asynchronous)', '0 (synchronous)']],
    ['__Win32Provider', 'HostingModel = Net⟦⟧', ['"NetworkServiceHost"']],
    ['__Win32Provider', 'UnloadTimeout = ⟦⟧', ['"00000000000500.000000:000"', 'NULL']],
    ['__AbsoluteTimerInstruction', 'EventDateTime = ⟦⟧', ['"20300101000000.000000+000"']],
    ['__EventFilter', 'Name = ⟦⟧', ['"Vendor Filter"']],
    ['__EventFilter', 'EventAccess = ⟦⟧', ['"O:BAG:BAD:(A;;0x80;;;BA)"', 'NULL']],
  ])('of %s: %s', async (className, text, expected) => {
    const { labels } = await completing(value(className, text));
    expect(labels.slice(0, expected.length)).toEqual(expected);
  });

  test('is written as MOF has it, whatever the label says', async () => {
    const marked = await completing(value('NTEventLogEventConsumer', 'EventType = ⟦⟧;'));
    expect(taken(marked, '2 (warning)')).toContain('EventType = 2;');
    expect(itemOf(marked, '2 (warning)').filterText).toBe('2 warning');
  });

  test('cannot be NULL where the class says so, and no property lacks its constants', async () => {
    expect((await completing(value('SMTPEventConsumer', 'SMTPServer = ⟦⟧'))).labels).not.toContain(
      'NULL',
    );
  });

  test('replaces the number that stands there', async () => {
    const marked = await completing(value('CommandLineEventConsumer', 'Priority = 3⟦⟧3;'));
    expect(taken(marked, '64 (idle)')).toContain('Priority = 64;');
  });

  test('is taken from ValueMap and Values of a class of the folder', async () => {
    const { labels } = await completing(value('A', 'Level = ⟦⟧'), {
      'a.mof':
        'class A { [Key] string K; [ValueMap{"1", "2..9", "10"}, Values{"one", "some", "ten"}] uint8 Level; };',
    });
    expect(labels).toEqual(['1 (one)', '10 (ten)', 'NULL']);
  });

  test('between quotation marks is replaced as a whole', async () => {
    const marked = await completing(
      value('ActiveScriptEventConsumer', 'ScriptingEngine = "VB⟦⟧X";'),
    );
    expect(marked.labels).toEqual(['VBScript', 'JScript']);
    expect(taken(marked, 'VBScript')).toContain('ScriptingEngine = "VBScript";');
  });

  test('between quotation marks is what good files have, where nothing is written', async () => {
    const marked = await completing(value('CommandLineEventConsumer', 'ExecutablePath = "⟦⟧";'));
    expect(marked.labels).toEqual(['C:\\Program Files\\Vendor\\report.exe']);
    expect(taken(marked, marked.labels[0] ?? '')).toContain(
      'ExecutablePath = "C:\\\\Program Files\\\\Vendor\\\\report.exe";',
    );
    const written = await completing(value('CommandLineEventConsumer', 'ExecutablePath = "x⟦⟧";'));
    expect(written.labels).toEqual([]);
  });

  test('of a declaration is one of its type', async () => {
    expect((await completing('class A { boolean B = ⟦⟧ };')).labels).toEqual([
      'TRUE',
      'FALSE',
      'NULL',
    ]);
    expect((await completing('class A { datetime B = ⟦⟧ };')).labels).toEqual([
      '"20300101000000.000000+000"',
      'NULL',
    ]);
    expect((await completing('class A { uint8 B = ⟦⟧ };')).labels).toEqual(['NULL']);
  });

  test('is none behind a value', async () => {
    expect((await completing(value('__EventFilter', 'Name = "x" ⟦⟧;'))).labels).toEqual([]);
  });

  test('that is an object is begun with its class', async () => {
    const text = 'class I { string A; };\nclass O { [Key] string K; I In[]; };\n';
    const marked = await completing(`${text}${value('O', 'In = {⟦⟧};')}`);
    expect(marked.labels).toEqual(['instance of']);
  });
});

describe('a CreatorSID', () => {
  test('is chosen by the name of the account', async () => {
    const marked = await completing(value('__EventFilter', 'CreatorSID = ⟦⟧;'));
    expect(marked.labels).toEqual(['BUILTIN\\Administrators', 'Local System']);
    expect(itemOf(marked, 'BUILTIN\\Administrators').detail).toMatch(/^S-1-5-32-544 /);
    expect(taken(marked, 'Local System')).toContain(
      'CreatorSID = {1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0};',
    );
  });

  test('is the one that the other parts carry', async () => {
    const marked = await completing(
      `instance of __EventFilter as $F { Name = "f"; CreatorSID = {1,1,0,0,0,0,0,5,19,0,0,0}; };\n${value('LogFileEventConsumer', 'CreatorSID = ⟦⟧;')}`,
    );
    expect(marked.labels[0]).toBe('Local Service');
    expect(itemOf(marked, 'Local Service').detail).toContain('as elsewhere in this file');
  });

  test('is put between braces that stand there already', async () => {
    const marked = await completing(value('__EventFilter', 'CreatorSID = {⟦⟧};'));
    expect(taken(marked, 'Local System')).toContain(
      'CreatorSID = {1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0};',
    );
    const begun = await completing(value('__EventFilter', 'CreatorSID = {1, ⟦⟧};'));
    expect(begun.labels).toEqual([]);
  });
});

describe('a reference', () => {
  const parts = `instance of __EventFilter as $Boot
{
  Name = "Boot";
};
instance of LogFileEventConsumer as $Log
{
  Name = "Log";
};
`;

  test('leads to an alias of the right class', async () => {
    const filter = await completing(`${parts}${value('__FilterToConsumerBinding', 'Filter = ⟦⟧')}`);
    expect(filter.labels).toEqual(['$Boot']);
    const consumer = await completing(
      `${parts}${value('__FilterToConsumerBinding', 'Consumer = $⟦⟧;')}`,
    );
    expect(consumer.labels).toEqual(['$Log']);
    expect(taken(consumer, '$Log')).toContain('Consumer = $Log;');
    expect(itemOf(consumer, '$Log').detail).toBe('LogFileEventConsumer "Log"');
  });

  test('leads to an alias that is defined below', async () => {
    const { labels } = await completing(
      `${value('__FilterToConsumerBinding', 'Filter = ⟦⟧')}\n${parts}`,
    );
    expect(labels).toEqual(['$Boot']);
  });

  test('leads to an instance of another file by its path', async () => {
    const files = {
      'near.mof':
        '#pragma namespace("root\\\\subscription")\ninstance of __EventFilter { Name = "Near"; };',
      'far.mof': '#pragma namespace("root\\\\other")\ninstance of __EventFilter { Name = "Far"; };',
    };
    const here = '#pragma namespace("root\\\\subscription")\n';
    const marked = await completing(
      `${here}${value('__FilterToConsumerBinding', 'Filter = ⟦⟧')}`,
      files,
    );
    expect(marked.labels).toContain('"__EventFilter.Name=\\"Near\\""');
    expect(taken(marked, '"__EventFilter.Name=\\"Near\\""')).toContain(
      'Filter = "__EventFilter.Name=\\"Near\\""\n',
    );
    expect(marked.labels).toContain('"\\\\\\\\.\\\\root\\\\other:__EventFilter.Name=\\"Far\\""');
    const quoted = await completing(
      `${here}${value('__FilterToConsumerBinding', 'Filter = "__Ev⟦⟧";')}`,
      files,
    );
    expect(taken(quoted, '__EventFilter.Name="Near"')).toContain(
      'Filter = "__EventFilter.Name=\\"Near\\"";',
    );
  });

  test('to a provider leads to providers', async () => {
    const { labels } = await completing(
      `${parts}instance of __Win32Provider as $P { Name = "P"; };\n${value('__EventProviderRegistration', 'Provider = ⟦⟧')}`,
    );
    expect(labels).toEqual(['$P']);
  });
});

describe('a qualifier', () => {
  test.each([
    ['a class', '[⟦⟧]\nclass A { };', ['Abstract', 'Dynamic'], ['Key', 'In', 'RequiresEncryption']],
    [
      'an instance',
      '[⟦⟧]\ninstance of A { };',
      ['Locale', 'NamespaceSecuritySDDL'],
      ['Key', 'Abstract'],
    ],
    [
      'a property',
      'class A { [⟦⟧] string S; };',
      ['Key', 'MaxLen'],
      ['In', 'Abstract', 'Implemented'],
    ],
    ['a reference', 'class A { [⟦⟧] B ref R; };', ['Key', 'Weak'], ['MaxLen', 'In']],
    ['a method', 'class A { [⟦⟧] void M(); };', ['Implemented', 'Static'], ['Key', 'In']],
    [
      'a parameter',
      'class A { void M([⟦⟧] string S); };',
      ['In', 'Out', 'Optional'],
      ['Key', 'Static'],
    ],
    [
      'a value in an instance',
      'instance of A { [⟦⟧] S = 5; };',
      ['PropertyContext'],
      ['Key', 'Abstract'],
    ],
  ])('is one of %s', async (_, marked, present, absent) => {
    const { labels } = await completing(marked);
    for (const name of present) expect(labels).toContain(name);
    for (const name of absent) expect(labels).not.toContain(name);
    expect(labels).not.toContain('CIMTYPE');
  });

  test('is any of a member where nothing follows yet', async () => {
    const { labels } = await completing('class A { [⟦⟧');
    for (const name of ['Key', 'Implemented', 'MaxLen']) expect(labels).toContain(name);
    expect(labels).not.toContain('In');
  });

  test('stands in its list once', async () => {
    const { labels } = await completing('class A { [Key, ⟦⟧, Description("x")] string S; };');
    expect(labels).not.toContain('Key');
    expect(labels).not.toContain('Description');
    expect(labels).toContain('MaxLen');
  });

  test('brings its parentheses or braces', async () => {
    const marked = await completing('class A { [Key, ⟦⟧] string S; };');
    expect(taken(marked, 'MaxLen')).toBe('class A { [Key, MaxLen(255)] string S; };');
    expect(taken(marked, 'ValueMap')).toBe('class A { [Key, ValueMap{"0"}] string S; };');
    expect(taken(marked, 'Not_Null')).toBe('class A { [Key, Not_Null] string S; };');
    const begun = await completing('class A { [Max⟦⟧(5)] string S; };');
    expect(taken(begun, 'MaxLen')).toBe('class A { [MaxLen(5)] string S; };');
  });

  test('that a file declares is offered where its scope is', async () => {
    const declared = 'Qualifier Vendor : string = null, Scope(method);\n';
    expect((await completing(`${declared}class A { [⟦⟧] void M(); };`)).labels).toContain('Vendor');
    expect((await completing(`${declared}class A { [⟦⟧] string S; };`)).labels).not.toContain(
      'Vendor',
    );
  });

  test.each([
    ['class A { [Key(⟦⟧)] string S; };', ['FALSE', 'TRUE']],
    ['class A { [SubType(⟦⟧)] datetime D; };', ['"interval"']],
    ['class A { [SubType("⟦⟧")] datetime D; };', ['interval']],
    ['class A { [ArrayType("⟦⟧")] uint8 D[]; };', ['Bag', 'Indexed', 'Ordered']],
    ['class A { uint32 Count; [WmiSizeIs("⟦⟧")] uint8 D[]; };', ['Count']],
    ['class B { string X; };\nclass A : B { [Override("⟦⟧")] string X; };', ['X']],
    [
      'instance of __Win32Provider { Name = "Mine"; };\n[Provider("⟦⟧")] class A { };',
      ['Mine', 'WMIProv'],
    ],
  ])('has its values: %s', async (marked, expected) => {
    expect((await completing(marked)).labels).toEqual(expected);
  });

  test.each([
    [
      'class A { [Key : ⟦⟧] string S; };',
      ['Amended', 'ToSubClass', 'Restricted'],
      ['Translatable'],
    ],
    [
      'class A { [Key : ToSubClass ⟦⟧] string S; };',
      ['ToInstance'],
      ['ToSubClass', 'NotToSubClass', 'Restricted'],
    ],
    ['class A { [Key : EnableOverride ⟦⟧] string S; };', ['Amended'], ['DisableOverride']],
    ['Qualifier Description : ⟦⟧;', ['Amended', 'string'], ['void']],
    ['Qualifier Description : ToSubClass ⟦⟧;', ['Amended'], ['string', 'ToSubClass']],
    ['Qualifier X : string = null, Scope(⟦⟧);', ['class', 'property'], ['Amended']],
    ['Qualifier X : string = null, Scope(class), Flavor(⟦⟧);', ['Amended'], ['class']],
    ['Qualifier ⟦⟧', ['Description'], []],
  ])('has its flavors, and is declared: %s', async (marked, present, absent) => {
    const { labels } = await completing(marked);
    for (const name of present) expect(labels).toContain(name);
    for (const name of absent) expect(labels).not.toContain(name);
  });

  test('is documented with its parameters', () => {
    for (const { name, signature, parameters, documentation, source, scopes } of qualifiers) {
      expect(scopes.length, name).toBeGreaterThan(0);
      expect(documentation, name).toMatch(/^[^]+\.$/);
      expect(source, name).not.toBe('');
      for (const { label, documentation } of parameters) {
        expect(signature, name).toContain(label);
        expect(documentation, name).toMatch(/\S/);
      }
    }
  });
});

describe('a command for the preprocessor', () => {
  test.each([
    ['#pragma ⟦⟧', 'namespace', '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")'],
    ['#pragma na⟦⟧me', 'namespace', '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")'],
    ['#pragma na⟦⟧ ("x")', 'namespace', '#pragma namespace ("x")'],
    [
      '#pragma namespace(⟦⟧)',
      '"\\\\\\\\.\\\\root\\\\cimv2"',
      '#pragma namespace("\\\\\\\\.\\\\root\\\\cimv2")',
    ],
    [
      '#pragma namespace("ro⟦⟧")',
      '\\\\.\\root\\cimv2',
      '#pragma namespace("\\\\\\\\.\\\\root\\\\cimv2")',
    ],
    ['#pragma classflags("⟦⟧")', 'updateonly', '#pragma classflags("updateonly")'],
    [
      '#pragma classflags("updateonly", "⟦⟧")',
      'forceupdate',
      '#pragma classflags("updateonly", "forceupdate")',
    ],
    ['#pragma instanceflags(⟦⟧)', '"createonly"', '#pragma instanceflags("createonly")'],
    ['#pragma deleteclass("A", ⟦⟧)', 'NOFAIL', '#pragma deleteclass("A", NOFAIL)'],
    ['#pragma deleteclass("A", no⟦⟧)', 'NOFAIL', '#pragma deleteclass("A", NOFAIL)'],
    ['#pragma amendment("⟦⟧")', 'MS_409', '#pragma amendment("MS_409")'],
    ['#include ("⟦⟧")', 'sub\\part.mof', '#include ("sub\\\\part.mof")'],
    ['#include (⟦⟧)', '"sub\\\\part.mof"', '#include ("sub\\\\part.mof")'],
  ])('%s', async (marked, label, expected) => {
    expect(taken(await completing(marked, { 'sub/part.mof': '' }), label)).toBe(expected);
  });

  test('finds a namespace by its path, as it is typed', async () => {
    const marked = await completing('#pragma namespace("ro⟦⟧")');
    expect(itemOf(marked, '\\\\.\\root\\cimv2').filterText).toBe('root\\\\cimv2');
    const whole = await completing('#pragma namespace("\\\\\\\\⟦⟧")');
    expect(itemOf(whole, '\\\\.\\root\\cimv2').filterText).toBe('\\\\\\\\.\\\\root\\\\cimv2');
  });

  test('knows the namespaces of the folder', async () => {
    const marked = await completing('#pragma namespace("⟦⟧")', {
      'a.mof':
        '#pragma namespace("root\\\\Vendor")\ninstance of __EventFilter { EventNamespace = "root/Events"; };',
    });
    expect(marked.labels.slice(0, 2)).toEqual(['\\\\.\\root\\Vendor', '\\\\.\\root\\Events']);
    const filter = await completing('instance of __EventFilter { EventNamespace = "⟦⟧"; };', {
      'a.mof': '#pragma namespace("root\\\\Vendor")\n',
    });
    expect(taken(filter, 'root\\Vendor')).toContain('EventNamespace = "root\\\\Vendor";');
  });

  test('deletes instances of the file by their paths', async () => {
    const marked = await completing(
      '#pragma deleteinstance("⟦⟧", NOFAIL)\ninstance of __EventFilter { Name = "F"; };',
    );
    expect(taken(marked, "__EventFilter.Name='F'")).toContain(
      `#pragma deleteinstance("__EventFilter.Name='F'", NOFAIL)`,
    );
  });

  test('deletes classes that are nobody’s system', async () => {
    const { labels } = await completing('#pragma deleteclass("⟦⟧", NOFAIL)\nclass Own { };');
    expect(labels[0]).toBe('Own');
    expect(labels).not.toContain('__EventFilter');
  });

  test('includes other files of the folder and not its own', async () => {
    const { labels } = await completing('#include ("⟦⟧")', { 'a.mof': '', 'sub/b.mof': '' });
    expect(labels).toEqual(['a.mof', 'sub\\b.mof']);
  });
});

describe('a comment', () => {
  test('begins with a directive', async () => {
    const marked = await completing('// mofsec-⟦⟧');
    expect(marked.labels[0]).toBe('mofsec-disable-next-line');
    expect(taken(marked, 'mofsec-disable-file')).toBe('// mofsec-disable-file ');
  });

  test('names rules that are not named yet, those of the file first', async () => {
    const marked = await completing(
      '// mofsec-disable-next-line creator-sid-absent, ⟦⟧\ninstance of __EventFilter { Name = "x"; };',
    );
    expect(marked.labels).not.toContain('creator-sid-absent');
    expect(marked.labels).not.toContain('syntax');
    const found = marked.service.diagnostics(marked.uri).map(({ code }) => code);
    expect(found).toContain(marked.labels[0]);
  });

  test('is not completed in its reason or in other words', async () => {
    expect((await completing('// mofsec-disable-file x -- the ⟦⟧')).labels).toEqual([]);
    expect((await completing('// hello ⟦⟧')).labels).toEqual([]);
    expect((await completing('/* mofsec-disable-line creator⟦⟧ */')).labels).not.toEqual([]);
  });
});

describe('every property of every class of WMI', () => {
  const concrete = knownClasses.filter(({ abstract }) => abstract !== true);

  test.each(concrete.map(({ name }) => name))('of %s gets a value that fits it', async (name) => {
    const marked = await completing(`instance of ${name} as $X\n{\n  ⟦⟧\n};\n`);
    for (const { label } of marked.items) {
      const text = taken(marked, label);
      const other = await completing(`⟦⟧${text}`);
      const problems = other.service
        .diagnostics(other.uri)
        .map(({ code }) => String(code))
        .filter((code) =>
          /^(?:syntax|value-conversion|type-|datetime|interval|array-|property-|null-)/.test(code),
        );
      expect(problems, text).toEqual([]);
    }
  });
});
