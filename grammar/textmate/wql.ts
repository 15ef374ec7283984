/** WQL as it stands inside a string of MOF: the string's quote ends everything, and quotes of the query are escaped. */
import {
  CLAUSE_KEYWORDS,
  COMPARISON_SIGNS,
  CONNECTIVES,
  RELATION_CONDITIONS,
  STATEMENTS,
  WORD_CONSTANTS,
  WORD_OPERATORS,
} from '../wql/keywords.ts';
import { wqlPatterns } from '../wql/tokens.ts';
import { alternatives, captures, include, oniguruma, type Rule, whole } from './rule.ts';

const name = `(?<![A-Za-z_])(?>${oniguruma(wqlPatterns.word)})`;

/** A keyword where it is none of the names that it may also be: behind a dot, or before an operator. */
function keywords(list: readonly string[]): string {
  return `(?<![A-Za-z_.$])(?i:${alternatives(list)})(?!\\w)(?![ \\t]*(?:[=<>.]|!=))`;
}

/** A class name behind a keyword. */
function classBehind(keyword: string): string {
  return `(?<![A-Za-z_.$])(?i:(${keyword}))[ \\t]+(${name})`;
}

/** A number where it begins: `WITHIN 5WHERE` is read as WMI reads it. */
function number(spelling: RegExp): string {
  return `(?<![\\w.])${oniguruma(spelling)}`;
}

/** A text of the query in quotes, no further than the string of MOF that the query is in. */
function text(quote: string, scope: string): Rule {
  return {
    name: scope,
    begin: quote,
    end: `${quote}|(?=")`,
    beginCaptures: whole('punctuation.definition.string.begin.wql'),
    endCaptures: whole('punctuation.definition.string.end.wql'),
    patterns: [include('escape')],
  };
}

const singleQuoted = text("'", 'string.quoted.single.wql');
const doubleQuoted = text(String.raw`\\"`, 'string.quoted.double.wql');

/** ISA and the class in quotes behind it. */
const isa: Rule = {
  match: `(?<![A-Za-z_.$])(?i:(ISA))[ \\t]*((?:\\\\"|')(?:${name})(?:\\\\"|'))`,
  captures: {
    '1': { name: 'keyword.operator.word.wql' },
    '2': {
      name: 'string.quoted.class.wql',
      patterns: [{ name: 'entity.name.type.class.wql', match: name }],
    },
  },
};

/** The path of ASSOCIATORS OF and REFERENCES OF. */
const braces: Rule = {
  name: 'string.unquoted.object-path.wql',
  begin: String.raw`\{`,
  end: String.raw`\}|(?=")`,
  beginCaptures: whole('punctuation.section.braces.begin.wql'),
  endCaptures: whole('punctuation.section.braces.end.wql'),
  patterns: [include('escape'), singleQuoted],
};

export const wql: Readonly<Record<string, Rule>> = {
  wql: {
    patterns: [
      {
        match: classBehind('FROM'),
        captures: captures('keyword.other.wql', 'entity.name.type.class.wql'),
      },
      isa,
      {
        name: 'keyword.other.wql',
        match: keywords([...STATEMENTS, ...CLAUSE_KEYWORDS, 'FROM', 'OF', 'BY']),
      },
      { name: 'keyword.operator.logical.wql', match: keywords(CONNECTIVES) },
      { name: 'keyword.operator.word.wql', match: keywords(WORD_OPERATORS) },
      { name: 'constant.language.wql', match: keywords(WORD_CONSTANTS) },
      {
        name: 'support.constant.relation.wql',
        match: `(?<![A-Za-z_.$])(?i:${alternatives(RELATION_CONDITIONS)})(?!\\w)`,
      },
      doubleQuoted,
      singleQuoted,
      braces,
      { name: 'constant.other.placeholder.wql', match: oniguruma(wqlPatterns.placeholder) },
      { name: 'constant.numeric.hex.wql', match: number(wqlPatterns.hexadecimal) },
      { name: 'constant.numeric.real.wql', match: number(wqlPatterns.real) },
      { name: 'constant.numeric.integer.wql', match: number(wqlPatterns.decimal) },
      { name: 'variable.other.property.wql', match: name },
      { name: 'keyword.operator.comparison.wql', match: alternatives(COMPARISON_SIGNS) },
      { name: 'keyword.operator.star.wql', match: String.raw`\*` },
      { name: 'keyword.operator.arithmetic.wql', match: '[-+]' },
      { name: 'punctuation.separator.comma.wql', match: ',' },
      { name: 'punctuation.accessor.wql', match: String.raw`\.` },
      { name: 'punctuation.section.parens.begin.wql', match: String.raw`\(` },
      { name: 'punctuation.section.parens.end.wql', match: String.raw`\)` },
      include('escape'),
    ],
  },
};
