import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { ownRules, wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-parse-error',
  severity: 'error',
  group: 'wql',
  summary: 'A query is well-formed WQL.',
  why: 'WMI cannot read any other query: the filter is never activated, and the event log says so once.',
  source: 'wmi-error-constants, wmi-event-messages',
  hresult: '0x80041058',
  examples: queryExamples(
    'SELECT FROM __InstanceModificationEvent',
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA "Win32_Service"`,
  ),
  check: wqlProblems((code) => ownRules[code] !== true),
});
