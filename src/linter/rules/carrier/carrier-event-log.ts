import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-event-log',
  severity: 'error',
  group: 'carrier',
  summary: 'A file holds MOF, and not the text of an event that shows MOF.',
  why: 'When a permanent subscription is registered, WMI writes event 5861 into the log Microsoft-Windows-WMI-Activity/Operational, with the filter and the consumer as MOF and words of its own around them. mofcomp stops at these. The binding is not part of the event.',
  source: 'wmi-event-messages',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: `instance of Sample_Reading
{
  Name = "north";
};
Perm. Consumer:
instance of Sample_Report
{
  Name = "north";
};
`,
    good: `instance of Sample_Reading
{
  Name = "north";
};
instance of Sample_Report
{
  Name = "north";
};
`,
  }),
  check: 'parser',
});
