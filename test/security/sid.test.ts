import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSidProblem } from '../../src/security/sid-problems.ts';
import {
  type Sid,
  type SidProblem,
  decodeSid,
  encodeSid,
  formatSid,
  parseSid,
} from '../../src/security/sid.ts';

function problems(bytes: readonly number[]): readonly SidProblem[] {
  const decoded = decodeSid(bytes);
  return decoded.kind === 'malformed' ? decoded.problems : [];
}

const anySid: fc.Arbitrary<Sid> = fc.record({
  authority: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  subAuthorities: fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), {
    minLength: 1,
    maxLength: 15,
  }),
});

describe('decodeSid', () => {
  it('reads the Administrators SID', () => {
    expect(decodeSid([1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0])).toEqual({
      kind: 'sid',
      sid: { authority: 5, subAuthorities: [32, 544] },
    });
  });

  it('names every problem with its place', () => {
    expect(problems([2, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 544, 2, 0])).toMatchObject([
      { kind: 'byte-range', index: 12, value: 544 },
      { kind: 'revision', index: 0, value: 2 },
      { kind: 'length', expected: 16, length: 15, missing: 1, surplus: 0, counted: undefined },
    ]);
    expect(problems([1, 1])).toMatchObject([{ kind: 'too-short', length: 2 }]);
    expect(problems([1, 16, 0, 0, 0, 0, 0, 5])).toMatchObject([
      { kind: 'sub-authority-count', index: 1, value: 16 },
    ]);
  });

  it('shows what Windows reads when bytes are left over', () => {
    expect(problems([1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0, 0, 0])).toMatchObject([
      { kind: 'length', surplus: 2, counted: { authority: 5, subAuthorities: [18] } },
    ]);
  });

  it('never throws and explains every problem', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.double(), fc.nat(300))), (bytes) => {
        for (const problem of problems(bytes)) expect(describeSidProblem(problem)).not.toBe('');
      }),
    );
  });
});

describe('SID text and bytes', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anySid, (sid) => {
        expect(parseSid(formatSid(sid))).toMatchObject({ kind: 'sid', sid });
        expect(decodeSid(encodeSid(sid))).toEqual({ kind: 'sid', sid });
      }),
    );
  });

  it('are hexadecimal in the authority from 2^32 on', () => {
    expect(formatSid({ authority: 0xffffffff, subAuthorities: [1] })).toBe('S-1-4294967295-1');
    expect(formatSid({ authority: 2 ** 32, subAuthorities: [1] })).toBe('S-1-0x100000000-1');
  });

  it('are no SID when an alias or a blank follows', () => {
    expect(parseSid('BA').kind).toBe('malformed');
    expect(parseSid('S-1-3-4 ').kind).toBe('malformed');
    expect(parseSid('').kind).toBe('malformed');
  });
});
