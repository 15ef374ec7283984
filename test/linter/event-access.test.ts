import { describe, expect, test } from 'vitest';
import { filterWithoutAccess, sampleWithAccess } from '../../src/linter/event-access-samples.ts';
import { rules } from '../../src/linter/registry.ts';
import { commandLineConsumer, sampleFilter, sampleSubscription } from '../../src/linter/samples.ts';
import { analyzing, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';
import { found, testExamplesOf } from '../support/group-examples.ts';

const ours = rules.filter(({ group }) => group === 'event-access');

testExamplesOf('event-access');

describe('the group', () => {
  test('has rules', () => {
    expect(ours.length).toBeGreaterThan(30);
  });
});

describe('a descriptor in several literals with escapes', () => {
  const text = sampleSubscription().replace(
    '"O:BAG:BAD:(A;;0x80;;;BA)"',
    String.raw`"O:BAG:B" /* group */ "AD:(\x41;;0x8"
    "0;;;\x0057D)"`,
  );

  test('is underlined exactly', () => {
    expect(found(text)).toEqual([String.raw`event-access-everyone: \x0057D`]);
  });

  test('is fixed in place', () => {
    const [diagnostic] = findingsOf('event-access-everyone', text);
    expect(fixed(text, diagnostic?.fixes[0])).toContain('"0;;;BA)"');
  });
});

describe('rules about a missing or open EventAccess', () => {
  test('say one thing about a filter of a privileged consumer', () => {
    const text = sampleSubscription({ filter: filterWithoutAccess, consumer: commandLineConsumer });
    expect(found(text)).toEqual(['privileged-consumer-open-filter: __EventFilter']);
  });

  test.each([
    ['NULL', 'EventAccess = NULL;', 'event-access-missing: EventAccess = NULL;'],
    ['empty', 'EventAccess = "";', 'event-access-empty: ""'],
  ])('see that it is %s', (_, property, wanted) => {
    const text = sampleSubscription({
      filter: sampleFilter.replace(/EventAccess = .*/u, property),
    });
    expect(found(text)).toEqual([wanted]);
  });

  test.each(['', 'O:BAG:BA', 'O:BAG:BAD:(A;;0x80;;;AU)', 'O:BAG:BAD:NO_ACCESS_CONTROL'])(
    'speak of the privileged consumer first: %j',
    (sddl) => {
      const text = sampleWithAccess(sddl, { consumer: commandLineConsumer });
      expect(analyzing(text).diagnostics.map(({ rule }) => rule)).toEqual([
        'privileged-consumer-open-filter',
      ]);
    },
  );

  test('add the property on a line of its own', () => {
    const text = sampleSubscription({ filter: filterWithoutAccess });
    const [diagnostic] = findingsOf('event-access-missing', text);
    expect(fixed(text, diagnostic?.fixes[0])).toContain(
      '\n  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";\n};',
    );
  });

  test('leave alone what a syntax error cut short', () => {
    const text = sampleSubscription({
      filter: sampleFilter.replace(/EventAccess = .*/u, 'EventAccess = "O:BA" GROUP "D:";'),
    });
    expect(found(text)).toEqual(['syntax: GROUP']);
  });
});

describe('rules about who may publish', () => {
  test.each<[string, readonly string[]]>([
    ['O:BAG:BAD:(D;;0x80;;;WD)(A;;0x80;;;BA)', ['event-access-deny-cancels-allow: (D;;0x80;;;WD)']],
    ['O:BAG:BAD:(D;;0x80;;;AU)(A;;0x80;;;NS)', ['event-access-deny-cancels-allow: (D;;0x80;;;AU)']],
    ['O:BAG:BAD:(D;;0x80;;;BA)(A;;0x80;;;SY)', ['event-access-deny-cancels-allow: (D;;0x80;;;BA)']],
    ['O:BAG:BAD:(D;;0x80;;;BG)(A;;0x80;;;BA)', []],
    ['O:BAG:BAD:(D;;0x80;;;BA)(A;;0x80;;;BA)(A;;0x80;;;NS)', []],
    ['O:BAG:BAD:(D;;0x1;;;WD)(A;;0x80;;;BA)', ['event-access-extra-bits: 0x1']],
    ['O:BAG:BAD:(A;;0x40;;;BA)(A;;0x80;;;SY)', ['event-access-extra-bits: 0x40']],
    ['O:BAG:BAD:(A;;64;;;BA)', ['event-access-subscribe-confused: 64']],
    ['O:BAG:BAD:(A;IO;0x80;;;BA)(A;;0x80;;;SY)', ['event-access-pointless-inheritance: IO']],
    ['O:BAG:BAD:(A;;FA;;;BA)', ['event-access-foreign-rights: FA']],
    ['O:BAG:BAD:(A;;-1;;;BA)', ['sddl-mask-overflow: -1']],
    ['O:BAG:BAD:(A;;0x80;;;S-1-5-21-0-0-0-497)', []],
    ['O:BAG:BAD:(A;;0x80;;;S-1-0-0)', ['event-access-placeholder-trustee: S-1-0-0']],
    ['O:BAG:BAD:(A;;0200;;;BA)', ['sddl-mask-not-hexadecimal: 0200']],
    [
      'O:BAG:BAD:(OA;;0x80;bf967aba-0de6-11d0-a285-00aa003049e2;;BA)',
      ['event-access-object-ace: OA'],
    ],
    ['O:DAG:DAD:(A;;0x80;;;DA)', ['sddl-domain-relative-alias: DA']],
    ['O:LAG:BAD:(A;;0x80;;;BA)', []],
  ])('%s', (sddl, wanted) => {
    expect(found(sampleWithAccess(sddl))).toEqual(wanted);
  });

  test('report independent mistakes of a text together', () => {
    expect(found(sampleWithAccess('O:BAG:BAD:(A;XX;0x80;;;BA)(Q;;GAX;;;ZZ)'))).toEqual([
      'sddl-unknown-ace-type: XX',
      'sddl-unknown-ace-type: Q',
      'sddl-unknown-right: X',
      'sddl-unknown-sid-token: ZZ',
    ]);
  });

  test('offer the ACE that was meant', () => {
    const text = sampleWithAccess('O:BAG:BAD:(A;0x80;;;BA)');
    const [diagnostic] = findingsOf('sddl-syntax', text);
    expect(fixed(text, diagnostic?.fixes[0])).toBe(sampleSubscription());
  });
});

describe('sddl rules', () => {
  test('look at the descriptor of a namespace', () => {
    const text = String.raw`#pragma namespace("\\\\.\\root")
[NamespaceSecuritySDDL("O:BAG:BAD:(A;CI;0x3;;;ZZ)")]
instance of __Namespace { Name = "Sample"; };
`;
    expect(underlinedBy('sddl-unknown-sid-token', text)).toEqual(['ZZ']);
  });

  test("look at a decoupled provider's descriptor", () => {
    const text = String.raw`#pragma namespace("\\\\.\\root\\cimv2")
class MSFT_DecoupledProvider : __Win32Provider
{
  string SecurityDescriptor;
};
instance of MSFT_DecoupledProvider { Name = "Sample"; SecurityDescriptor = "O:BAG:BAD:(A;;0x1;;BA)"; };
instance of Sample_Share { SecurityDescriptor = "nonsense"; };
`;
    expect(underlinedBy('sddl-syntax', text)).toEqual(['(A;;0x1;;BA)']);
  });
});

describe('event-access-excludes-provider', () => {
  const rule = ours.find(({ name }) => name === 'event-access-excludes-provider');
  const bad = rule?.examples.bad ?? '';

  test.each([
    ['runs as Local System', ['NetworkServiceHost', 'LocalSystemHost'], 0],
    ['runs as Local Service', ['NetworkServiceHost', 'LocalServiceHost:Group'], 1],
    ['is decoupled', ['NetworkServiceHost', 'Decoupled:Com'], 0],
    ['raises other events', ['FROM Sample_Alarm"}', 'FROM Sample_Other"}'], 0],
  ] as const)('looks at the provider: it %s', (_, [from, to], count) => {
    const text = bad.replace(from, to);
    expect(text).not.toBe(bad);
    expect(findingsOf('event-access-excludes-provider', text)).toHaveLength(count);
  });
});

describe('an alias as EventAccess', () => {
  test.each(['$Consumer', '$Nobody'])('%s has rules of its own', (alias) => {
    const text = sampleSubscription().replace(
      /EventAccess = .*;/u,
      () => `EventAccess = ${alias};`,
    );
    expect(underlinedBy('event-access-type', text)).toEqual([]);
  });
});

describe('a consumer that runs code and is known by its path only', () => {
  test('is set off by anybody through an open filter', () => {
    const text = sampleSubscription({
      filter: filterWithoutAccess,
      consumer: '',
      binding: String.raw`instance of __FilterToConsumerBinding
{
  Filter = $Filter;
  Consumer = "CommandLineEventConsumer.Name=\"elsewhere\"";
};`,
    });
    const [diagnostic] = findingsOf('privileged-consumer-open-filter', text);
    expect(diagnostic?.related.map(({ start, end }) => text.slice(start, end))).toEqual([
      String.raw`"CommandLineEventConsumer.Name=\"elsewhere\""`,
    ]);
    expect(findingsOf('event-access-missing', text)).toEqual([]);
  });
});

describe('ACEs that are out of order', () => {
  test.each([
    ['O:BAG:BAD:(A;;0x80;;;BA)(D;;0x80;;;AN)', 1],
    // In order, the list would let nobody publish.
    ['O:BAG:BAD:(A;;0x80;;;BA)(D;;0x80;;;BA)', 0],
    ['O:BAG:BAD:(A;;0x80;;;BA)(D;;0x80;;;WD)', 0],
  ])('of %s have %i fixes', (sddl, count) => {
    const [diagnostic] = findingsOf('event-access-ace-order', sampleWithAccess(sddl));
    expect(diagnostic?.fixes).toHaveLength(count);
  });
});

describe('the filter that Windows itself has', () => {
  const stockConsumer = `instance of NTEventLogEventConsumer as $Consumer
{
  Name = "SCM Event Log Consumer";
  NameOfUserSIDProperty = "sid";
  SourceName = "Service Control Manager";
  Category = 0;
  EventID = 0;
  EventType = 1;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
};`;
  const inbox = sampleSubscription({
    consumer: stockConsumer,
    filter: String.raw`instance of __EventFilter as $Filter
{
  Name = "SCM Event Log Filter";
  EventNamespace = "root\\cimv2";
  QueryLanguage = "WQL";
  Query = "select * from MSFT_SCMEventLogEvent";
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
};`,
  });

  test('is not accused of what nobody can change', () => {
    expect(analyzing(inbox).diagnostics.map(({ rule }) => rule)).toEqual([]);
  });

  test.each(['NULL', '""'])('may have the EventAccess %s', (access) => {
    const text = inbox.replace('QueryLanguage', `EventAccess = ${access};\n  QueryLanguage`);
    expect(findingsOf('event-access-missing', text)).toEqual([]);
    expect(findingsOf('event-access-empty', text)).toEqual([]);
  });

  test('may be bound to the consumer that Windows itself has, by its path', () => {
    const path = String.raw`"NTEventLogEventConsumer.Name=\"SCM Event Log Consumer\""`;
    const text = inbox.replace(stockConsumer, '').replace('$Consumer', path);
    expect(findingsOf('event-access-missing', text)).toEqual([]);
    expect(findingsOf('event-access-missing', text.replace('SCM Event Log C', 'C'))).toHaveLength(
      1,
    );
  });

  test.each([
    ['another query', 'MSFT_SCMEventLogEvent', 'Win32_ProcessStartTrace'],
    ['a consumer that runs code', 'NTEventLogEventConsumer', 'CommandLineEventConsumer'],
    ['a consumer that does something else', 'Service Control Manager', 'Other'],
    ['another creator', '5, 32, 0, 0, 0, 32, 2', '5, 32, 0, 0, 0, 33, 2'],
    ['another namespace', 'cimv2', 'default'],
  ])('is not meant with %s', (_, from, to) => {
    const rules = analyzing(inbox.replace(from, to)).diagnostics.map(({ rule }) => rule);
    expect(rules).toContainEqual(
      expect.stringMatching(/^(?:event-access-missing|privileged-consumer-open-filter)$/u),
    );
  });
});
