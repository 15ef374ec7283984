import { describe, expect, test } from 'vitest';
import type { StandardConsumerClass } from '../../src/compiler/model.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Changes, sampleConsumerOf } from '../../src/linter/consumer-samples.ts';
import { rules } from '../../src/linter/registry.ts';
import { sampleConsumer, sampleSubscription } from '../../src/linter/samples.ts';
import { analyzing, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';

const groups = new Set(['filter', 'consumer', 'template', 'suspicious']);
const rulesOfContent = rules.filter(({ group }) => groups.has(group));
const ours = new Set(rulesOfContent.map(({ name }) => name));

/** The sample subscription with a consumer of a class, some of its properties set otherwise. */
function withConsumer(className: StandardConsumerClass, changes: Changes): string {
  return sampleSubscription({ consumer: sampleConsumerOf(className, changes) });
}

/** `rule: characters` of every error and warning of the rules about content. */
function said(text: string): readonly string[] {
  return analyzing(text)
    .diagnostics.filter(({ rule, severity }) => ours.has(rule) && severity !== 'info')
    .map(({ rule, file, start, end }) => `${rule}: ${file.text.slice(start, end)}`);
}

/** `rule: characters` of every error and warning. */
function everything(text: string): readonly string[] {
  return analyzing(text)
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .map(({ rule, file, start, end }) => `${rule}: ${file.text.slice(start, end)}`);
}

function only(findings: readonly Diagnostic[]): Diagnostic {
  const [finding, ...others] = findings;
  expect(others).toEqual([]);
  if (finding === undefined) throw new Error('there is no finding');
  return finding;
}

const commandLine = (changes: Changes): string => withConsumer('CommandLineEventConsumer', changes);
const script = (changes: Changes): string => withConsumer('ActiveScriptEventConsumer', changes);
const inline = (text: string, ScriptingEngine = '"JScript"'): string =>
  script({ ScriptFileName: undefined, ScriptText: text, ScriptingEngine });
const cmd = String.raw`"C:\\Windows\\System32\\cmd.exe"`;

describe.each(rulesOfContent.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test('alone speaks about its bad example, once', () => {
    const { diagnostics } = analyzing(rule.examples.bad);
    // Of __EventConsumer the general rule about abstract classes speaks as well.
    const found = diagnostics.filter((diagnostic) => diagnostic.rule !== 'abstract-instance');
    expect(found.map((diagnostic) => diagnostic.rule)).toEqual([name]);
  });
});

