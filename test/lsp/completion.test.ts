import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { completing, itemOf, taken } from './completing.ts';

const filterAndConsumer = `instance of __EventFilter as $Boot
{
  Name = "Boot";
};
instance of LogFileEventConsumer as $Log
{
  Name = "Log";
};
`;

describe('at the top of a file', () => {
  test('declarations, commands and templates are offered', async () => {
    const { labels } = await completing('⟦⟧');
    expect(labels.slice(0, 2)).toEqual(['class', 'instance of']);
    expect(labels).toContain('#pragma namespace');
    expect(labels).toContain('#include');
    expect(labels).toContain('subscription: event log');
    expect(labels).toContain('event provider: decoupled');
    expect(labels).toContain('class: with a key');
  });

  test('what is typed is replaced, also from its middle', async () => {
    const marked = await completing('inst⟦⟧ance\n');
    expect(taken(marked, 'instance of')).toBe('instance of \n');
  });

  test('behind a number sign only commands are offered, with their arguments', async () => {
    const marked = await completing('#pr⟦⟧\n');
    expect(marked.labels).not.toContain('class');
    expect(itemOf(marked, '#pragma namespace').filterText).toBe('#pragma namespace');
    expect(taken(marked, '#pragma namespace')).toBe(
      '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n',
    );
  });

  test('a command that has its arguments is not offered anew', async () => {
    const { labels } = await completing('#prag⟦⟧ma namespace("root")\n');
    expect(labels).toEqual([]);
  });

  test('the number sign need not be typed', async () => {
    const marked = await completing('pragma⟦⟧\n');
    expect(itemOf(marked, '#pragma autorecover').filterText).toBe('pragma autorecover');
    expect(taken(marked, '#pragma autorecover')).toBe('#pragma autorecover\n');
  });

  test('behind qualifiers only what carries them is offered', async () => {
    const { labels } = await completing('[Abstract] ⟦⟧\n');
    expect(labels).toEqual(['class', 'instance of']);
  });

  test('a template brings the lines that the file lacks', async () => {
    const marked = await completing('#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n⟦⟧');
    expect(taken(marked, 'subscription: log file')).not.toMatch(
      /autorecover|namespace.*namespace/s,
    );
    const empty = await completing('⟦⟧');
    expect(taken(empty, 'subscription: log file')).toMatch(
      /^#pragma autorecover\n#pragma namespace/,
    );
  });

  test('a template takes names that the file has not', async () => {
    const marked = await completing(`${filterAndConsumer.replace('$Boot', '$Filter')}\n⟦⟧`);
    expect(taken(marked, 'subscription: log file')).toContain('as $Filter2');
  });

  test.each([
    ['behind a finished declaration', 'instance of A\n{\n};\n⟦⟧', true],
    ['behind a pragma', '#pragma autorecover\n⟦⟧', true],
    ['behind a pragma, in its line', '#pragma autorecover ⟦⟧', false],
    ['behind a word that means nothing', 'foo\n⟦⟧', true],
    ['in a comment', '// ins⟦⟧', false],
    ['in a block comment', '/* ins⟦⟧ */', false],
    ['behind a block comment', '/* x */⟦⟧', true],
    ['in a line for the preprocessor', '#define A ⟦⟧', false],
    ['as the name of a new class', 'class ⟦⟧', false],
  ])('%s', async (_, marked, expected) => {
    const { labels } = await completing(marked);
    expect(labels.includes('instance of')).toBe(expected);
  });

  test('a list that would take an Enter does not open by itself', async () => {
    expect((await completing('instance of A\n{\n};⟦⟧', {}, { trigger: ';' })).labels).toEqual([]);
    expect((await completing('instance of A\n{\n};⟦⟧')).labels).not.toEqual([]);
  });
});

