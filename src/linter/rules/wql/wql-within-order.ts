import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-within-order',
  severity: 'error',
  group: 'wql',
  summary: 'WITHIN stands before WHERE.',
  why: 'WMI cannot read a query with its clauses in another order.',
  source: 'within-clause, MS-WMI 2.2.1',
  hresult: '0x80041058',
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_Service' WITHIN 300`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  check: wqlProblems((code) => code === 'within-order'),
});
