import { pragmasNamed } from '../../pragma-arguments.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-deleteclass-risk',
  severity: 'warning',
  group: 'pragma',
  summary: '#pragma deleteclass should delete only classes that the file declares anew.',
  why:
    'It deletes the class with all its instances, whoever made them, and mofcomp does not undo it when a later statement ' +
    'fails.',
  source: 'pragma-deleteclass, mofcomp',
  examples: {
    bad: String.raw`#pragma deleteclass("Sample_Reading", NOFAIL)
`,
    good: String.raw`#pragma deleteinstance("Sample_Reading.Sensor='north'", NOFAIL)
`,
  },
  check: {
    unit(unit, report, { classes }) {
      const pragmas = pragmasNamed(unit, 'deleteclass');
      if (pragmas.length === 0) return;
      const declared = new Set(classes.map(({ name }) => name.toLowerCase()));
      for (const { file, node } of pragmas) {
        const [target] = node.arguments ?? [];
        if (target?.kind !== 'StringValue' || declared.has(target.value.trim().toLowerCase()))
          continue;
        report({
          file,
          at: node,
          message:
            `This deletes the class ${target.value} and all its instances, whoever made them, and no file here declares it ` +
            'again: delete your own instances with #pragma deleteinstance.',
        });
      }
    },
  },
});
