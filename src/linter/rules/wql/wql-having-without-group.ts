import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-having-without-group',
  severity: 'error',
  group: 'wql',
  summary: 'HAVING belongs to GROUP WITHIN.',
  why: 'HAVING counts the events of a group, and without a group there is nothing to count.',
  source: 'having-clause',
  hresult: '0x80041058',
  examples: queryExamples(
    `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 HAVING NumberOfEvents > 5`,
    `SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN 300 HAVING NumberOfEvents > 5`,
  ),
  check: wqlProblems((code) => code === 'having-without-group'),
});
