import { nodesOf } from '../../nodes.ts';
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
      if (nodesOf(document, 'NullValue').length === 0) return;
      for (const { elements } of nodesOf(document, 'ArrayValue')) {
        for (const element of elements) {
          if (element.kind !== 'NullValue') continue;
          report({
            file: source,
            at: element,
            subject: element,
            message:
              'An element of an array cannot be NULL, and mofcomp refuses the file: leave the element out.',
          });
        }
      }
    },
  },
});
