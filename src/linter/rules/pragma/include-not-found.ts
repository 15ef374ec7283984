import { rule } from '../../rule.ts';

export default rule({
  name: 'include-not-found',
  severity: 'error',
  group: 'pragma',
  summary: 'The file that an #include names must exist.',
  why: 'mofcomp stops when it cannot open an included file.',
  source: '-include, wmi-error-constants',
  hresult: '0x80044030',
  examples: {
    bad: String.raw`#include ("comon.mof")
`,
    good: String.raw`#include ("common.mof")
`,
    files: { 'common.mof': '// nothing yet\n' },
  },
  check: 'binder',
});
