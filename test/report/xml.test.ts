import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xmlAttributes, xmlText } from '../../src/report/xml.ts';

describe('text in XML', () => {
  test.each([
    ['a < b && c > "d"', 'a &lt; b &amp;&amp; c &gt; &quot;d&quot;'],
    [']]>', ']]&gt;'],
    ["it's", 'it&apos;s'],
    ['a\n\tb', 'a\n\tb'],
    ['a\r\nb', 'a&#13;\nb'],
    ['\0\x08\x1f\ufffe\uffff\ud800', '\ufffd'.repeat(6)],
    ['😀\x85', '😀\x85'],
  ])('%j', (text, expected) => {
    expect(xmlText(text)).toBe(expected);
  });

  test('keeps its line ends and tabs in an attribute, which would be blanks otherwise', () => {
    expect(xmlAttributes({ name: 'a\tb\r\n"c"', line: 1 })).toBe(
      ' name="a&#9;b&#13;&#10;&quot;c&quot;" line="1"',
    );
  });

  test('never ends what it stands in, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = xmlText(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos|#13);)/);
        const back = escaped.replaceAll(
          /&(?:amp|lt|gt|quot|apos|#13);/g,
          (entity) => signs[entity] ?? '',
        );
        expect(back).toBe(
          text.replaceAll(
            /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
            '\ufffd',
          ),
        );
      }),
    );
  });
});

const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#13;': '\r',
};