describe('an editor without snippets', () => {
  test('gets the plain text with the defaults', async () => {
    const marked = await completing('⟦⟧', {}, { snippets: false });
    const item = itemOf(marked, 'subscription: event log');
    expect(item.insertTextFormat).toBe(InsertTextFormat.PlainText);
    expect(item.textEdit?.newText).toContain('as $Filter\n');
    expect(item.textEdit?.newText).not.toMatch(/\$\{|\\\}/);
    const withSnippets = await completing('⟦⟧');
    expect(taken(withSnippets, 'subscription: event log')).toBe(item.textEdit?.newText);
  });
});

describe('the class of an instance', () => {
  test('comes from the file, the folder and WMI, where subscriptions come first', async () => {
    const { labels } = await completing('class Own { [Key] string A; };\ninstance of ⟦⟧', {
      'other.mof': 'class Other { [Key] string A; };',
    });
    expect(labels.slice(0, 3)).toEqual(['Own', '__EventFilter', '__FilterToConsumerBinding']);
    expect(labels).toContain('Other');
    expect(labels.indexOf('Other')).toBeLessThan(labels.indexOf('__Win32Provider'));
  });

  test('is none that is abstract, an event, or a class without a key', async () => {
    const { labels } = await completing(
      `[Abstract] class Base { string A; };
class Keyless { string A; };
class Event : __ExtrinsicEvent { string A; };
instance of ⟦⟧`,
    );
    for (const name of ['Base', 'Keyless', 'Event', '__EventConsumer', '__InstanceCreationEvent'])
      expect(labels).not.toContain(name);
    expect(labels).toContain('__Namespace');
    expect(labels).toContain('__SystemSecurity');
  });

  test('brings a body with what such an instance needs', async () => {
    const marked = await completing(
      'class Own { [Key] string A; [Not_Null] uint8 B; uint8 C; };\ninstance of O⟦⟧\n',
    );
    expect(taken(marked, 'Own')).toContain('instance of Own\n{\n  A = "";\n  B = 0;\n};\n');
  });

  test('brings the aliases of the file into a binding', async () => {
    const marked = await completing(`${filterAndConsumer}instance of ⟦⟧\n`);
    const text = taken(marked, '__FilterToConsumerBinding');
    expect(text).toContain('  Filter = $Boot;\n  Consumer = $Log;\n');
  });

  test.each([
    ['where there is a body', 'instance of ⟦⟧\n{\n};', 'instance of __Namespace\n{\n};'],
    [
      'where there is an alias',
      'instance of ⟦⟧ as $A\n{\n};',
      'instance of __Namespace as $A\n{\n};',
    ],
    [
      'in the middle of the word',
      'instance of __Name⟦⟧spce\n{\n};',
      'instance of __Namespace\n{\n};',
    ],
  ])('is the name alone %s', async (_, marked, expected) => {
    expect(taken(await completing(marked), '__Namespace')).toBe(expected);
  });

  test('is the one that a property asks for', async () => {
    const classes = 'class Inner { string A; };\nclass Outer { [Key] string K; Inner I; };\n';
    const marked = await completing(
      `${classes}instance of Outer\n{\n  K = "";\n  I = instance of ⟦⟧`,
    );
    expect(marked.labels).toEqual(['Inner']);
    expect(taken(marked, 'Inner')).toMatch(/I = instance of Inner \{ \}$/);
  });

  test('is found behind another declaration that is broken', async () => {
    const { labels } = await completing('instance of A\n{\n  Name = "x\n\ninstance of ⟦⟧\n');
    expect(labels).toContain('__EventFilter');
  });

  test('is followed by an alias or a body', async () => {
    const marked = await completing('instance of __EventFilter ⟦⟧\n');
    expect(marked.labels).toEqual(['as', '{ … }']);
    expect(taken(marked, 'as')).toBe('instance of __EventFilter as $Filter\n');
    expect(taken(marked, '{ … }')).toContain('instance of __EventFilter {\n  Name = ');
  });

  test('is followed by an alias that something refers to already', async () => {
    const { labels } = await completing(
      'instance of __FilterToConsumerBinding { Filter = $Late; Consumer = $C; };\ninstance of __EventFilter as $⟦⟧',
    );
    expect(labels).toEqual(['$Late', '$Filter']);
  });
});

