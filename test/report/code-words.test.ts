import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../src/report/code-words.ts';

/** A line with `⟦` and `⟧` around its code. */
function marked(line: string): string {
  return segmentsOf(line)
    .map(({ isCode, text }) => (isCode ? `⟦${text}⟧` : text))
    .join('');
}

describe('what is code in a sentence', () => {
  test.each([
    'write ⟦#pragma namespace("\\\\\\\\.\\\\root\\\\test")⟧ on the first line',
    'write ⟦#include ("file.mof")⟧.',
    'Write ⟦KillTimeout = 60;⟧, or more',
    'With ⟦=⟧ a percent sign is a percent sign',
    'as in ⟦{1, 2, 0, ...}⟧ for ⟦BUILTIN\\Administrators⟧.',
    'put ⟦[key]⟧ before it, as in ⟦[key] string Name;⟧',
    'Name those who may: ⟦D:(A;;0x80;;;BA)(A;;0x80;;;NS)⟧.',
    'write ⟦SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA "Win32_Service"⟧.',
    'write ⟦= TRUE⟧ or ⟦= FALSE⟧.',
    'PowerShell, JScript and VBScript read ⟦TargetInstance.Name⟧',
    'a ⟦uint8⟧, that is ⟦0x80⟧, or ⟦uint8[]⟧',
    'a class ends with ⟦};⟧ and not with ⟦}⟧ alone.',
    'it goes to ⟦root\\other⟧; no documentation says so',
    'such as ⟦C:\\Program Files\\Vendor⟧.',
    'The event log of ⟦\\\\SERVER1⟧ does not work',
    '⟦cmd.exe⟧ runs it. It is "publish events", as WMI says.',
    'The ACEs of a DACL name SIDs, such as ⟦S-1-5-32-544⟧.',
    'It should be ⟦#pragma DeleteInstance("instancepath", FAIL|NOFAIL)⟧.',
    'write ⟦[RequiresEncryption(TRUE)] instance of __SystemSecurity { };⟧ there',
  ])('%s', (line) => {
    expect(marked(line.replaceAll(/[⟦⟧]/g, ''))).toBe(line);
  });

  test('leaves every character where it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'aZ_\\*<>[](){}"`$%#|~@^&=;:.,! 019'.split('')), {
          maxLength: 60,
        }),
        (characters) => {
          const line = characters.join('');
          const segments = segmentsOf(line);
          expect(segments.map(({ text }) => text).join('')).toBe(line);
          expect(segments.every(({ text }) => text !== '')).toBe(true);
          expect(
            segments.filter(({ isCode }, index) => isCode && segments[index - 1]?.isCode === true),
          ).toEqual([]);
        },
      ),
    );
  });

  test.each(['"', '[', '{', '(;', '\\', 'A', '#include ', 'A.', 'a:', '='])(
    'takes no time over many %j',
    (text) => {
      const start = performance.now();
      segmentsOf(text.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