describe('one mistake has one finding', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a program out of the event',
      commandLine({
        ExecutablePath: undefined,
        CommandLineTemplate: '"%TargetInstance.PathName% -x"',
      }),
      ['cmdline-module-from-event: %TargetInstance.PathName%'],
    ],
    [
      'no ExecutablePath and a path with spaces',
      commandLine({
        ExecutablePath: undefined,
        CommandLineTemplate: String.raw`"C:\\Program Files\\V\\a.exe -x"`,
      }),
      [String.raw`cmdline-executable-path-missing: C:\\Program`],
    ],
    [
      'a path with spaces in the command line only',
      commandLine({ CommandLineTemplate: String.raw`"C:\\Program Files\\Sample\\report.exe -x"` }),
      [String.raw`cmdline-unquoted-spaces: C:\\Program Files\\Sample\\report.exe`],
    ],
    [
      'two words that are joined',
      commandLine({
        ExecutablePath: undefined,
        CommandLineTemplate: String.raw`"C:\\Windows\\System32\\cscript.exe" "C:\\Scripts\\a.js"`,
      }),
      [
        String.raw`cmdline-join-missing-space: "C:\\Windows\\System32\\cscript.exe" "C:\\Scripts\\a.js"`,
        String.raw`cmdline-executable-path-missing: C:\\Windows\\System32\\cscript.exe" "C:\\Scripts\\a.js`,
      ],
    ],
    [
      'a batch file',
      commandLine({
        ExecutablePath: undefined,
        CommandLineTemplate: String.raw`"C:\\Program Files\\a.bat"`,
      }),
      [],
    ],
    [
      'a batch file in quotation marks',
      commandLine({
        ExecutablePath: undefined,
        CommandLineTemplate: String.raw`"\"C:\\Program Files\\V\\a.bat\""`,
      }),
      [String.raw`cmdline-batch-file: \"C:\\Program Files\\V\\a.bat\"`],
    ],
    [
      'a name without folder and extension',
      commandLine({ ExecutablePath: '"cmd"', CommandLineTemplate: '"cmd /c exit"' }),
      ['cmdline-missing-extension: cmd'],
    ],
    [
      'a name without folder',
      commandLine({ ExecutablePath: '"cmd.exe"', CommandLineTemplate: '"cmd.exe /c exit"' }),
      ['cmdline-relative-executable: "cmd.exe"'],
    ],
    [
      'a variable in ExecutablePath',
      commandLine({
        ExecutablePath: String.raw`"%SystemRoot%\\System32\\cmd.exe"`,
        CommandLineTemplate: '"cmd.exe /c exit"',
      }),
      [String.raw`cmdline-relative-executable: "%SystemRoot%\\System32\\cmd.exe"`],
    ],
    [
      'a forgotten comma',
      withConsumer('NTEventLogEventConsumer', {
        NumberOfInsertionStrings: '2',
        InsertionStringTemplates: '{"a" "b"}',
      }),
      ['ntlog-joined-insertion-strings: "a" "b"'],
    ],
    [
      'a misspelt property',
      commandLine({
        ExecutablePath: undefined,
        CommandLineTemplate: undefined,
        Commandline: '"cmd.exe /c exit"',
      }),
      ['consumer-unknown-property: Commandline'],
    ],
    [
      'an engine under another name',
      script({ ScriptingEngine: undefined, Language: '"JScript"' }),
      ['consumer-unknown-property: Language'],
    ],
    [
      'an abstract class',
      sampleSubscription({
        consumer: 'instance of __EventConsumer as $Consumer { };',
        binding: '',
      }),
      ['consumer-base-instantiated: __EventConsumer'],
    ],
    [
      'a program that anybody can replace, twice',
      commandLine({
        ExecutablePath: String.raw`"C:\\Temp\\a.exe"`,
        CommandLineTemplate: String.raw`"C:\\Temp\\A.exe -x"`,
      }),
      [String.raw`cmdline-insecure-executable: "C:\\Temp\\a.exe"`],
    ],
    [
      'output for a folder that others write to',
      commandLine({
        ExecutablePath: cmd,
        CommandLineTemplate: String.raw`"cmd.exe /c a 2>&1 > \"C:\\Temp\\a b.txt\" & b >>C:\\b.txt"`,
      }),
      [
        String.raw`cmdline-insecure-output: \"C:\\Temp\\a b.txt\"`,
        String.raw`cmdline-insecure-output: C:\\b.txt`,
      ],
    ],
    [
      'output for a folder of a vendor, for nobody and for the screen',
      commandLine({
        ExecutablePath: cmd,
        CommandLineTemplate: String.raw`"cmd.exe /c a > C:\\ProgramData\\V\\a.txt & b > NUL & echo ^> C:\\b.txt"`,
      }),
      [],
    ],
    [
      'a path whose backslashes turned into a tab and more, which is one mistake',
      commandLine({
        ExecutablePath: String.raw`"C:\tools\x.exe"`,
        CommandLineTemplate: '"x.exe"',
      }),
      [String.raw`path-bad-escape: "C:\tools\x.exe"`],
    ],
    [
      'a folder whose backslash turned into a line end',
      commandLine({ WorkingDirectory: String.raw`"C:\new"` }),
      [String.raw`path-bad-escape: "C:\new"`],
    ],
    [
      'a command with a path that has a tab',
      commandLine({
        ExecutablePath: cmd,
        CommandLineTemplate: String.raw`"cmd.exe /c dir C:\t\one /b & dir C:\nand so on"`,
      }),
      [String.raw`path-bad-escape: C:\t\one`],
    ],
  ])('%s', (what, text, expected) => {
    if (what === 'a batch file') expect(said(text)).toHaveLength(1);
    else expect(said(text).filter((line) => !line.startsWith('filter-unbound'))).toEqual(expected);
  });
});