describe('a class in a declaration', () => {
  test('is a superclass, but not the class itself or one below it', async () => {
    const { labels } = await completing('class A : B { };\nclass B : ⟦⟧');
    expect(labels.slice(0, 2)).toEqual(['__EventConsumer', '__ExtrinsicEvent']);
    expect(labels).toContain('Win32_Process');
    expect(labels).not.toContain('A');
    expect(labels).not.toContain('B');
  });

  test('is a type of a member, or of a parameter', async () => {
    const member = await completing('class A { };\nclass B\n{\n  [Key] ⟦⟧\n};');
    expect(member.labels.slice(0, 3)).toEqual(['boolean', 'char16', 'datetime']);
    expect(member.labels).toContain('void');
    expect(member.labels).toContain('A');
    expect(itemOf(member, 'uint8').kind).toBe(CompletionItemKind.TypeParameter);
    const parameter = await completing('class B { uint32 M([In] string A, ui⟦⟧) };');
    expect(parameter.labels).not.toContain('void');
    expect(parameter.labels).toContain('uint32');
  });

  test('can be referred to, and a simple type cannot', async () => {
    expect((await completing('class B { __EventFilter ⟦⟧ };')).labels).toEqual(['ref']);
    expect((await completing('class B { string ⟦⟧ };')).labels).toEqual([]);
    expect((await completing('class B { __EventFilter ref ⟦⟧ };')).labels).toEqual([]);
  });
});

describe('a property of an instance', () => {
  test('is one that is not set yet, keys first', async () => {
    const marked = await completing(`instance of NTEventLogEventConsumer
{
  EventType = 4;
  ⟦⟧
  SourceName = "x";
};`);
    expect(marked.labels.slice(0, 2)).toEqual(['Name', 'EventID']);
    expect(marked.labels).toContain('MachineName');
    expect(marked.labels).not.toContain('EventType');
    expect(marked.labels).not.toContain('SourceName');
    expect(itemOf(marked, 'Name').detail).toBe('string, key');
    expect(itemOf(marked, 'EventID').detail).toBe('uint32, not NULL');
  });

  test('brings a value of the right shape', async () => {
    const marked = await completing('instance of __EventFilter\n{\n  ⟦⟧\n};');
    expect(taken(marked, 'CreatorSID')).toContain(
      '  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};\n',
    );
    expect(taken(marked, 'EventAccess')).toContain('  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";\n');
    expect(taken(marked, 'EventNamespace')).toContain('  EventNamespace = "root\\\\cimv2";\n');
  });

  test.each([
    ['string S', 'S = "";'],
    ['uint8 N', 'N = 0;'],
    ['real32 R', 'R = 0.0;'],
    ['boolean B', 'B = TRUE;'],
    ['char16 C', "C = 'a';"],
    ['uint8 A[]', 'A = {0};'],
    ['datetime D', 'D = "20300101000000.000000+000";'],
    ['[SubType("interval")] datetime I', 'I = "00000000000500.000000:000";'],
    ['object O', 'O = instance of Class {};'],
    ['[ValueMap{"7", "9"}, Values{"seven", "nine"}] uint8 V', 'V = 7;'],
    ['[Values{"Low", "High"}] string W', 'W = "Low";'],
  ])('of a class of the file: %s', async (declaration, expected) => {
    const marked = await completing(
      `class A { [Key] string K; ${declaration}; };\ninstance of A\n{\n  K = "";\n  ⟦⟧\n};`,
    );
    const [label = ''] = expected.split(' ');
    expect(taken(marked, label)).toContain(`\n  ${expected}\n`);
  });

  test('is inherited, also from a file of the folder', async () => {
    const { labels } = await completing('instance of B\n{\n  ⟦⟧\n};', {
      'a.mof': 'class A { [Key] string Inherited; };',
      'b.mof': 'class B : A { uint8 Own; };',
    });
    expect(labels).toEqual(['Inherited', 'Own']);
  });

  test('is the name alone where a value follows', async () => {
    const marked = await completing('instance of __EventFilter\n{\n  Que⟦⟧ry = "x";\n};');
    expect(taken(marked, 'Query')).toContain('\n  Query = "x";\n');
    expect(marked.labels).toContain('QueryLanguage');
  });

  test('is offered in a half-written line, whatever follows', async () => {
    const marked = await completing(`instance of __EventFilter as $F
{
  Name = "x"
  Que⟦⟧
  EventAccess = "D:";
};`);
    expect(marked.labels).toContain('Query');
    expect(marked.labels).not.toContain('EventAccess');
    expect(marked.labels).not.toContain('Name');
  });

  test('is not offered where WMI does not use it', async () => {
    const { labels } = await completing('instance of CommandLineEventConsumer\n{\n  ⟦⟧\n};');
    expect(labels).not.toContain('DesktopName');
    expect(labels).toContain('ExecutablePath');
  });

  test.each([
    ['a value that is finished', 'instance of __EventFilter\n{\n  Name = "x" ⟦⟧\n};'],
    ['a class that nobody knows', 'instance of Nobody\n{\n  ⟦⟧\n};'],
  ])('is not offered behind %s', async (_, marked) => {
    expect((await completing(marked)).labels).toEqual([]);
  });

  test('of an embedded instance is that of its class', async () => {
    const { labels } = await completing(
      'class Inner { string A; };\nclass Outer { [Key] string K; Inner I; };\ninstance of Outer { K = ""; I = instance of Inner { ⟦⟧ }; };',
    );
    expect(labels).toEqual(['A']);
  });

  test('whose name is that of a method of objects is just a name', async () => {
    const marked = await completing(
      'class A { [Key] string __proto__; string constructor; };\ninstance of A\n{\n  ⟦⟧\n};',
    );
    expect(marked.labels).toEqual(['__proto__', 'constructor']);
  });
});

