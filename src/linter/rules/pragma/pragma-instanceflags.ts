import { flagRule } from '../../pragma-flag-rule.ts';

export default flagRule({
  name: 'pragma-instanceflags',
  pragma: 'instanceflags',
  flags: ['createonly', 'updateonly'],
  examples: {
    bad: String.raw`#pragma instanceflags("createnly")
`,
    moreBad: [
      String.raw`#pragma instanceflags("forceupdate")
`,
    ],
    good: String.raw`#pragma instanceflags("createonly")
`,
  },
});
