import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEdits, formatMof } from '../../src/formatter/format.ts';
import { messy, models, print } from '../emit/messy-mof.ts';
import { faultsOf } from '../support/formatting.ts';

const options = fc.record(
  {
    printWidth: fc.constantFrom(1, 20, 80, 1000),
    tabWidth: fc.constantFrom(0, 1, 4),
    useTabs: fc.boolean(),
    endOfLine: fc.constantFrom('auto' as const, 'lf' as const, 'crlf' as const, 'cr' as const),
  },
  { requiredKeys: [] },
);

describe('for any file and any options', () => {
  test('nothing changes but white space, and nothing changes the second time', () => {
    fc.assert(
      fc.property(models, fc.integer(), options, (model, seed, layout) => {
        expect(faultsOf(print(model, messy(seed)), layout)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('a text that is damaged is formatted or refused, and never more than that', () => {
    fc.assert(
      fc.property(models, fc.integer(), fc.nat(), fc.nat(20), (model, seed, place, length) => {
        const text = print(model, messy(seed));
        const at = place % text.length;
        const damaged = text.slice(0, at) + text.slice(at + length);
        if (formatMof(damaged).kind === 'formatted') expect(faultsOf(damaged)).toEqual([]);
        else expect(formatEdits(damaged)).toEqual([]);
        expect(Array.isArray(formatEdits(damaged, {}, { start: at, end: at }))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a text that is no MOF at all is formatted or refused', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aB1 \n\r\t"\'\\/*#{}[]()=:;,.$-+\0é漢\ue000') }),
        (text) => {
          const faults = faultsOf(text);
          expect(faults.filter((fault) => fault !== 'refused')).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
