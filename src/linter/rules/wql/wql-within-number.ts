import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-within-number',
  severity: 'error',
  group: 'wql',
  summary: 'WITHIN is followed by a number of seconds.',
  why: 'WMI cannot read a query whose polling interval is missing or no number.',
  source: 'within-clause, MS-WMI 2.2.1',
  hresult: '0x80041058',
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WITHIN WHERE TargetInstance ISA 'Win32_Service'`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  check: wqlProblems((code) => code === 'within-number'),
});
