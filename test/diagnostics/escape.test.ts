import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeControls, safeJson } from '../../src/diagnostics/escape.ts';

describe('escapeControls', () => {
  it.each<[string, string, string]>([
    ['an ANSI escape sequence', '\x1b[2J', '\\x1b[2J'],
    ['the one-character CSI', '\x9b31m', '\\x9b31m'],
    ['a hyperlink sequence', '\x1b]8;;http://x\x07', '\\x1b]8;;http://x\\x07'],
    ['line ends', 'a\r\nb', 'a\\x0d\\x0ab'],
    ['NUL, backspace and delete', '\0\b\x7f', '\\x00\\x08\\x7f'],
    ['a right-to-left override', 'a\u202eb', 'a\\u202eb'],
    ['bidi isolates', '\u2066\u2069', '\\u2066\\u2069'],
    ['zero-width characters', 'a\u200bb\u200d\ufeff', 'a\\u200bb\\u200d\\ufeff'],
    ['line and paragraph separators', '\u2028\u2029\x85', '\\u2028\\u2029\\x85'],
    ['a soft hyphen', '\u00ad', '\\xad'],
    ['tags and variation selectors', '\u{e0041}\ufe0f\u{e0100}', '\\u{e0041}\\ufe0f\\u{e0100}'],
    ['blank letters', '\u3164\u115f', '\\u3164\\u115f'],
    ['lone surrogates', '\ud83d!', '\\ud83d!'],
  ])('writes out %s', (_, text, expected) => {
    expect(escapeControls(text)).toBe(expected);
  });

  it.each(['class\tA {};', 'Größe', '事件', '😀', 'e\u0301', 'شرطة', '\\x1b', '\u00a0'])(
    'leaves %s alone',
    (text) => {
      expect(escapeControls(text)).toBe(text);
    },
  );

  it('lets no control character through, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeControls(text)).not.toMatch(/[\0-\x08\x0a-\x1f\x7f-\x9f\u200b-\u202e]/);
      }),
    );
  });
});

describe('safeJson', () => {
  it('has the same value and no control character but its own line ends', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
        (value) => {
          const printed = safeJson(value, 2);
          expect(JSON.parse(printed)).toEqual(value);
          expect(printed).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/u);
        },
      ),
    );
  });

  it('writes characters beyond 16 bits as JSON does, in two halves', () => {
    expect(safeJson('\u{e0041}')).toBe('"\\udb40\\udc41"');
  });
});
