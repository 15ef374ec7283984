/** Classes, instances, qualifier declarations, and what is in them. */
import type { TokenType } from 'chevrotain';

import { flavorSpellings, scopeSpellings, typeSpellings } from '../mof/spellings.ts';
import * as t from '../mof/tokens.ts';
import { enclosed, nextDeclaration, nextQualifiers, parenthesized, single } from './regions.ts';
import { captures, include, type Rule, whole, words } from './rule.ts';
import { identifier, keyword, patternOf, scopeOf } from './token-scopes.ts';
import { type Language, languages } from './values.ts';

/** Names that say which language is in their strings. */
const properties = {
  wql: ['Query', 'EventQueryList'],
  sddl: ['EventAccess', 'SecurityDescriptor', 'NamespaceSecuritySDDL'],
  sid: ['CreatorSID', 'SID'],
} as const;
const qualifiers = {
  wql: ['ViewSources'],
  sddl: ['NamespaceSecuritySDDL'],
} as const;

/** Qualifiers that change what a declaration is, as modifiers do in other languages. */
const modifiers = [
  'Abstract',
  'Aggregate',
  'Aggregation',
  'Association',
  'Composition',
  'Exception',
  'Experimental',
  'In',
  'Indication',
  'Key',
  'Out',
  'Read',
  'Required',
  'Static',
  'Terminal',
  'Weak',
  'Write',
] as const;

/** A name and its equals sign at the beginning of a line: the next property, though a semicolon is missing. */
const nextAssignment = `(?=^\\s*${identifier}\\s*=)`;

const type: Rule = {
  patterns: [
    { name: 'storage.type.primitive.mof', match: words(typeSpellings.keys()) },
    { name: 'entity.name.type.class.mof', match: identifier },
  ],
};
/** In front of another name; `Ref` is also a name. */
const reference: Rule = {
  name: scopeOf(t.Ref),
  match: `${keyword(t.Ref)}(?!\\s*[;=,()\\[\\]])`,
};
const arraySuffix: Rule = {
  name: 'meta.array-suffix.mof',
  ...enclosed(t.LeftBracket, t.RightBracket, [
    include('trivia'),
    include('number'),
    { name: 'constant.other.mof', match: identifier },
  ]),
};
/**
 * From the equals sign to what ends a value: one of these tokens, or else what only begins the next one. A declaration
 * at the beginning of a line does not, for it may be the value.
 */
function valueUpTo(tokens: string, otherEnd: string, patterns: readonly Rule[]): Rule {
  return {
    begin: patternOf(t.Equals),
    end: `(?=[${tokens}])|${otherEnd}`,
    beginCaptures: whole(scopeOf(t.Equals)),
    patterns,
  };
}

/** A qualifier with its value and flavors, up to the comma or bracket behind it. */
function qualifier(pattern: string, scope: string, language: Language): Rule {
  return {
    begin: pattern,
    end: `(?=[,\\];]|${identifier})`,
    beginCaptures: whole(scope),
    patterns: [
      include('trivia'),
      parenthesized([include(`value-${language}`)]),
      include(`array-${language}`),
      {
        begin: patternOf(t.Colon),
        end: `(?=[,\\];])|${nextDeclaration}`,
        beginCaptures: whole(scopeOf(t.Colon)),
        patterns: [include('trivia'), include('flavor')],
      },
    ],
  };
}

/** `Name = value;`, or as much of it as there is. */
function assignment(pattern: string, patterns: readonly Rule[]): Rule {
  return {
    begin: pattern,
    end: `(${patternOf(t.Semicolon)})|(?=\\})|${nextAssignment}|${nextDeclaration}`,
    beginCaptures: whole('variable.other.property.mof'),
    endCaptures: captures(scopeOf(t.Semicolon)),
    patterns: [include('trivia'), valueUpTo(';}', nextAssignment, patterns)],
  };
}

/** From the keyword to the end of the body. */
function declaration(name: string, token: TokenType, patterns: readonly Rule[]): Rule {
  return {
    name: `meta.${name}.mof`,
    begin: beforeName(token),
    end: String.raw`(?<=\})|(?=[;})\]])|${nextDeclaration}`,
    beginCaptures: whole(scopeOf(token)),
    patterns: [
      include('trivia'),
      { name: scopeOf(t.As), match: `${keyword(t.As)}(?=\\s*(?:\\$|$))` },
      include('alias'),
      ...patterns,
    ],
  };
}

