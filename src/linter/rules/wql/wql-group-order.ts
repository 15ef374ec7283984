import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-group-order',
  severity: 'error',
  group: 'wql',
  summary: 'GROUP stands behind WHERE.',
  why: 'WMI cannot read a query with its clauses in another order.',
  source: 'group-clause',
  hresult: '0x80041058',
  examples: queryExamples(
    `SELECT * FROM Win32_VolumeChangeEvent GROUP WITHIN 300 WHERE EventType = 2`,
    `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN 300`,
  ),
  check: wqlProblems((code) => code === 'group-order'),
});
