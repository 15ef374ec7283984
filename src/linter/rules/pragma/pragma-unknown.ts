import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-unknown',
  severity: 'error',
  group: 'pragma',
  summary: 'A pragma must be one of the seven that WMI has.',
  why:
    'mofcomp knows amendment, autorecover, classflags, deleteclass, deleteinstance, instanceflags and namespace, and ' +
    "refuses others. DMTF's locale and include are among them; WMI includes a file with #include.",
  source: '-pragma, wmi-error-constants',
  hresult: '0x80044012',
  examples: {
    bad: String.raw`#pragma include("common.mof")
`,
    good: String.raw`#include ("common.mof")
`,
    files: { 'common.mof': '// nothing yet\n' },
  },
  check: 'binder',
});
