import { rule } from '../../rule.ts';

/** The name under which the tests and the documentation keep an example. */
const self = 'example.mof';

export default rule({
  name: 'include-cycle',
  severity: 'error',
  group: 'pragma',
  summary: 'No file includes itself, directly or through others.',
  why: 'An include is replaced by the text of its file, and a circle of includes has no end.',
  source: '-include (derived)',
  examples: {
    bad: `#include ("${self}")
`,
    good: String.raw`#include ("common.mof")
`,
    files: { 'common.mof': '// nothing yet\n' },
  },
  check: 'binder',
});
