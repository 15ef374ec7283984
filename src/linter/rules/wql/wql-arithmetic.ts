import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-arithmetic',
  severity: 'error',
  group: 'wql',
  summary: 'A query does not calculate.',
  why: 'WQL has no arithmetic, and WMI refuses the query.',
  source: 'where-clause',
  hresult: '0x80041058',
  examples: queryExamples(
    `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 1 + 1`,
    `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2`,
  ),
  check: wqlProblems((code) => code === 'arithmetic'),
});
