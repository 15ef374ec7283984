import { rule } from '../../rule.ts';

/** A chain of files each of which includes the next. */
const chain = Object.fromEntries(
  Array.from({ length: 70 }, (_, index) => [
    `part${index}.mof`,
    `#include ("part${index + 1}.mof")\n`,
  ]),
);

export default rule({
  name: 'include-limit',
  severity: 'warning',
  group: 'pragma',
  summary: 'Includes should be few and not deep.',
  why:
    'mofsec follows includes 64 deep and 10,000 in number, and reads 4,096 files and 64 MB of text for them. What lies ' +
    'beyond is not looked at.',
  source: 'a limit of mofsec',
  examples: {
    bad: String.raw`#include ("part0.mof")
`,
    good: String.raw`#include ("common.mof")
`,
    files: { ...chain, 'common.mof': '// nothing yet\n' },
  },
  check: 'binder',
});
