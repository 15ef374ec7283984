import { describe, expect, test } from 'vitest';
import { typeSpellings } from '../../grammar/mof/spellings.ts';
import {
  derivesFrom,
  knownClass,
  knownProperty,
  propertiesOf,
} from '../../src/schema/known-classes.ts';
import { knownClasses } from '../../src/schema/known-classes.generated.ts';

const namesOf = (className: string): readonly string[] =>
  propertiesOf(className).map(({ name }) => name);

describe('a class', () => {
  test('is found by its name in any case', () => {
    expect(knownClass('__EVENTFILTER')?.name).toBe('__EventFilter');
    expect(knownClass('activescripteventconsumer')?.name).toBe('ActiveScriptEventConsumer');
  });

  test.each(['', 'Win32_Process', '__proto__', 'constructor', 'toString'])(
    'is not made of the name %j',
    (name) => {
      expect(knownClass(name)).toBeUndefined();
      expect(propertiesOf(name)).toEqual([]);
      expect(derivesFrom(name, name)).toBe(false);
      expect(knownProperty('__EventFilter', name)).toBeUndefined();
    },
  );

  test('has a namespace unless it is in every one', () => {
    expect(knownClass('SMTPEventConsumer')?.namespace).toBe('root\\subscription');
    expect(knownClass('__EventFilter')?.namespace).toBeUndefined();
    expect(knownClass('__ProviderHostQuotaConfiguration')?.namespace).toBe('root');
  });

  test.each([
    ['__EventConsumer', 'abstract'],
    ['__Event', 'abstract'],
    ['__SystemSecurity', 'singleton'],
    ['__FilterToConsumerBinding', 'association'],
  ] as const)('%s is %s', (name, flag) => {
    expect(knownClass(name)?.[flag]).toBe(true);
  });

  test.each([
    ['SMTPEventConsumer', '__eventconsumer'],
    ['SMTPEventConsumer', '__IndicationRelated'],
    ['SMTPEventConsumer', '__SystemClass'],
    ['__EventFilter', '__EventFilter'],
    ['__TimerEvent', '__Event'],
    ['__ConsumerFailureEvent', '__ExtrinsicEvent'],
  ])('%s derives from %s', (name, ancestor) => {
    expect(derivesFrom(name, ancestor)).toBe(true);
  });

  test('does not derive from what it has nothing to do with', () => {
    expect(derivesFrom('__AggregateEvent', '__Event')).toBe(false);
    expect(derivesFrom('__EventConsumer', 'SMTPEventConsumer')).toBe(false);
  });
});

describe('the properties of a class', () => {
  test('come keys first, then its own, then inherited ones', () => {
    expect(namesOf('ActiveScriptEventConsumer')).toEqual([
      'Name',
      'ScriptingEngine',
      'ScriptFileName',
      'ScriptText',
      'KillTimeout',
      'MachineName',
      'MaximumQueueSize',
      'CreatorSID',
    ]);
    expect(namesOf('__IntervalTimerInstruction')).toEqual([
      'TimerId',
      'IntervalBetweenEvents',
      'SkipIfPassed',
    ]);
  });

  test('are as many as WMI counts', () => {
    // __PROPERTY_COUNT of the classes on a real machine.
    expect(namesOf('__EventFilter')).toHaveLength(6);
    expect(namesOf('__FilterToConsumerBinding')).toHaveLength(7);
    expect(namesOf('CommandLineEventConsumer')).toHaveLength(27);
    expect(knownClass('__Win32Provider')?.properties).toHaveLength(23);
  });

  test('know what they are', () => {
    expect(knownProperty('NTEventLogEventConsumer', 'EVENTTYPE')).toEqual({
      name: 'EventType',
      type: 'uint32',
      default: 1,
    });
    expect(knownProperty('__EventFilter', 'creatorsid')).toEqual({
      name: 'CreatorSID',
      type: 'uint8',
      array: true,
      default: [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0],
      fixed: [{ name: 'Read', value: true }],
    });
    expect(knownProperty('__FilterToConsumerBinding', 'Consumer')).toEqual({
      name: 'Consumer',
      type: '__EventConsumer',
      reference: true,
      key: true,
    });
  });

  test('know which of their qualifiers nobody may change', () => {
    expect(knownProperty('__EventConsumer', 'MaximumQueueSize')?.fixed).toEqual([
      { name: 'Units', value: 'bytes' },
    ]);
    expect(knownProperty('__IntervalTimerInstruction', 'IntervalBetweenEvents')?.fixed).toEqual([
      { name: 'Not_Null', value: true },
      { name: 'Units', value: 'milliseconds' },
    ]);
    expect(knownClass('__FilterToConsumerBinding')?.fixed).toEqual([
      { name: 'Association', value: true },
    ]);
    expect(knownClass('__Event')?.fixed).toBeUndefined();
  });

  test('know which of them are lengths of time', () => {
    expect(knownProperty('__Win32Provider', 'UnloadTimeout')?.interval).toBe(true);
    expect(knownProperty('__AbsoluteTimerInstruction', 'EventDateTime')?.interval).toBeUndefined();
  });

  test('that a class declares again count once, as it declares them', () => {
    expect(namesOf('__EventProviderRegistration')).toEqual(['Provider', 'EventQueryList']);
    expect(knownProperty('__EventProviderRegistration', 'Provider')?.key).toBe(true);
    expect(knownProperty('__ProviderRegistration', 'Provider')?.key).toBeUndefined();
  });
});

test('every superclass and every type is known', () => {
  const names = knownClasses.flatMap(({ superclass, properties }) => [
    ...(superclass === undefined ? [] : [superclass]),
    ...properties.map(({ type }) => type).filter((type) => !typeSpellings.has(type)),
  ]);
  expect(names.filter((name) => knownClass(name)?.name !== name)).toEqual([]);
});
