import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-namespace-remote',
  severity: 'error',
  group: 'pragma',
  summary: '#pragma namespace names a namespace of this computer.',
  why: 'mofcomp does not compile into another server.',
  source: 'wmi-error-constants',
  hresult: '0x8004401C',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`#pragma namespace("\\\\SERVER\\root\\sample")
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")
`,
  },
  check: 'binder',
});