function body(name: string, patterns: readonly Rule[]): Rule {
  return {
    name: `meta.${name}.body.mof`,
    ...enclosed(
      t.LeftBrace,
      t.RightBrace,
      [include('trivia'), include('qualifiers'), ...patterns, single(t.Semicolon)],
      nextDeclaration,
    ),
  };
}

/** A keyword where a name follows it, perhaps on the next line: all keywords are names too. */
function beforeName(token: TokenType): string {
  return `${keyword(token)}(?=\\s*(?:$|/[/*]|${identifier}))`;
}

export const declarations: Readonly<Record<string, Rule>> = {
  qualifiers: {
    name: 'meta.qualifiers.mof',
    ...enclosed(
      t.LeftBracket,
      t.RightBracket,
      [
        include('trivia'),
        single(t.Comma),
        qualifier(words(qualifiers.wql), 'entity.other.attribute-name.mof', 'wql'),
        qualifier(words(qualifiers.sddl), 'entity.other.attribute-name.mof', 'sddl'),
        qualifier(words(modifiers), 'storage.modifier.qualifier.mof', 'text'),
        qualifier(identifier, 'entity.other.attribute-name.mof', 'text'),
        include('value-text'),
      ],
      '(?=[;}])',
      nextDeclaration,
    ),
  },
  flavor: {
    name: 'storage.modifier.flavor.mof',
    match: words(flavorSpellings.keys()),
  },
  'instance-declaration': declaration('instance', t.Instance, [
    { name: scopeOf(t.Of), match: beforeName(t.Of) },
    include('instance-body'),
    { name: 'entity.name.type.class.mof', match: identifier },
  ]),
  'instance-body': body('instance', [
    ...languages
      .filter((language) => language !== 'text')
      .map((language) => assignment(words(properties[language]), [include(`value-${language}`)])),
    assignment(words(properties.sid), [include('array-sid'), include('value-text')]),
    assignment(identifier, [include('value-text')]),
  ]),
  'class-declaration': declaration('class', t.Class, [
    {
      begin: patternOf(t.Colon),
      end: '(?=[{;])',
      beginCaptures: whole(scopeOf(t.Colon)),
      patterns: [
        include('trivia'),
        { name: 'entity.other.inherited-class.mof', match: identifier },
      ],
    },
    include('class-body'),
    { name: 'entity.name.type.class.mof', match: identifier },
  ]),
  'class-body': body('class', [include('member')]),
  member: {
    name: 'meta.member.mof',
    begin: `(${identifier})`,
    end: `(${patternOf(t.Semicolon)})|(?=\\})|${nextQualifiers}|${nextDeclaration}`,
    beginCaptures: { '1': type },
    endCaptures: captures(scopeOf(t.Semicolon)),
    patterns: [
      include('trivia'),
      reference,
      arraySuffix,
      include('parameters'),
      valueUpTo(';}', nextQualifiers, [include('value-text')]),
      { name: 'entity.name.function.mof', match: `${identifier}(?=\\s*\\()` },
      { name: 'variable.other.property.mof', match: identifier },
    ],
  },
  parameters: {
    name: 'meta.parameters.mof',
    ...parenthesized([
      include('trivia'),
      include('qualifiers'),
      single(t.Comma),
      {
        begin: `(${identifier})`,
        end: '(?=[,)])',
        beginCaptures: { '1': type },
        patterns: [
          include('trivia'),
          reference,
          arraySuffix,
          valueUpTo(',)', nextQualifiers, [include('value-text')]),
          { name: 'variable.parameter.mof', match: identifier },
        ],
      },
    ]),
  },
  'qualifier-declaration': {
    name: 'meta.qualifier-declaration.mof',
    begin: `(${keyword(t.Qualifier)})\\s+(${identifier})`,
    end: `(${patternOf(t.Semicolon)})|${nextDeclaration}`,
    beginCaptures: captures(scopeOf(t.Qualifier), 'entity.other.attribute-name.mof'),
    endCaptures: captures(scopeOf(t.Semicolon)),
    patterns: [
      include('trivia'),
      single(t.Colon),
      single(t.Comma),
      arraySuffix,
      include('flavor'),
      { name: 'storage.type.primitive.mof', match: words(typeSpellings.keys()) },
      { name: 'keyword.other.mof', match: `${words(['Scope', 'Flavor'])}(?=\\s*\\()` },
      parenthesized([
        include('trivia'),
        include('flavor'),
        { name: 'storage.modifier.scope.mof', match: words(scopeSpellings.keys()) },
        single(t.Comma),
      ]),
      valueUpTo(',;:', nextQualifiers, [include('value-text')]),
    ],
  },
};
