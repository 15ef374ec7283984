import { describe, expect, test } from 'vitest';
import {
  sampleWithFilterSid,
  sampleWithSid,
  withoutSid,
} from '../../src/linter/creator-sid-samples.ts';
import { administratorsArray } from '../../src/linter/fixes.ts';
import {
  commandLineConsumer,
  sampleBinding,
  sampleConsumer,
  sampleFilter,
  sampleSubscription,
} from '../../src/linter/samples.ts';
import { findings, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';
import { found, testExamplesOf } from '../support/group-examples.ts';

testExamplesOf('creator-sid');

describe('the bytes of a CreatorSID', () => {
  test.each<[string, string, readonly string[]]>([
    ['revision 2', '{2,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}', ['creator-sid-bad-revision: 2']],
    [
      'a wrong revision and a missing byte',
      '{0,2,0,0,0,0,0,5,32}',
      ['creator-sid-bad-revision: 0'],
    ],
    ['no bytes', '{}', ['creator-sid-length: {}']],
    ['bytes that are left over', '{1,1,0,0,0,0,0,5,18,0,0,0,7,7}', ['creator-sid-length: 7,7']],
    [
      'a sub-authority written as one number',
      '{1,2,0,0,0,0,0,5,32,544}',
      ['creator-sid-byte-range: 544'],
    ],
    [
      'two numbers that are no bytes',
      '{1,2,0,0,0,0,0,5,-1,0,0,0,256,2,0,0}',
      ['creator-sid-byte-range: -1', 'creator-sid-byte-range: 256'],
    ],
    [
      'the letters of a SID',
      '{83,45,49,45,53,45,51,50,45,53,52,52}',
      ['creator-sid-bad-revision: {83,45,49,45,53,45,51,50,45,53,52,52}'],
    ],
    ['an octal byte', '{1,2,0,0,0,0,0,005,032,0,0,0,32,2,0,0}', ['creator-sid-octal-byte: 032']],
    ['a single number', '5', ['creator-sid-not-array: 5']],
    ['an array of strings', '{"1","2"}', ['creator-sid-not-array: "1"']],
    ['a NULL among them', '{1,NULL,0}', ['creator-sid-null-element: NULL']],
    [
      'an authority written from its lowest byte on',
      '{1,2,5,0,0,0,0,0,32,0,0,0,32,2,0,0}',
      ['creator-sid-authority: 5,0,0,0,0,0'],
    ],
  ])('%s: %s', (_, value, wanted) => {
    expect(found(sampleWithFilterSid(value))).toEqual(wanted);
  });

  test.each([
    ['the SID of Administrators', administratorsArray],
    ['hexadecimal bytes', '{0x01,0x02,0,0,0,0,0,0x05,0x20,0,0,0,0x20,0x02,0,0}'],
    ['harmless leading zeros', '{01,02,0,0,0,0,0,005,32,0,0,0,32,2,0,0}'],
    ['a macro', 'ADMIN_SID'],
  ])('%s is no problem', (_, value) => {
    const macro = '#define ADMIN_SID {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}\n';
    expect(findings(macro + sampleWithFilterSid(value))).toEqual([]);
  });

  test('are decoded in the message', () => {
    const [diagnostic] = findingsOf(
      'creator-sid-length',
      sampleWithFilterSid('{1,1,0,0,0,0,0,5,18,0,0,0,0}'),
    );
    expect(diagnostic?.message).toContain('S-1-5-18 (Local System)');
    expect(diagnostic?.message).toContain('1 is too many');
  });

  test('are put right by the fix where it is evident', () => {
    const text = sampleWithFilterSid('{1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 544, 0, 0, 0}');
    const [diagnostic] = findingsOf('creator-sid-byte-range', text);
    expect(fixed(text, diagnostic?.fixes[0])).toBe(sampleSubscription());
  });
});

describe('creator-sid-mismatch', () => {
  const system = '{1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0}';

  test('underlines the part that differs from the two others', () => {
    const text = sampleSubscription({
      binding: sampleBinding().replace(administratorsArray, system),
    });
    expect(found(text)).toEqual([`creator-sid-mismatch: ${system}`]);
    const [diagnostic] = findingsOf('creator-sid-mismatch', text);
    expect(diagnostic?.message).toContain("binding's CreatorSID is S-1-5-18 (Local System)");
    expect(fixed(text, diagnostic?.fixes[0])).toBe(sampleSubscription());
  });

  test('takes the side of the filter when there are two', () => {
    const text = sampleSubscription({
      consumer: sampleConsumer.replace(administratorsArray, system),
      binding: sampleBinding('', '  Filter = $Filter;\n  Consumer = $Consumer;'),
    });
    expect(found(text)).toEqual([`creator-sid-mismatch: ${system}`]);
  });

  test('is silent about a SID that is not what its author meant', () => {
    const text = sampleWithFilterSid('{1, 2, 0, 0, 0, 0, 0, 5, 032, 0, 0, 0, 032, 2, 0, 0}');
    expect(underlinedBy('creator-sid-mismatch', text)).toEqual([]);
  });

  test('looks across files', () => {
    const files = {
      'filter.mof': sampleFilter.replace(' as $Filter', '').replace(administratorsArray, system),
      'rest.mof': sampleSubscription({
        pragmas: '',
        filter: '',
        binding: String.raw`instance of __FilterToConsumerBinding
{
  Filter = "__EventFilter.Name=\"Service Filter\"";
  Consumer = $Consumer;
  CreatorSID = ${administratorsArray};
};`,
      }),
    };
    expect(underlinedBy('creator-sid-mismatch', files)).toEqual([system]);
  });
});

describe('a creator that is no administrator', () => {
  const users = '{1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 33, 2, 0, 0}';

  test('is one problem, not one for each part', () => {
    const text = sampleWithSid(users, { consumer: commandLineConsumer });
    expect(found(text)).toEqual([`creator-sid-not-admin-sensitive: ${users}`]);
    const [diagnostic] = findingsOf('creator-sid-not-admin-sensitive', text);
    expect(diagnostic?.related).toHaveLength(2);
    expect(fixed(text, diagnostic?.fixes[0])).toBe(
      sampleSubscription({ consumer: commandLineConsumer }),
    );
  });

  test('is told of in a part that stands alone', () => {
    const text = commandLineConsumer.replace(administratorsArray, users);
    expect(underlinedBy('creator-sid-not-admin-sensitive', text)).toEqual([users]);
  });

  test('does not count GROUP WITHIN as polling', () => {
    const grouped = sampleFilter.replace(
      /Query = .*/u,
      'Query = "SELECT * FROM Win32_ProcessStartTrace GROUP WITHIN 300";',
    );
    const text = sampleWithSid(users, { filter: grouped });
    expect(underlinedBy('polling-query-non-admin-creator', text)).toEqual([]);
    expect(underlinedBy('creator-sid-broad', text)).toEqual([users]);
  });

  test.each([
    ['a service', '{1,6,0,0,0,0,0,5,80,0,0,0,1,2,3,4,5,6,7,8,1,2,3,4,5,6,7,8,9,9,9,9}'],
    ['Microsoft Entra ID', '{1,5,0,0,0,0,0,12,1,0,0,0,1,2,3,4,5,6,7,8,1,2,3,4,5,6,7,8}'],
  ])('is not assumed of %s', (_, value) => {
    expect(found(sampleWithSid(value))).toEqual([]);
  });
});

describe('a subscription one end of which is declared elsewhere', () => {
  const localSystem = '{1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0}';
  const elsewhere = (className: string, sid: string): string =>
    `  Filter = $Filter;\n  Consumer = "${className}.Name=\\"SCM Event Log Consumer\\"";\n${sid}`;
  const withConsumerElsewhere = (filterText: string, ends: string): string =>
    sampleSubscription({
      filter: filterText,
      consumer: '',
      binding: sampleBinding('', ends),
    });
  const sid = `  CreatorSID = ${administratorsArray};`;

  test('must have one SID on what is here', () => {
    const text = withConsumerElsewhere(
      sampleFilter.replace(administratorsArray, localSystem),
      elsewhere('NTEventLogEventConsumer', sid),
    );
    expect(found(text)).toEqual([`creator-sid-mismatch: ${administratorsArray}`]);
  });

  test('must not have it on one of two parts only', () => {
    const text = withConsumerElsewhere(
      withoutSid(sampleFilter),
      elsewhere('NTEventLogEventConsumer', sid),
    );
    expect(found(text)).toEqual(['creator-sid-partial: __EventFilter']);
  });

  test('is advised to say who its creator is', () => {
    const text = withConsumerElsewhere(
      withoutSid(sampleFilter),
      elsewhere('NTEventLogEventConsumer', ''),
    );
    expect(found(text)).toEqual(['creator-sid-absent: __FilterToConsumerBinding']);
    const [diagnostic] = findingsOf('creator-sid-absent', text);
    expect(found(fixed(text, diagnostic?.fixes[0]))).toEqual([]);
  });

  test('has an unfit creator where the path names a consumer that runs code', () => {
    const users = '{1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 33, 2, 0, 0}';
    const text = withConsumerElsewhere(sampleFilter, elsewhere('CommandLineEventConsumer', sid));
    expect(
      underlinedBy('creator-sid-not-admin-sensitive', text.replaceAll(administratorsArray, users)),
    ).toEqual([users]);
  });
});

describe('one mistake in a CreatorSID is one finding', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a revision that is no byte',
      '{-1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}',
      ['creator-sid-byte-range: -1'],
    ],
    [
      'a number of sub-authorities that is no byte',
      '{1,300,0,0,0,0,0,5,32,0,0,0,32,2,0,0}',
      ['creator-sid-byte-range: 300'],
    ],
    [
      'an octal number that is no byte either way',
      '{1,2,0,0,0,0,0,5,0400,0,0,0,32,2,0,0}',
      ['creator-sid-byte-range: 0400'],
    ],
    [
      'an alias',
      '{$Consumer}',
      ['alias-on-non-reference: $Consumer', 'alias-forward-reference: $Consumer'],
    ],
    ['an alias of itself', '{$Filter}', ['alias-on-non-reference: $Filter']],
    // mofcomp rounds it (compiling-mof-code-with-floating-point-values).
    ['a real number', '{1,2,0,0,0,0,0,5,32.0,0,0,0,32,2,0,0}', []],
  ])('%s', (_, value, expected) => {
    expect(found(sampleWithFilterSid(value))).toEqual(expected);
  });
});

test('a CreatorSID that is no SID is not copied to the parts that have none', () => {
  const text = sampleSubscription({
    filter: sampleFilter.replace(administratorsArray, '{1, 2, 3}'),
    binding: withoutSid(sampleBinding()),
  });
  const [diagnostic] = findingsOf('creator-sid-partial', text);
  expect(fixed(text, diagnostic?.fixes[0])).toContain(
    `$Consumer;\n  CreatorSID = ${administratorsArray};`,
  );
  const none = text.replace(administratorsArray, 'NULL');
  expect(findingsOf('creator-sid-partial', none).flatMap(({ fixes }) => fixes)).toEqual([]);
});
