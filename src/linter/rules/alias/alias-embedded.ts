import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-embedded',
  severity: 'error',
  group: 'alias',
  summary: 'An embedded object has no alias.',
  why: 'It is a part of the object around it and has no path that an alias could stand for; mofcomp refuses the file.',
  source: 'wmi-error-constants',
  hresult: '0x8004401F',
  examples: {
    bad: String.raw`instance of Sample_Event
{
  Name = "rise";
  Reading = instance of Sample_Reading as $Reading { Sensor = "north"; };
};
`,
    good: String.raw`instance of Sample_Event
{
  Name = "rise";
  Reading = instance of Sample_Reading { Sensor = "north"; };
};
`,
  },
  check: 'parser',
});
