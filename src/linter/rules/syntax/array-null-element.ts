import { walk } from '../../../../grammar/mof/visit.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'array-null-element',
  severity: 'error',
  group: 'syntax',
  summary: 'No element of an array is NULL.',
  why: 'WMI stores no such arrays, and mofcomp refuses the file.',
  source: 'wmi-error-constants',
  hresult: '0x80044020',
  examples: {
    bad: String.raw`instance of Sample_Series
{
  Name = "north";
  Labels = {"a", NULL};
};
`,
    good: String.raw`instance of Sample_Series
{
  Name = "north";
  Labels = {"a"};
};
`,
  },
  check: {
    file({ document, source }, report) {
      walk(document, (node) => {
        if (node.kind !== 'ArrayValue') return;
        for (const element of node.elements) {
          if (element.kind !== 'NullValue') continue;
          report({
            file: source,
            at: element,
            subject: element,
            message:
              'An element of an array cannot be NULL, and mofcomp refuses the file: leave the element out.',
          });
        }
      });
    },
  },
});
