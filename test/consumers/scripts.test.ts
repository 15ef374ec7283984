import { describe, expect, test } from 'vitest';
import {
  deedsOfScript,
  dialogsIn,
  hostObjectsIn,
  languageOf,
  mismatchOf,
  readScript,
  type ScriptLanguage,
} from '../../src/consumers/scripts.ts';

describe('a script', () => {
  test.each<[ScriptLanguage, string, string]>([
    ['vbscript', 'x = "a ""b"" c" \' note', `x = "${' '.repeat(9)}"${' '.repeat(7)}`],
    ['vbscript', 'rem all of it\nx = 1', '             \nx = 1'],
    ['vbscript', 'x = "open\ny = 2', 'x = "    \ny = 2'],
    ['vbscript', 'premium = 1', 'premium = 1'],
    ['jscript', 'x = "a\\"b"; // note', 'x = "    ";        '],
    ['jscript', "x = 'a'; /* b\nc */ y", "x = ' ';     \n     y"],
    ['jscript', 'x = "http://a"', 'x = "        "'],
    ['jscript', '/* open', '       '],
  ])('in %s: the code of %j', (language, text, code) => {
    expect(readScript(text, language).code).toBe(code);
  });

  test('has strings without their marks', () => {
    expect(readScript('a("x"); b(\'y\')', 'jscript').strings.map(({ text }) => text)).toEqual([
      'x',
      'y',
    ]);
  });
});

test.each<[string, ScriptLanguage | undefined]>([
  ['VBScript', 'vbscript'],
  [' jscript ', 'jscript'],
  ['JavaScript', 'jscript'],
  ['PerlScript', undefined],
])('the engine %j runs %s', (engine, language) => {
  expect(languageOf(engine)).toBe(language);
});

describe('a script in the wrong language', () => {
  test.each<[ScriptLanguage, string, string | undefined]>([
    ['vbscript', 'Set f = x.Open("a");', ';'],
    ['vbscript', 'var x = 1', 'var x ='],
    ['vbscript', 'x = "a; {b}" \' ; note', undefined],
    ['jscript', 'Dim x\nSet x = y', 'Dim x'],
    ['jscript', '  Set x = CreateObject("a")', 'Set x ='],
    ['jscript', 'var s = "Set x = 1"; // Dim x', undefined],
  ])('of %s: %j shows by %j', (language, text, seen) => {
    expect(mismatchOf(readScript(text, language), language)?.seen).toBe(seen);
  });
});

describe('the WScript object', () => {
  test.each<[ScriptLanguage, string, number]>([
    ['jscript', 'WScript.Echo(1); wscript.sleep(2)', 2],
    ['jscript', 'new ActiveXObject("WScript.Shell")', 0],
    ['vbscript', "x = 1 ' WScript.Echo", 0],
    ['vbscript', 'MyWScript.Echo 1', 0],
    ['vbscript', 'WScript .Quit', 1],
  ])('in %s: %j has it %d times', (language, text, count) => {
    expect(hostObjectsIn(readScript(text, language))).toHaveLength(count);
  });
});

test('dialogs are calls, and not names in strings', () => {
  const count = (text: string, language: ScriptLanguage): number =>
    dialogsIn(readScript(text, language), language).length;
  expect(count('MsgBox "MsgBox"\nInputBox "x"', 'vbscript')).toBe(2);
  expect(count('shell.Popup("x")', 'jscript')).toBe(1);
  expect(count('MsgBox = 1', 'jscript')).toBe(0);
});

describe('what a script does', () => {
  const deeds = (text: string, language: ScriptLanguage): readonly string[] =>
    deedsOfScript(readScript(text, language)).map(
      ({ does, start, end }) => `${does}: ${text.slice(start, end)}`,
    );

  test.each<[ScriptLanguage, string, readonly string[]]>([
    [
      'jscript',
      'new ActiveXObject("WScript.Shell").Run("a.exe");',
      ['starts "a.exe": .Run("a.exe"'],
    ],
    [
      'vbscript',
      'Set s = CreateObject("Wscript.Shell")\ns.Run "net user a b /add"',
      [
        'starts "net user a b /add": .Run "net user a b /add"',
        'adds an account: net user a b /add',
      ],
    ],
    [
      'jscript',
      'GetObject("script:https://a.example/x")',
      [
        'runs a scriptlet from the network (https://a.example/x): GetObject("script:https://a.example/x',
      ],
    ],
    [
      'vbscript',
      'Set x = CreateObject("MSXML2.XMLHTTP")',
      ['fetches something from the network: MSXML2.XMLHTTP'],
    ],
    [
      'jscript',
      'sv.Delete("__EventFilter.Name=\'f\'")',
      ['deletes parts of a subscription: .Delete("__EventFilter'],
    ],
    ['jscript', 'eval (x)', ['runs text as code: eval']],
    [
      'vbscript',
      'GetObject("winmgmts:").Get("Win32_Process").Create "x"',
      ['starts a process through WMI: Win32_Process").Create'],
    ],
  ])('in %s: %j', (language, text, expected) => {
    expect(deeds(text, language)).toEqual(expected);
  });

  test.each<[ScriptLanguage, string]>([
    ['vbscript', '\' CreateObject("WScript.Shell").Run "a"'],
    [
      'vbscript',
      'Set f = CreateObject("Scripting.FileSystemObject")\nf.OpenTextFile("C:\\a.log", 8)',
    ],
    ['jscript', 'job.Run("x")'],
    ['vbscript', 'connection.Execute "SELECT 1"'],
  ])('in %s: nothing worth a word in %j', (language, text) => {
    expect(deeds(text, language)).toEqual([]);
  });
});
