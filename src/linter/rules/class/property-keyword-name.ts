import { eachClass, isProperty } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'property-keyword-name',
  severity: 'info',
  preset: 'strict',
  group: 'class',
  summary: 'No property is named like a keyword of MOF or WQL.',
  why: 'A query with such a name cannot be parsed, though the class compiles.',
  source: 'adding-a-property, wql-sql-for-wmi',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Group;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    for (const { name } of symbol.node.members.filter(isProperty)) {
      const language = keywords.get(name.name.toLowerCase());
      if (language === undefined) continue;
      report({
        file: symbol.file,
        at: name,
        message: `${name.name} is a keyword of ${language}, so that a query about this property cannot be parsed: give it another name.`,
      });
    }
  }),
});

function keywordsOf(language: string, words: string): readonly (readonly [string, string])[] {
  return words.split(/\s+/).map((word) => [word, language]);
}

/** wql-sql-for-wmi; of MOF, the words that cannot be read as anything else. */
const keywords: ReadonlyMap<string, string> = new Map([
  ...keywordsOf('MOF', 'as class instance of qualifier ref'),
  ...keywordsOf(
    'WQL',
    'and associators by from group having is isa like not null or references select where within',
  ),
]);
