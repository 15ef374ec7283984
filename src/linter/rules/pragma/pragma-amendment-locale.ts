import { pragmasNamed } from '../../pragma-arguments.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-amendment-locale',
  severity: 'error',
  group: 'pragma',
  summary:
    '#pragma amendment names a locale as MS_ with its number in hexadecimal, once in a file.',
  why: 'mofcomp refuses other names. MS_409 is English (United States), MS_407 German, MS_411 Japanese.',
  source: 'mofcomp, pragma-amendment, wmi-error-constants',
  hresult: '0x80044010',
  hresults: ['0x80044011'],
  examples: {
    bad: String.raw`#pragma amendment("en-US")
`,
    moreBad: [
      `#pragma amendment("MS_409")
#pragma amendment("MS_407")
`,
    ],
    good: String.raw`#pragma amendment("MS_409")
`,
  },
  check: {
    unit(unit, report) {
      const pragmas = pragmasNamed(unit, 'amendment');
      for (const { file, node } of pragmas) {
        const [locale, extra] = node.arguments ?? [];
        const isLocale = locale?.kind === 'StringValue' && /^ms_[0-9a-f]{3,5}$/i.test(locale.value);
        if (isLocale && extra === undefined) continue;
        report({
          file,
          at: isLocale ? (extra ?? node) : (locale ?? node),
          message:
            '#pragma amendment takes one locale, MS_ and its number in hexadecimal, and mofcomp refuses others: write for ' +
            'example #pragma amendment("MS_409").',
        });
      }
      const [first, ...others] = pragmas;
      for (const { file, node } of others) {
        if (first === undefined || first.node === node) continue;
        report({
          file,
          at: node,
          hresult: '0x80044011',
          message:
            'A file has one #pragma amendment, and mofcomp refuses a second: remove one, or write a file for each locale.',
          related: [
            {
              file: first.file,
              start: first.node.start,
              end: first.node.end,
              message: 'the first one',
            },
          ],
        });
      }
    },
  },
});
