import { describe, expect, test } from 'vitest';
import { findings, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';
import { binding, consumer, filter, inSubscription } from '../support/subscription-texts.ts';

const link = (value: string): string => `instance of Sample_Link { Target = ${value}; };\n`;

describe('alias-undefined', () => {
  test('underlines each use, in arrays and in embedded objects too', () => {
    const text = `instance of L { A = $A; B = {$B1, $B2}; C = instance of X { D = $D; }; };`;
    expect(findings(text)).toEqual(
      ['$A', '$B1', '$B2', '$D'].map((at) => ({ rule: 'alias-undefined', at })),
    );
  });

  test('offers the alias that is nearly it', () => {
    const text = `instance of R as $Reading { };\n${link('$Raeding')}`;
    const [finding] = findingsOf('alias-undefined', text);
    expect(finding?.message).toContain('did you mean $Reading?');
    expect(fixed(text, finding?.fixes[0])).toBe(text.replace('$Raeding', '$Reading'));
  });

  test('shows the file that defines it', () => {
    const files = { 'a.mof': link('$R'), 'b.mof': 'instance of R as $R { };' };
    const [finding] = findingsOf('alias-undefined', files);
    expect(finding?.message).toContain('$R is defined in b.mof');
    expect(finding?.related.map(({ file, start, end }) => file.text.slice(start, end))).toEqual([
      '$R',
    ]);
  });

  test('is silent where a syntax error swallowed the definition', () => {
    expect(underlinedBy('alias-undefined', `Instance R as $R\n${link('$R')}`)).toEqual([]);
  });

  test('speaks alone about a binding', () => {
    const text = inSubscription + consumer('C', { alias: '$C' }) + binding('$F', '$C');
    expect(findings(text)).toEqual([{ rule: 'alias-undefined', at: '$F' }]);
  });
});

describe('alias-duplicate', () => {
  test('underlines every definition but the first, and points at that', () => {
    const text = 'instance of A as $X { };\ninstance of A as $x { };\nclass B as $X { };\n';
    const found = findingsOf('alias-duplicate', text);
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [text.indexOf('$x'), text.indexOf('$x') + 2],
      [text.lastIndexOf('$X'), text.lastIndexOf('$X') + 2],
    ]);
    expect(found[0]?.related[0]?.start).toBe(text.indexOf('$X'));
  });
});

test('alias-duplicate leaves the branches of the C preprocessor alone', () => {
  const text = '#ifdef X\ninstance of A as $X { };\n#else\ninstance of B as $X { };\n#endif\n';
  expect(underlinedBy('alias-duplicate', text)).toEqual([]);
});

describe('alias-circular', () => {
  const node = (alias: string, next: string): string =>
    `instance of N as ${alias} { Next = ${next}; };\n`;

  test('reports a circle once, where it closes', () => {
    const [finding, ...others] = findingsOf(
      'alias-circular',
      node('$A', '$B') + node('$B', '$C') + node('$C', '$A'),
    );
    expect(others).toEqual([]);
    expect(finding?.message).toContain('($A -> $B -> $C -> $A)');
    expect(finding?.file.text.slice(finding.start, finding.end)).toBe('$A');
    expect(finding?.related).toHaveLength(2);
  });

  test('reports an object that refers to itself', () => {
    expect(underlinedBy('alias-circular', node('$A', '$A'))).toEqual(['$A']);
  });

  test('takes two ways to one object for no circle', () => {
    const text = node('$A', '{$B, $C}') + node('$B', '$D') + node('$C', '$D') + node('$D', 'NULL');
    expect(underlinedBy('alias-circular', text)).toEqual([]);
  });

  test('is not lost in a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => node(`$A${i}`, `$A${i + 1}`)).join('');
    expect(underlinedBy('alias-circular', chain + node('$A10000', '$A0'))).toEqual(['$A0']);
  });
});

describe('alias-on-non-reference', () => {
  test('knows the properties of the subscription classes', () => {
    const text =
      inSubscription +
      filter('F', { alias: '$F' }) +
      'instance of __EventFilter { Name = "G"; Query = $F; };';
    expect(underlinedBy('alias-on-non-reference', text)).toEqual(['$F']);
  });

  test('knows inherited properties of the run', () => {
    const text =
      'class A { string Text; A ref Other; A Embedded; [EmbeddedInstance("A")] string Held; }; class B : A { };' +
      'instance of A as $A { }; instance of B { text = $A; Other = $A; Embedded = $A; Held = $A; Unknown = $A; };';
    expect(findingsOf('alias-on-non-reference', text).map(({ start }) => start)).toEqual([
      text.indexOf('$A; Other'),
    ]);
  });

  test('leaves embedded objects to their own classes', () => {
    const text =
      'class A { string Text; }; instance of A as $A { }; instance of A { Text = instance of X { Text = $A; }; };';
    expect(underlinedBy('alias-on-non-reference', text)).toEqual([]);
  });
});

describe('alias-other-namespace', () => {
  test('underlines the use, and is the only one to speak about a binding', () => {
    const text = `#pragma namespace("root/cimv2")\n${filter('F', { alias: '$F' })}${inSubscription}${consumer('C', { alias: '$C' })}${binding('$F', '$C')}`;
    expect(findings(text)).toEqual([{ rule: 'alias-other-namespace', at: '$F' }]);
  });
});

describe('alias-unused', () => {
  test('offers to remove the alias with its "as"', () => {
    const text = 'instance of R as $R { };\n';
    expect(fixed(text, findingsOf('alias-unused', text)[0]?.fixes[0])).toBe('instance of R { };\n');
  });

  test('is silent in a compiled configuration of PowerShell, where every resource has an alias', () => {
    const text =
      'instance of R as $R { };\ninstance of OMI_ConfigurationDocument { Version = "2"; };';
    expect(underlinedBy('alias-unused', text)).toEqual([]);
  });
});

describe('alias-forward-reference', () => {
  test('underlines the use', () => {
    expect(
      underlinedBy('alias-forward-reference', `${link('$R')}instance of R as $R { };`),
    ).toEqual(['$R']);
  });
});

describe('an alias in a property that a class of the run inherits from a known one', () => {
  test('is no reference', () => {
    const text = `class Sample_Consumer : LogFileEventConsumer { };
instance of LogFileEventConsumer as $C { Name = "c"; };
instance of Sample_Consumer { Name = $C; };
`;
    expect(underlinedBy('alias-on-non-reference', text)).toEqual(['$C']);
  });
});

test('a consumer that nothing binds is one mistake, and its alias no second one', () => {
  const text = `#pragma autorecover
#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")
instance of LogFileEventConsumer as $Lonely { Name = "x"; Filename = "C:\\\\ProgramData\\\\x\\\\x.log"; Text = "x"; CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}; };
`;
  expect(findingsOf('consumer-unbound', text)).toHaveLength(1);
  expect(findingsOf('alias-unused', text)).toEqual([]);
});