describe('a finding in a string', () => {
  test('underlines through escapes', () => {
    expect(
      underlinedBy(
        'cmdline-event-data-in-shell',
        commandLine({
          ExecutablePath: cmd,
          CommandLineTemplate: String.raw`"cmd.exe /c echo \x41\\ %TargetInstance.Name% >> C:\\x"`,
        }),
      ),
    ).toEqual(['%TargetInstance.Name%']);
  });

  test('underlines across adjacent literals', () => {
    const text = inline(String.raw`"new ActiveXObject(\"WScript.Shell\")" ".Ru" "n(\"a.exe\");"`);
    expect(underlinedBy('script-suspicious-content', text)).toEqual([
      String.raw`.Ru" "n(\"a.exe\"`,
    ]);
  });

  test('underlines the decoded command where it is encoded', () => {
    const text = commandLine({
      ExecutablePath: cmd,
      CommandLineTemplate: '"cmd.exe /c powershell -NoP -e RwBlAHQALQBE" "AGEAdABlAA== & exit"',
    });
    const finding = only(findingsOf('cmdline-suspicious-content', text));
    expect(text.slice(finding.start, finding.end)).toBe('RwBlAHQALQBE" "AGEAdABlAA==');
    expect(finding.message).toContain('that reads "Get-Date"');
  });

  test('names the password by its place and not in the message', () => {
    const text = commandLine({
      ExecutablePath: cmd,
      CommandLineTemplate: String.raw`"cmd.exe /c net use \\\\s\\x Wint\x0065r24 /user:alice"`,
    });
    const finding = only(findingsOf('clear-text-password', text));
    expect(text.slice(finding.start, finding.end)).toBe(String.raw`Wint\x0065r24`);
    expect(finding.message).not.toContain('Winter24');
  });

  test('is not there where a macro is part of the string', () => {
    expect(said(commandLine({ CommandLineTemplate: 'PROGRAM "C:\\Temp\\a.exe"' }))).toEqual([]);
  });
});

describe('event data in a shell', () => {
  const inShell = (template: string): readonly string[] =>
    underlinedBy(
      'cmdline-event-data-in-shell',
      commandLine({ ExecutablePath: cmd, CommandLineTemplate: template }),
    );

  test.each([
    ['"cmd.exe /c echo %TargetInstance.Name% & %TargetInstance.State%"', ['%TargetInstance.Name%']],
    ['"cmd.exe /c powershell -c x %TargetInstance.Name%"', ['%TargetInstance.Name%']],
    ['"cmd.exe /c echo %TargetInstance.ProcessId% %TargetInstance.Handle%"', []],
    ['"cmd.exe /c echo %ExitStatus% %NumFirings% %NumberOfEvents% %TIME_CREATED%"', []],
    // A number in one class of Windows, text in another.
    ['"cmd.exe /c echo %TargetInstance.Type%"', ['%TargetInstance.Type%']],
    ['"cmd.exe /c echo %COMPUTERNAME%"', []],
    [String.raw`"cmd.exe /c echo \"%TargetInstance.Name%\""`, []],
    ['"cmd.exe %TargetInstance.Name%"', []],
  ])('in %s is %j', (template, expected) => {
    expect(inShell(template)).toEqual(expected);
  });

  test('shows all of it', () => {
    const text = commandLine({
      ExecutablePath: cmd,
      CommandLineTemplate: '"cmd.exe /c echo %TargetInstance.Name% %TargetInstance.State%"',
    });
    const { related } = only(findingsOf('cmdline-event-data-in-shell', text));
    expect(related.map(({ start, end }) => text.slice(start, end))).toEqual([
      '%TargetInstance.State%',
    ]);
  });
});

