import { describe, expect, it } from 'vitest';
import { sddlReport } from '../../src/security/sddl-report.ts';
import { sidReport } from '../../src/security/sid-report.ts';

const administrators = [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0];
const administratorsSd =
  '0100048030000000400000000000000014000000' +
  '02001c00010000000000140080000000010100000000000512000000' +
  '01020000000000052000000020020000'.repeat(2);

describe('sidReport', () => {
  it.each([
    'S-1-5-32-544',
    'BA',
    'ba',
    'BUILTIN\\Administrators',
    'administrators',
    '{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}',
    '1 2 0 0 0 0 0 5 0x20 0 0 0 040 2 0 0',
    '01020000000000052000000020020000',
    ' hex:01020000000000052000000020020000',
  ])('understands %s', (input) => {
    expect(sidReport(input)).toEqual({
      input,
      valid: true,
      sid: 'S-1-5-32-544',
      bytes: administrators,
      name: 'BUILTIN\\Administrators',
      errors: [],
    });
  });

  it('underlines the wrong element of an array', () => {
    const input = '{1, 2, 0,0,0,0,0,5, 32,0,0,0, 544,0,0,0}';
    const [error] = sidReport(input).errors;
    expect(input.slice(error?.start, error?.end)).toBe('544');
  });

  it('underlines bytes that are too many', () => {
    const input = '{1,1,0,0,0,0,0,5,18,0,0,0,7,7}';
    const [error] = sidReport(input).errors;
    expect(input.slice(error?.start, error?.end)).toBe('7,7');
    expect(error?.message).toContain('S-1-5-18 (Local System)');
  });

  it('asks for the domain of a domain-relative alias', () => {
    expect(sidReport('DA').errors[0]?.message).toContain('S-1-5-21-x-y-z-512');
    expect(sidReport('Domain Admins', { domain: 'S-1-5-21-1-2-3' }).sid).toBe('S-1-5-21-1-2-3-512');
  });

  it.each(['', '  ', 'nonsense', '{', '{}', '09', 'S-1', '0x12', '{1,2,NULL}'])(
    'refuses %j',
    (input) => {
      const report = sidReport(input);
      expect(report.valid).toBe(false);
      for (const { start, end } of report.errors) {
        expect(0 <= start && start <= end && end <= input.length).toBe(true);
      }
      expect(report.errors).not.toEqual([]);
    },
  );
});

describe('sddlReport', () => {
  it('explains who may do what', () => {
    const report = sddlReport('O:BAG:BAD:(A;;0x80;;;SY)');
    expect(report).toMatchObject({
      valid: true,
      canonical: 'O:BAG:BAD:(A;;LO;;;SY)',
      hex: administratorsSd,
      owner: { text: 'BA', sid: 'S-1-5-32-544', name: 'BUILTIN\\Administrators' },
      dacl: {
        state: 'list',
        aces: [
          {
            effect: 'allow',
            maskHex: '0x80',
            explanation: 'S-1-5-18 (Local System) may publish events to the filter',
          },
        ],
      },
      notes: [],
    });
  });

  it('decodes bytes', () => {
    expect(sddlReport(`hex:${administratorsSd}`)).toMatchObject({
      valid: true,
      canonical: 'O:BAG:BAD:(A;;LO;;;SY)',
    });
  });

  it('locates mistakes in bytes', () => {
    const input = `hex: ${administratorsSd.replace('0200', '0900')}`;
    const [error] = sddlReport(input).errors;
    expect(input.slice(error?.start, error?.end)).toBe('09');
    expect(sddlReport('hex:0g').errors).toMatchObject([{ start: 5, end: 6 }]);
    expect(sddlReport('hex:012').valid).toBe(false);
    expect(sddlReport('hex:').valid).toBe(false);
  });

  it('leaves domain-relative aliases alone unless it is told of the domain', () => {
    const bare = sddlReport('O:DAG:DA');
    expect(bare).toMatchObject({ valid: true, canonical: 'O:DAG:DA' });
    expect(bare.hex).toBeUndefined();
    expect(bare.notes[0]).toContain('DA');
    const told = sddlReport('O:DAG:DA', { domain: 'S-1-5-21-1-2-3' });
    expect(told).toMatchObject({ canonical: 'O:DAG:DA', owner: { sid: 'S-1-5-21-1-2-3-512' } });
    expect(told.hex).toBeDefined();
    expect(sddlReport('O:DAG:DA', { domain: 'contoso' }).notes[0]).toContain('contoso');
  });

  it('says what an absent, a NULL and an empty DACL mean', () => {
    expect(sddlReport('O:BAG:BA').notes).toEqual([
      'there is no DACL (D:), so everyone has every right',
    ]);
    expect(sddlReport('D:NO_ACCESS_CONTROL').dacl?.state).toBe('null');
    expect(sddlReport('D:').dacl?.state).toBe('empty');
  });

  it('names rights that mean nothing to a filter', () => {
    const [ace] = sddlReport('O:BAG:BAD:(D;IO;0x341;;;WD)').dacl?.aces ?? [];
    expect(ace).toMatchObject({ effect: 'deny', flags: ['IO'], unknownBits: 0x300 });
    expect(ace?.explanation).toContain('WBEM_ENABLE, which means nothing for a filter');
    expect(ace?.explanation).toContain('inherit-only');
  });
});

describe('a mandatory label', () => {
  it('has policies and no rights of WMI', () => {
    const { sacl } = sddlReport('O:BAG:BAD:(A;;0x80;;;BA)S:(ML;;NWNR;;;HI)');
    expect(sacl?.aces[0]?.rights?.map(({ name }) => name)).toEqual([
      'SYSTEM_MANDATORY_LABEL_NO_WRITE_UP',
      'SYSTEM_MANDATORY_LABEL_NO_READ_UP',
    ]);
  });
});
