/**
 * The parser: MOF text in, a tree and the problems of its syntax out.
 *
 * The grammar is a Chevrotain parser that builds the tree in its rules. Chevrotain's own error recovery is off:
 * each list (items, members, assignments, qualifiers, parameters) catches the errors of its elements, keeps what was
 * read of the element, and skips to where the next one plausibly starts (recovery.ts). So one mistake gives one
 * problem, and what follows it is still read. A node is attached to its parent before its own parts are read.
 */
import {
  EmbeddedActionsParser,
  isRecognitionException,
  tokenMatcher,
  type IOrAlt,
  type IRecognitionException,
  type IToken,
} from 'chevrotain';

import type * as ast from './ast.ts';
import { expectationFor, MessageProvider } from './expectations.ts';
import { readNumber, unescape } from './literals.ts';
import type { SyntaxProblem } from './problem.ts';
import * as problems from './problems.ts';
import {
  endOf,
  isEnd,
  isUnsupportedKeyword,
  KNOWN_FLAVORS,
  KNOWN_SCOPES,
  spanOf,
  startsDeclaration,
  type TokenCursor,
} from './recovery.ts';
import { suggest } from './suggest.ts';
import * as t from './tokens.ts';

export interface MofParse {
  readonly document: ast.Document;
  /** In source order; at most {@link MAX_PROBLEMS} and a note that there are more. */
  readonly problems: readonly SyntaxProblem[];
}

/** More problems than this help nobody; the rest of a hostile or foreign file is read without reporting. */
export const MAX_PROBLEMS = 100;

/** Values and embedded instances nested deeper than this are skipped with a problem, so that the stack holds. */
export const MAX_NESTING = 200;

/** Parses a MOF text. Never throws: whatever is wrong is a problem with its exact place. */
export function parseMof(text: string): MofParse {
  parser ??= new MofParser();
  return parser.parse(text);
}

let parser: MofParser | undefined;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `readonly X[]` fields of a node under construction. */
type Building<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K];
};

type InstanceInProgress = Building<ast.InstanceDeclaration> | Building<ast.InstanceValue>;

/** Exported for the test that lets Chevrotain validate the grammar. */
export class MofParser extends EmbeddedActionsParser {
  #problems: SyntaxProblem[] = [];
  #suppressed = 0;
  #depth = 0;
  /** How many blocks were left open: as many closing braces without a partner say nothing new. */
  #unclosed = 0;
  /** The last token that recovery skipped. */
  #skippedTo: IToken | undefined;
  #text = '';
  readonly #expected: MessageProvider;

  constructor(options: { readonly skipValidations?: boolean } = {}) {
    const provider = new MessageProvider();
    super([...t.mofTokens], {
      recoveryEnabled: false,
      maxLookahead: 1,
      skipValidations: options.skipValidations ?? true,
      errorMessageProvider: provider,
    });
    this.#expected = provider;
    this.performSelfAnalysis();
  }

  parse(text: string): MofParse {
    const lexed = t.lexMof(text);
    this.#problems = [];
    this.#suppressed = 0;
    this.#depth = 0;
    this.#unclosed = 0;
    this.#skippedTo = undefined;
    this.#text = text;
    this.input = lexed.tokens;
    const items: ast.Item[] = [];
    this.document(items);
    const comments = lexed.comments.map((token) => this.#comment(token));
    const { merged, nested } = placeDirectives(items, lexed.directives);
    const document: ast.Document = {
      kind: 'Document',
      start: 0,
      end: text.length,
      items: merged,
      comments,
      nestedDirectives: nested,
    };
    const problems = this.#sortedProblems();
    this.input = [];
    this.#text = '';
    return { document, problems };
  }

  // ---------------------------------------------------------------- items

  document = this.RULE('document', (items: ast.Item[] = []) => {
    this.MANY(() => {
      this.#recovering(
        () => this.SUBRULE(this.item, { ARGS: [items] }),
        () => this.#skipToDeclaration(),
      );
    });
  });

  private item = this.RULE('item', (items: ast.Item[] = []) => {
    this.OR([
      { ALT: () => this.SUBRULE(this.pragma, { ARGS: [items] }) },
      { ALT: () => this.SUBRULE(this.include, { ARGS: [items] }) },
      {
        GATE: () => this.#startsQualifierDeclaration(),
        ALT: () => this.SUBRULE(this.qualifierDeclaration, { ARGS: [items] }),
      },
      {
        GATE: () => !this.#startsUnsupported() && !this.#startsLostPragma(),
        ALT: () => this.SUBRULE(this.declaration, { ARGS: [items] }),
      },
      {
        GATE: () => this.#startsLostPragma(),
        ALT: () => this.SUBRULE(this.pragmaWithoutHash, { ARGS: [items] }),
      },
      { ALT: () => this.SUBRULE(this.unsupportedDeclaration, { ARGS: [items] }) },
      { ALT: () => this.SUBRULE(this.junk, { ARGS: ['item'] }) },
      { ALT: () => this.SUBRULE(this.strayBrace) },
    ]);
  });

