import { flagRule } from './flag-rule.ts';

export default flagRule({
  name: 'pragma-classflags',
  pragma: 'classflags',
  flags: ['createonly', 'forceupdate', 'safeupdate', 'updateonly'],
  examples: {
    bad: String.raw`#pragma classflags("createnever")
`,
    good: String.raw`#pragma classflags("updateonly", "forceupdate")
`,
  },
});
