import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-is-non-null',
  severity: 'error',
  group: 'wql',
  summary: 'IS and IS NOT are followed by NULL.',
  why: 'WQL has IS for NULL only; other values are compared with = and <>.',
  source: 'wql-operators',
  hresult: '0x80041058',
  fixes: ['safe'],
  examples: queryExamples(
    `SELECT * FROM Win32_VolumeChangeEvent WHERE DriveName IS 'E:'`,
    `SELECT * FROM Win32_VolumeChangeEvent WHERE DriveName = 'E:'`,
  ),
  check: wqlProblems((code) => code === 'is-non-null'),
});