describe('a script', () => {
  test.each<[string, string, readonly string[]]>([
    ['WScript in a comment', inline('"// WScript.Echo(1)"'), []],
    ['the WScript object', inline('"x = 1; WScript.Echo(x)"'), ['script-wscript-object: WScript']],
    ['a dialog', inline(String.raw`"MsgBox \"MsgBox\""`, '"VBScript"'), ['script-msgbox: MsgBox']],
    [
      'JScript for VBScript',
      inline('"var x = 1"', '"VBScript"'),
      ['script-language-mismatch: var x ='],
    ],
    ['a foreign engine', inline('"var x = 1"', '"PerlScript"'), []],
    [
      'a path on the drive',
      script({ ScriptFileName: '"C:\\\\a.js"' }),
      ['script-file-insecure-location: "C:\\\\a.js"'],
    ],
    ['a relative path', script({ ScriptFileName: '"a.js"' }), ['script-file-not-absolute: "a.js"']],
    [
      'a path with a tab',
      script({ ScriptFileName: '"C:\\tools\\a.js"' }),
      ['path-bad-escape: "C:\\tools\\a.js"'],
    ],
    ['a script yet to be named', script({ ScriptFileName: '"$path"' }), []],
    [
      'no script',
      script({ ScriptFileName: undefined }),
      ['script-source-none: ActiveScriptEventConsumer'],
    ],
    [
      'NULL for both',
      script({ ScriptFileName: 'NULL', ScriptText: 'NULL' }),
      ['script-source-none: ActiveScriptEventConsumer'],
    ],
    [
      'text and file',
      script({ ScriptText: '"x = 1"' }),
      ['script-source-both: ScriptText = "x = 1";'],
    ],
    ['a timeout of 0', script({ KillTimeout: '0' }), ['script-kill-timeout-zero: 0']],
    ['a timeout in a string', script({ KillTimeout: '"60"' }), []],
    ['another computer', script({ MachineName: '"SRV"' }), ['consumer-machine-name: "SRV"']],
    ['this computer', script({ MachineName: '"."' }), []],
  ])('with %s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('other consumers', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a log in the root',
      withConsumer('LogFileEventConsumer', { Filename: '"c:\\\\a.log"' }),
      ['logfile-insecure-directory: "c:\\\\a.log"'],
    ],
    [
      'a log whose path has a tab',
      withConsumer('LogFileEventConsumer', { Filename: '"C:\\temp\\\\a.log"' }),
      ['path-bad-escape: "C:\\temp\\\\a.log"'],
    ],
    [
      'a log on a share',
      withConsumer('LogFileEventConsumer', { Filename: '"\\\\\\\\s\\\\x\\\\a.log"' }),
      [],
    ],
    [
      'a wrong type of event',
      withConsumer('NTEventLogEventConsumer', { EventType: '3' }),
      ['ntlog-event-type: 3'],
    ],
    [
      'a colon',
      withConsumer('NTEventLogEventConsumer', { SourceName: '"My:App"' }),
      ['ntlog-source-colon: :'],
    ],
    [
      'a recipient from the event',
      withConsumer('SMTPEventConsumer', { CcLine: '"a@b; %TargetInstance.Name%"' }),
      ['smtp-template-recipient: %TargetInstance.Name%'],
    ],
    [
      'letters that are not ASCII',
      withConsumer('SMTPEventConsumer', { Subject: '"F\\x00fcllstand"' }),
      ['smtp-non-ascii: \\x00fc'],
    ],
    [
      'a number that is text',
      withConsumer('NTEventLogEventConsumer', { Category: '"one"' }),
      ['consumer-property-type: "one"'],
    ],
    [
      'text that is a number',
      withConsumer('NTEventLogEventConsumer', { SourceName: '5' }),
      ['consumer-property-type: 5'],
    ],
    [
      'a boolean that is text',
      commandLine({ UseDefaultErrorMode: '"maybe"' }),
      ['consumer-property-type: "maybe"'],
    ],
  ])('with %s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('a consumer and its class', () => {
  const inCimv2 = String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")`;
  const clone =
    'class LogFileEventConsumer : __EventConsumer { [key] string Name; string Filename; string Text; };';

  test('in the wrong namespace has one finding, unless the class is declared there', () => {
    const consumer = sampleConsumerOf('LogFileEventConsumer');
    expect(said(sampleSubscription({ pragmas: inCimv2, consumer }))).toEqual([
      'consumer-wrong-namespace: LogFileEventConsumer',
    ]);
    expect(said(sampleSubscription({ pragmas: `${inCimv2}\n${clone}`, consumer }))).toEqual([
      'consumer-class-cloned: LogFileEventConsumer',
    ]);
  });

  test('of the default namespace is a matter of mofcomp', () => {
    const text = sampleSubscription({ pragmas: '' });
    expect(said(text)).toEqual([]);
    expect(said(clone)).toEqual([]);
  });

  test('under the class of another provider', () => {
    const text = String.raw`${inCimv2}
instance of __Win32Provider as $P { Name = "P"; CLSID = "{266C72E7-62E8-11D1-AD89-00C04FD8FDFF}"; };
class Mine : __EventConsumer { [key] string Name; };
instance of __EventConsumerProviderRegistration { Provider = $P; ConsumerClassNames = {"Mine"}; };
`;
    const finding = only(findingsOf('consumer-class-cloned', text));
    expect(text.slice(finding.start, finding.end)).toBe('"{266C72E7-62E8-11D1-AD89-00C04FD8FDFF}"');
    expect(finding.related).toHaveLength(1);
  });

  test('that derives from a standard one may have defaults and properties of its own', () => {
    const derived = sampleConsumerOf('CommandLineEventConsumer', {
      ExecutablePath: undefined,
      CommandLineTemplate: undefined,
      Extra: '1',
    }).replace('CommandLineEventConsumer', 'Mine');
    const declaration =
      'class Mine : CommandLineEventConsumer { string ExecutablePath = "x"; uint32 Extra; };';
    expect(said(sampleSubscription({ consumer: `${declaration}\n${derived}` }))).toEqual([]);
  });

  test.each<[string, Changes, readonly string[]]>([
    ['a number for a text', { WorkingDirectory: '5' }, ['consumer-property-type: 5']],
    ['a text for a number', { Priority: '"high"' }, ['consumer-property-type: "high"']],
    ['a number that is too large', { XSize: '-1' }, ['numeric-out-of-range: -1']],
    ['several values for one', { Priority: '{32}' }, ['array-initializer-on-scalar: {32}']],
    ['a name that no class has', { FillAttributes: '7' }, ['property-unknown: FillAttributes']],
    ['a property of its own', { Extra: '"x"' }, ['property-type: "x"']],
    ['no KillTimeout', { KillTimeout: undefined }, ['cmdline-kill-timeout-zero: Mine']],
    ['no Name', { Name: undefined }, ['consumer-missing-name: Mine']],
    [
      'nothing to start',
      { ExecutablePath: undefined, CommandLineTemplate: undefined },
      ['cmdline-no-executable: Mine'],
    ],
    [
      'a path under a name that people write for it',
      {
        ExecutablePath: undefined,
        Executable: String.raw`"C:\\Program Files\\Sample\\report.exe"`,
      },
      ['property-unknown: Executable'],
    ],
  ])('that derives from a standard one is checked like it: %s', (_, changes, expected) => {
    const declaration = 'class Mine : CommandLineEventConsumer { uint32 Extra; };';
    const derived = sampleConsumerOf('CommandLineEventConsumer', changes).replace(
      'CommandLineEventConsumer',
      'Mine',
    );
    expect(everything(sampleSubscription({ consumer: `${declaration}\n${derived}` }))).toEqual(
      expected,
    );
  });

  test.each<[string, Changes, readonly string[]]>([
    ['a text for a number', { EventID: '"x"' }, ['property-type: "x"']],
    ['a property that it leaves out', { Category: '7' }, ['property-unknown: Category']],
    ['no value where it has a default', { SourceName: undefined }, []],
    ['no value for what it leaves out', {}, []],
  ])('that is declared anew is checked by that declaration: %s', (_, changes, expected) => {
    const declaration = `class NTEventLogEventConsumer : __EventConsumer
{
  [key] string Name;
  string SourceName = "Sample";
  uint32 EventID;
};`;
    const consumer = sampleConsumerOf('NTEventLogEventConsumer', {
      EventType: undefined,
      NumberOfInsertionStrings: undefined,
      InsertionStringTemplates: undefined,
      ...changes,
    });
    expect(everything(sampleSubscription({ consumer: `${declaration}\n${consumer}` }))).toEqual(
      expected,
    );
  });

  test.each([
    ['uint32 KillTimeout = 0;', ['cmdline-kill-timeout-zero: Mine']],
    ['uint32 KillTimeout = 60;', []],
  ])('that derives from a standard one has its default: %s', (property, expected) => {
    const derived = sampleConsumerOf('CommandLineEventConsumer', { KillTimeout: undefined });
    const consumer = `class Mine : CommandLineEventConsumer { ${property} };\n${derived.replace('CommandLineEventConsumer', 'Mine')}`;
    expect(everything(sampleSubscription({ consumer }))).toEqual(expected);
  });

  test('under a wrong name is offered the right one in a derived class too', () => {
    const text = sampleSubscription({
      consumer: `class Mine : CommandLineEventConsumer { };\n${sampleConsumerOf(
        'CommandLineEventConsumer',
        { KillTimeout: undefined, Timeout: '60' },
      ).replace('CommandLineEventConsumer', 'Mine')}`,
    });
    const finding = only(findingsOf('property-unknown', text));
    expect(fixed(text, finding.fixes[0])).toContain('KillTimeout = 60;');
  });

  test('is not called unbound where a binding may lead to it', () => {
    const lost = sampleSubscription().replace(
      '$Consumer;',
      '"NTEventLogEventConsumer.Name=\\"Other\\"";',
    );
    expect(underlinedBy('consumer-unbound', lost)).toEqual([]);
    expect(underlinedBy('filter-unbound', lost)).toEqual([]);
    const event5861 = sampleSubscription({ binding: '// Perm. Consumer:' });
    expect(underlinedBy('consumer-unbound', event5861)).toEqual([]);
  });

  test('is not called unbound where another of its name is bound', () => {
    const twice = `${sampleConsumer}\n\n${sampleConsumer.replace(' as $Consumer', '')}`;
    const text = sampleSubscription({ consumer: twice });
    expect(underlinedBy('consumer-duplicate-name', text)).toHaveLength(1);
    expect(underlinedBy('consumer-unbound', text)).toEqual([]);
  });

  test('is not called unbound when the file is given and included too', () => {
    const files = {
      'main.mof': `#include ("consumer.mof")\n${sampleSubscription({ consumer: '' })}`,
      'consumer.mof': sampleSubscription({ filter: '', binding: '' }),
    };
    expect(underlinedBy('consumer-unbound', files)).toEqual([]);
  });

  test('says whose place the second of a name takes', () => {
    const consumer = sampleConsumerOf('LogFileEventConsumer');
    const second = consumer.replace('$Consumer', '$Second').replace('Sample', 'Other');
    const text = sampleSubscription({ consumer: `${consumer}\n${second}` });
    const finding = only(findingsOf('consumer-duplicate-name', text));
    expect(finding.start).toBeGreaterThan(finding.related[0]?.start ?? Infinity);
    expect(text.slice(finding.start, finding.end)).toBe('"Service Consumer"');
  });
});

