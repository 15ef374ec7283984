import { isDeclared } from '../../declared-classes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

const home = 'root\\subscription';

export default rule({
  name: 'consumer-wrong-namespace',
  severity: 'error',
  group: 'consumer',
  summary: 'Standard consumers go to root\\subscription.',
  why:
    'Windows has their classes in that namespace only. In another one mofcomp does not find the class, unless somebody ' +
    "has compiled the consumer's own MOF into it.",
  source: 'the standard consumers',
  examples: {
    bad: sampleSubscription({
      pragmas: String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")`,
    }),
    good: sampleSubscription(),
  },
  supersedes: ['subscription-namespace'],
  check: {
    consumer({ instance, standardClass }, report, compilation) {
      const { namespace, className, file, node } = instance;
      const { pragma, key } = namespace;
      // Without a pragma the namespace is a matter of mofcomp's -N, of which another rule speaks.
      if (standardClass === undefined || pragma === undefined || key === home) return;
      if (isDeclared(compilation, className, key)) return;
      const { file: pragmaFile, node: pragmaNode } = pragma;
      report({
        file,
        at: node.className,
        subject: pragmaNode,
        message:
          `${className} is a class of ${home}, and ${namespace.path} does not have it unless it was put there: write ` +
          '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription") before it, and say in EventNamespace of the filter where the events ' +
          'come from.',
        related: [
          {
            file: pragmaFile,
            start: pragmaNode.start,
            end: pragmaNode.end,
            message: 'what puts it there',
          },
        ],
      });
    },
  },
});
