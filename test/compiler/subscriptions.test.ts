import { describe, expect, test } from 'vitest';
import type { Compilation } from '../../src/compiler/model.ts';
import { analyzing, findings, type Files, type Surroundings } from '../support/analysis.ts';
import {
  binding,
  consumer,
  filter,
  inSubscription,
  literal,
} from '../support/subscription-texts.ts';

function compiled(files: Files | string, surroundings: Surroundings = {}): Compilation {
  return analyzing(files, surroundings).compilation;
}

/** Filter and consumer of each subscription by name. */
function joined(
  files: Files | string,
): readonly (readonly [string | undefined, string | undefined])[] {
  return compiled(files).subscriptions.map(({ filter, consumer }) => [filter.name, consumer.name]);
}

function kinds(files: Files | string): readonly string[] {
  return compiled(files).bindings.flatMap(({ filter, consumer }) => [filter.kind, consumer.kind]);
}

const parts = inSubscription + filter('F', { alias: '$F' }) + consumer('C', { alias: '$C' });

describe('a subscription is joined', () => {
  test('by aliases, also before their definition and in other case', () => {
    expect(joined(inSubscription + binding('$f', '$c') + parts)).toEqual([['F', 'C']]);
  });

  test.each([
    ['a relative path', '__EventFilter.Name="F"'],
    ['single quotation marks', "__EventFilter.Name='F'"],
    ['other case', '__eventfilter.name="f"'],
    ['the name of the key dropped', '__EventFilter="F"'],
    ['the full path', '\\\\.\\root\\subscription:__EventFilter.Name="F"'],
    ['slashes', '//./ROOT/subscription:__EventFilter.Name="F"'],
    ['no server', 'root\\subscription:__EventFilter.Name="F"'],
    ['a named server', '\\\\DESKTOP\\root\\subscription:__EventFilter.Name="F"'],
  ])('by a path: %s', (_, path) => {
    expect(joined(parts + binding(literal(path), '$C'))).toEqual([['F', 'C']]);
  });

  test('by a path across files, in any order', () => {
    const files = {
      'binding.mof':
        inSubscription +
        binding(literal('__EventFilter.Name="F"'), literal('LogFileEventConsumer.Name="C"')),
      'parts.mof': parts,
    };
    expect(joined(files)).toEqual([['F', 'C']]);
  });

  test('with names that are hard to quote', () => {
    const text =
      inSubscription +
      'instance of __EventFilter { Name = "Windows\\" Update C:\\\\x"; };\n' +
      consumer('C', { alias: '$C' }) +
      binding(literal('__EventFilter.Name="Windows\\" Update C:\\\\x"'), '$C');
    expect(joined(text)).toEqual([['Windows" Update C:\\x', 'C']]);
  });

  test('with the names that objects have in JavaScript', () => {
    const text =
      inSubscription +
      filter('__proto__', { alias: '$constructor', properties: 'toString = "x"; __proto__ = 1;' }) +
      consumer('constructor', { alias: '$toString' }) +
      binding('$constructor', '$toString');
    expect(joined(text)).toEqual([['__proto__', 'constructor']]);
    expect(joined(parts + binding('$__proto__', '$valueOf'))).toEqual([]);
  });

  test('by full paths where no pragma says what the command line is to say', () => {
    const unplaced = parts.replace(inSubscription, '');
    const path = literal('\\\\.\\root\\subscription:__EventFilter.Name="F"');
    expect(joined(unplaced + binding(path, '$C'))).toEqual([['F', 'C']]);
  });

  test('to the filter that is stored, when two files declare it', () => {
    const text =
      parts +
      filter('F', { properties: 'Query = "second";' }) +
      binding(literal('__EventFilter.Name="F"'), '$C');
    expect(compiled(text).subscriptions[0]?.filter.query?.value).toBe('second');
  });

  test('with as many consumers as are bound', () => {
    const text = parts + consumer('D', { alias: '$D' }) + binding('$F', '$C') + binding('$F', '$D');
    expect(joined(text)).toEqual([
      ['F', 'C'],
      ['F', 'D'],
    ]);
    expect(compiled(text).filters[0]?.bindings).toHaveLength(2);
  });
});

describe('an end that leads nowhere says why', () => {
  test.each([
    ['is not there', 'instance of __FilterToConsumerBinding { };', ['absent', 'absent']],
    ['is NULL', binding('NULL', 'NULL'), ['null', 'null']],
    ['is no reference', binding('5', '{$C}'), ['wrong-type', 'wrong-type']],
    ['is an unknown alias', binding('$X', '$Y'), ['undefined-alias', 'undefined-alias']],
    ['is swapped', binding('$C', '$F'), ['wrong-class', 'wrong-class']],
    ['is no path', binding('"__EventFilter.Name=F"', '"a b"'), ['invalid-path', 'invalid-path']],
    [
      'is the path of a class',
      binding('"__EventFilter"', '"LogFileEventConsumer"'),
      ['invalid-path', 'invalid-path'],
    ],
    [
      'gives what is no key',
      binding(literal('__EventFilter.Query="F"'), '$C'),
      ['invalid-path', 'alias'],
    ],
    [
      'is a path of another class',
      binding(literal('__EventConsumer.Name="C"'), literal('__EventFilter.Name="F"')),
      ['wrong-class', 'wrong-class'],
    ],
    [
      'names an object that is elsewhere',
      binding(
        literal('__EventFilter.Name="G"'),
        literal('root\\cimv2:LogFileEventConsumer.Name="C"'),
      ),
      ['dangling-path', 'dangling-path'],
    ],
  ])('it %s', (_, text, expected) => {
    expect(kinds(parts + text)).toEqual(expected);
  });
});