describe('documentation', () => {
  test('is looked up when an item is chosen', async () => {
    const marked = await completing('class A { [⟦⟧] string Name; };');
    const item = itemOf(marked, 'Key');
    expect(item.documentation).toBeUndefined();
    const { documentation } = marked.service.resolveCompletion(item);
    expect(documentation).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(documentation)).toContain('Key(boolean)');
  });

  test('of a class of the folder is its description', async () => {
    const marked = await completing('class B : ⟦⟧', {
      'a.mof':
        '[Description("Holds <things>.")] class A { [Key, Description("Which.")] string K; };',
    });
    const resolved = marked.service.resolveCompletion(itemOf(marked, 'A'));
    expect(JSON.stringify(resolved.documentation)).toContain('Holds \\\\<things\\\\>.');
  });

  test('of a rule is what it wants', async () => {
    const marked = await completing('// mofsec-disable-next-line event-access-m⟦⟧');
    const resolved = marked.service.resolveCompletion(itemOf(marked, 'event-access-missing'));
    expect(JSON.stringify(resolved.documentation)).toContain('EventAccess');
  });

  test('of an item that is none of ours stays as it is', async () => {
    const { service } = await completing('⟦⟧');
    for (const data of [
      { about: 'class', name: 5 },
      { about: 'x', name: 'y' },
      null,
      'z',
      undefined,
    ]) {
      const item = { label: 'x', data };
      expect(service.resolveCompletion(item)).toBe(item);
    }
  });

  test('of a class of a document that is nowhere is none', async () => {
    const { service } = await completing('⟦⟧');
    for (const uri of ['', 'x', 'file:///elsewhere/a.mof', 'nobody:', '%%%', 'untitled:a']) {
      const item = { label: 'x', data: { about: 'class', name: 'Nobody', uri } };
      expect(service.resolveCompletion(item)).toBe(item);
    }
  });
});
