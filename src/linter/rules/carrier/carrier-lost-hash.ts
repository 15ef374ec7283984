import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-lost-hash',
  severity: 'error',
  group: 'carrier',
  summary: 'A pragma keeps its #.',
  why: 'Markdown makes a heading of a line that begins with #, and shells, Python and PowerShell a comment, so that the sign gets lost in copying. mofcomp stops there; a tool that skips what it does not understand puts everything into the wrong namespace.',
  source: '-pragma, pragma-namespace',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: String.raw`pragma namespace("\\\\.\\root\\sample")
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")
`,
  }),
  check: 'parser',
});
