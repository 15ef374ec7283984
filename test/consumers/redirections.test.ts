import { expect, test } from 'vitest';
import { commandsOf } from '../../src/consumers/command-line.ts';
import { redirectionTargets } from '../../src/consumers/redirections.ts';

function targets(line: string): readonly string[] {
  return redirectionTargets(line, commandsOf(line)).map(({ text }) => text);
}

test.each<[string, readonly string[]]>([
  ['cmd /c a > b', ['b']],
  ['cmd /c a>>b&c', ['b']],
  ['cmd /c a > "b c" 2> d', ['b c', 'd']],
  ['cmd /c "a > b"', ['b']],
  ['cmd /c a 2>&1', []],
  ['cmd /c a ^> b', []],
  ['cmd /c echo "a > b"', []],
  ['cmd /c (a > b) > c', ['b', 'c']],
  ['cmd /c cmd /c a > b', ['b']],
  ['cmd /c a >', []],
  ['cmd /c a > ""', ['']],
  ['report.exe > b', []],
])('%j writes to %j', (line, expected) => {
  expect(targets(line)).toEqual(expected);
});
