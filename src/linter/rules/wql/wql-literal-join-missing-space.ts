import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { wqlProblems } from '../../wql-problems.ts';

export default rule({
  name: 'wql-literal-join-missing-space',
  severity: 'warning',
  group: 'wql',
  summary: 'A blank stands between the number behind WITHIN and the next word.',
  why: 'Adjacent MOF strings become one text with nothing between them. WMI was seen to read a number and a word that run together so, but no specification says that it will.',
  source: 'strings, MS-WMI 2.2.1',
  fixes: ['safe'],
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WITHIN 300WHERE TargetInstance ISA 'Win32_Service'`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  check: wqlProblems((code) => code === 'missing-blank'),
});
