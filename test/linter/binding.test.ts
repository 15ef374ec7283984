import { describe, expect, test } from 'vitest';
import { sampleBinding, sampleSubscription } from '../../src/linter/samples.ts';
import { findings, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';
import {
  binding,
  consumer,
  filter,
  inSubscription,
  literal,
} from '../support/subscription-texts.ts';

const parts = inSubscription + filter('F', { alias: '$F' }) + consumer('C', { alias: '$C' });

describe('an end of a binding', () => {
  test.each([
    [
      'instance of __FilterToConsumerBinding { Consumer = $C; };',
      'binding-missing-filter',
      '__FilterToConsumerBinding',
    ],
    [
      'instance of __FilterToConsumerBinding { Filter = $F; };',
      'binding-missing-consumer',
      '__FilterToConsumerBinding',
    ],
    [binding('NULL', '$C'), 'binding-missing-filter', 'NULL'],
    [binding('$F', 'NULL'), 'binding-missing-consumer', 'NULL'],
    [binding('5', '$C'), 'binding-reference-class', '5'],
    [binding('$F', '{$C}'), 'binding-reference-class', '{$C}'],
    [binding('$F', '$F'), 'binding-reference-class', '$F'],
    [
      binding('$F', literal('__EventFilter.Name="F"')),
      'binding-reference-class',
      '"__EventFilter.Name=\\"F\\""',
    ],
    [binding('"__EventFilter.Name=F"', '$C'), 'binding-path-syntax', 'F'],
    [binding('"__EventFilter.Name = \\"F\\""', '$C'), 'binding-path-syntax', ' '],
    [binding('"__EventFilter.Query=\\"F\\""', '$C'), 'binding-path-syntax', 'Query'],
    [binding('"__EventFilter"', '$C'), 'binding-path-syntax', '__EventFilter'],
    [binding('""', '$C'), 'binding-path-syntax', '""'],
    [
      binding(literal('__EventFilter.Name="G"'), '$C'),
      'binding-dangling-path',
      '"__EventFilter.Name=\\"G\\""',
    ],
    [binding('$X', '$C'), 'alias-undefined', '$X'],
  ])('%s has one finding: %s at %s', (text, rule, at) => {
    expect(findings(parts + text)).toEqual([{ rule, at }]);
  });

  test('that a syntax error cut short has that finding only', () => {
    const rules = findings(
      `${parts}instance of __FilterToConsumerBinding { Filter = ; Consumer = $C; };`,
    );
    expect(rules.map(({ rule }) => rule)).toEqual(['syntax']);
  });

  test('that is NULL has the code of WMI for that', () => {
    const [finding] = findingsOf('binding-missing-filter', parts + binding('NULL', '$C'));
    expect(finding?.hresult).toBe('0x80041028');
  });
});

describe('a fix', () => {
  test('adds the only filter of the file', () => {
    const text = `${parts}instance of __FilterToConsumerBinding { Consumer = $C; };`;
    const [finding] = findingsOf('binding-missing-filter', text);
    expect(findings(fixed(text, finding?.fixes[0]))).toEqual([]);
  });

  test('swaps filter and consumer', () => {
    const text = parts + binding('$C', '$F');
    expect(findings(text)).toEqual([{ rule: 'binding-reference-class', at: '$C' }]);
    const [finding] = findingsOf('binding-reference-class', text);
    expect(fixed(text, finding?.fixes[0])).toBe(parts + binding('$F', '$C'));
  });

  test('removes white space from a path in several pieces, and nothing else', () => {
    const text = parts + binding('"__EventFilter . Na" "me = \\"F\\""', '$C');
    const [finding, ...others] = findingsOf('binding-path-syntax', text);
    expect(others).toEqual([]);
    expect(fixed(text, finding?.fixes[0])).toBe(
      parts + binding('"__EventFilter.Na" "me=\\"F\\""', '$C'),
    );
  });

  test('puts quotation marks round a name', () => {
    const text = parts + binding('"__EventFilter.Name=F"', '$C');
    const [finding] = findingsOf('binding-path-syntax', text);
    expect(fixed(text, finding?.fixes[0])).toBe(
      parts + binding('"__EventFilter.Name=\\"F\\""', '$C'),
    );
  });

  test('replaces a path by the alias', () => {
    const text = parts + binding(literal('__EventFilter.Name="F"'), '$C');
    const [finding] = findingsOf('binding-prefer-alias', text);
    expect(finding?.severity).toBe('info');
    expect(fixed(text, finding?.fixes[0])).toBe(parts + binding('$F', '$C'));
  });
});

describe('binding-dangling-path', () => {
  test('has no name to suggest where nothing is near', () => {
    const text = parts + binding(literal('__EventFilter.Name="Something else"'), '$C');
    const [finding] = findingsOf('binding-dangling-path', text);
    expect(finding?.message).toContain('declare it, or name one that exists on the machine.');
    expect(finding?.related).toEqual([]);
  });

  test('asks about a name that is nearly it, and about another namespace', () => {
    const near = findingsOf(
      'binding-dangling-path',
      parts + binding(literal('__EventFilter.Name="FF"'), '$C'),
    );
    const other = findingsOf(
      'binding-dangling-path',
      parts + binding(literal('root\\cimv2:__EventFilter.Name="F"'), '$C'),
    );
    for (const [finding] of [near, other]) {
      expect(finding?.message).toContain(
        'did you mean the filter __EventFilter "F" in root\\subscription?',
      );
      expect(finding?.related).toHaveLength(1);
    }
  });

  test('knows the subscription that every Windows has', () => {
    const text = parts + binding(literal('__EventFilter.Name="SCM Event Log Filter"'), '$C');
    expect(findings(text)).toEqual([]);
  });
});

test('binding-filter-consumer-namespace points at every part in another namespace', () => {
  const text = `#pragma namespace("root/cimv2")\n${filter('F')}${inSubscription}${consumer('C', { alias: '$C' })}${binding(literal('root\\cimv2:__EventFilter.Name="F"'), '$C')}`;
  expect(findings(text).map(({ rule }) => rule)).toEqual(['binding-filter-consumer-namespace']);
  const [finding] = findingsOf('binding-filter-consumer-namespace', text);
  expect(finding?.related).toHaveLength(1);
});

describe('binding-duplicate', () => {
  test('underlines the second binding, however its ends are spelt', () => {
    const text = parts + binding('$F', '$C') + binding(literal('__EventFilter="f"'), '$c');
    const [finding, ...others] = findingsOf('binding-duplicate', text);
    expect(others).toEqual([]);
    expect(finding?.start).toBe(text.lastIndexOf('__FilterToConsumerBinding'));
  });

  test.each([
    ['a name in another case', '__EventFilter.Name="f"'],
    ['a namespace', String.raw`\\.\ROOT\Subscription:__EventFilter.Name='F'`],
    ['the name of a computer', String.raw`\\HOST\root\subscription:__EventFilter='F'`],
    ['slashes', "//./root/subscription:__eventfilter.NAME='F'"],
  ])('takes an alias and a path with %s for one object', (_, path) => {
    const text = parts + binding('$F', '$C') + binding(literal(path), '$C');
    expect(underlinedBy('binding-duplicate', text)).toEqual(['__FilterToConsumerBinding']);
  });

  test('leaves a filter that another one overwrites to the rule about names', () => {
    const text =
      parts + filter('f') + binding('$F', '$C') + binding(literal('__EventFilter.Name="F"'), '$C');
    expect(underlinedBy('filter-duplicate-name', text)).toEqual(['"f"']);
    expect(underlinedBy('binding-duplicate', text)).toEqual([]);
  });

  test('keeps objects of one name in two namespaces apart', () => {
    const other = String.raw`#pragma namespace("\\.\root\cimv2")` + '\n';
    const text =
      parts +
      binding('$F', '$C') +
      other +
      filter('F', { alias: '$G' }) +
      inSubscription +
      binding('$G', '$C');
    expect(underlinedBy('binding-duplicate', text)).toEqual([]);
  });

  test('keeps apart what two files bind, each for itself', () => {
    const text = parts + binding('$F', '$C');
    expect(underlinedBy('binding-duplicate', { 'a.mof': text, 'b.mof': text })).toEqual([]);
  });

  test('sees two paths to an object that no file has', () => {
    const ends = [literal('__EventFilter.Name="X"'), literal("__eventfilter.name='x'")];
    const text = parts + ends.map((end) => binding(end, '$C')).join('');
    expect(underlinedBy('binding-duplicate', text)).toHaveLength(1);
  });

  test('is silent about a binding that two files include', () => {
    const files = {
      'a.mof': '#include ("common.mof")\n',
      'b.mof': '#include ("common.mof")\n',
      'common.mof': parts + binding('$F', '$C'),
    };
    expect(findings(files)).toEqual([]);
  });
});

describe('the delivery of events', () => {
  const slow =
    inSubscription +
    filter('F', { alias: '$F' }) +
    consumer('C', { alias: '$C', className: 'SMTPEventConsumer' });

  test.each<[string, string, string[]]>([
    ['fast', 'DeliverSynchronously = FALSE;', []],
    ['fast', 'DeliverSynchronously = TRUE;', ['binding-deliver-synchronously']],
    ['fast', 'DeliverSynchronously = TRUE; DeliveryQoS = 1;', ['binding-qos-overridden']],
    ['fast', 'DeliverSynchronously = TRUE; DeliveryQoS = 3;', ['binding-qos-overridden']],
    ['fast', 'DeliverSynchronously = NULL;', ['binding-deliver-null']],
    ['fast', 'DeliveryQoS = 0;', []],
    ['fast', 'DeliveryQoS = NULL;', []],
    ['fast', 'DeliveryQoS = 2;', ['binding-qos-invalid']],
    ['slow', 'DeliveryQoS = 0;', ['binding-sync-slow-consumer']],
    ['slow', 'DeliverSynchronously = TRUE;', ['binding-sync-slow-consumer']],
    ['slow', 'DeliverSynchronously = TRUE; DeliveryQoS = 0;', ['binding-qos-overridden']],
    ['slow', 'DeliveryQoS = 1;', []],
  ])('to a %s consumer: %s', (speed, properties, expected) => {
    const text = (speed === 'slow' ? slow : parts) + binding('$F', '$C', properties);
    expect(findings(text).map(({ rule }) => rule)).toEqual(expected);
  });
});

describe('MaintainSecurityContext', () => {
  const maintained = 'MaintainSecurityContext = TRUE;';
  const withAccess = (access: string): string =>
    inSubscription +
    filter('F', { alias: '$F', properties: access }) +
    consumer('C', { alias: '$C' }) +
    binding('$F', '$C', maintained);

  test.each([
    ['', true],
    ['EventAccess = NULL;', true],
    ['EventAccess = "O:BAG:BA";', true],
    ['EventAccess = "O:BAG:BAD:NO_ACCESS_CONTROL";', true],
    ['EventAccess = "O:BAG:BAD:(A;;0x80;;;AU)";', true],
    ['EventAccess = "O:BAG:BAD:(A;;0x40;;;WD)(A;;0x80;;;BA)";', false],
    ['EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";', false],
    ['EventAccess = "nonsense";', false],
  ])('with %s is open: %s', (access, open) => {
    expect(underlinedBy('msc-open-event-access', withAccess(access))).toEqual(
      open ? [maintained] : [],
    );
  });

  test('has no effect on a script, and that alone is said', () => {
    const text = `${inSubscription}${filter('F', { alias: '$F' })}${consumer('C', { alias: '$C', className: 'ActiveScriptEventConsumer' })}${binding('$F', '$C', maintained)}`;
    expect(findingsOf('msc-out-of-process-consumer', text)).toHaveLength(1);
    expect(findingsOf('msc-open-event-access', text)).toEqual([]);
    expect(findingsOf('msc-requires-full-write', text)).toEqual([]);
  });

  test('is FALSE unless it is TRUE', () => {
    expect(findings(parts + binding('$F', '$C', 'MaintainSecurityContext = FALSE;'))).toEqual([]);
    expect(findings(parts + binding('$F', '$C', 'MaintainSecurityContext = NULL;'))).toEqual([]);
  });
});

test('subscription-namespace is said once for a section', () => {
  const text = `#pragma namespace("root/cimv2")\n${filter('F')}${filter('G')}${inSubscription}${filter('H')}`;
  expect(underlinedBy('subscription-namespace', text)).toEqual(['"root/cimv2"']);
});

describe('a consumer that only its path is known of', () => {
  const text = (properties: string): string =>
    sampleSubscription({
      consumer: '',
      binding: sampleBinding(
        properties,
        String.raw`  Filter = $Filter;
  Consumer = "activescripteventconsumer.Name=\"elsewhere\"";`,
      ),
    });

  test('cannot get the security context when its class runs in a process of its own', () => {
    const found = underlinedBy(
      'msc-out-of-process-consumer',
      text('  MaintainSecurityContext = TRUE;'),
    );
    expect(found).toEqual(['MaintainSecurityContext = TRUE;']);
  });

  test('is slow when its class is', () => {
    const found = underlinedBy('binding-sync-slow-consumer', text('  DeliveryQoS = 0;'));
    expect(found).toEqual(['DeliveryQoS = 0;']);
  });
});

describe('the advice for a path that leads nowhere', () => {
  test.each([
    [String.raw`"__EventFilter.Name=\"Service Filte\""`, true],
    [String.raw`"Sample_Process.Handle=\"Service Filte\""`, false],
  ])('%s', (path, isNear) => {
    const text = sampleSubscription({
      binding: sampleBinding('', `  Filter = ${path};\n  Consumer = $Consumer;`),
    });
    const [diagnostic] = findingsOf('binding-dangling-path', text);
    expect(diagnostic?.message.includes('did you mean')).toBe(isNear);
  });
});
