import type { IntegerValue, Node } from '../../../../grammar/mof/ast.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { nodesOf } from '../../nodes.ts';
import { rule } from '../../rule.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'octal-literal',
  severity: 'warning',
  group: 'type',
  summary: 'A number does not begin with 0 unless octal is meant.',
  why: 'A leading 0 makes a number octal, so 010 is 8.',
  source: 'numbers',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 010;
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 8;
};
`,
  },
  check: {
    file({ document, source }, report) {
      const misleading = nodesOf(document, 'IntegerValue').filter(misleads);
      if (misleading.length === 0) return;
      // The bytes of a SID, of which creator-sid-octal-byte speaks.
      const spokenFor = new Set<Node>();
      for (const { name, value } of nodesOf(document, 'PropertyAssignment')) {
        if (value?.kind === 'ArrayValue' && /^creatorsid$/i.test(name.name))
          for (const byte of value.elements) spokenFor.add(byte);
      }
      for (const node of misleading) {
        if (spokenFor.has(node)) continue;
        const decimal = node.raw.replace(/^([+-]?)0+/, '$1');
        const file = source;
        report({
          file,
          at: node,
          message:
            `The leading 0 makes ${node.raw} octal, which is ${node.value}: write ${node.value} if that is meant, and ` +
            `${decimal} if it is not.`,
          fixes: [
            suggestion(`Write ${decimal}`, replaceValue(file, node, decimal)),
            suggestion(`Write ${node.value}`, replaceValue(file, node, String(node.value))),
          ],
        });
      }
    },
  },
});

/** `07` is 7 either way. */
function misleads({ base, value, raw }: IntegerValue): boolean {
  return base === 'octal' && value !== BigInt(raw.replace(/^\+/, ''));
}
