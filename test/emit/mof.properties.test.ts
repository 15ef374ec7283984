import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMof } from '../../grammar/mof/parser.ts';
import { emitJson } from '../../src/emit/json.ts';
import { emitMof } from '../../src/emit/mof.ts';
import { printDocument } from '../support/print-document.ts';
import { messy, models, plain, print } from './messy-mof.ts';
import { compiled, shapeOf } from './trees.ts';

const runs = { numRuns: 500 };

describe('for any model of a file', () => {
  test('files that mean the same have the same canonical form', () => {
    fc.assert(
      fc.property(models, fc.integer(), fc.integer(), (model, one, other) => {
        const expected = emitMof(compiled(print(model, plain)));
        expect(emitMof(compiled(print(model, messy(one))))).toBe(expected);
        expect(emitMof(compiled(print(model, messy(other))))).toBe(expected);
      }),
      runs,
    );
  });

  test('the canonical form is ASCII, has no problem and is its own canonical form', () => {
    fc.assert(
      fc.property(models, fc.integer(), (model, seed) => {
        const once = emitMof(compiled(print(model, messy(seed))));
        expect(once).toMatch(/^[\n -~]*$/);
        expect(parseMof(once).problems).toEqual([]);
        expect(emitMof(compiled(once))).toBe(once);
      }),
      runs,
    );
  });

  test('a printed tree reads back as the same tree', () => {
    fc.assert(
      fc.property(models, fc.integer(), (model, seed) => {
        const text = print(model, messy(seed));
        const { document, problems } = parseMof(text);
        expect(problems).toEqual([]);
        expect(shapeOf(parseMof(printDocument(document, text)).document)).toBe(shapeOf(document));
      }),
      runs,
    );
  });

  test('a text that is damaged is still printed', () => {
    fc.assert(
      fc.property(models, fc.integer(), fc.nat(), fc.nat(20), (model, seed, place, length) => {
        const text = print(model, messy(seed));
        const at = place % text.length;
        const compilation = compiled(text.slice(0, at) + text.slice(at + length));
        expect(emitMof(compilation)).toBeTypeOf('string');
        expect(JSON.parse(emitJson(compilation))).toHaveProperty('version', 1);
      }),
      runs,
    );
  });
});
