import { flagsOf, pragmasNamed } from '../../pragma-arguments.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-classflags-contradict',
  severity: 'warning',
  group: 'pragma',
  summary: 'The flags of one #pragma classflags or instanceflags must go together.',
  why:
    'createonly refuses what exists, and the other flags are about changing what exists; a class is updated either ' +
    'safely or by force. Only flags that do not contradict each other may be combined.',
  source: 'pragma-classflags',
  examples: {
    bad: String.raw`#pragma classflags("createonly", "updateonly")
`,
    good: String.raw`#pragma classflags("updateonly", "forceupdate")
`,
  },
  check: {
    unit(unit, report) {
      for (const { file, node } of pragmasNamed(unit, 'classflags', 'instanceflags')) {
        const given = new Set(flagsOf(node).map(({ name }) => name.toLowerCase()));
        const pair = contradictions.find(([a, b]) => given.has(a) && given.has(b));
        if (pair === undefined) continue;
        const [first, ...rest] = node.arguments ?? [];
        report({
          file,
          at: { start: (first ?? node).start, end: (rest.at(-1) ?? first ?? node).end },
          message: `${pair[0]} and ${pair[1]} contradict each other, and WMI documents flags together only where they do not: keep one of them.`,
        });
      }
    },
  },
});

const contradictions: readonly (readonly [string, string])[] = [
  ['createonly', 'updateonly'],
  ['createonly', 'forceupdate'],
  ['createonly', 'safeupdate'],
  ['safeupdate', 'forceupdate'],
];
