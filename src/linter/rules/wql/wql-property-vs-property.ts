import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-property-vs-property',
  severity: 'error',
  group: 'wql',
  summary: 'A comparison has a property on one side and a constant on the other.',
  why: 'WQL cannot compare two properties, and WMI refuses the query.',
  source: 'where-clause',
  hresult: '0x80041058',
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.State <> PreviousInstance.State`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.State = 'Stopped' AND PreviousInstance.State <> 'Stopped'`,
  ),
  check: wqlProblems((code) => code === 'property-on-both-sides'),
});