  private pragma = this.RULE('pragma', (items: ast.Item[] = []) => {
    const hash = this.CONSUME(t.PragmaKeyword);
    this.ACTION(() => this.#checkBlankAfter(hash));
    this.SUBRULE(this.pragmaBody, { ARGS: [items, hash] });
  });

  private pragmaWithoutHash = this.RULE('pragmaWithoutHash', (items: ast.Item[] = []) => {
    const word = this.CONSUME(t.Name);
    this.ACTION(() => {
      this.#report(problems.lostHash(word));
    });
    this.SUBRULE(this.pragmaBody, { ARGS: [items, word] });
  });

  private pragmaBody = this.RULE('pragmaBody', (items: ast.Item[], hash: IToken) => {
    const name = this.SUBRULE(this.name);
    const node = this.ACTION(() => {
      const pragma: Building<ast.Pragma> = {
        kind: 'Pragma',
        ...spanFrom(hash, name),
        name,
        arguments: undefined,
      };
      items.push(pragma);
      return pragma;
    });
    this.OPTION(() => {
      this.CONSUME(t.LeftParen);
      const values = this.SUBRULE(this.parenthesizedValues);
      this.CONSUME(t.RightParen);
      this.ACTION(() => {
        node.arguments = values;
        node.end = this.#lastEnd();
      });
    });
  });

  private include = this.RULE('include', (items: ast.Item[] = []) => {
    this.OR([
      {
        ALT: () => {
          const angle = this.CONSUME(t.AngleInclude);
          this.ACTION(() =>
            items.push({ kind: 'Include', ...spanOf(angle), path: undefined, form: 'c' }),
          );
        },
      },
      {
        ALT: () => {
          const keyword = this.CONSUME(t.IncludeKeyword);
          this.ACTION(() => this.#checkBlankAfter(keyword));
          this.OR2([
            {
              ALT: () => {
                this.CONSUME(t.LeftParen);
                const path = this.SUBRULE(this.stringValue);
                this.CONSUME(t.RightParen);
                this.ACTION(() =>
                  items.push({ kind: 'Include', ...this.#spanSince(keyword), path, form: 'mof' }),
                );
              },
            },
            {
              ALT: () => {
                const path = this.SUBRULE2(this.stringValue);
                this.ACTION(() =>
                  items.push({ kind: 'Include', ...this.#spanSince(keyword), path, form: 'c' }),
                );
              },
            },
          ]);
        },
      },
    ]);
  });

  /** What no element of a list starts with: one problem, and the rest is skipped to the next element. */
  private junk = this.RULE('junk', (rule: string) => {
    const token = this.CONSUME(t.Junk);
    this.ACTION(() => this.#failOn(token, rule));
  });

  /** A closing brace between items. */
  private strayBrace = this.RULE('strayBrace', () => {
    const token = this.CONSUME(t.RightBrace);
    this.ACTION(() => {
      if (this.#unclosed === 0) this.#failOn(token, 'item');
      this.#unclosed--;
    });
    this.OPTION(() => this.CONSUME(t.Semicolon));
  });

  /** A word that starts no declaration. */
  private noDeclaration = this.RULE('noDeclaration', () => {
    const token = this.CONSUME(t.Name);
    this.ACTION(() => this.#failOn(token, 'declaration'));
  });

  // ---------------------------------------------------------------- qualifier declarations

  private qualifierDeclaration = this.RULE('qualifierDeclaration', (items: ast.Item[] = []) => {
    const keyword = this.CONSUME(t.Qualifier);
    const name = this.SUBRULE(this.name);
    this.CONSUME(t.Colon);
    const node = this.ACTION(() => {
      const declaration: Building<ast.QualifierDeclaration> = {
        kind: 'QualifierDeclaration',
        ...spanFrom(keyword, name),
        name,
        type: undefined,
        array: undefined,
        defaultValue: undefined,
        scopes: [],
        flavors: [],
      };
      items.push(declaration);
      return declaration;
    });
    this.OR([
      {
        GATE: () => isFlavor(this.LA(1)),
        ALT: () => this.SUBRULE(this.flavors, { ARGS: [node] }),
      },
      { ALT: () => this.SUBRULE(this.qualifierType, { ARGS: [node] }) },
    ]);
    this.ACTION(() => this.#semicolon(node));
    this.OPTION(() => this.CONSUME(t.Semicolon));
    this.ACTION(() => {
      node.end = this.#lastEnd();
    });
  });

  private qualifierType = this.RULE('qualifierType', (node: Building<ast.QualifierDeclaration>) => {
    const type = this.SUBRULE(this.typeReference);
    this.ACTION(() => {
      node.type = type;
    });
    this.OPTION(() => {
      const array = this.SUBRULE(this.arraySuffix);
      this.ACTION(() => {
        node.array = array;
      });
    });
    this.OPTION2(() => {
      this.CONSUME(t.Equals);
      const value = this.SUBRULE(this.value);
      this.ACTION(() => {
        node.defaultValue = value;
      });
    });
    this.MANY(() => {
      this.CONSUME(t.Comma);
      this.SUBRULE(this.scopeOrFlavor, { ARGS: [node] });
    });
  });

  /** `Scope(class, property)`, `Flavor(ToSubClass)`, or a flavor by itself. */
  private scopeOrFlavor = this.RULE('scopeOrFlavor', (node: Building<ast.QualifierDeclaration>) => {
    const word = this.CONSUME(t.Name);
    const isScope = this.ACTION(() => word.image.toLowerCase() === 'scope');
    this.ACTION(() => {
      const known = ['scope', 'flavor'].includes(word.image.toLowerCase());
      if (!known && this.LA(1).tokenType === t.LeftParen) {
        this.#fail(problems.notScopeOrFlavor(word));
      }
    });
    this.OPTION({
      DEF: () => {
        this.CONSUME(t.LeftParen);
        this.MANY_SEP({
          SEP: t.Comma,
          DEF: () => {
            const name = this.SUBRULE(this.name);
            this.ACTION(() => {
              (isScope ? node.scopes : node.flavors).push(name);
              if (isScope) this.#checkScope(name);
              else this.#checkFlavor(name);
            });
          },
        });
        this.CONSUME(t.RightParen);
        this.ACTION(() => {
          if (isScope && node.scopes.length === 0) this.#report(problems.emptyScope(word));
        });
      },
    });
    this.ACTION(() => {
      if (this.LA(0) !== word) return;
      const name = identifier(word);
      node.flavors.push(name);
      this.#checkFlavor(name);
    });
  });

  // ---------------------------------------------------------------- classes and instances

  /** A class or an instance, also where its keyword is misspelt. */
  private declaration = this.RULE('declaration', (items: ast.Item[] = []) => {
    const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList));
    this.OR([
      {
        GATE: () => this.LA(1).tokenType === t.Instance || this.#looksLikeInstance(),
        ALT: () => this.SUBRULE(this.instanceDeclaration, { ARGS: [items, qualifiers] }),
      },
      {
        GATE: () => this.LA(1).tokenType === t.Class || this.#looksLikeClass(),
        ALT: () => this.SUBRULE(this.classDeclaration, { ARGS: [items, qualifiers] }),
      },
      { ALT: () => this.SUBRULE(this.noDeclaration) },
    ]);
  });

  private classDeclaration = this.RULE(
    'classDeclaration',
    (items: ast.Item[], qualifiers: ast.QualifierList | undefined) => {
      const keyword = this.CONSUME(t.Name);
      this.ACTION(() => this.#checkKeyword(keyword));
      const name = this.SUBRULE(this.name);
      const node = this.ACTION(() => {
        const declaration: Building<ast.ClassDeclaration> = {
          kind: 'ClassDeclaration',
          ...spanFrom(qualifiers ?? keyword, name),
          qualifiers,
          name,
          alias: undefined,
          superclass: undefined,
          members: [],
          body: { start: name.end, end: name.end },
        };
        items.push(declaration);
        return declaration;
      });
      this.OPTION(() => {
        const alias = this.SUBRULE(this.aliasDefinition);
        this.ACTION(() => {
          node.alias = alias;
        });
      });
      this.OPTION2(() => {
        this.CONSUME(t.Colon);
        const superclass = this.SUBRULE2(this.name);
        this.ACTION(() => {
          node.superclass = superclass;
        });
      });
      const open = this.CONSUME(t.LeftBrace);
      this.MANY({
        GATE: () => !this.#atDeclaration(),
        DEF: () =>
          this.#recovering(
            () => this.SUBRULE(this.member, { ARGS: [node] }),
            (openBraces) => this.#skipToMember(node, openBraces),
          ),
      });
      this.SUBRULE(this.blockEnd, { ARGS: [node, open, 'class'] });
    },
  );

  private instanceDeclaration = this.RULE(
    'instanceDeclaration',
    (items: ast.Item[], qualifiers: ast.QualifierList | undefined) => {
      const { keyword, className } = this.SUBRULE(this.instanceHead);
      const node = this.ACTION(() => {
        const declaration: Building<ast.InstanceDeclaration> = {
          kind: 'InstanceDeclaration',
          ...spanFrom(qualifiers ?? keyword, className),
          qualifiers,
          className,
          alias: undefined,
          properties: [],
          body: { start: className.end, end: className.end },
        };
        items.push(declaration);
        return declaration;
      });
      const open = this.SUBRULE(this.instanceBody, { ARGS: [node] });
      this.SUBRULE(this.blockEnd, { ARGS: [node, open, 'instance'] });
    },
  );

  /** `instance of Name`, and its misspellings: `Instance Name`, `instanceof Name`, `instnce of Name`. */
  private instanceHead = this.RULE('instanceHead', () => {
    const keyword = this.CONSUME(t.Name);
    this.OPTION({
      GATE: () => this.LA(0).tokenType === t.Instance || tokenMatcher(this.LA(2), t.Name),
      DEF: () => this.CONSUME(t.Of),
    });
    this.ACTION(() => this.#checkInstanceHead(keyword));
    const className = this.SUBRULE(this.name);
    return { keyword, className };
  });

  /** From `as` to before `}`. Returns the opening brace. */
  private instanceBody = this.RULE('instanceBody', (node: InstanceInProgress) => {
    this.OPTION(() => {
      const alias = this.SUBRULE(this.aliasDefinition);
      this.ACTION(() => {
        node.alias = alias;
      });
    });
    const open = this.CONSUME(t.LeftBrace);
    this.MANY({
      GATE: () => !this.#atDeclaration(),
      DEF: () =>
        this.#recovering(
          () => this.SUBRULE(this.assignment, { ARGS: [node] }),
          (openBraces) => this.#skipToMember(node, openBraces),
        ),
    });
    return open;
  });

  /** `as $Name`. A bad name is reported and the declaration goes on without an alias. */
  private aliasDefinition = this.RULE('aliasDefinition', (): ast.Alias | undefined => {
    const as = this.CONSUME(t.As);
    return this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.AliasName);
          return this.ACTION(() => alias(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BadAliasName);
          this.ACTION(() => this.#report(problems.badAlias(token)));
          return undefined;
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.Name);
          this.ACTION(() => {
            this.#report(problems.aliasWithoutDollar(token));
          });
          return undefined;
        },
      },
      {
        GATE: () => true,
        ALT: () => {
          this.ACTION(() => this.#report(problems.aliasMissing(as)));
          return undefined;
        },
      },
    ]);
  });

  /** `}` and `;`, either of which may be missing. */
  private blockEnd = this.RULE(
    'blockEnd',
    (
      node: Building<ast.ClassDeclaration> | Building<ast.InstanceDeclaration>,
      open: IToken,
      what: 'class' | 'instance',
    ) => {
      this.OPTION(() => {
        const close = this.CONSUME(t.RightBrace);
        this.ACTION(() => {
          node.body = { start: open.startOffset, end: endOf(close) };
          node.end = endOf(close);
        });
        this.OPTION2(() => {
          const semicolon = this.CONSUME(t.Semicolon);
          this.ACTION(() => {
            node.end = endOf(semicolon);
          });
        });
      });
      this.ACTION(() => this.#checkBlockEnd(node, open, what));
    },
  );

  // ---------------------------------------------------------------- members

  private member = this.RULE('member', (owner: Building<ast.ClassDeclaration>) => {
    this.OR([
      {
        GATE: () => !this.#startsUnsupported(),
        ALT: () => this.SUBRULE(this.propertyOrMethod, { ARGS: [owner] }),
      },
      { ALT: () => this.SUBRULE(this.nestedUnsupported) },
      { ALT: () => this.SUBRULE(this.junk, { ARGS: ['member'] }) },
    ]);
  });

  private propertyOrMethod = this.RULE(
    'propertyOrMethod',
    (owner: Building<ast.ClassDeclaration>) => {
      const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList));
      const type = this.SUBRULE(this.typeReference);
      const typeArray = this.OPTION2(() => this.SUBRULE(this.arraySuffix));
      const name = this.SUBRULE(this.memberName);
      this.OR([
        {
          GATE: () => this.LA(1).tokenType === t.LeftParen,
          ALT: () =>
            this.SUBRULE(this.methodRest, { ARGS: [owner, qualifiers, type, typeArray, name] }),
        },
        {
          ALT: () =>
            this.SUBRULE(this.propertyRest, { ARGS: [owner, qualifiers, type, typeArray, name] }),
        },
      ]);
    },
  );

  private propertyRest = this.RULE(
    'propertyRest',
    (
      owner: Building<ast.ClassDeclaration>,
      qualifiers: ast.QualifierList | undefined,
      type: ast.TypeReference,
      typeArray: ast.ArraySuffix | undefined,
      name: ast.Identifier,
    ) => {
      const node = this.ACTION(() => {
        const property: Mutable<ast.PropertyDeclaration> = {
          kind: 'PropertyDeclaration',
          ...spanFrom(qualifiers ?? type, name),
          qualifiers,
          type,
          name,
          array: typeArray,
          defaultValue: undefined,
        };
        owner.members.push(property);
        if (typeArray !== undefined) this.#reportArrayBeforeName(typeArray, name);
        return property;
      });
      this.OPTION(() => {
        const array = this.SUBRULE(this.arraySuffix);
        this.ACTION(() => {
          node.array = array;
          node.end = array.end;
        });
      });
      this.OPTION2(() => {
        this.CONSUME(t.Equals);
        const value = this.SUBRULE(this.value);
        this.ACTION(() => {
          node.defaultValue = value;
          node.end = this.#lastEnd();
        });
      });
      this.ACTION(() => this.#semicolon(node));
      this.OPTION3(() => this.CONSUME(t.Semicolon));
      this.ACTION(() => {
        node.end = this.#lastEnd();
      });
    },
  );

  private methodRest = this.RULE(
    'methodRest',
    (
      owner: Building<ast.ClassDeclaration>,
      qualifiers: ast.QualifierList | undefined,
      returnType: ast.TypeReference,
      returnArray: ast.ArraySuffix | undefined,
      name: ast.Identifier,
    ) => {
      const node = this.ACTION(() => {
        const method: Building<ast.MethodDeclaration> = {
          kind: 'MethodDeclaration',
          ...spanFrom(qualifiers ?? returnType, name),
          qualifiers,
          returnType,
          returnArray,
          name,
          parameters: [],
        };
        owner.members.push(method);
        return method;
      });
      this.CONSUME(t.LeftParen);
      this.OPTION({
        GATE: () => this.LA(1).tokenType !== t.RightParen,
        DEF: () => this.SUBRULE(this.parameters, { ARGS: [node] }),
      });
      this.CONSUME(t.RightParen);
      this.ACTION(() => {
        node.end = this.#lastEnd();
        this.#semicolon(node);
      });
      this.OPTION2(() => this.CONSUME(t.Semicolon));
      this.ACTION(() => {
        node.end = this.#lastEnd();
      });
    },
  );

  private parameters = this.RULE('parameters', (owner: Building<ast.MethodDeclaration>) => {
    this.SUBRULE(this.recoveredParameter, { ARGS: [owner] });
    this.MANY(() => {
      this.CONSUME(t.Comma);
      this.SUBRULE2(this.recoveredParameter, { ARGS: [owner] });
    });
  });

  private recoveredParameter = this.RULE(
    'recoveredParameter',
    (owner: Building<ast.MethodDeclaration>) => {
      this.#recovering(
        () =>
          this.OR([
            { ALT: () => this.SUBRULE(this.parameter, { ARGS: [owner] }) },
            { ALT: () => this.SUBRULE(this.junk, { ARGS: ['recoveredParameter'] }) },
          ]),
        () => this.#skipToParameterEnd(),
      );
    },
  );

  private parameter = this.RULE('parameter', (owner: Building<ast.MethodDeclaration>) => {
    const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList));
    const type = this.SUBRULE(this.typeReference);
    const name = this.SUBRULE(this.memberName);
    const node = this.ACTION(() => {
      const parameter: Mutable<ast.Parameter> = {
        kind: 'Parameter',
        ...spanFrom(qualifiers ?? type, name),
        qualifiers,
        type,
        name,
        array: undefined,
        defaultValue: undefined,
      };
      owner.parameters.push(parameter);
      return parameter;
    });
    this.OPTION2(() => {
      const array = this.SUBRULE(this.arraySuffix);
      this.ACTION(() => {
        node.array = array;
        node.end = array.end;
      });
    });
    this.OPTION3(() => {
      this.CONSUME(t.Equals);
      const value = this.SUBRULE(this.value);
      this.ACTION(() => {
        node.defaultValue = value;
        node.end = this.#lastEnd();
      });
    });
  });

  private assignment = this.RULE('assignment', (owner: InstanceInProgress) => {
    this.OR([
      { ALT: () => this.SUBRULE(this.wellFormedAssignment, { ARGS: [owner] }) },
      { ALT: () => this.SUBRULE(this.junk, { ARGS: ['assignment'] }) },
    ]);
  });

  private wellFormedAssignment = this.RULE('wellFormedAssignment', (owner: InstanceInProgress) => {
    const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList));
    const name = this.SUBRULE(this.name);
    const node = this.ACTION(() => {
      const assignment: Mutable<ast.PropertyAssignment> = {
        kind: 'PropertyAssignment',
        ...spanFrom(qualifiers ?? name, name),
        qualifiers,
        name,
        value: undefined,
      };
      owner.properties.push(assignment);
      return assignment;
    });
    this.OPTION2(() => {
      this.CONSUME(t.Equals);
      this.ACTION(() => {
        node.end = this.#lastEnd();
      });
      const value = this.SUBRULE(this.value);
      this.ACTION(() => {
        node.value = value;
        node.end = this.#lastEnd();
      });
    });
    this.ACTION(() => this.#semicolon(node));
    this.OPTION3(() => this.CONSUME(t.Semicolon));
    this.ACTION(() => {
      node.end = this.#lastEnd();
    });
  });

  private typeReference = this.RULE('typeReference', (): ast.TypeReference => {
    const token = this.CONSUME(t.Name);
    const ref = this.OPTION({
      GATE: () => tokenMatcher(this.LA(2), t.Name),
      DEF: () => this.CONSUME(t.Ref),
    });
    return this.ACTION(() => {
      const name = identifier(token);
      return {
        kind: 'TypeReference',
        start: name.start,
        end: ref === undefined ? name.end : endOf(ref),
        name,
        isReference: ref !== undefined,
      };
    });
  });

  private arraySuffix = this.RULE('arraySuffix', (): ast.ArraySuffix => {
    const open = this.CONSUME(t.LeftBracket);
    const size = this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            const token = this.CONSUME(t.NumberLiteral);
            return this.ACTION(() => this.#arraySize(token));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(t.Name);
            return this.ACTION((): ast.NameValue => ({
              kind: 'NameValue',
              ...spanOf(token),
              name: token.image,
            }));
          },
        },
      ]),
    );
    this.CONSUME(t.RightBracket);
    return this.ACTION(() => ({ kind: 'ArraySuffix', ...this.#spanSince(open), size }));
  });

  private name = this.RULE('name', (): ast.Identifier => {
    const token = this.CONSUME(t.Name);
    return this.ACTION(() => identifier(token));
  });

  private memberName = this.RULE('memberName', (): ast.Identifier => {
    const token = this.CONSUME(t.Name);
    return this.ACTION(() => identifier(token));
  });

  // ---------------------------------------------------------------- qualifiers

  private qualifierList = this.RULE('qualifierList', (): ast.QualifierList => {
    const open = this.CONSUME(t.LeftBracket);
    const node = this.ACTION((): Building<ast.QualifierList> => ({
      kind: 'QualifierList',
      ...spanOf(open),
      qualifiers: [],
    }));
    this.OPTION(() => {
      this.SUBRULE(this.qualifier, { ARGS: [node] });
      this.MANY({
        GATE: () => !this.#startsQualified(this.LA(1).tokenType === t.Comma ? 2 : 1),
        DEF: () => {
          const comma = this.OPTION2(() => this.CONSUME(t.Comma));
          this.ACTION(() => {
            if (comma === undefined) {
              this.#report(problems.missingComma(this.#lastEnd(), this.LA(1)));
            }
          });
          this.SUBRULE2(this.qualifier, { ARGS: [node] });
        },
      });
    });
    this.OR([
      { ALT: () => this.CONSUME(t.RightBracket) },
      {
        GATE: () => this.#startsQualified(this.LA(1).tokenType === t.Comma ? 2 : 1),
        ALT: () => this.ACTION(() => this.#reportMissingBracket(node)),
      },
    ]);
    return this.ACTION(() => {
      node.end = this.#lastEnd();
      return node;
    });
  });

  private qualifier = this.RULE('qualifier', (list: Building<ast.QualifierList>) => {
    const name = this.SUBRULE(this.name);
    const node = this.ACTION(() => {
      const qualifier: Building<ast.Qualifier> = {
        kind: 'Qualifier',
        start: name.start,
        end: name.end,
        name,
        value: undefined,
        flavors: [],
      };
      list.qualifiers.push(qualifier);
      return qualifier;
    });
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            const open = this.CONSUME(t.LeftParen);
            const values = this.SUBRULE(this.parenthesizedValues);
            this.CONSUME(t.RightParen);
            this.ACTION(() => {
              node.value =
                values.length > 1
                  ? { kind: 'ArrayValue', ...this.#spanSince(open), elements: values }
                  : values[0];
            });
          },
        },
        {
          ALT: () => {
            const array = this.SUBRULE(this.arrayValue);
            this.ACTION(() => {
              node.value = array;
            });
          },
        },
      ]);
      this.ACTION(() => {
        node.end = this.#lastEnd();
      });
    });
    this.OPTION2(() => {
      this.CONSUME(t.Colon);
      this.SUBRULE(this.flavors, { ARGS: [node] });
    });
  });

  /** Flavors separated by blanks. */
  private flavors = this.RULE(
    'flavors',
    (node: Building<ast.Qualifier> | Building<ast.QualifierDeclaration>) => {
      this.AT_LEAST_ONE(() => {
        const flavor = this.SUBRULE(this.name);
        this.ACTION(() => {
          node.flavors.push(flavor);
          node.end = flavor.end;
          this.#checkFlavor(flavor);
        });
      });
    },
  );

  // ---------------------------------------------------------------- values

  /** What stands between parentheses, of a pragma or a qualifier; macros may be joined with strings there. */
  private parenthesizedValues = this.RULE('parenthesizedValues', (): ast.Value[] => {
    const values: ast.Value[] = [];
    this.OPTION(() => {
      const first = this.SUBRULE(this.parenthesizedValue);
      this.ACTION(() => values.push(first));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        const next = this.SUBRULE2(this.parenthesizedValue);
        this.ACTION(() => values.push(next));
      });
    });
    return values;
  });

  private parenthesizedValue = this.RULE('parenthesizedValue', (): ast.Value =>
    this.OR([
      {
        GATE: () =>
          startsText(this.LA(1)) || startsText(this.LA(2)) || isTwoNames(this.LA(1), this.LA(2)),
        ALT: () => this.SUBRULE(this.macroText),
      },
      { ALT: () => this.SUBRULE(this.value) },
    ]),
  );

  private value = this.RULE('value', (): ast.Value =>
    this.OR([
      { ALT: () => this.SUBRULE(this.stringValue) },
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.SUBRULE(this.aliasValue) },
      { ALT: () => this.SUBRULE(this.arrayValue) },
      // TRUE, FALSE and NULL are names too, but as values they are what they say.
      { ALT: () => this.SUBRULE(this.boolean), IGNORE_AMBIGUITIES: true },
      { ALT: () => this.SUBRULE(this.null), IGNORE_AMBIGUITIES: true },
      { ALT: () => this.SUBRULE(this.char) },
      { ALT: () => this.SUBRULE(this.word) },
    ]),
  );

  /** Adjacent string literals. */
  private stringValue = this.RULE('stringValue', (): ast.StringValue => {
    const pieces: ast.StringPiece[] = [];
    this.AT_LEAST_ONE(() => {
      const piece = this.SUBRULE(this.stringPiece);
      this.ACTION(() => pieces.push(piece));
    });
    return this.ACTION(() => stringValue(pieces));
  });

  /** String literals and macro names side by side, for the C preprocessor to expand. */
  private macroText = this.RULE('macroText', (): ast.StringValue => {
    const pieces: (ast.StringPiece | ast.Identifier)[] = [];
    this.AT_LEAST_ONE(() => {
      const piece = this.OR<[IOrAlt<ast.StringPiece>, IOrAlt<ast.Identifier>]>([
        { ALT: () => this.SUBRULE(this.stringPiece) },
        { ALT: () => this.SUBRULE(this.name) },
      ]);
      this.ACTION(() => pieces.push(piece));
    });
    return this.ACTION(() => stringValue(pieces));
  });

  private stringPiece = this.RULE('stringPiece', (): ast.StringPiece =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.StringLiteral);
          return this.ACTION(() => this.#stringPiece(token, 1));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.UnterminatedString);
          return this.ACTION(() => this.#unterminatedString(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.TypographicString);
          return this.ACTION(() => this.#typographicString(token));
        },
      },
    ]),
  );

  private char = this.RULE('char', (): ast.CharValue =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.CharLiteral);
          return this.ACTION(() => this.#charValue(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BadCharLiteral);
          return this.ACTION(() => this.#badCharValue(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.UnterminatedChar);
          return this.ACTION(() => this.#badCharValue(token));
        },
      },
    ]),
  );

  private number = this.RULE('number', (): ast.IntegerValue | ast.RealValue => {
    const token = this.CONSUME(t.NumberLiteral);
    return this.ACTION(() => this.#number(token));
  });

  private boolean = this.RULE('boolean', (): ast.BooleanValue =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.True);
          return this.ACTION((): ast.BooleanValue => ({
            kind: 'BooleanValue',
            ...spanOf(token),
            value: true,
          }));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.False);
          return this.ACTION((): ast.BooleanValue => ({
            kind: 'BooleanValue',
            ...spanOf(token),
            value: false,
          }));
        },
      },
    ]),
  );

  private null = this.RULE('null', (): ast.NullValue => {
    const token = this.CONSUME(t.Null);
    return this.ACTION(() => ({ kind: 'NullValue', ...spanOf(token) }));
  });

  private aliasValue = this.RULE('aliasValue', (): ast.Alias =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.AliasName);
          return this.ACTION(() => alias(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BadAliasName);
          return this.ACTION(() => {
            this.#report(problems.badAlias(token));
            const node: ast.Alias = { ...alias(token), incomplete: true };
            return node;
          });
        },
      },
    ]),
  );

  private arrayValue = this.RULE('arrayValue', (): ast.ArrayValue => {
    const open = this.CONSUME(t.LeftBrace);
    const elements: ast.Value[] = [];
    this.ACTION(() => this.#enter(open));
    this.OPTION(() => this.SUBRULE(this.element, { ARGS: [elements] }));
    this.MANY(() => {
      const comma = this.CONSUME(t.Comma);
      this.ACTION(() => this.#checkAfterComma(comma));
      this.OPTION2(() => this.SUBRULE2(this.element, { ARGS: [elements] }));
    });
    this.CONSUME(t.RightBrace);
    this.ACTION(() => {
      this.#depth--;
    });
    return this.ACTION(() => ({ kind: 'ArrayValue', ...this.#spanSince(open), elements }));
  });

  /** A number takes the short way: arrays of bytes are most of a subscription's tokens. */
  private element = this.RULE('element', (elements: ast.Value[]) => {
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.NumberLiteral);
          this.ACTION(() => elements.push(this.#number(token)));
        },
        IGNORE_AMBIGUITIES: true,
      },
      {
        ALT: () => {
          const value = this.SUBRULE(this.value);
          this.ACTION(() => elements.push(value));
        },
      },
    ]);
  });

  /** A value that starts with a name: an embedded instance, an enumeration value of MOF 3, or a bare word. */
  private word = this.RULE('word', (): ast.Value =>
    this.OR([
      {
        GATE: () => isOf(this.LA(2)) && tokenMatcher(this.LA(3), t.Name),
        ALT: () => this.SUBRULE(this.embeddedInstance),
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.Name);
          this.ACTION(() => this.#checkDottedName(token));
          return this.ACTION((): ast.NameValue => ({
            kind: 'NameValue',
            ...spanOf(token),
            name: token.image,
          }));
        },
      },
    ]),
  );

  private embeddedInstance = this.RULE('embeddedInstance', (): ast.InstanceValue => {
    const keyword = this.CONSUME(t.Name);
    this.CONSUME(t.Of);
    this.ACTION(() => {
      this.#enter(keyword);
      this.#checkInstanceKeyword(keyword);
    });
    const className = this.SUBRULE(this.name);
    const node = this.ACTION((): Building<ast.InstanceValue> => ({
      kind: 'InstanceValue',
      ...spanFrom(keyword, className),
      qualifiers: undefined,
      className,
      alias: undefined,
      properties: [],
      body: { start: className.end, end: className.end },
    }));
    const open = this.SUBRULE(this.instanceBody, { ARGS: [node] });
    this.ACTION(() => {
      if (node.alias !== undefined) this.#report(problems.embeddedAlias(node.alias));
    });
    const close = this.CONSUME(t.RightBrace);
    return this.ACTION(() => {
      this.#depth--;
      node.body = { start: open.startOffset, end: endOf(close) };
      node.end = endOf(close);
      return node;
    });
  });

  // ---------------------------------------------------------------- what WMI does not have

  private unsupportedDeclaration = this.RULE('unsupportedDeclaration', (items: ast.Item[] = []) => {
    const keyword = this.CONSUME(t.Name);
    this.ACTION(() => items.push(this.#unsupported(keyword)));
  });

  private nestedUnsupported = this.RULE('nestedUnsupported', () => {
    const keyword = this.CONSUME(t.Name);
    this.ACTION(() => this.#unsupported(keyword));
  });

  #unsupported(keyword: IToken): ast.UnsupportedDeclaration {
    this.#report(problems.unsupportedDeclaration(keyword));
    this.#skipDeclaration();
    return {
      kind: 'UnsupportedDeclaration',
      ...this.#spanSince(keyword),
      keyword: identifier(keyword),
    };
  }

  // ---------------------------------------------------------------- lookahead

  readonly #cursor: TokenCursor = { LA: (k) => this.LA(k) };

  #atDeclaration(): boolean {
    return startsDeclaration(this.#cursor);
  }

  #startsQualifierDeclaration(): boolean {
    return this.LA(1).tokenType === t.Qualifier && tokenMatcher(this.LA(2), t.Name);
  }

  #startsUnsupported(): boolean {
    return isUnsupportedKeyword(this.#cursor);
  }

  #startsLostPragma(): boolean {
    const word = this.LA(1);
    return (
      word.tokenType === t.Identifier &&
      word.image.toLowerCase() === 'pragma' &&
      tokenMatcher(this.LA(2), t.Name)
    );
  }

  /** `instance of X`, `Instance X {`, `instnce of X`, `instanceof X`, `value of X`. */
  #looksLikeInstance(): boolean {
    const word = this.LA(1);
    const next = this.LA(2);
    if (word.tokenType === t.Instance) return tokenMatcher(next, t.Name);
    if (word.tokenType !== t.Identifier || !tokenMatcher(next, t.Name)) return false;
    if (word.image.toLowerCase() === 'instanceof') return true;
    if (!isOf(next) || !tokenMatcher(this.LA(3), t.Name)) return false;
    return word.image.toLowerCase() === 'value' || suggest(word.image, ['instance']) !== undefined;
  }

  /** `clas X {`, `clss X : Y`, `association X {`: a word and a name before what only a class's head is followed by. */
  #looksLikeClass(): boolean {
    if (!tokenMatcher(this.LA(1), t.Name) || !tokenMatcher(this.LA(2), t.Name)) return false;
    const next = this.LA(3).tokenType;
    const head = next === t.LeftBrace || next === t.Colon || next === t.As;
    return (
      head && (suggest(this.LA(1).image, ['class']) !== undefined || isMof3ClassWord(this.LA(1)))
    );
  }

  #reportMissingBracket(list: Building<ast.QualifierList>): void {
    list.incomplete = true;
    this.#report(problems.missingBracket(this.#lastEnd(), list));
    if (this.LA(1).tokenType === t.Comma) this.SKIP_TOKEN();
  }

  /** Whether the k-th token starts `Type Name;`, `Type Name =`, `Type Name[`, `class Name` or `instance of`. */
  #startsQualified(k: number): boolean {
    const first = this.LA(k);
    const second = this.LA(k + 1);
    if (!tokenMatcher(first, t.Name) || !tokenMatcher(second, t.Name)) return false;
    if (first.tokenType === t.Instance) return second.tokenType === t.Of;
    const third = this.LA(k + 2).tokenType;
    if (first.tokenType === t.Class) return third === t.LeftBrace || third === t.Colon;
    return third === t.Semicolon || third === t.Equals || third === t.LeftBracket;
  }

  // ---------------------------------------------------------------- recovery

  /**
   * Runs `parse`; when it fails, keeps what it has attached to the tree and lets `skip` find the next element. At
   * least one token is passed, so that a list always ends.
   */
  #recovering(parse: () => void, skip: (openBraces: number) => void): void {
    if (this.RECORDING_PHASE) {
      parse();
      return;
    }
    const before = this.LA(1);
    const depth = this.#depth;
    try {
      parse();
    } catch (error) {
      if (error instanceof Recovered) {
        // The problem is reported already.
      } else if (isRecognition(error)) {
        this.#reportException(error);
      } else {
        throw error;
      }
      const openBraces = Math.max(0, this.#depth - depth);
      this.#depth = depth;
      if (this.LA(1) === before && before.tokenType !== t.RightBrace) this.SKIP_TOKEN();
      skip(openBraces);
      this.#skippedTo = this.LA(0);
    }
  }

  /** To a declaration, or what was plainly meant to be one. */
  #skipToDeclaration(): void {
    while (!this.#atEnd() && !this.#atDeclaration() && !this.#looksLikeDeclaration()) {
      this.SKIP_TOKEN();
    }
  }

  #looksLikeDeclaration(): boolean {
    return this.#looksLikeInstance() || this.#looksLikeClass() || this.#startsLostPragma();
  }

  /**
   * To behind the `;` that ends the broken element, or before what ends the body. `openBraces` were open inside the
   * element when it broke; each may or may not be closed yet.
   */
  #skipToMember(owner: { incomplete?: true }, openBraces: number): void {
    owner.incomplete = true;
    let open = openBraces;
    let depth = 0;
    while (!this.#atEnd() && !this.#atDeclaration()) {
      const { tokenType } = this.LA(1);
      if (tokenType === t.RightBrace) {
        if (depth > 0 || open > 0 ? this.#closesBlock() : !this.#isMismatch()) return;
        if (depth > 0) depth--;
        else if (open > 0) open--;
      } else if (tokenType === t.LeftBrace) {
        depth++;
      } else if (tokenType === t.Semicolon && depth === 0 && this.#elementMayFollow()) {
        this.SKIP_TOKEN();
        return;
      }
      this.SKIP_TOKEN();
    }
  }

  /** Whether the `}` here stands for another bracket, as in `[Description("x"}]`. */
  #isMismatch(): boolean {
    const { tokenType } = this.LA(2);
    return (
      tokenType === t.RightBracket ||
      tokenType === t.RightParen ||
      tokenType === t.Comma ||
      tokenType === t.Colon
    );
  }

  /** Whether the `}` here ends the whole declaration: `};` before another one or the end. */
  #closesBlock(): boolean {
    if (this.LA(2).tokenType !== t.Semicolon) return false;
    const afterwards: TokenCursor = { LA: (k) => this.LA(k + 2) };
    return isEnd(this.LA(3)) || startsDeclaration(afterwards);
  }

  /** Whether what follows the `;` here can be the next element of a body. */
  #elementMayFollow(): boolean {
    const next = this.LA(2);
    if (isEnd(next) || next.tokenType === t.RightBrace || next.tokenType === t.LeftBracket)
      return true;
    if (next.tokenType === t.PragmaKeyword || next.tokenType === t.IncludeKeyword) return true;
    if (!tokenMatcher(next, t.Name)) return false;
    const then = this.LA(3);
    return (
      then.tokenType === t.Equals || then.tokenType === t.Semicolon || tokenMatcher(then, t.Name)
    );
  }

  /** To the `,` or `)` that ends a broken parameter. */
  #skipToParameterEnd(): void {
    let depth = 0;
    while (!this.#atEnd() && !this.#atDeclaration()) {
      const { tokenType } = this.LA(1);
      if (tokenType === t.Semicolon || tokenType === t.RightBrace) return;
      if (depth === 0 && (tokenType === t.Comma || tokenType === t.RightParen)) return;
      if (tokenType === t.LeftParen) depth++;
      if (tokenType === t.RightParen) depth--;
      this.SKIP_TOKEN();
    }
  }

  /** Over a declaration that WMI does not have: to behind its `;`, or behind its block. */
  #skipDeclaration(): void {
    let depth = 0;
    while (!this.#atEnd()) {
      const { tokenType } = this.LA(1);
      if (depth === 0 && (tokenType === t.RightBrace || this.#atDeclaration())) return;
      this.SKIP_TOKEN();
      if (tokenType === t.LeftBrace) depth++;
      if (tokenType === t.RightBrace) depth--;
      if (tokenType === t.Semicolon && depth === 0) return;
    }
  }

  #atEnd(): boolean {
    return isEnd(this.LA(1));
  }

  /** Counts a level of nesting; too many of them end the element, so that the stack holds on hostile input. */
  #enter(opening: IToken): void {
    this.#depth++;
    if (this.#depth <= MAX_NESTING) return;
    this.#fail(problems.tooDeep(opening, MAX_NESTING));
  }

  // ---------------------------------------------------------------- problems

  #report(problem: SyntaxProblem): void {
    if (this.#problems.length >= MAX_PROBLEMS) {
      this.#suppressed++;
      return;
    }
    this.#problems.push(problem);
  }

  #fail(problem: SyntaxProblem): never {
    this.#report(problem);
    throw new Recovered();
  }

  #reportException(error: IRecognitionException): void {
    const { token } = error;
    const context = { token, previous: this.LA(0), next: this.LA(2), text: this.#text };
    this.#report(expectationFor(this.#expected.failedIn(error.context.ruleStack), context));
  }

  /** The token that was just passed fits nowhere in this rule. */
  #failOn(token: IToken, rule: string): void {
    const context = { token, previous: this.LA(-1), next: this.LA(1), text: this.#text };
    this.#fail(expectationFor({ kind: 'nothing', rule }, context));
  }

  #sortedProblems(): SyntaxProblem[] {
    const sorted = this.#problems.sort((a, b) => a.start - b.start || a.end - b.end);
    if (this.#suppressed > 0) {
      sorted.push(problems.moreProblems(this.#suppressed, sorted.at(-1)?.end ?? 0));
    }
    return sorted;
  }

  /** Reports a missing `;` where the next token starts something new; anything else is unexpected here. */
  #semicolon(node: { incomplete?: true }): void {
    const next = this.LA(1);
    if (next.tokenType === t.Semicolon) return;
    const end = this.#lastEnd();
    if (!this.#startsSomethingNew(next, end)) {
      const context = { token: next, previous: this.LA(0), next: this.LA(2), text: this.#text };
      this.#fail(
        expectationFor({ kind: 'token', rule: 'statementEnd', expected: t.Semicolon }, context),
      );
    }
    node.incomplete = true;
    // The quote that was forgotten took the semicolon with it.
    if (isUnterminated(this.LA(0))) return;
    this.#report(problems.missingSemicolon(end));
  }

  #startsSomethingNew(next: IToken, end: number): boolean {
    if (isEnd(next) || next.tokenType === t.RightBrace || this.#atDeclaration()) return true;
    const onNewLine = /[\r\n]/.test(this.#text.slice(end, next.startOffset));
    if (next.tokenType === t.LeftBracket) return onNewLine;
    if (!tokenMatcher(next, t.Name)) return false;
    return this.LA(2).tokenType === t.Equals || (onNewLine && tokenMatcher(this.LA(2), t.Name));
  }

  #checkBlockEnd(
    node: Building<ast.ClassDeclaration> | Building<ast.InstanceDeclaration>,
    open: IToken,
    what: 'class' | 'instance',
  ): void {
    const last = this.LA(0);
    if (last.tokenType === t.Semicolon && node.end === endOf(last)) return;
    const end = this.#lastEnd();
    node.end = Math.max(node.end, end);
    if (last.tokenType === t.RightBrace && node.body.end === end) {
      this.#report(problems.missingSemicolonAfterBlock(end, what));
      return;
    }
    node.incomplete = true;
    node.body = { start: open.startOffset, end };
    this.#unclosed++;
    // When an error inside swallowed everything up to here, it may well have swallowed the brace.
    if (this.#skippedTo !== last) {
      this.#report(problems.unclosedBlock(end, open, what, declaredName(node)));
    }
  }

  #checkBlankAfter(keyword: IToken): void {
    const next = this.LA(1);
    if (tokenMatcher(next, t.Name) && next.startOffset === endOf(keyword)) {
      this.#report(problems.missingBlank(keyword));
    }
  }

  #checkKeyword(token: IToken): void {
    if (token.tokenType === t.Class) return;
    if (isMof3ClassWord(token)) this.#report(problems.unsupportedDeclaration(token));
    else this.#report(problems.misspeltKeyword(token, 'class'));
  }

  #checkInstanceHead(keyword: IToken): void {
    if (isOf(this.LA(0))) this.#checkInstanceKeyword(keyword);
    else if (tokenMatcher(this.LA(1), t.Name)) {
      this.#report(problems.instanceWithoutOf(keyword, this.LA(1)));
    }
  }

  #checkInstanceKeyword(keyword: IToken): void {
    if (keyword.tokenType === t.Instance) return;
    const isValueOf = keyword.image.toLowerCase() === 'value';
    this.#report(
      isValueOf
        ? problems.valueOf(keyword, this.LA(0))
        : problems.misspeltKeyword(keyword, 'instance'),
    );
  }

  /** `Enumeration.Member`, and `Class.Key="value"`, an object path without its quotes. */
  #checkDottedName(token: IToken): void {
    const member = this.LA(2);
    if (this.LA(1).tokenType !== t.Dot || !tokenMatcher(member, t.Name)) return;
    if (this.LA(1).startOffset !== endOf(token)) return;
    const isPath = this.LA(3).tokenType === t.Equals;
    for (let skipped = 0; skipped < (isPath ? 4 : 2); skipped++) this.SKIP_TOKEN();
    this.#report(
      isPath
        ? problems.unquotedPath(this.#spanSince(token))
        : problems.enumerationValue(token, member),
    );
  }

  #checkAfterComma(comma: IToken): void {
    const next = this.LA(1);
    if (next.tokenType === t.RightBrace) this.#report(problems.trailingComma(comma));
    else if (next.tokenType === t.Comma) this.#report(problems.missingElement(comma, next));
  }

  #checkFlavor(name: ast.Identifier): void {
    if (!KNOWN_FLAVORS.has(name.name.toLowerCase())) this.#report(problems.unknownFlavor(name));
  }

  #checkScope(name: ast.Identifier): void {
    if (!KNOWN_SCOPES.has(name.name.toLowerCase())) this.#report(problems.unknownScope(name));
  }

  #reportArrayBeforeName(array: ast.ArraySuffix, name: ast.Identifier): void {
    const brackets = this.#text.slice(array.start, array.end);
    this.#report(problems.arrayBeforeName(array, name, brackets));
  }

  // ---------------------------------------------------------------- literals

  #stringPiece(token: IToken, closing: 0 | 1): ast.StringPiece {
    const raw = token.image.slice(1, token.image.length - closing);
    const value = this.#unescape(raw, token.startOffset + 1);
    const start = token.startOffset;
    return { kind: 'StringPiece', start, end: endOf(token), raw, value };
  }

  #unescape(raw: string, base: number): string {
    return unescape(raw, ({ start, end, message }) =>
      this.#report(problems.badEscape({ start: base + start, end: base + end }, message)),
    );
  }

  #unterminatedString(token: IToken): ast.StringPiece {
    this.#report(problems.unterminatedString(token));
    return { ...this.#stringPiece(token, 0), incomplete: true };
  }

  #typographicString(token: IToken): ast.StringPiece {
    this.#report(problems.typographicString(token));
    const raw = token.image.slice(1, -1);
    return { kind: 'StringPiece', ...spanOf(token), raw, value: unescape(raw) };
  }

  #charValue(token: IToken): ast.CharValue {
    const raw = token.image.slice(1, -1);
    const value = this.#unescape(raw, token.startOffset + 1);
    return { kind: 'CharValue', ...spanOf(token), raw, value };
  }

  #badCharValue(token: IToken): ast.CharValue {
    this.#report(problems.badChar(token));
    const raw = token.image.slice(1).replace(/'$/, '');
    return { kind: 'CharValue', ...spanOf(token), raw, value: unescape(raw), incomplete: true };
  }

  #number(token: IToken): ast.IntegerValue | ast.RealValue {
    const raw = token.image;
    const reading = readNumber(raw);
    const start = token.startOffset;
    const end = start + raw.length;
    switch (reading.kind) {
      case 'integer':
        return { kind: 'IntegerValue', start, end, value: reading.value, base: reading.base, raw };
      case 'real':
        return { kind: 'RealValue', start, end, value: reading.value, raw };
      case 'invalid':
        this.#report(problems.invalidNumber(token, reading.message));
        return {
          kind: 'IntegerValue',
          start,
          end,
          value: 0n,
          base: 'decimal',
          raw,
          incomplete: true,
        };
    }
  }

  #arraySize(token: IToken): ast.IntegerValue | undefined {
    const number = this.#number(token);
    return number.kind === 'IntegerValue' ? number : undefined;
  }

  #comment(token: IToken): ast.Comment {
    if (token.tokenType === t.UnterminatedComment) {
      this.#report(problems.unterminatedComment(token));
    }
    return {
      kind: token.tokenType === t.LineComment ? 'LineComment' : 'BlockComment',
      ...spanOf(token),
      text: token.image,
    };
  }

  // ---------------------------------------------------------------- spans

  #lastEnd(): number {
    return endOf(this.LA(0));
  }

  #spanSince(first: IToken): ast.Span {
    return { start: first.startOffset, end: this.#lastEnd() };
  }
}

