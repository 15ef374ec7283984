import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-unknown',
  severity: 'error',
  group: 'pragma',
  summary: 'A pragma must be one of the seven that WMI has.',
  why:
    'mofcomp knows amendment, autorecover, classflags, deleteclass, deleteinstance, instanceflags and namespace, and ' +
    'refuses others.',
  source: '-pragma, wmi-error-constants',
  hresult: '0x80044012',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`#pragma namespaces("\\\\.\\root\\sample")
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")
`,
  },
  check: 'binder',
});
