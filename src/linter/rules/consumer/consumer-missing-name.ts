import { consumerExamples } from '../../consumer-samples.ts';
import { absent } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'consumer-missing-name',
  severity: 'error',
  group: 'consumer',
  summary: 'A consumer of a standard class has a Name.',
  why: 'Name is the key of the class: WMI stores no instance without its key, and a binding has nothing to refer to.',
  source: 'creating-an-instance-using-mof; the standard consumers',
  hresult: '0x80041089',
  examples: consumerExamples('LogFileEventConsumer', { Name: undefined }),
  check: {
    consumer({ instance, standardClass }, report, compilation) {
      if (standardClass === undefined) return;
      const at = absent(instance, 'Name', compilation);
      if (at === undefined) return;
      report({
        file: instance.file,
        at,
        message: `This ${instance.className} has no Name, which is its key, so WMI refuses it: write Name = "..."; with a name of your own.`,
      });
    },
  },
});
