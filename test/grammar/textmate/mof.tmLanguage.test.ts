/**
 * Keeps grammar/textmate/mof.tmLanguage.json what the tables of the grammar say (`npm run textmate` writes it anew),
 * and looks at what it makes of the texts beside this file, whose comments say what should come out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import {
  type GrammarTestCase,
  parseGrammarTestCase,
  runGrammarTestCase,
} from 'vscode-tmgrammar-test/dist/unit/index.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { flavorSpellings, pragmaSpellings, typeSpellings } from '../../../grammar/mof/spellings.ts';
import { mofTokens, Name } from '../../../grammar/mof/tokens.ts';
import { aceTypes, rights, sidAliases } from '../../../grammar/sddl/tokens.ts';
import { generateGrammar } from '../../../grammar/textmate/generate.ts';
import { tokenScopes } from '../../../grammar/textmate/token-scopes.ts';
import { CLAUSE_KEYWORDS, STATEMENTS, WORD_OPERATORS } from '../../../grammar/wql/keywords.ts';
import {
  type Grammar,
  grammarFile,
  grammarOf,
  registryOf,
  ScopedText,
} from '../../support/textmate.ts';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await grammarOf();
});

test('the stored grammar is what the tables say', async () => {
  const text = await format(JSON.stringify(generateGrammar()), { parser: 'json', printWidth: 100 });
  await expect(text).toMatchFileSnapshot(grammarFile);
});

describe('the grammar', () => {
  test('has a regular expression that works in every rule', async () => {
    const patterns = [...new Set(patternsIn(generateGrammar()))];
    expect(patterns.length).toBeGreaterThan(80);
    const broken: string[] = [];
    for (const pattern of patterns) if (!(await works(pattern))) broken.push(pattern);
    expect(broken).toEqual([]);
    expect(await works('([^;()"\\]*)')).toBe(false);
  });

  test('has every rule that another one includes, and no other', () => {
    const { patterns, repository } = generateGrammar();
    const included = new Set(includesIn([patterns, repository]));
    expect([...included].toSorted()).toEqual(Object.keys(repository).toSorted());
  });
});

describe('the tables', () => {
  test('say of each token how it looks', () => {
    const names = mofTokens.map(({ name }) => name);
    expect(names.filter((name) => !tokenScopes.has(name))).toEqual([]);
    expect([...tokenScopes.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  test('give every keyword the scope of one', () => {
    const keywords = mofTokens.filter(
      ({ name, CATEGORIES }) => CATEGORIES?.includes(Name) === true && name !== 'Identifier',
    );
    expect(keywords.map(({ name }) => name)).toContain('Instance');
    const text = [
      'Qualifier Q : string;',
      'Class A as $A { B Ref C; };',
      'Instance Of A { X = True; Y = False; Z = Null; };',
    ].join('\n');
    for (const spelling of [text, text.toUpperCase(), text.toLowerCase()]) {
      for (const { name } of keywords) {
        const at = spelling.search(new RegExp(`\\b${name}\\b`, 'i'));
        expect(at, name).toBeGreaterThan(-1);
        const scope = new ScopedText(grammar, spelling).at(at).at(-1);
        expect(scope, name).toBe(`${tokenScopes.get(name) ?? ''}.mof`);
        expect(scope, name).toMatch(/^(?:keyword|storage|constant\.language)\./);
      }
    }
  });

  test.each([
    ['a type', typeSpellings.values(), 'class A { @ X; };', 'storage.type.primitive.mof'],
    ['a flavor', flavorSpellings.values(), '[Key : @] class A;', 'storage.modifier.flavor.mof'],
    ['a pragma', pragmaSpellings.values(), '#pragma @ ("x")', 'support.function.pragma.mof'],
    ['a statement', STATEMENTS, 'instance of A { Query = "@ x"; };', 'keyword.other.wql'],
    ['a clause', CLAUSE_KEYWORDS, 'instance of A { Query = "a @ b"; };', 'keyword.other.wql'],
    [
      'an operator',
      WORD_OPERATORS,
      'instance of A { Query = "a @ b"; };',
      'keyword.operator.word.wql',
    ],
    [
      'an ACE type',
      aceTypes.keys(),
      'instance of A { EventAccess = "D:(@;;;;;WD)"; };',
      'storage.type.ace.sddl',
    ],
    [
      'a right',
      rights.keys(),
      'instance of A { EventAccess = "D:(A;;@;;;WD)"; };',
      'support.constant.right.sddl',
    ],
    [
      'a SID alias',
      sidAliases,
      'instance of A { EventAccess = "D:(A;;;;;@)"; };',
      'variable.language.sid.sddl',
    ],
  ] as const)('know %s', (_, words, template, scope) => {
    for (const word of words) {
      const offset = template.indexOf('@');
      const scoped = new ScopedText(grammar, template.replace('@', word));
      expect(scoped.at(offset).at(-1), word).toBe(scope);
      expect(scoped.at(offset + word.length - 1).at(-1), word).toBe(scope);
    }
  });
});

describe('the texts beside this file', () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter((file) => file.endsWith('.mof'));

  test('are there', () => {
    expect(files.length).toBeGreaterThan(4);
  });

  test.each(files)('%s is coloured as its comments say', async (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const testCase = parseGrammarTestCase(text);
    expect(assertionsIn(testCase)).toBeGreaterThan(10);
    const failures = await runGrammarTestCase(registryOf(), testCase);
    const told = failures.map(({ srcLine, start, end, missing, unexpected, actual }) => ({
      at: `${srcLine}: ${testCase.source[srcLine]?.slice(start, end) ?? ''}`,
      missing,
      unexpected,
      actual,
    }));
    expect(told).toEqual([]);
  });
});

describe('hostile lines', () => {
  const length = 20_000;
  const surroundings = [
    '@',
    '[@',
    'class A { @',
    'class A { void B(@',
    'class A : @',
    'instance of A { @',
    'instance of A { B = @',
    'instance of A { B = "@',
    'instance of A { Query = "@',
    'instance of A { Query = "\'@',
    'instance of A { EventAccess = "@',
    'instance of A { EventAccess = "D:(XA;;;;;WD;(@',
    'qualifier A : @',
    '#pragma @',
    '#define @',
    '/*@',
  ];
  const repeated = [
    'a',
    '1',
    '0.',
    '1e',
    ' ',
    '\t"',
    '"',
    '\\',
    '\\"',
    "'",
    '(',
    '{',
    '[',
    '$a ',
    '%a',
    '%a.',
    'a ',
    'a=',
    'of ',
    'as ',
    'FROM ',
    "ISA 'a",
    'S-1-5-',
    'O:',
    '(A;',
    '(A;;;;;',
    ';',
    '//',
    '/*',
    '# ',
    'ä',
    '“',
  ];

  test.each(surroundings)('behind %s take no long time', (surrounding) => {
    for (const text of repeated) {
      const line = surrounding.replace('@', () =>
        text.repeat(Math.ceil(length / text.length)).slice(0, length),
      );
      const result = grammar.tokenizeLine2(line, null, 5_000);
      expect(result.stoppedEarly, text).toBe(false);
    }
  });
});

/** All regular expressions of a grammar. */
function patternsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && ['match', 'begin', 'end'].includes(key)
      ? [inner]
      : patternsIn(inner),
  );
}

function includesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'include' && typeof inner === 'string' ? [inner.slice(1)] : includesIn(inner),
  );
}

/** A malformed regular expression makes the engine blind for all rules that it is tried with. */
async function works(pattern: string): Promise<boolean> {
  const content = JSON.stringify({
    scopeName: 'source.probe',
    patterns: [
      { name: 'probe', match: '\u0001' },
      { name: 'pattern', match: pattern },
    ],
  });
  const probe = await grammarOf('source.probe', content);
  return probe.tokenizeLine('\u0001', null).tokens[0]?.scopes.includes('probe') === true;
}

function assertionsIn({ assertions }: GrammarTestCase): number {
  return assertions.reduce((sum, { scopeAssertions }) => sum + scopeAssertions.length, 0);
}
