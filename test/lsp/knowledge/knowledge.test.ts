import { describe, expect, test } from 'vitest';
import { dataTypes, keywords } from '../../../lsp/knowledge/keywords.ts';
import type { Knowledge } from '../../../lsp/knowledge/knowledge.ts';
import { includeKnowledge, pragmaKnowledge, pragmas } from '../../../lsp/knowledge/pragmas.ts';
import {
  flavorKnowledge,
  flavors,
  qualifierKnowledge,
  qualifiers,
  type QualifierScope,
} from '../../../lsp/knowledge/qualifiers.ts';
import { parseMof } from '../../../grammar/mof/parser.ts';
import { flavorSpellings, pragmaSpellings, typeSpellings } from '../../../grammar/mof/spellings.ts';
import { analyze } from '../../../src/analyze.ts';
import { rulesOf } from '../../../src/linter/registry.ts';
import { sourcesOf } from '../../../src/linter/sources.ts';
import { qualifierSpellings } from '../../../src/schema/spellings.ts';
import { SourceFile } from '../../../src/text/source-file.ts';

const all: readonly Knowledge[] = [
  ...qualifiers,
  ...flavors,
  ...pragmas,
  includeKnowledge,
  ...keywords,
  ...dataTypes,
];

describe('what is known of words', () => {
  test.each(all.map((entry) => [entry.name, entry] as const))(
    '%s has a text and a source',
    (_, { signature, parameters, documentation, source }) => {
      expect(documentation).toMatch(/^(?:mofcomp|[^a-z])[^]*\.$/);
      expect(documentation).not.toMatch(/\n/);
      for (const { title } of sourcesOf(source)) expect(title).toMatch(/\s|^mofcomp$/);
      for (const { label, documentation } of parameters) {
        expect(signature).toContain(label);
        expect(documentation).toMatch(/\.$/);
      }
    },
  );

  test('is spelt as everywhere else', () => {
    for (const { name } of qualifiers)
      expect(qualifierSpellings.get(name.toLowerCase())).toBe(name);
    expect(flavors.map(({ name }) => name).toSorted()).toEqual(
      [...flavorSpellings.values()].toSorted(),
    );
    for (const { name } of pragmas) expect(pragmaSpellings.get(name)).toBe(name);
    expect(dataTypes.map(({ name }) => name).toSorted()).toEqual(
      [...typeSpellings.values()].toSorted(),
    );
  });

  test('is found in any case, and by no name of objects', () => {
    expect(qualifierKnowledge('MAXLEN')?.name).toBe('MaxLen');
    expect(flavorKnowledge('tosubclass')?.name).toBe('ToSubClass');
    expect(pragmaKnowledge('NameSpace')?.name).toBe('namespace');
    expect(qualifierKnowledge('constructor')).toBeUndefined();
    expect(qualifierKnowledge('__proto__')).toBeUndefined();
  });

  test('no word stands there twice', () => {
    for (const words of [qualifiers, flavors, pragmas, keywords, dataTypes]) {
      const names = words.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

/** A declaration that carries a qualifier. */
const carriers: Readonly<Record<QualifierScope, (qualifier: string) => string>> = {
  class: (text) => `[${text}] class A { [Key] string K; };`,
  instance: (text) => `[${text}] instance of A { };`,
  property: (text) => `class A { [${text}] string S; };`,
  reference: (text) => `class A { [${text}] A ref R; };`,
  assignment: (text) => `instance of A { [${text}] S = 1; };`,
  method: (text) => `class A { [${text}] void M(); };`,
  parameter: (text) => `class A { void M([${text}] string S); };`,
};

describe('a qualifier with the value to begin with', () => {
  const cases = qualifiers.flatMap((qualifier) =>
    qualifier.scopes.map((scope) => [`${qualifier.name} at a ${scope}`, qualifier, scope] as const),
  );

  test.each(cases)('%s is one that mofcomp takes', (_, { name, type, example }, scope) => {
    const value = type === 'boolean' ? '' : type.endsWith('[]') ? `{${example}}` : `(${example})`;
    const text = carriers[scope](`${name}${value}`);
    expect(parseMof(text).problems, text).toEqual([]);
    const found = analyze([new SourceFile('main.mof', text)], { rules: rulesOf('mofcomp') })
      .diagnostics.map(({ rule }) => rule)
      .filter((rule) => rule === 'qualifier-scope' || rule === 'qualifier-type');
    expect(found, text).toEqual([]);
  });
});

describe('a pragma with the arguments to begin with', () => {
  test.each(pragmas.map((pragma) => [pragma.name, pragma] as const))('%s', (name, { example }) => {
    const text = `#pragma ${name}${example}\n`;
    expect(parseMof(text).problems).toEqual([]);
    const found = analyze([new SourceFile('main.mof', text)], { rules: rulesOf('mofcomp') });
    expect(found.diagnostics.map(({ message }) => message)).toEqual([]);
  });
});
