import { describe, expect, test } from 'vitest';
import { secretsIn } from '../../src/consumers/secrets.ts';

describe('a password', () => {
  test.each([
    ['net.exe user alice Winter24 /add', 'Winter24', 'the account alice'],
    ['net user alice P@ssw0rd /add && x', 'P@ssw0rd', 'the account alice'],
    ['net use Z: \\\\s\\x Winter24 /user:d\\alice', 'Winter24', 'the account d\\alice'],
    ['net use \\\\s\\x /user:alice Winter24', 'Winter24', 'the account alice'],
    ['psexec \\\\s -u alice -p Winter24 cmd', 'Winter24', 'an account'],
    ['schtasks /create /ru alice /rp Winter24', 'Winter24', 'an account'],
    ['wmic /node:s /user:alice /password:Winter24 x', 'Winter24', 'an account'],
    ['ConvertTo-SecureString "Winter24" -AsPlainText', 'Winter24', 'a credential of PowerShell'],
    ['https://alice:Winter24@a.example/', 'Winter24', 'the account alice'],
    ['"Server=s;User=a;Password=Winter24;"', 'Winter24', 'a connection string'],
    ['strPassword = "Winter24"', 'Winter24', 'the script'],
  ])('in %j is %j of %s', (text, secret, of) => {
    const found = secretsIn(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([secret]);
    expect(found[0]?.of).toBe(of);
  });

  test.each([
    ['net user'],
    ['net user alice /add'],
    ['net user alice * /add'],
    ['net user [username] [password] /add'],
    ['net user %USER% %PASS% /add'],
    ['net user $u $p /add'],
    ['net use \\\\s\\x'],
    ['password = GetPassword()'],
    ['password = ""'],
    ['Password=***;'],
    ['-Credential $c'],
    ['the password is expired'],
    ['http://a.example:8080/x@y'],
  ])('is not in %j', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });
});
