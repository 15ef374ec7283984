import type { Member, NameValue, PropertyAssignment, Value } from '../../../../grammar/mof/ast.ts';
import type { CompilationUnit } from '../../../compiler/model.ts';
import { suggestion } from '../../fixes.ts';
import { nodesOf } from '../../nodes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'value-without-quotes',
  severity: 'error',
  group: 'syntax',
  summary: 'Text that is the value of a property stands in quotes.',
  why:
    'A bare word is no value: mofcomp refuses it ("Numeric value out of range or strings without quotes"). Words that the ' +
    'C preprocessor replaces are another matter, and so are those of qualifiers and pragmas.',
  source: 'wmi-error-constants',
  hresult: '0x80044007',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`instance of Sample_Reading
{
  Sensor = north;
};
`,
    good: String.raw`instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: {
    unit(unit, report) {
      if (unit.files.every(({ document }) => nodesOf(document, 'NameValue').length === 0)) return;
      const macros = macrosOf(unit);
      if (macros === 'unknown') return;
      for (const declaration of unit.declarations) {
        if (declaration.kind !== 'class' && declaration.kind !== 'instance') continue;
        const { file, node } = declaration;
        const owners: readonly (Member | PropertyAssignment)[] =
          node.kind === 'ClassDeclaration' ? node.members : node.properties;
        for (const word of owners.flatMap(bareWordsOf)) {
          if (macros.has(word.name)) continue;
          report({
            file,
            at: word,
            subject: word,
            message: `${word.name} is neither a number nor TRUE, FALSE or NULL, and text stands in quotes: write "${word.name}".`,
            fixes: [
              suggestion('Add the quotes', {
                file,
                start: word.start,
                end: word.end,
                text: `"${word.name}"`,
              }),
            ],
          });
        }
      }
    },
  },
});

/** The names that `#define` gives to something, or `unknown` where a header that is not read may define others. */
function macrosOf({ files }: CompilationUnit): ReadonlySet<string> | 'unknown' {
  const names = new Set<string>();
  for (const { document } of files) {
    for (const item of [...document.items, ...document.nestedDirectives]) {
      if (item.kind === 'Include' && item.form === 'c') return 'unknown';
      if (item.kind !== 'PreprocessorLine' || item.directive !== 'define') continue;
      const name = /define[ \t]+(\w+)/i.exec(item.text)?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

function bareWordsOf(owner: Member | PropertyAssignment): readonly NameValue[] {
  if (owner.incomplete) return [];
  switch (owner.kind) {
    case 'PropertyAssignment':
      return wordsIn(owner.value);
    case 'PropertyDeclaration':
      return wordsIn(owner.defaultValue);
    case 'MethodDeclaration':
      return owner.parameters.flatMap(({ defaultValue }) => wordsIn(defaultValue));
  }
}

function wordsIn(value: Value | undefined): readonly NameValue[] {
  switch (value?.kind) {
    case 'NameValue':
      return value.incomplete ? [] : [value];
    case 'ArrayValue':
      return value.elements.flatMap(wordsIn);
    case 'InstanceValue':
      return value.properties.flatMap(bareWordsOf);
    default:
      return [];
  }
}