function isRecognition(error: unknown): error is IRecognitionException {
  return error instanceof Error && isRecognitionException(error);
}

/** Thrown after a problem was reported, to leave the element that it is in; it carries nothing. */
class Recovered {}

function isOf(token: IToken): boolean {
  return token.tokenType === t.Of;
}

function isFlavor(token: IToken): boolean {
  return KNOWN_FLAVORS.has(token.image.toLowerCase());
}

function isMof3ClassWord(token: IToken): boolean {
  return /^(?:association|indication|interface)$/i.test(token.image);
}

function isUnterminated(token: IToken): boolean {
  return token.tokenType === t.UnterminatedString || token.tokenType === t.UnterminatedChar;
}

function startsText(token: IToken): boolean {
  return (
    token.tokenType === t.StringLiteral ||
    token.tokenType === t.UnterminatedString ||
    token.tokenType === t.TypographicString
  );
}

function isTwoNames(first: IToken, second: IToken): boolean {
  return first.tokenType === t.Identifier && second.tokenType === t.Identifier;
}

function spanFrom(first: IToken | ast.Span, last: ast.Span): ast.Span {
  return { start: 'startOffset' in first ? first.startOffset : first.start, end: last.end };
}

function identifier(token: IToken): ast.Identifier {
  return { kind: 'Identifier', start: token.startOffset, end: endOf(token), name: token.image };
}

