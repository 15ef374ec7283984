import { derivesFrom } from '../../../schema/known-classes.ts';
import { sampleQueries } from '../../provider-samples.ts';
import {
  eachEventQuery,
  hasSyntaxProblem,
  instanceCondition,
  namesTarget,
  placeOf,
} from '../../provider-queries.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-query-partial-instances',
  severity: 'warning',
  group: 'provider',
  summary: 'A provider reports the events of all instances of a class.',
  why: 'A query for only some of the instances cannot be registered: the provider would be taken to report the others as well, or none.',
  source: 'registering-an-event-provider',
  examples: {
    bad: sampleQueries(
      'SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA "Win32_LogicalDisk" AND TargetInstance.DeviceID = "C:"',
    ),
    good: sampleQueries(
      'SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA "Win32_LogicalDisk"',
    ),
  },
  check: eachEventQuery(({ instance, value, parsed }, report) => {
    const { query } = parsed;
    if (query?.kind !== 'SelectQuery' || hasSyntaxProblem(parsed)) return;
    const { className, where } = query;
    const expression = where?.expression;
    if (className === undefined || expression === undefined) return;
    if (!derivesFrom(className.name, '__InstanceOperationEvent') || !namesTarget(expression))
      return;
    const part = instanceCondition(expression);
    if (part === undefined) return;
    report({
      file: instance.file,
      at: placeOf(value, part),
      message:
        'A provider cannot be registered for the events of only some instances of a class: leave this condition out; what a subscriber asks for is sorted out by WMI.',
    });
  }),
});