describe('a fix', () => {
  test.each<[string, string, number]>([
    [
      'cmdline-unquoted-spaces',
      commandLine({ CommandLineTemplate: String.raw`"C:\\Program Files\\Sample\\report.exe -x"` }),
      0,
    ],
    ['cmdline-argv0-missing', commandLine({ CommandLineTemplate: '"-x"' }), 0],
    [
      'cmdline-join-missing-space',
      commandLine({
        CommandLineTemplate: String.raw`"\"C:\\Program Files\\Sample\\report.exe\"" "-x"`,
      }),
      0,
    ],
    [
      'cmdline-executable-path-missing',
      commandLine({ ExecutablePath: undefined, CommandLineTemplate: '"cmd.exe /c exit"' }),
      0,
    ],
    [
      'cmdline-relative-executable',
      commandLine({ ExecutablePath: '"cmd.exe"', CommandLineTemplate: '"cmd.exe /c exit"' }),
      0,
    ],
    ['cmdline-kill-timeout-zero', commandLine({ KillTimeout: undefined }), 0],
    ['cmdline-run-interactively', commandLine({ RunInteractively: 'TRUE' }), 0],
    [
      'ntlog-insertion-count',
      withConsumer('NTEventLogEventConsumer', { NumberOfInsertionStrings: '3' }),
      0,
    ],
    [
      'ntlog-joined-insertion-strings',
      withConsumer('NTEventLogEventConsumer', {
        NumberOfInsertionStrings: '2',
        InsertionStringTemplates: '{"a" "b"}',
      }),
      0,
    ],
    ['script-source-both', script({ ScriptText: '"x = 1"' }), 0],
    ['script-source-both', script({ ScriptText: '"x = 1"' }), 1],
    ['script-engine-missing', script({ ScriptingEngine: undefined }), 0],
    ['consumer-unknown-property', commandLine({ FillAttributes: '7' }), 0],
    [
      'template-unbalanced-percent',
      withConsumer('LogFileEventConsumer', { Text: '"80% of %TargetInstance.Name%"' }),
      0,
    ],
    ['template-unknown-property', withConsumer('LogFileEventConsumer', { Text: '"a %Name%"' }), 0],
    [
      'template-environment-variable',
      withConsumer('LogFileEventConsumer', { Text: '"%SystemRoot%"' }),
      0,
    ],
  ])('of %s leaves nothing to say', (rule, text, index) => {
    const finding = only(findingsOf(rule, text));
    expect(said(fixed(text, finding.fixes[index]))).toEqual([]);
  });
});

