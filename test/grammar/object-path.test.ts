import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparableKey } from '../../grammar/object-path/comparison.ts';
import {
  parseObjectPath,
  type ObjectPath,
  type ObjectPathProblem,
} from '../../grammar/object-path/parser.ts';

function pathOf(text: string): ObjectPath {
  const result = parseObjectPath(text);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.path;
}

function problemsOf(text: string): readonly ObjectPathProblem[] {
  const result = parseObjectPath(text);
  return result.kind === 'invalid' ? result.problems : [];
}

function keysOf(path: ObjectPath): readonly (readonly [string | undefined, unknown])[] {
  return path.keys.map(({ name, value }) => [name?.text, value.value] as const);
}

describe('an object path', () => {
  test.each<
    [string, string | undefined, string | undefined, string, [string | undefined, unknown][]]
  >([
    ['__EventFilter.Name="F"', undefined, undefined, '__EventFilter', [['Name', 'F']]],
    ['__EventFilter="F"', undefined, undefined, '__EventFilter', [[undefined, 'F']]],
    ["C.Name='F'", undefined, undefined, 'C', [['Name', 'F']]],
    [
      '\\\\.\\root\\subscription:__EventFilter.Name="F"',
      '.',
      'root\\subscription',
      '__EventFilter',
      [['Name', 'F']],
    ],
    [
      '//./root/cimv2:Win32_Process.Handle="4"',
      '.',
      'root/cimv2',
      'Win32_Process',
      [['Handle', '4']],
    ],
    ['//srv.example.org/root:C.K=1', 'srv.example.org', 'root', 'C', [['K', 1n]]],
    ['root\\subscription:C.K="v"', undefined, 'root\\subscription', 'C', [['K', 'v']]],
    ['\\root\\x:C.K="v"', undefined, 'root\\x', 'C', [['K', 'v']]],
    [
      'C.A="x",B=-7,C=0x1F,D=TRUE,E=false',
      undefined,
      undefined,
      'C',
      [
        ['A', 'x'],
        ['B', -7n],
        ['C', 31n],
        ['D', true],
        ['E', false],
      ],
    ],
    ['C.Name="a\\"b\\\\c"', undefined, undefined, 'C', [['Name', 'a"b\\c']]],
    ["C.Name='it\\'s \"so\"'", undefined, undefined, 'C', [['Name', 'it\'s "so"']]],
    ['C.Name="c:\\temp"', undefined, undefined, 'C', [['Name', 'c:\\temp']]],
    ['C.Name="a b, c=d"', undefined, undefined, 'C', [['Name', 'a b, c=d']]],
    [
      '__FilterToConsumerBinding.Consumer="LogFileEventConsumer.Name=\\"c\\"",Filter="__EventFilter.Name=\\"f\\""',
      undefined,
      undefined,
      '__FilterToConsumerBinding',
      [
        ['Consumer', 'LogFileEventConsumer.Name="c"'],
        ['Filter', '__EventFilter.Name="f"'],
      ],
    ],
  ])('%s', (text, server, namespace, className, keys) => {
    const path = pathOf(text);
    expect(path.kind).toBe('instance');
    expect([path.server?.text, path.namespace?.text, path.className.text]).toEqual([
      server,
      namespace,
      className,
    ]);
    expect(keysOf(path)).toEqual(keys);
  });

  test('names a class when it stops there', () => {
    expect(pathOf('root\\cimv2:Win32_Process').kind).toBe('class');
  });

  test('names the only instance of a singleton by =@', () => {
    expect(pathOf('__ArbitratorConfiguration=@')).toMatchObject({ kind: 'singleton', keys: [] });
  });

  test('knows where each element stands', () => {
    const text = '\\\\.\\root\\x:Class.Key="v",K2=1';
    const path = pathOf(text);
    const parts = [path.server, path.namespace, path.className, ...path.keys, path.keys[0]?.value];
    expect(parts.map((part) => text.slice(part?.start, part?.end))).toEqual([
      '.',
      'root\\x',
      'Class',
      'Key="v"',
      'K2=1',
      '"v"',
    ]);
  });
});

