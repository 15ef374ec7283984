import { describe, expect, test } from 'vitest';
import { commandsOf, runnableWords, shellTexts } from '../../src/consumers/command-line.ts';
import { programWord, wordsOf } from '../../src/consumers/words.ts';

describe('the program of a command line', () => {
  test.each<[string, string | undefined]>([
    ['cmd.exe /c dir', 'cmd.exe'],
    ['  cmd.exe', 'cmd.exe'],
    ['"C:\\Program Files\\a.exe" -x', 'C:\\Program Files\\a.exe'],
    ['C:\\Program Files\\a.exe -x', 'C:\\Program'],
    ['"unclosed name', 'unclosed name'],
    ['   ', undefined],
    ['', undefined],
  ])('%j is %j', (line, program) => {
    expect(programWord(line)?.text).toBe(program);
  });
});

test.each<[string, readonly string[]]>([
  ['a b\tc', ['a', 'b', 'c']],
  ['"a b" c', ['a b', 'c']],
  ['a"b c"d', ['ab cd']],
  ['a \\"b c\\"', ['a', '"b', 'c"']],
  ['', []],
])('the words of %j are %j', (line, words) => {
  expect(wordsOf(line).map(({ text }) => text)).toEqual(words);
});

describe('the commands of a command line', () => {
  test.each<[string, string | undefined, readonly string[]]>([
    ['cmd.exe /c whoami', undefined, ['cmd', 'whoami']],
    ['cmd /d /c "a.exe & b.exe | c.exe"', undefined, ['cmd', 'a', 'b', 'c']],
    ['cmd /c echo "a & b"', undefined, ['cmd', 'echo']],
    ['cmd /cwhoami', undefined, ['cmd', 'whoami']],
    ['cmd /c cmd /c powershell -File a.ps1', undefined, ['cmd', 'cmd', 'powershell']],
    ['cmd /c call x.bat', undefined, ['cmd', 'x']],
    ['run /c whoami', 'C:\\Windows\\System32\\cmd.exe', ['cmd', 'whoami']],
    ['cmd.exe /c whoami', 'C:\\tools\\other.exe', ['other']],
    ['cmd.exe', undefined, ['cmd']],
  ])('%j with ExecutablePath %j are %j', (line, path, names) => {
    expect(commandsOf(line, path).map(({ name }) => name)).toEqual(names);
  });

  test('nest a few shells and no more', () => {
    expect(commandsOf(`${'cmd /c '.repeat(50)}whoami`).length).toBeLessThan(8);
  });
});

describe('what a shell interprets', () => {
  test.each<[string, readonly string[]]>([
    ['cmd.exe /c echo %A% > x', ['cmd.exe: echo %A% > x']],
    ['powershell -NoProfile -Command write %A%', ['PowerShell: write %A%']],
    ['powershell write %A%', ['PowerShell: write %A%']],
    ['powershell -File C:\\x.ps1 %A%', []],
    ['report.exe %A%', []],
    ['cmd /c powershell -c x %A%', ['cmd.exe: powershell -c x %A%', 'PowerShell: x %A%']],
  ])('in %j is %j', (line, expected) => {
    const texts = shellTexts(commandsOf(line)).map(
      ({ shell, start, end }) => `${shell}: ${line.slice(start, end)}`,
    );
    expect(texts).toEqual(expected);
  });
});

test('programs and scripts with complete paths are found wherever they stand', () => {
  const line = 'cmd /c "C:\\Temp\\a b.exe" & powershell -File \\\\s\\x\\y.ps1 C:\\data.txt rel.exe';
  expect(runnableWords(commandsOf(line)).map(({ text }) => text)).toEqual([
    'C:\\Temp\\a b.exe',
    '\\\\s\\x\\y.ps1',
  ]);
});
