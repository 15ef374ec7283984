import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-path-unescaped-quotes',
  severity: 'error',
  group: 'binding',
  summary: 'The quotation marks inside a path are written \\" in MOF.',
  why: 'An unescaped one ends the string, and what follows is no MOF.',
  source: 'wmi-object-path-requirements, strings',
  hresult: '0x8004400A',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({
      binding: sampleBinding(
        '',
        String.raw`  Filter = "__EventFilter.Name="ServiceFilter"";
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
      ),
    }),
    good: sampleSubscription({
      binding: sampleBinding(
        '',
        String.raw`  Filter = "__EventFilter.Name=\"Service Filter\"";
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
      ),
    }),
  },
  check: 'parser',
});
