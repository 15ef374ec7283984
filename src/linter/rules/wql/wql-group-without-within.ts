import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-group-without-within',
  severity: 'error',
  group: 'wql',
  summary: 'GROUP is followed by WITHIN.',
  why: 'WMI gathers the events of a group for some time, and refuses a group that does not say for how long.',
  source: 'group-clause, wmi-error-constants',
  hresult: '0x8004105A',
  examples: queryExamples(
    `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP BY DriveName`,
    `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN 300 BY DriveName`,
  ),
  check: wqlProblems((code) => code === 'group-without-within'),
});
