import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-namespace-syntax',
  severity: 'error',
  group: 'pragma',
  summary:
    'The argument of #pragma namespace must be the path of a namespace, with each backslash written twice.',
  why:
    'mofcomp refuses a path that is none. With single backslashes, \\r and \\t become control characters and others ' +
    'vanish.',
  source: 'pragma-namespace, strings, wmi-error-constants',
  hresult: '0x80044013',
  fixes: ['safe'],
  examples: {
    bad: String.raw`#pragma namespace("\\.\root\test")
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\test")
`,
  },
  supersedes: ['bad-escape'],
  check: 'binder',
});
