import { numberOf } from '../../consumer-properties.ts';
import { isDeclared } from '../../declared-classes.ts';
import { rule } from '../../rule.ts';

const LONGEST = 71_000n;

export default rule({
  name: 'script-setting-timeout',
  severity: 'warning',
  group: 'consumer',
  summary: 'The Timeout of ScriptingStandardConsumerSetting is 0 to 71,000 minutes.',
  why: 'The setting holds for the scripts of all ActiveScriptEventConsumers, and a number that is out of range does not do what it says.',
  source: 'scriptingstandardconsumersetting',
  examples: {
    bad: String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")

instance of ScriptingStandardConsumerSetting
{
  Timeout = 86400;
};
`,
    good: String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")

instance of ScriptingStandardConsumerSetting
{
  Timeout = 60;
};
`,
  },
  check: {
    instance(instance, report, compilation) {
      const { className, file } = instance;
      if (className.toLowerCase() !== 'scriptingstandardconsumersetting') return;
      const timeout = numberOf(instance, 'Timeout');
      if (timeout === undefined || timeout.number <= LONGEST) return;
      if (isDeclared(compilation, className)) return;
      report({
        file,
        at: timeout.value,
        message: `Timeout is a number of minutes up to ${LONGEST}, and ${timeout.number} is more: write ${LONGEST} or less.`,
      });
    },
  },
});