describe('a text that is too long', () => {
  const long = (length: number): string => 'x'.repeat(length);

  test.each<[string, StandardConsumerClass, Changes, number]>([
    [
      'a command line',
      'CommandLineEventConsumer',
      { CommandLineTemplate: `"a.exe ${long(32_763)}"` },
      1,
    ],
    [
      'a command line that fits',
      'CommandLineEventConsumer',
      { CommandLineTemplate: `"a.exe ${long(32_762)}"` },
      0,
    ],
    [
      'a command line without its template parts',
      'CommandLineEventConsumer',
      { CommandLineTemplate: `"a.exe ${long(32_760)} %Name%%%"` },
      0,
    ],
    [
      'a program',
      'CommandLineEventConsumer',
      { ExecutablePath: undefined, CommandLineTemplate: `"C:\\\\${long(258)} x"` },
      1,
    ],
    [
      'a program that fits',
      'CommandLineEventConsumer',
      { ExecutablePath: undefined, CommandLineTemplate: `"C:\\\\${long(257)} x"` },
      0,
    ],
    [
      'a program with a path of its own',
      'CommandLineEventConsumer',
      { CommandLineTemplate: `"C:\\\\${long(300)} x"` },
      0,
    ],
    [
      'an insertion string',
      'NTEventLogEventConsumer',
      { InsertionStringTemplates: `{"a", "${long(31_840)}"}` },
      1,
    ],
    [
      'an insertion string that fits',
      'NTEventLogEventConsumer',
      { InsertionStringTemplates: `{"${long(31_839)}"}` },
      0,
    ],
  ])('is reported where it is one: %s', (_, className, changes, count) => {
    expect(underlinedBy('consumer-text-too-long', withConsumer(className, changes))).toHaveLength(
      count,
    );
  });

  test('is underlined where it goes on too long, through literals', () => {
    const text = commandLine({ CommandLineTemplate: `"a.exe ${long(32_760)}" "xy\\x7a!"` });
    expect(underlinedBy('consumer-text-too-long', text)).toEqual(['\\x7a!']);
  });

  test('is underlined as a program, and nothing else is said of it', () => {
    const text = commandLine({
      ExecutablePath: undefined,
      CommandLineTemplate: `"\\"C:\\\\Program Files\\\\${long(260)}.exe\\" /x"`,
    });
    expect(said(text)).toEqual([
      `consumer-text-too-long: \\"C:\\\\Program Files\\\\${long(260)}.exe\\"`,
    ]);
  });
});

test.each([
  ['"Security"', ['"Security"']],
  ['"security "', ['"security "']],
  ['"Security Center"', []],
])('ntlog-security-log about %s: %j', (SourceName, expected) => {
  const text = withConsumer('NTEventLogEventConsumer', { SourceName });
  expect(underlinedBy('ntlog-security-log', text)).toEqual(expected);
});

test.each([
  ['instance of ScriptingStandardConsumerSetting { Timeout = 71001; };', ['71001']],
  ['instance of scriptingstandardconsumersetting { timeout = 71000; };', []],
  ['instance of Other { Timeout = 71001; };', []],
])('script-setting-timeout about %s: %j', (text, expected) => {
  expect(underlinedBy('script-setting-timeout', text)).toEqual(expected);
});
