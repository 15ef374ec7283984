import { filterExamples } from '../../filter-samples.ts';
import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'filter-missing-name',
  severity: 'info',
  group: 'filter',
  summary: 'A filter has a Name.',
  why: 'WMI makes up a GUID where there is none, so that each compilation adds another filter that nobody finds again.',
  source: 'creating-an-event-filter',
  examples: filterExamples('Name', ''),
  check: {
    filter({ instance }, report, compilation) {
      const value = instance.properties.get('name')?.value;
      const at =
        missing(instance, 'Name', compilation) ??
        (value?.kind === 'StringValue' && value.value === '' ? value : undefined);
      if (at === undefined) return;
      report({
        file: instance.file,
        at,
        message:
          'The filter has no Name, so WMI makes one up and every compilation adds another filter: write Name = "Vendor_Purpose";.',
      });
    },
  },
});
