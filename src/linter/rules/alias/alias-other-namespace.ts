import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-other-namespace',
  severity: 'warning',
  group: 'alias',
  summary: 'An alias and the references to it stand under the same #pragma namespace.',
  why:
    'Nothing documents an alias of an object in another namespace. On real machines the stored path carries the ' +
    'namespace of the object, and WMI has only limited support for references across namespaces.',
  source: 'creating-an-alias, declaring-an-association-class; stored paths as observed',
  examples: {
    bad: String.raw`#pragma namespace("\\\\.\\root\\sample")

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

#pragma namespace("\\\\.\\root\\other")

instance of Sample_Link
{
  Name = "a";
  Target = $Reading;
};
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

instance of Sample_Link
{
  Name = "a";
  Target = $Reading;
};
`,
  },
  check: {
    unit({ aliases }, report) {
      for (const { name, target, definition, uses } of aliases.values()) {
        for (const { file, node, owner } of uses) {
          if (owner.namespace.key === target.namespace.key) continue;
          report({
            file,
            at: node,
            message:
              `${name} is an object of ${target.namespace.path}, and this one goes to ${owner.namespace.path}; no ` +
              'documentation says that WMI follows such an alias: put both under one #pragma namespace.',
            related: [
              {
                file: definition.file,
                start: definition.node.start,
                end: definition.node.end,
                message: `${name} is defined here, in ${target.namespace.path}`,
              },
            ],
          });
        }
      }
    },
  },
});
