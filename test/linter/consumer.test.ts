import { describe, expect, test } from 'vitest';
import type { StandardConsumerClass } from '../../src/compiler/model.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Changes, sampleConsumerOf } from '../../src/linter/consumer-samples.ts';
import { rules } from '../../src/linter/registry.ts';
import { sampleSubscription } from '../../src/linter/samples.ts';
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
    ['"cmd.exe /c echo %TargetInstance.ProcessId%"', []],
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
