import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/text/decode.ts';
import { encode } from '../../src/text/encode.ts';
import type { Encoding } from '../../src/text/source-file.ts';

const mof = 'instance of __EventFilter as $F\r\n{\r\n  Name = "Größe 大小 😀";\r\n};\r\n';

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );
}

describe('the encoding of a MOF file', () => {
  it.each<[string, Uint8Array, Encoding, string]>([
    ['nothing at all', bytes(''), 'utf-8', ''],
    ['ASCII, which is UTF-8', bytes('class A {};'), 'utf-8', 'class A {};'],
    ['UTF-8', bytes(mof), 'utf-8', mof],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], mof), 'utf-8-bom', mof],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(mof, 'utf16le')]),
      'utf-16le-bom',
      mof,
    ],
    [
      'UTF-16 with a mark, high byte first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(mof, 'utf16le').swap16()]),
      'utf-16be-bom',
      mof,
    ],
    ['UTF-16 without a mark', Buffer.from(mof, 'utf16le'), 'utf-16le', mof],
    [
      'UTF-16 without a mark, high byte first',
      Buffer.from(mof, 'utf16le').swap16(),
      'utf-16be',
      mof,
    ],
    ['a mark alone', bytes([0xff, 0xfe]), 'utf-16le-bom', ''],
    ['one UTF-16 character', bytes([0x3b, 0]), 'utf-16le', ';'],
    ['windows-1252', bytes('// caf', [0xe9, 0x20, 0x80]), 'windows-1252', '// café €'],
    [
      'bytes that windows-1252 leaves undefined',
      bytes([0xe9, 0x20, 0x81]),
      'windows-1252',
      'é \u0081',
    ],
    [
      'a surrogate written in UTF-8, which is not UTF-8',
      bytes([0xed, 0xa0, 0x80]),
      'windows-1252',
      'í\u00a0€',
    ],
    ['an overlong slash, which is not UTF-8', bytes([0xc0, 0xaf]), 'windows-1252', 'À¯'],
    ['a stray NUL in ASCII', bytes('class A {\0};'), 'utf-8', 'class A {\0};'],
  ])('is found for %s', (_, input, encoding, text) => {
    const decoded = decode(input);
    expect(decoded).toEqual({ text, encoding, hadBom: encoding.endsWith('-bom'), problems: [] });
  });

  it('is UTF-16 without a mark also where most of the text is not ASCII', () => {
    const text = `// ${'事件筛选器'.repeat(20)}\r\n${mof.repeat(2)}`;
    expect(decode(Buffer.from(text, 'utf16le'))).toMatchObject({ encoding: 'utf-16le', text });
  });

  it('keeps a second byte order mark, which is a character of the text', () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], '\ufeffclass')).text).toBe('\ufeffclass');
  });

  it('reads a view into a larger buffer, at an odd offset too', () => {
    const padded = Buffer.concat([Buffer.from([1]), Buffer.from('\ufeff{};', 'utf16le')]);
    expect(decode(padded.subarray(1)).text).toBe('{};');
  });
});

describe('what does not fit the encoding', () => {
  it('is reported for UTF-16 with an odd number of bytes, and the rest is read', () => {
    const cut = Buffer.from('\ufeff};', 'utf16le').subarray(0, 5);
    expect(decode(cut)).toEqual({
      text: '}',
      encoding: 'utf-16le-bom',
      hadBom: true,
      problems: [
        {
          kind: 'odd-byte',
          offset: 1,
          message: 'the file is UTF-16 and ends with half a character, which is left out',
        },
      ],
    });
  });

  it('is reported for a UTF-8 mark before other bytes', () => {
    const decoded = decode(bytes([0xef, 0xbb, 0xbf], 'caf', [0xe9]));
    expect(decoded).toMatchObject({
      text: 'caf\ufffd',
      encoding: 'utf-8-bom',
      problems: [{ kind: 'invalid-utf-8', offset: 3 }],
    });
  });
});

describe('encode', () => {
  const encodings: readonly Encoding[] = [
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16le-bom',
    'utf-16be',
    'utf-16be-bom',
  ];

  it.each(encodings)('brings a text in %s back to the same bytes', (encoding) => {
    const written = encode(mof, encoding);
    expect(decode(written)).toMatchObject({ text: mof, encoding, problems: [] });
    expect(encode(decode(written).text, encoding)).toEqual(written);
  });

  it('keeps lone surrogates of UTF-16', () => {
    const text = 'Name = "\ud800";';
    expect(decode(encode(text, 'utf-16le-bom')).text).toBe(text);
  });

  it('takes UTF-8 with a mark for what windows-1252 lacks', () => {
    expect(decode(encode('// é 大', 'windows-1252'))).toMatchObject({
      text: '// é 大',
      encoding: 'utf-8-bom',
    });
  });

  it('is the inverse of decode for any bytes without a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
        const { text, encoding, problems } = decode(input);
        fc.pre(problems.length === 0);
        expect(encode(text, encoding)).toEqual(input);
      }),
      { numRuns: 2000 },
    );
  });
});
