import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-doubled-backslashes',
  severity: 'error',
  group: 'carrier',
  summary: 'A backslash is escaped once.',
  why: 'MOF that stood in a string of C, JSON or Python has twice as many backslashes as it needs. It compiles, and its namespaces and paths are others than was meant.',
  source: 'strings, pragma-namespace',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: String.raw`#pragma namespace("\\\\\\\\.\\\\root\\\\sample")
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")
`,
  }),
  check: 'parser',
});