function alias(token: IToken): ast.Alias {
  return { kind: 'Alias', start: token.startOffset, end: endOf(token), name: token.image };
}

function stringValue(pieces: readonly (ast.StringPiece | ast.Identifier)[]): ast.StringValue {
  const first = pieces[0];
  const last = pieces.at(-1);
  const value =
    pieces.length === 1 && first?.kind === 'StringPiece'
      ? first.value
      : pieces.map((piece) => (piece.kind === 'StringPiece' ? piece.value : '')).join('');
  const incomplete = pieces.some((piece) => piece.kind === 'StringPiece' && piece.incomplete);
  const node = {
    kind: 'StringValue',
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    value,
    pieces,
  } as const;
  return incomplete ? { ...node, incomplete } : node;
}

function declaredName(
  node: Building<ast.ClassDeclaration> | Building<ast.InstanceDeclaration>,
): string {
  return node.kind === 'ClassDeclaration' ? node.name.name : node.className.name;
}

/** Puts the preprocessor's lines between the items that they stand between; others are inside an item. */
function placeDirectives(
  items: readonly ast.Item[],
  directives: readonly IToken[],
): { merged: readonly ast.Item[]; nested: readonly ast.PreprocessorLine[] } {
  if (directives.length === 0) return { merged: items, nested: [] };
  const merged: ast.Item[] = [];
  const nested: ast.PreprocessorLine[] = [];
  let next = 0;
  for (const token of directives) {
    const line: ast.PreprocessorLine = {
      kind: 'PreprocessorLine',
      ...spanOf(token),
      directive: (/[a-z]+/i.exec(token.image)?.[0] ?? '').toLowerCase(),
      text: token.image,
    };
    let item = items[next];
    while (item !== undefined && item.end <= line.start) {
      merged.push(item);
      item = items[++next];
    }
    if (item !== undefined && item.start < line.start) nested.push(line);
    else merged.push(line);
  }
  return { merged: [...merged, ...items.slice(next)], nested };
}
