import { flagRule } from '../../pragma-flag-rule.ts';

export default flagRule({
  name: 'pragma-classflags',
  pragma: 'classflags',
  flags: ['createonly', 'forceupdate', 'safeupdate', 'updateonly'],
  examples: {
    bad: String.raw`#pragma classflags("updatonly", "forceupdate")
`,
    good: String.raw`#pragma classflags("updateonly", "forceupdate")
`,
  },
});
