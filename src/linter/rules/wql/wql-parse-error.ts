import { filterWith } from '../../filter-samples.ts';
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
  hresults: ['0x8004105B'],
  fixes: ['safe', 'suggestion'],
  examples: {
    ...queryExamples(
      `SELECT FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
      `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
    ),
    moreBad: [
      filterWith(
        'Query',
        `Query = "SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample.exe";`,
      ),
      filterWith(
        'Query',
        `Query = "SELECT * FROM Win32_ProcessStartTrace WHERE SessionID = 0 GROUP WITHIN 300 BY";`,
      ),
    ],
  },
  check: wqlProblems((code) => ownRules[code] !== true),
});
