import { describe, expect, test } from 'vitest';
import { decodeBase64, decodeUtf16Base64 } from '../../src/consumers/base64.ts';
import { readPowerShell } from '../../src/consumers/powershell.ts';
import { wordsOf } from '../../src/consumers/words.ts';

const encode = (text: string): string => Buffer.from(text, 'utf16le').toString('base64');
const read = (line: string): ReturnType<typeof readPowerShell> =>
  readPowerShell(wordsOf(line), line.length);

describe('base64', () => {
  test.each([[''], ['a'], ['ab'], ['abc'], ['The quick brown fox']])('of %j comes back', (text) => {
    const bytes = decodeBase64(Buffer.from(text).toString('base64'));
    expect(Buffer.from(bytes ?? []).toString()).toBe(text);
  });

  test('may lack its padding, and nothing else', () => {
    expect(decodeUtf16Base64(encode('Get-Date').replaceAll('=', ''))).toBe('Get-Date');
    expect(decodeBase64('a-b_')).toBeUndefined();
    expect(decodeBase64('abcde')).toBeUndefined();
  });

  test('that is no text in UTF-16 is not taken for some', () => {
    expect(
      decodeUtf16Base64(Buffer.from([1, 200, 3, 250, 9, 180]).toString('base64')),
    ).toBeUndefined();
    expect(decodeUtf16Base64('BASE64PAYLOAD')).toBeUndefined();
  });
});

describe('a switch of PowerShell', () => {
  test.each([
    ['-EncodedCommand'],
    ['-encodedcommand'],
    ['-enc'],
    ['-e'],
    ['-ec'],
    ['/en'],
    ['–e'],
    ['--encod'],
  ])('%s takes an encoded command', (name) => {
    const { payload } = read(`-nop ${name} ${encode('Get-Date')}`);
    expect(payload).toMatchObject({ kind: 'encoded', decoded: 'Get-Date' });
  });

  test.each([
    [
      '-ex bypass -w hidden -nop -noni -c x',
      ['executionpolicy', 'windowstyle', 'noprofile', 'noninteractive', 'command'],
    ],
    ['-ep Bypass -sta -File a.ps1', ['executionpolicy', 'sta', 'file']],
    ['-WindowStyle', ['windowstyle']],
  ])('in %j is told by its beginning', (line, names) => {
    expect(read(line).switches.map(({ name }) => name)).toEqual(names);
  });
});

describe('what PowerShell runs', () => {
  test.each([
    ['-Command Get-Date; exit', 'command'],
    ['Get-Date', 'command'],
    ['-File a.ps1 -x', 'file'],
    ['-File', 'none'],
    ['-e', 'none'],
    ['-NoProfile', 'none'],
    ['', 'none'],
  ])('by %j is a %s', (line, kind) => {
    expect(read(line).payload.kind).toBe(kind);
  });
});
