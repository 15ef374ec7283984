import { rule } from '../../rule.ts';

export default rule({
  name: 'encoding-unicode-without-bom',
  severity: 'warning',
  group: 'pragma',
  summary: 'A UTF-16 file begins with a byte order mark.',
  why: 'mofcomp takes a file for Unicode when its first two bytes are FF FE or FE FF, and reads others as single bytes.',
  source: 'mofcomp',
  examples: {
    bad: String.raw`#pragma namespace("\\\\.\\root\\sample")
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")
`,
    badEncoding: 'utf-16le',
    goodEncoding: 'utf-16le-bom',
  },
  check: {
    file({ source }, report) {
      const { encoding } = source;
      if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return;
      report({
        file: source,
        at: { start: 0, end: Math.min(1, source.text.length) },
        message:
          'The file is UTF-16 without a byte order mark, by which mofcomp knows Unicode: save it with one (FF FE at the ' +
          'beginning), as Notepad does for "UTF-16 LE".',
      });
    },
  },
});
