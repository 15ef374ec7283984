import { describe, expect, test } from 'vitest';
import { sampleBlock } from '../../src/linter/wdm-samples.ts';
import { found, testExamplesOf } from '../support/group-examples.ts';

testExamplesOf('wdm');

describe('the items of a data block', () => {
  const name = '[key, read] string InstanceName;';
  const active = '[read] boolean Active;';

  test.each([
    [[name, active, '[WmiDataId(2)] uint32 B;', '[WmiDataId(1)] uint32 A;'], []],
    [[name, active, '[WmiDataId(A_MACRO)] uint32 B;'], []],
    [
      [name, active, '[WmiDataId(0)] uint32 A;', '[WmiDataId(1)] uint32 B;'],
      ['wdm-data-id-gap: WmiDataId(0)'],
    ],
    [
      [name, active, '[WmiDataId(1)] uint32 A;', '[WmiDataId(1)] uint32 B;'],
      ['wdm-data-id-gap: WmiDataId(1)'],
    ],
    [[name, '[WmiDataId(1)] uint32 A;'], ['wdm-instance-name: Sample_Block']],
    [
      ['[read] string InstanceName;', active, '[WmiDataId(1)] uint32 A;'],
      ['wdm-instance-name: InstanceName'],
    ],
    [[name, active, '[WmiDataId(1), WmiTimeStamp] datetime A;'], []],
  ])('are judged: %j', (items, wanted) => {
    expect(found(sampleBlock({ items }))).toEqual(wanted);
  });
});

describe('a class of a driver', () => {
  test('that is embedded in others needs neither names nor a provider', () => {
    const text =
      '[WMI, Guid("{ABBC0F60-8EA1-11D1-00A0-C90629100000}")]\nclass Sample_Part\n{\n  [WmiDataId(1)] uint8 Bytes[16];\n};\n';
    expect(found(text)).toEqual([]);
  });

  test('that is an abstract base needs neither', () => {
    const text = '[abstract, WMI, Dynamic]\nclass Sample_Base\n{\n};\n';
    expect(found(text)).toEqual([]);
  });

  test('that traces events is none', () => {
    const text =
      '[Dynamic, Guid("{ABBC0F60-8EA1-11D1-00A0-C90629100000}")]\nclass Sample_Trace : EventTrace\n{\n};\n';
    expect(found(text)).toEqual([]);
  });
});