describe('what is no object path', () => {
  test.each<[string, string, string]>([
    ['', '', 'empty'],
    ['__EventFilter.Name=F', 'F', 'quotation marks'],
    ['__EventFilter.Name="F', '"F', 'no closing quotation mark'],
    ['__EventFilter.Name=\\"F\\"', '\\"', 'escaped twice'],
    ['__EventFilter.Name', '', 'no value'],
    ['__EventFilter.Name=', '', 'missing'],
    ['__EventFilter.="F"', '=', 'name of a key'],
    ['.Name="F"', '.', 'name of a class'],
    ['__EventFilter.Name="F"x', 'x', 'complete before'],
    ['__EventFilter.Name="F",Name="G"', 'Name="G"', 'twice'],
    ['\\\\.\\root\\subscription', 'root\\subscription', 'namespace only'],
    ['root\\subscription', 'root\\subscription', 'namespace only'],
    ['\\\\\\root:C="v"', '\\', 'server is missing'],
    ['root\\\\x:C="v"', '\\', 'not the name of a namespace'],
    ['My-Class.K="v"', '-', 'cannot follow the class'],
  ])('%s', (text, at, why) => {
    const problem = problemsOf(text).at(-1);
    expect(text.slice(problem?.start, problem?.end)).toBe(at);
    expect(problem?.message).toContain(why);
  });

  test('white space is reported piece by piece, and removing it mends the path', () => {
    const text = '__EventFilter . Name = "F"';
    const problems = problemsOf(text);
    expect(problems.map(({ start, end, replacement }) => [start, end, replacement])).toEqual([
      [13, 14, ''],
      [15, 16, ''],
      [20, 21, ''],
      [22, 23, ''],
    ]);
    const mended = problems.reduceRight(
      (rest, { start, end, replacement }) =>
        rest.slice(0, start) + (replacement ?? '') + rest.slice(end),
      text,
    );
    expect(mended).toBe('__EventFilter.Name="F"');
  });

  test('a name without quotation marks is mended by them', () => {
    expect(problemsOf('C.Name=F')).toMatchObject([{ start: 7, end: 8, replacement: '"F"' }]);
  });

  test('no text whatever makes the parser throw, and problems stay inside the text', () => {
    const pieces = fc.constantFrom(
      '\\',
      '/',
      '.',
      ':',
      '=',
      '"',
      "'",
      ',',
      '@',
      ' ',
      'C',
      'Name',
      '1',
      '0x',
      '-',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          for (const { start, end } of problemsOf(text)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

describe('two paths are of one object', () => {
  const context = { namespace: 'root\\subscription', soleKey: 'Name' };
  const same = (a: string, b: string): boolean =>
    comparableKey(pathOf(a), context) === comparableKey(pathOf(b), context);

  test.each([
    ['__EventFilter.Name="F"', '__eventfilter.NAME="f"'],
    ['__EventFilter.Name="F"', '__EventFilter="F"'],
    ['__EventFilter.Name="F"', "__EventFilter.Name='F'"],
    ['__EventFilter.Name="F"', '\\\\.\\ROOT\\Subscription:__EventFilter.Name="F"'],
    ['__EventFilter.Name="F"', '//./root/subscription:__EventFilter.Name="F"'],
    ['C.A="1",B="2"', 'C.b="2",a="1"'],
    ['C.A=0x10', 'C.A=16'],
    ['C.Name="a\\"b"', "C.Name='a\"b'"],
  ])('%s is %s', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  test.each([
    ['__EventFilter.Name="F"', '__EventFilter.Name="G"'],
    ['__EventFilter.Name="F"', '__EventConsumer.Name="F"'],
    ['__EventFilter.Name="F"', 'root\\cimv2:__EventFilter.Name="F"'],
    ['__EventFilter.Name="F"', '\\\\srv\\root\\subscription:__EventFilter.Name="F"'],
    ['C.A="1",B="2"', 'C.A="2",B="1"'],
    ['C.A="x,B=y"', 'C.A="x",B="y"'],
    ['C', 'C=@'],
  ])('%s is not %s', (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  test('this computer may be known by its name', () => {
    const isLocalServer = (server: string): boolean => server.toUpperCase() === 'DESKTOP';
    const [here, named] = ['\\\\.\\root\\x:C="v"', '\\\\desktop\\root\\x:C="v"'].map(pathOf);
    if (here === undefined || named === undefined) throw new Error('two paths');
    expect(comparableKey(named, { isLocalServer })).toBe(comparableKey(here));
  });
});
