/** Texts that nobody wrote by hand: nothing throws, every place is inside the text, and long texts take no time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, runnableWords, shellTexts } from '../../src/consumers/command-line.ts';
import { deedsOfCommandLine, deedsOfPowerShell } from '../../src/consumers/deeds.ts';
import { redirectionTargets } from '../../src/consumers/redirections.ts';
import {
  deedsOfScript,
  dialogsIn,
  hostObjectsIn,
  mismatchOf,
  readScript,
  type ScriptLanguage,
} from '../../src/consumers/scripts.ts';
import { secretsIn } from '../../src/consumers/secrets.ts';
import { parseTemplate } from '../../src/consumers/templates.ts';
import { exposureOf } from '../../src/consumers/windows-paths.ts';

const words = [
  'powershell',
  '-e',
  '-w hidden',
  'JABhAA==',
  'cmd',
  '/c',
  '&',
  '|',
  '"',
  "'",
  '\\',
  '%',
  '%%',
  '%A%',
  '.',
  '..',
  ' ',
  '\n',
  'net user',
  'net use',
  '/add',
  '\\\\a\\b',
  'password=',
  ';',
  '{',
  '<',
  '>',
  'WScript.',
  'WScript.Shell',
  '.Run(',
  'GetObject("script:',
  'http://',
  'C:\\',
  'Temp',
  '.exe',
  '//',
  '/*',
  '*/',
  'rem ',
  'Set x =',
  'eval(',
  'TVqQ',
  'a',
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join('')),
);

function spansOf(input: string): readonly { readonly start: number; readonly end: number }[] {
  const languages: readonly (ScriptLanguage | undefined)[] = ['vbscript', 'jscript', undefined];
  const commands = commandsOf(input);
  exposureOf(input);
  return [
    ...parseTemplate(input),
    ...commands,
    ...commands.flatMap(({ words }) => words),
    ...shellTexts(commands),
    ...runnableWords(commands),
    ...redirectionTargets(input, commands),
    ...deedsOfCommandLine(input),
    ...deedsOfPowerShell(input),
    ...secretsIn(input),
    ...languages.flatMap((language) => {
      const script = readScript(input, language);
      return [
        ...script.strings,
        ...deedsOfScript(script),
        ...hostObjectsIn(script),
        ...dialogsIn(script, language),
        ...(language === undefined ? [] : [mismatchOf(script, language) ?? { start: 0, end: 0 }]),
      ];
    }),
  ];
}

describe('any text', () => {
  test('is read without a throw, and every place lies in it', () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const { start, end } of spansOf(input)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(input.length);
        }
      }),
      { numRuns: 2000, examples: [[".Run('WScript.Shell"]] },
    );
  });

  test('keeps its length when a script is taken apart', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<ScriptLanguage>('vbscript', 'jscript'),
        (input, language) => {
          const { code, live } = readScript(input, language);
          expect([code.length, live.length]).toEqual([input.length, input.length]);
        },
      ),
    );
  });

  test.each([
    ...words,
    'net use \\\\',
    'net user a ',
    'psexec -p',
    'cmd /c ',
    'cmd /c a>',
    'powershell -c ',
    '.Run("x")',
    'WScript.Shell.Run("x")',
    '%a.',
    'a b',
  ])('is read in linear time: %j over and over', (part) => {
    const input = part.repeat(Math.ceil(60_000 / part.length));
    const start = performance.now();
    spansOf(input);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
