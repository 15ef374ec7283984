import { describe, expect, test } from 'vitest';
import {
  isEnvironmentVariable,
  parseTemplate,
  propertiesIn,
  shortestLength,
} from '../../src/consumers/templates.ts';

describe('a template', () => {
  test.each<[string, readonly string[]]>([
    ['plain text', []],
    ['%Name%', ['property %Name%']],
    [
      '%TargetInstance.Name% of %__CLASS%',
      ['property %TargetInstance.Name%', 'property %__CLASS%'],
    ],
    ['100%% of %A%', ['percent %%', 'property %A%']],
    ['80% full', ['lone-percent %']],
    ['50% of %A%', ['lone-percent %', 'property %A%']],
    ['a%20b%20c', ['lone-percent %', 'lone-percent %']],
    ['%A', ['lone-percent %']],
    ['%%%A%', ['percent %%', 'property %A%']],
    ['%A..B%', ['lone-percent %', 'lone-percent %']],
    ['%', ['lone-percent %']],
  ])('%j has the parts %j', (text, expected) => {
    const parts = parseTemplate(text).map(
      ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
    );
    expect(parts).toEqual(expected);
  });

  test('knows which properties stand between double quotation marks', () => {
    const properties = propertiesIn('"%A%" %B% "x" \'%C%\' "%D%');
    expect(properties.map(({ path, quoted }) => [path.join('.'), quoted])).toEqual([
      ['A', true],
      ['B', false],
      ['C', false],
      ['D', true],
    ]);
  });
});

test('variables of the environment are known in any case', () => {
  expect(['SYSTEMROOT', 'temp', 'ProcessName'].map(isEnvironmentVariable)).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  ['', 0],
  ['plain', 5],
  ['a %Name% b', 4],
  ['100%%', 4],
  ['80% %A.B%%', 5],
])('%j is at least %i long', (text, length) => {
  expect(shortestLength(text)).toBe(length);
});