test('an end that is a macro of the C preprocessor may lead anywhere, and nothing is said about it', () => {
  const text = `#define CONSUMER $C\n${parts}${binding('$F', 'CONSUMER')}`;
  expect(kinds(text)).toEqual(['alias', 'wrong-type']);
  expect(findings(text)).toEqual([]);
});

describe('a consumer', () => {
  test('is an instance of a class of the run that derives from __EventConsumer', () => {
    const text =
      'class Base : __EventConsumer { [key] string Id; }; class Mine : Base { };' +
      'instance of Mine as $M { Id = "m"; };';
    expect(compiled(text).consumers).toHaveLength(1);
  });

  test('is found by the key of its class, and by the name of the class that declares the key', () => {
    const text =
      parts +
      'class Base : __EventConsumer { [key] string Id; }; class Mine : Base { };' +
      'instance of Mine { Id = "m"; };' +
      binding('$F', literal('Mine.Id="M"')) +
      binding('$F', literal('Base.Id="m"')) +
      binding('$F', literal('Mine.Name="m"'));
    expect(kinds(text).filter((_, index) => index % 2 === 1)).toEqual([
      'path',
      'path',
      'invalid-path',
    ]);
  });

  test('of a class with two keys is found by both, and by nothing less', () => {
    const text =
      parts +
      'class Two : __EventConsumer { [key] string A; [key] uint32 B; }; instance of Two { A = "a"; B = 2; };' +
      binding('$F', literal('Two.B=2,A="a"')) +
      binding('$F', literal('Two.A="a"')) +
      binding('$F', literal('Two.A="a",B=3'));
    expect(kinds(text).filter((_, index) => index % 2 === 1)).toEqual([
      'path',
      'invalid-path',
      'dangling-path',
    ]);
  });

  test('of a class derived from a standard one is a standard one', () => {
    const text =
      'class Mine : CommandLineEventConsumer { }; instance of Mine { Name = "m"; };' +
      consumer('C');
    expect(compiled(text).consumers.map(({ standardClass }) => standardClass)).toEqual([
      'CommandLineEventConsumer',
      'LogFileEventConsumer',
    ]);
  });

  test('may be of a class that nobody knows, when it is called so or bound', () => {
    const text =
      inSubscription +
      filter('F', { alias: '$F' }) +
      'instance of Vendor_Consumer { Name = "a"; }; instance of Vendor_Sink as $S { Id = 7; }; instance of Vendor_Other { };' +
      binding('$F', '$S') +
      binding('$F', literal('Vendor_Sink.Id=7'));
    const { consumers, subscriptions } = compiled(text);
    expect(consumers.map(({ instance }) => instance.className)).toEqual([
      'Vendor_Consumer',
      'Vendor_Sink',
    ]);
    expect(subscriptions).toHaveLength(2);
  });

  test('is none when its class is known to be something else', () => {
    const text =
      'class Water_Consumer { [key] string Name; }; instance of Water_Consumer as $W { Name = "w"; };' +
      filter('F', { alias: '$F' }) +
      binding('$F', '$W');
    expect(compiled(text).consumers).toEqual([]);
    expect(kinds(text)).toEqual(['alias', 'wrong-class']);
  });

  test('may have a class whose ancestors go in a circle', () => {
    const text =
      'class A : B { }; class B : A { }; instance of A as $A { };' +
      filter('F', { alias: '$F' }) +
      binding('$F', '$A');
    expect(kinds(text)).toEqual(['alias', 'alias']);
  });
});

describe('the settings of the parts', () => {
  const settings = (properties: string) => {
    const { bindings } = compiled(parts + binding('$F', '$C', properties));
    return bindings[0];
  };

  test.each([
    ['', 'absent'],
    ['MaintainSecurityContext = TRUE;', 'set'],
    ['maintainsecuritycontext = NULL;', 'null'],
    ['MaintainSecurityContext = "TRUE";', 'wrong-type'],
  ])('a boolean: %s', (properties, kind) => {
    expect(settings(properties)?.maintainSecurityContext.kind).toBe(kind);
  });

  test.each([
    ['', 'absent'],
    ['CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0};', 'sid'],
    ['CreatorSID = {1,1,0,0,0,0,0,5,18,0,0};', 'malformed'],
    ['CreatorSID = NULL;', 'null'],
    ['CreatorSID = "S-1-5-18";', 'wrong-type'],
    ['CreatorSID = {"1"};', 'wrong-type'],
  ])('a CreatorSID: %s', (properties, kind) => {
    expect(settings(properties)?.creatorSid.kind).toBe(kind);
  });

  test.each([
    ['', 'absent'],
    ['EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";', 'sddl'],
    ['EventAccess = NULL;', 'null'],
    ['EventAccess = {1, 2};', 'wrong-type'],
  ])('an EventAccess: %s', (properties, kind) => {
    expect(compiled(filter('F', { properties })).filters[0]?.eventAccess.kind).toBe(kind);
  });
});

test('five thousand subscriptions are joined in little time', () => {
  const text = [inSubscription];
  for (let i = 0; i < 5000; i++) {
    text.push(
      filter(`F${i}`, { alias: `$F${i}` }),
      consumer(`C${i}`, { alias: `$C${i}` }),
      i % 2 === 0
        ? binding(`$F${i}`, `$C${i}`)
        : binding(
            literal(`__EventFilter.Name="F${i}"`),
            literal(`LogFileEventConsumer.Name="C${i}"`),
          ),
    );
  }
  expect(compiled(text.join('')).subscriptions).toHaveLength(5000);
});
