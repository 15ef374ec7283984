/** What the TextMate grammar should say of a text, from what the lexer and the parser say. */
import { tokenMatcher, type IToken } from 'chevrotain';
import type { Document, Node } from '../../../grammar/mof/ast.ts';
import { lexMof, Name } from '../../../grammar/mof/tokens.ts';
import { walk } from '../../../grammar/mof/visit.ts';
import { tokenScopes } from '../../../grammar/textmate/token-scopes.ts';

/** A place, and the beginnings of scopes of which one must be among those there. */
export interface Expectation {
  readonly offset: number;
  readonly anyOf: readonly string[];
}

/** For every token and every name of a text that parses. */
export function expectedScopes(text: string, document: Document): readonly Expectation[] {
  const { tokens, comments } = lexMof(text);
  const names = nameScopes(document);
  return [
    ...tokens.flatMap((token) => tokenExpectations(token, names)),
    ...comments.flatMap((token) => ends(token, ['comment.'])),
  ];
}

function tokenExpectations(token: IToken, names: ReadonlyMap<number, readonly string[]>) {
  const { startOffset: offset, tokenType } = token;
  const anyOf = names.get(offset);
  if (anyOf !== undefined) return anyOf.length === 0 ? [] : [{ offset, anyOf }];
  const scope = tokenScopes.get(tokenType.name);
  if (scope === undefined) return [];
  return tokenMatcher(token, Name) ? [{ offset, anyOf: [scope] }] : ends(token, [scope]);
}

/** The first and the last character, so that a string that goes on too long is seen. */
function ends({ startOffset, image }: IToken, anyOf: readonly string[]): readonly Expectation[] {
  return [
    { offset: startOffset, anyOf },
    { offset: startOffset + image.length - 1, anyOf },
  ];
}

/** The scopes of names by their offsets, keywords among them. */
function nameScopes(document: Document): ReadonlyMap<number, readonly string[]> {
  const scopes = new Map<number, readonly string[]>();
  walk(document, (node) => {
    for (const [name, ...anyOf] of namesIn(node)) {
      // What a declaration says of its name goes before what the name says of itself, which is nothing.
      if (!scopes.has(name.start)) scopes.set(name.start, anyOf);
    }
  });
  return scopes;
}

type ScopedName = readonly [{ readonly start: number }, ...string[]];

function namesIn(node: Node): readonly ScopedName[] {
  switch (node.kind) {
    case 'Pragma':
      return [[node.name, 'support.function.pragma', 'entity.name.function.pragma']];
    case 'ClassDeclaration':
      return [
        [node.name, 'entity.name.type.class'],
        ...(node.superclass === undefined
          ? []
          : [[node.superclass, 'entity.other.inherited-class'] as const]),
      ];
    case 'InstanceDeclaration':
    case 'InstanceValue':
      return [[node.className, 'entity.name.type.class']];
    case 'PropertyDeclaration':
    case 'PropertyAssignment':
      return [[node.name, 'variable.other.property']];
    case 'MethodDeclaration':
      return [[node.name, 'entity.name.function']];
    case 'Parameter':
      return [[node.name, 'variable.parameter']];
    case 'TypeReference':
      return [[node.name, 'storage.type.primitive', 'entity.name.type.class']];
    case 'Qualifier':
      return [
        [node.name, 'entity.other.attribute-name', 'storage.modifier.qualifier'],
        ...node.flavors.map((flavor) => [flavor, 'storage.modifier.flavor'] as const),
      ];
    case 'QualifierDeclaration':
      return [
        [node.name, 'entity.other.attribute-name'],
        ...node.scopes.map((scope) => [scope, 'storage.modifier.scope'] as const),
        ...node.flavors.map((flavor) => [flavor, 'storage.modifier.flavor'] as const),
      ];
    case 'NameValue':
      return [[node, 'constant.']];
    case 'Identifier':
      return [[node]];
    default:
      return [];
  }
}
