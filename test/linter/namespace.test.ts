import { describe, expect, test } from 'vitest';
import { sampleEncryption, sampleNamespace } from '../../src/linter/namespace-samples.ts';
import { sampleFile } from '../../src/linter/provider-samples.ts';
import { findingsOf, fixed } from '../support/analysis.ts';
import { found, testExamplesOf } from '../support/group-examples.ts';

testExamplesOf('namespace');

describe('the descriptor of a namespace', () => {
  test.each([
    // Two faults of one ACE are said once, by the graver one.
    ['O:BAG:BAD:(A;CI;0x6003F;;;WD)', ['namespace-sddl-write-dac-broad: 0x6003F']],
    ['O:BAG:BAD:(A;CI;0x3F;;;AU)', ['namespace-sddl-full-write-broad: 0x3F']],
    // WMI refuses this one, and mended it would still let too many in.
    [
      'O:BAG:BAD:(A;CI;0x4;;;BU)',
      ['namespace-sddl-full-write-alone: 0x4', 'namespace-sddl-full-write-broad: 0x4'],
    ],
    ['O:BAG:BAD:(A;CI;RPWP;;;AU)', ['namespace-sddl-remote-broad: RPWP']],
    ['O:BAG:BAD:(D;CI;0x6003F;;;WD)(A;CI;0x1F;;;BA)', []],
    ['O:BAG:BAD:(A;CI;0x3;;;AU)(A;CI;0x6001F;;;BA)', []],
    ['O:BAG:BAD:(A;;0xC;;;BA)', ['namespace-sddl-full-write-alone: 0xC']],
    ['O:BAG:BAD:(A;;0x14;;;BA)', ['namespace-sddl-full-write-alone: 0x14']],
    ['O:BAG:BAD:(A;;0x80;;;BA)', ['namespace-sddl-unknown-bits: 0x80']],
    ['O:BAG:BAD:(A;;0xF001F;;;BA)', []],
    ['O:BAG:BAD:(A;;0xD000001F;;;BA)', []],
    ['O:BAG:BAD:(A;CIIO;0x1F;;;BA)', []],
    ['O:BAD:(A;;0x1F;;;BA)', ['namespace-sddl-no-owner-group: "O:BAD:(A;;0x1F;;;BA)"']],
    ['G:BAD:(A;;0x1F;;;BA)', ['namespace-sddl-no-owner-group: "G:BAD:(A;;0x1F;;;BA)"']],
    ['O:BAG:BAD:NO_ACCESS_CONTROL', ['namespace-sddl-no-dacl: "O:BAG:BAD:NO_ACCESS_CONTROL"']],
    ['O:BAG:BAD:(a;CI;0x1f;;;ba)', ['namespace-sddl-lowercase: a']],
    ['O:BAG:BAD:(A;CI;0x1f;;;S-1-5-32-544)', []],
    ['O:BAG:BAD:(A;CI;0x1F;;BA)', ['sddl-syntax: (A;CI;0x1F;;BA)']],
  ])('is judged: %s', (sddl, wanted) => {
    expect(found(sampleNamespace(sddl))).toEqual(wanted);
  });

  test('is underlined exactly, through escapes and adjacent literals', () => {
    const text = sampleNamespace('O:BAG:BAD:(A;CI;0x4" /* all */ "0\\x0030\\x0030\\x0030;;;WD)');
    expect(found(text)).toEqual([
      String.raw`namespace-sddl-write-dac-broad: 0x4" /* all */ "0\x0030\x0030\x0030`,
    ]);
  });

  test('is put into capitals as a whole', () => {
    const text = sampleNamespace('o:bag:bad:(a;ci;0x1f;;;ba)');
    const [{ fixes } = { fixes: [] }] = findingsOf('namespace-sddl-lowercase', text);
    expect(fixed(text, fixes[0])).toContain('"O:BAG:BAD:(A;CI;0x1f;;;BA)"');
  });

  test('need not be there for the texts of a language', () => {
    expect(found(sampleNamespace(null, 'ms_409'))).toEqual([]);
  });
});

describe('the name of a namespace', () => {
  test.each([
    ['Sample_2', []],
    ['2Sample', ['namespace-name: "2Sample"']],
    ['Vendor\\\\Sample', ['namespace-name: "Vendor\\\\Sample"']],
    ['', ['namespace-name: ""']],
  ])('is judged: %j', (name, wanted) => {
    expect(found(sampleNamespace(undefined, name))).toEqual(wanted);
  });
});

describe('RequiresEncryption', () => {
  test.each([
    ['RequiresEncryption', []],
    ['RequiresEncryption(FALSE)', []],
    ['RequiresEncryption(1)', ['requires-encryption-value: 1']],
  ])('is a boolean: %s', (qualifier, wanted) => {
    expect(found(sampleEncryption(qualifier))).toEqual(wanted);
  });

  test.each(['__SystemSecurity', '__MyNamespace'])(
    'inside of __Namespace is told apart from any other syntax error: %s',
    (className) => {
      const body = `{\n  Name = "N";\n  [RequiresEncryption(TRUE)]\n  instance of ${className} { };`;
      expect(found(sampleFile(`instance of __Namespace\n${body}\n};`))).toEqual([
        `requires-encryption-placement: ${body}`,
      ]);
    },
  );
});
