import { describe, expect, it } from 'vitest';
import { classHoverByName, propertyHoverByName } from '../../lsp/features/hover/class-hover.ts';
import { code, codeBlock, plain } from '../../lsp/markdown.ts';
import { positionAt } from '../../lsp/positions.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { openMarked, textAt } from './workbench.ts';

/** The Markdown at the first mark, and the characters that it is about. */
async function hoverAt(
  marked: string,
  files?: Readonly<Record<string, string>>,
): Promise<{ readonly text: string; readonly about: string }> {
  const { service, uri, text, position } = await openMarked(marked, files);
  const found = service.hover(uri, position);
  const contents = found?.contents;
  return {
    text: typeof contents === 'object' && 'value' in contents ? contents.value : '',
    about: found?.range === undefined ? '' : textAt(text, found.range),
  };
}

describe('hover', () => {
  it('reads the bytes of a SID', async () => {
    const { text, about } = await hoverAt(
      'instance of __EventFilter { CreatorSID = {1,2,0,0,0,0,0,⟦⟧5,32,0,0,0,32,2,0,0}; };',
    );
    expect(about).toBe('{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}');
    expect(text).toContain('`S-1-5-32-544` **BUILTIN\\\\Administrators**');
    expect(text).toContain('| sub-authority 2 | 32,2,0,0 | 544 |');
  });

  it('says why bytes are no SID', async () => {
    const { text } = await hoverAt('instance of __EventFilter { CreatorSID = {1,⟦⟧2}; };');
    expect(text).toMatch(/^\*\*no SID\*\*/);
  });

  it('says who may do what by a descriptor', async () => {
    const { text, about } = await hoverAt(
      'instance of __EventFilter { EventAccess = "O:BAG:BAD:(A;;⟦⟧0x80;;;BA)"; };',
    );
    expect(about).toBe('"O:BAG:BAD:(A;;0x80;;;BA)"');
    expect(text).toContain('may publish events to the filter');
  });

  it('explains the clauses and names of a query, in any of its literals', async () => {
    const query = (marked: string): string =>
      `class Own_A { uint32 Size; };\ninstance of __EventFilter { Query = ${marked}; };`;
    const within = await hoverAt(query('"SELECT * FROM __InstanceCreationEvent " "WI⟦⟧THIN 60"'));
    expect(within.about).toBe('WITHIN');
    expect(within.text).toContain('1,440 polls a day');
    const event = await hoverAt(query('"SELECT * FROM __Instance⟦⟧CreationEvent WITHIN 60"'));
    expect(event.text).toContain('class __InstanceCreationEvent : __InstanceOperationEvent');
    const size = await hoverAt(
      query(
        '"SELECT * FROM __InstanceCreationEvent WITHIN 60 WHERE TargetInstance ISA \\"Own_A\\" AND TargetInstance.Si⟦⟧ze > 1"',
      ),
    );
    expect(size.about).toBe('Size');
    expect(size.text).toContain('uint32 Size;');
  });

  it('shows classes, with their own descriptions, and properties with the class that has them', async () => {
    const files = {
      'a.mof':
        '[Description("Does *things*.")] class Own_A { [key, Description("Its name.")] string Id; };',
    };
    const own = await hoverAt('instance of Own_⟦⟧A { };', files);
    expect(own.text).toContain('[key] string Id;');
    expect(own.text).toContain('Does \\*things\\*.');
    const id = await hoverAt('class Own_B : Own_A { };\ninstance of Own_B { I⟦⟧d = "1"; };', files);
    expect(id.text).toContain('Its name');
    expect(id.text).toContain('Of Own\\_A');
    const known = await hoverAt('instance of CommandLineEventConsumer { Kill⟦⟧Timeout = 1; };');
    expect(known.text).toContain('uint32 KillTimeout = 0;');
  });

  it('shows what an alias and a path lead to', async () => {
    const text = `#pragma namespace("root\\\\subscription")
instance of __EventFilter as $F { Name = "F"; Query = "SELECT * FROM X"; };
instance of __FilterToConsumerBinding { Filter = $⟦⟧F; Consumer = "CommandLineEventConsumer.Name=\\"C\\""; };`;
    const alias = await hoverAt(text);
    expect(alias.text).toContain('instance of __EventFilter as $F');
    expect(alias.text).toContain('Waits for `SELECT * FROM X`');
    expect(alias.text).toContain('Feeds 1 consumer.');
    const path = await hoverAt(text.replace('$⟦⟧F;', '"__EventFilter.Name=⟦⟧\\"F\\"";'));
    expect(path.text).toContain('instance of __EventFilter as $F');
  });

  it('knows the classes of Windows, in queries and elsewhere', async () => {
    const query = (marked: string): string =>
      `instance of __EventFilter { EventNamespace = "root\\\\cimv2"; Query = "${marked}"; };`;
    const start = await hoverAt(query('SELECT * FROM Win32_Process⟦⟧StartTrace'));
    expect(start.text).toContain('class Win32_ProcessStartTrace : Win32_ProcessTrace');
    expect(start.text).toContain('`PageDirectoryBase` of Win32\\_ProcessTrace;');
    expect(start.text).toContain('A class of Windows, in root\\\\cimv2.');
    const where = (marked: string): string =>
      query(`SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE ${marked}`);
    const disk = await hoverAt(where("TargetInstance ISA 'Win32_Logical⟦⟧Disk'"));
    expect(disk.about).toBe('Win32_LogicalDisk');
    expect(disk.text).toContain('WMI polls it');
    expect(disk.text).toMatch(/\[Win32\\_LogicalDisk class\]\(https:\/\/learn\.microsoft\.com\//);
    const free = await hoverAt(
      where("TargetInstance ISA 'Win32_LogicalDisk' AND TargetInstance.FreeSpa⟦⟧ce < 1"),
    );
    expect(free.text).toContain('How many bytes are free.');
    const target = await hoverAt(where("Target⟦⟧Instance ISA 'Win32_LogicalDisk'"));
    expect(target.text).toContain('Of \\_\\_InstanceOperationEvent.');
    expect((await hoverAt('class Own_A : Win32_LogicalDi⟦⟧sk { };')).text).toContain('FreeSpace');
  });

  it('says nothing of a class of Windows that a file declares otherwise', async () => {
    const files = { 'a.mof': '#pragma namespace("root\\\\a")\nclass Win32_Process { };' };
    const { text } = await hoverAt(
      '#pragma namespace("root\\\\b")\ninstance of Win32_Pro⟦⟧cess { };',
      files,
    );
    expect(text).toBe('');
  });

  it('documents what a class inherits, and what a file declares once more', async () => {
    const inherited = await hoverAt('instance of LogFileEventConsumer { Machine⟦⟧Name = "."; };');
    expect(inherited.text).toContain('Of \\_\\_EventConsumer. A system class');
    const files = {
      'copy.mof':
        'class LogFileEventConsumer : __EventConsumer { [key] string Name; string Text; };',
    };
    const copied = await hoverAt('instance of LogFileEvent⟦⟧Consumer { };', files);
    expect(copied.text).toContain('Writes a text into a file');
    expect(copied.text).toContain('Declared in copy.mof.');
    const overridden = await hoverAt(
      'class Own_Provider : __Win32Provider { [Override("HostingModel")] string Hosting⟦⟧Model = "Decoupled:Com"; };',
    );
    expect(overridden.text).toContain('Of Own\\_Provider.');
    expect(overridden.text).toContain('The process that the provider runs in');
    expect(overridden.text).toContain('* `SelfHost`: a program that WMI starts');
    const another = await hoverAt(
      'class LogFileEventCon⟦⟧sumer { [key, Description("Mine.")] string Name; };',
    );
    expect(another.text).not.toContain('Writes a text');
  });

  it('says what values mean', async () => {
    const priority = await hoverAt('instance of CommandLineEventConsumer { Priority = 0x4⟦⟧0; };');
    expect(priority).toEqual({ text: '`64`: idle', about: '0x40' });
    const model = await hoverAt('instance of __Win32Provider { HostingModel = "selfh⟦⟧ost"; };');
    expect(model.text).toBe('`SelfHost`: a program that WMI starts');
    const query = (marked: string): string =>
      `instance of __EventFilter { Query = "SELECT * FROM ${marked}"; };`;
    const event = await hoverAt(query('Win32_VolumeChangeEvent WHERE ⟦⟧2 = EventType'));
    expect(event).toEqual({ text: '`2`: arrival', about: '2' });
    const state = await hoverAt(
      query(
        "__InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.State = 'Stop⟦⟧ped'",
      ),
    );
    expect(state.text).toBe('`Stopped`: it does not run');
    for (const [property, value] of [
      ['Priority', '3⟦⟧3'],
      ['KillTimeout', '6⟦⟧0'],
      ['Name', '"6⟦⟧0"'],
      ['__proto__', '6⟦⟧0'],
    ] as const) {
      const text = `instance of CommandLineEventConsumer { ${property} = ${value}; };`;
      expect((await hoverAt(text)).text).toBe('');
    }
  });

  it('explains what fills a template', async () => {
    const bound = (query: string, marked: string): string => `
instance of __EventFilter as $F { Name = "F"; EventNamespace = "root\\\\cimv2"; Query = "${query}"; };
instance of LogFileEventConsumer as $C { Name = "C"; Text = "A ${marked}"; };
instance of __FilterToConsumerBinding { Filter = $F; Consumer = $C; };`;
    const instances =
      "SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'";
    const name = await hoverAt(bound(instances, '%TargetInstance.Display⟦⟧Name% B'));
    expect(name.about).toBe('%TargetInstance.DisplayName%');
    expect(name.text).toContain('The name of the service that people see.');
    const grouped = await hoverAt(
      bound(`${instances} GROUP WITHIN 60`, '%Representative.TargetInstance.St⟦⟧ate%'),
    );
    expect(grouped.text).toContain('Of Win32\\_Service.');
    const count = await hoverAt(bound(`${instances} GROUP WITHIN 60`, '%NumberOf⟦⟧Events%'));
    expect(count.text).toContain('How many events the group has.');
    const space = await hoverAt(
      bound('SELECT * FROM __NamespaceCreationEvent', '%TargetNamespace.Na⟦⟧me%'),
    );
    expect(space.text).toContain('Of \\_\\_Namespace.');
    const quoted = await hoverAt(bound(instances, '\\"%TargetInstance.Na⟦⟧me%\\"'));
    expect(quoted.text).toContain('stays as it is');
    const variable = await hoverAt(bound(instances, '%System⟦⟧Root%'));
    expect(variable.text).toContain('It is no environment variable.');
    expect((await hoverAt(bound(instances, '100 %⟦⟧%'))).text).toContain('one percent sign');
    expect((await hoverAt(bound(instances, '100 ⟦⟧% x'))).text).toContain('stays as it is');
    expect((await hoverAt(bound(instances, '⟦⟧x %TargetInstance.Name%'))).text).toBe('');
  });

  it('says which file an include brings in', async () => {
    const part = { 'parts/a.mof': 'class A { };\nclass B { };\ninstance of A { };' };
    const found = await hoverAt('#include ("parts\\\\⟦⟧a.mof")', part);
    expect(found.about).toBe('#include ("parts\\\\a.mof")');
    expect(found.text).toMatch(/^Brings in `parts\/a\.mof`, with 2 classes and 1 instance\.\n/);
    expect((await hoverAt('#incl⟦⟧ude ("b.mof")')).text).toContain(
      'The file `b.mof` cannot be read.',
    );
    expect((await hoverAt('#include ("C:\\\\⟦⟧b.mof")')).text).toContain('Is not read: ');
    expect((await hoverAt('#include ("⟦⟧")')).text).toContain('Names no file.');
  });

  it('says what a namespace holds', async () => {
    const pragma = await hoverAt('#pragma namespace("\\\\\\\\.\\\\ROOT\\\\subscr⟦⟧iption")');
    expect(pragma.text).toBe(
      'The namespace `root\\subscription` holds permanent event subscriptions and the standard consumers.',
    );
    const filter = await hoverAt('instance of __EventFilter { EventNamespace = "root/ci⟦⟧mv2"; };');
    expect(filter.text).toContain('Win32_Process');
    expect((await hoverAt('#pragma namespace("root\\\\o⟦⟧wn")')).text).toBe('');
  });

  it('follows a path into another file, and says where it leads nowhere', async () => {
    const text = `#pragma namespace("root\\\\subscription")
instance of __FilterToConsumerBinding { Consumer = "LogFileEventConsumer.Na⟦⟧me=\\"C\\""; };`;
    const files = {
      'b.mof':
        '#pragma namespace("root\\\\subscription")\ninstance of LogFileEventConsumer { Name = "C"; };',
    };
    expect((await hoverAt(text, files)).text).toContain('In b.mof.');
    const nowhere = await hoverAt(text);
    expect(nowhere.text).toContain(
      'No file here declares `LogFileEventConsumer.Name="C"`; it may be on the machine.',
    );
    expect(nowhere.text).toContain('class LogFileEventConsumer : __EventConsumer');
  });

  it('explains keywords, but no names, texts and comments that are spelt like them', async () => {
    for (const [marked, about, expected] of [
      ['inst⟦⟧ance of A { };', 'instance', 'All key properties must be set'],
      ['instance o⟦⟧f A as $A { };', 'of', 'name of the class'],
      ['instance of A A⟦⟧S $A { };', 'AS', 'an alias'],
      ['cla⟦⟧ss A { };', 'class', 'Declares a class'],
      ['class A { B re⟦⟧f C; };', 'ref', 'is a reference'],
      ['instance of A { B = tr⟦⟧ue; };', 'true', '`boolean`'],
      ['instance of A { B = NU⟦⟧LL; };', 'NULL', 'No value'],
      ['Quali⟦⟧fier X : ToSubclass;', 'Qualifier', 'Declares the flavors'],
    ] as const) {
      const found = await hoverAt(marked);
      expect(found.about).toBe(about);
      expect(found.text).toContain(expected);
    }
    for (const marked of [
      'instance of A { /* cla⟦⟧ss */ };',
      'instance of A { B = "cla⟦⟧ss"; };',
      'instance of A { cla⟦⟧ss = 1; };',
    ]) {
      expect((await hoverAt(marked)).text).toBe('');
    }
  });

  it('explains qualifiers, flavors, types and pragmas', async () => {
    for (const [marked, expected] of [
      ['class A { [ke⟦⟧y] string B; };', 'Key(boolean)'],
      ['class A { [x : ToSub⟦⟧Class] string B; };', 'derived classes'],
      ['class A { date⟦⟧time B; };', 'span of time'],
      ['#pragma auto⟦⟧recover', 'repository'],
    ] as const) {
      expect((await hoverAt(marked)).text).toContain(expected);
    }
  });

  it('has nothing to say elsewhere', async () => {
    expect((await hoverAt('instance of X {⟦⟧ };')).text).toBe('');
  });

  it.each([
    'instance of __EventFilter { Query = "SELECT * FROM x WHERE ISA \\"y\\""; CreatorSID = {1, "x"}; EventAccess = "O:(((";',
    'instance of LogFileEventConsumer { Text = "%A.B.% %%% \\x" "%TargetInstance'.concat(
      '.Name% }; class',
    ),
    '#include ("\n#pragma namespace(instance of class as $ ref { Filter = "A.B=\\"',
    'class A : A { A ref A = instance of A { CreatorSID = {} }; uint8 CreatorSID[] = { 1,',
    'instance of __FilterToConsumerBinding { Filter = $F; Consumer = instance of __EventFilter as $F { Filter = $F;',
  ])('never throws at any place of %s', async (text) => {
    const { service, uri } = await openMarked(text);
    const source = new SourceFile('main.mof', text);
    for (let offset = 0; offset <= text.length; offset++) {
      expect(() => service.hover(uri, positionAt(source, offset))).not.toThrow();
    }
  });

  it('shows hostile names as they are', async () => {
    const { text } = await hoverAt(
      'instance of __EventFilter { Query = "SELECT * FROM Own_B WHERE ⟦⟧x = 1"; };',
      {
        '[a](http://b).mof':
          'class Own_B : __ExtrinsicEvent { [Description("<img src=x>")] string x; };',
      },
    );
    expect(text).toContain('\\<img src=x\\>');
    expect(text).toContain('Declared in \\[a\\](http\\://b).mof.');
  });
});

describe('what is said of a class by its name', () => {
  it('is the same for completion, in any case', () => {
    expect(classHoverByName('__EVENTFILTER')).toMatch(/^```mof\nclass __EventFilter : /);
    expect(classHoverByName('win32_processstarttrace')).toContain('`PageDirectoryBase` of');
    expect(propertyHoverByName('CommandLineEventConsumer', 'creatorsid')).toContain(
      'Of \\_\\_EventConsumer.',
    );
    for (const name of ['Own_A', 'constructor', '__proto__']) {
      expect(classHoverByName(name)).toBeUndefined();
      expect(propertyHoverByName('__EventFilter', name)).toBeUndefined();
    }
  });
});

describe('Markdown', () => {
  it('shows hostile texts as they are', () => {
    expect(plain('[x](http://www.a) <b> `c` \x1b')).toBe(
      '\\[x\\](http\\://www\\.a) \\<b\\> \\`c\\` \\\\x1b',
    );
    expect(code('a``b`')).toBe('``` a``b` ```');
    expect(codeBlock('mof', '```\n</details>')).toBe('````mof\n```\n</details>\n````');
  });
});
