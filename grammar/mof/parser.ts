/**
 * The parser: MOF text in, a tree and the problems of its syntax out.
 *
 * The grammar is a Chevrotain parser that builds the tree in its rules. Chevrotain's own error recovery is off:
 * each list (items, members, assignments, qualifiers, parameters) catches the errors of its elements, keeps what was
 * read of the element, and skips to where the next one plausibly starts (recovery.ts). So one mistake gives one
 * problem, and what follows it is still read. A node is attached to its parent before its own parts are read.
 */
import { tokenMatcher, type IOrAlt, type IToken } from 'chevrotain';

import type * as ast from './ast.ts';
import type { Building, InstanceInProgress, Mutable } from './building.ts';
import * as nodes from './nodes.ts';
import type { SyntaxProblem } from './problem.ts';
import * as problems from './problems.ts';
import { RecoveringParser } from './recovering-parser.ts';
import { endOf, isUnterminated, KNOWN_FLAVORS, spanOf } from './recovery.ts';
import * as t from './tokens.ts';

export interface MofParse {
  readonly document: ast.Document;
  /** In source order; after a hundred of them a last one says how many more there are. */
  readonly problems: readonly SyntaxProblem[];
}

/** Parses a MOF text. Never throws: whatever is wrong is a problem with its exact place. */
export function parseMof(text: string): MofParse {
  parser ??= new MofParser();
  return parser.parse(text);
}

/** Building a parser takes a while, so it waits for the first text; there is one for each thread. */
let parser: MofParser | undefined;

/** @internal Exported for the test that lets Chevrotain validate the grammar. */
export class MofParser extends RecoveringParser {
  readonly #report: nodes.Reporter = (problem) => this.report(problem);

  constructor(options: { readonly skipValidations?: boolean } = {}) {
    super(options.skipValidations ?? true);
    this.performSelfAnalysis();
  }

  parse(text: string): MofParse {
    const lexed = t.lexMof(text);
    this.begin(text, lexed.tokens);
    const items: ast.Item[] = [];
    this.document(items);
    const comments = lexed.comments.map((token) => nodes.comment(token, this.#report));
    const { merged, nested } = nodes.placeDirectives(items, lexed.directives);
    const document: ast.Document = {
      kind: 'Document',
      start: 0,
      end: text.length,
      items: merged,
      comments,
      nestedDirectives: nested,
    };
    const found = this.sortedProblems();
    this.begin('', []);
    return { document, problems: found };
  }

  // ---------------------------------------------------------------- items

  document = this.RULE('document', (items: ast.Item[] = []) => {
    this.MANY(() => {
      this.recovering(
        () => this.SUBRULE(this.item, { ARGS: [items] }),
        () => this.skipToDeclaration(),
        () => items.at(-1),
      );
    });
  });

  private item = this.RULE('item', (items: ast.Item[] = []) => {
    this.OR([
      { ALT: () => this.SUBRULE(this.pragma, { ARGS: [items] }) },
      { ALT: () => this.SUBRULE(this.include, { ARGS: [items] }) },
      {
        GATE: () => this.startsQualifierDeclaration(),
        ALT: () => this.SUBRULE(this.qualifierDeclaration, { ARGS: [items] }),
      },
      {
        GATE: () => !this.startsUnsupported() && !this.startsLostPragma(),
        ALT: () => this.SUBRULE(this.declaration, { ARGS: [items] }),
      },
      {
        GATE: () => this.startsLostPragma(),
        ALT: () => this.SUBRULE(this.pragmaWithoutHash, { ARGS: [items] }),
      },
      { ALT: () => this.SUBRULE(this.unsupportedDeclaration, { ARGS: [items] }) },
      { ALT: () => this.SUBRULE(this.junk, { ARGS: ['item'] }) },
      { ALT: () => this.SUBRULE(this.strayBrace) },
    ]);
  });

  private pragma = this.RULE('pragma', (items: ast.Item[] = []) => {
    const hash = this.CONSUME(t.PragmaKeyword);
    this.ACTION(() => this.checkBlankAfter(hash));
    this.SUBRULE(this.pragmaBody, { ARGS: [items, hash] });
  });

  private pragmaWithoutHash = this.RULE('pragmaWithoutHash', (items: ast.Item[] = []) => {
    const word = this.CONSUME(t.Name);
    this.ACTION(() => {
      this.report(problems.lostHash(word));
    });
    this.SUBRULE(this.pragmaBody, { ARGS: [items, word] });
  });

  private pragmaBody = this.RULE('pragmaBody', (items: ast.Item[], hash: IToken) => {
    const name = this.SUBRULE(this.name);
    const node = this.ACTION(() => {
      const pragma: Building<ast.Pragma> = {
        kind: 'Pragma',
        ...nodes.spanFrom(hash, name),
        name,
        arguments: undefined,
      };
      items.push(pragma);
      return pragma;
    });
    this.OPTION({
      GATE: () =>
        this.LA(1).tokenType === t.LeftParen || (startsText(this.LA(1)) && !this.newLineFollows()),
      DEF: () => {
        const open = this.OPTION2(() => this.CONSUME(t.LeftParen));
        this.ACTION(() => {
          if (open === undefined) this.report(problems.missingOpeningParenthesis(this.lastEnd()));
        });
        const values = this.SUBRULE(this.pragmaArguments);
        this.SUBRULE(this.closingParenthesis, { ARGS: [open ?? hash] });
        this.ACTION(() => {
          node.arguments = values;
          node.end = this.lastEnd();
          const include = nodes.dmtfInclude(node);
          if (include !== undefined) items[items.length - 1] = include;
        });
      },
    });
  });

  private pragmaArguments = this.RULE('pragmaArguments', (): ast.Value[] => {
    const values: ast.Value[] = [];
    this.OPTION(() => {
      const first = this.SUBRULE(this.value);
      this.ACTION(() => values.push(first));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        const next = this.SUBRULE2(this.value);
        this.ACTION(() => values.push(next));
      });
    });
    return values;
  });

  /** `)`, which is missing where a new line or the end of the file comes first. */
  private closingParenthesis = this.RULE('closingParenthesis', (open: IToken) => {
    this.OR([
      { ALT: () => this.CONSUME(t.RightParen) },
      {
        GATE: () => this.newLineFollows(),
        ALT: () =>
          this.ACTION(() => this.report(problems.missingParenthesis(this.lastEnd(), open))),
      },
    ]);
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
          this.ACTION(() => this.checkBlankAfter(keyword));
          this.OR2([
            {
              ALT: () => {
                const open = this.CONSUME(t.LeftParen);
                const path = this.SUBRULE(this.stringValue);
                this.SUBRULE(this.closingParenthesis, { ARGS: [open] });
                this.ACTION(() =>
                  items.push({ kind: 'Include', ...this.spanSince(keyword), path, form: 'mof' }),
                );
              },
            },
            {
              ALT: () => {
                const path = this.SUBRULE2(this.stringValue);
                this.ACTION(() =>
                  items.push({ kind: 'Include', ...this.spanSince(keyword), path, form: 'c' }),
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
    this.ACTION(() => this.failOn(token, rule));
  });

  /** A closing brace between items. */
  private strayBrace = this.RULE('strayBrace', () => {
    const token = this.CONSUME(t.RightBrace);
    this.ACTION(() => this.checkStrayBrace(token));
    this.OPTION(() => this.CONSUME(t.Semicolon));
  });

  /** A word that starts no declaration. */
  private noDeclaration = this.RULE('noDeclaration', () => {
    const token = this.CONSUME(t.Name);
    this.ACTION(() => this.failOn(token, 'declaration'));
  });

  // ---------------------------------------------------------------- qualifier declarations

  private qualifierDeclaration = this.RULE('qualifierDeclaration', (items: ast.Item[] = []) => {
    const keyword = this.CONSUME(t.Qualifier);
    const name = this.SUBRULE(this.name);
    this.CONSUME(t.Colon);
    const node = this.ACTION(() => {
      const declaration: Building<ast.QualifierDeclaration> = {
        kind: 'QualifierDeclaration',
        ...nodes.spanFrom(keyword, name),
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
    this.ACTION(() => this.semicolon(node));
    this.OPTION(() => this.CONSUME(t.Semicolon));
    this.ACTION(() => {
      node.end = this.lastEnd();
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
        this.fail(problems.notScopeOrFlavor(word));
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
              if (isScope) this.checkScope(name);
              else this.checkFlavor(name);
            });
          },
        });
        this.CONSUME(t.RightParen);
        this.ACTION(() => {
          if (isScope && node.scopes.length === 0) this.report(problems.emptyScope(word));
        });
      },
    });
    this.ACTION(() => {
      if (this.LA(0) !== word) return;
      const name = nodes.identifier(word);
      node.flavors.push(name);
      this.checkFlavor(name);
    });
  });

  // ---------------------------------------------------------------- classes and instances

  /** A class or an instance, also where its keyword is misspelt. */
  private declaration = this.RULE('declaration', (items: ast.Item[] = []) => {
    const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList));
    this.OR([
      {
        GATE: () => this.LA(1).tokenType === t.Instance || this.looksLikeInstance(),
        ALT: () => this.SUBRULE(this.instanceDeclaration, { ARGS: [items, qualifiers] }),
      },
      {
        GATE: () => this.LA(1).tokenType === t.Class || this.looksLikeClass(),
        ALT: () => this.SUBRULE(this.classDeclaration, { ARGS: [items, qualifiers] }),
      },
      { ALT: () => this.SUBRULE(this.noDeclaration) },
    ]);
  });

  private classDeclaration = this.RULE(
    'classDeclaration',
    (items: ast.Item[], qualifiers: ast.QualifierList | undefined) => {
      const keyword = this.CONSUME(t.Name);
      this.ACTION(() => this.checkKeyword(keyword));
      const name = this.SUBRULE(this.name);
      const node = this.ACTION(() => {
        const declaration: Building<ast.ClassDeclaration> = {
          kind: 'ClassDeclaration',
          ...nodes.spanFrom(qualifiers ?? keyword, name),
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
        GATE: () => !this.atDeclaration(),
        DEF: () =>
          this.recovering(
            () => this.SUBRULE(this.member, { ARGS: [node] }),
            (openBraces) => this.skipToMember(node, openBraces),
            () => node.members.at(-1),
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
          ...nodes.spanFrom(qualifiers ?? keyword, className),
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
    this.ACTION(() => this.checkInstanceHead(keyword));
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
      GATE: () => !this.atDeclaration(),
      DEF: () =>
        this.recovering(
          () => this.SUBRULE(this.assignment, { ARGS: [node] }),
          (openBraces) => this.skipToMember(node, openBraces),
          () => node.properties.at(-1),
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
          return this.ACTION(() => nodes.alias(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BadAliasName);
          this.ACTION(() => this.report(problems.badAlias(token)));
          return undefined;
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.Name);
          this.ACTION(() => {
            this.report(problems.aliasWithoutDollar(token));
          });
          return undefined;
        },
      },
      {
        GATE: () => true,
        ALT: () => {
          this.ACTION(() => this.report(problems.aliasMissing(as)));
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
      this.ACTION(() => this.checkBlockEnd(node, open, what));
    },
  );

  // ---------------------------------------------------------------- members

  private member = this.RULE('member', (owner: Building<ast.ClassDeclaration>) => {
    this.OR([
      {
        GATE: () => !this.startsUnsupported(),
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
          ...nodes.spanFrom(qualifiers ?? type, name),
          qualifiers,
          type,
          name,
          array: typeArray,
          defaultValue: undefined,
        };
        owner.members.push(property);
        if (typeArray !== undefined) this.reportArrayBeforeName(typeArray, name);
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
          node.end = this.lastEnd();
        });
      });
      this.ACTION(() => this.semicolon(node));
      this.OPTION3(() => this.CONSUME(t.Semicolon));
      this.ACTION(() => {
        node.end = this.lastEnd();
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
          ...nodes.spanFrom(qualifiers ?? returnType, name),
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
        node.end = this.lastEnd();
        this.semicolon(node);
      });
      this.OPTION2(() => this.CONSUME(t.Semicolon));
      this.ACTION(() => {
        node.end = this.lastEnd();
      });
    },
  );

  private parameters = this.RULE('parameters', (owner: Building<ast.MethodDeclaration>) => {
    this.SUBRULE(this.recoveredParameter, { ARGS: [owner] });
    this.MANY(() => {
      const comma = this.CONSUME(t.Comma);
      this.OPTION({
        GATE: () => !this.checkTrailingComma(comma),
        DEF: () => this.SUBRULE2(this.recoveredParameter, { ARGS: [owner] }),
      });
    });
  });

  private recoveredParameter = this.RULE(
    'recoveredParameter',
    (owner: Building<ast.MethodDeclaration>) => {
      this.recovering(
        () =>
          this.OR([
            { ALT: () => this.SUBRULE(this.parameter, { ARGS: [owner] }) },
            { ALT: () => this.SUBRULE(this.junk, { ARGS: ['recoveredParameter'] }) },
          ]),
        () => this.skipToParameterEnd(),
        () => owner.parameters.at(-1),
      );
    },
  );

  private parameter = this.RULE('parameter', (owner: Building<ast.MethodDeclaration>) => {
    const qualifiers = this.OPTION(() => this.SUBRULE(this.qualifierList, { ARGS: [true] }));
    const type = this.SUBRULE(this.typeReference);
    const name = this.SUBRULE(this.memberName);
    const node = this.ACTION(() => {
      const parameter: Mutable<ast.Parameter> = {
        kind: 'Parameter',
        ...nodes.spanFrom(qualifiers ?? type, name),
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
        node.end = this.lastEnd();
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
        ...nodes.spanFrom(qualifiers ?? name, name),
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
        node.end = this.lastEnd();
      });
      const value = this.SUBRULE(this.value);
      this.ACTION(() => {
        node.value = value;
        node.end = this.lastEnd();
      });
    });
    this.ACTION(() => this.semicolon(node));
    this.OPTION3(() => this.CONSUME(t.Semicolon));
    this.ACTION(() => {
      node.end = this.lastEnd();
    });
  });

  private typeReference = this.RULE('typeReference', (): ast.TypeReference => {
    const token = this.CONSUME(t.Name);
    const ref = this.OPTION({
      GATE: () => tokenMatcher(this.LA(2), t.Name),
      DEF: () => this.CONSUME(t.Ref),
    });
    return this.ACTION(() => {
      const name = nodes.identifier(token);
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
            return this.ACTION(() => nodes.arraySize(token, this.#report));
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
    return this.ACTION(() => ({ kind: 'ArraySuffix', ...this.spanSince(open), size }));
  });

  private name = this.RULE('name', (): ast.Identifier => {
    const token = this.CONSUME(t.Name);
    return this.ACTION(() => nodes.identifier(token));
  });

  private memberName = this.RULE('memberName', (): ast.Identifier => {
    const token = this.CONSUME(t.Name);
    return this.ACTION(() => nodes.identifier(token));
  });

  // ---------------------------------------------------------------- qualifiers

  private qualifierList = this.RULE(
    'qualifierList',
    (inParameter: boolean = false): ast.QualifierList => {
      const open = this.CONSUME(t.LeftBracket);
      const node = this.ACTION((): Building<ast.QualifierList> => ({
        kind: 'QualifierList',
        ...spanOf(open),
        qualifiers: [],
      }));
      this.OPTION(() => {
        this.SUBRULE(this.qualifier, { ARGS: [node] });
        this.MANY({
          GATE: () => !this.startsQualified(this.LA(1).tokenType === t.Comma ? 2 : 1, inParameter),
          DEF: () => {
            const comma = this.OPTION2(() => this.CONSUME(t.Comma));
            this.ACTION(() => {
              if (comma === undefined) {
                this.report(problems.missingComma(this.lastEnd(), this.LA(1)));
              }
            });
            this.SUBRULE2(this.qualifier, { ARGS: [node] });
          },
        });
      });
      this.OR([
        { ALT: () => this.CONSUME(t.RightBracket) },
        {
          GATE: () => this.startsQualified(this.LA(1).tokenType === t.Comma ? 2 : 1, inParameter),
          ALT: () => this.ACTION(() => this.reportMissingBracket(node)),
        },
      ]);
      return this.ACTION(() => {
        node.end = this.lastEnd();
        return node;
      });
    },
  );

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
                  ? { kind: 'ArrayValue', ...this.spanSince(open), elements: values }
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
        node.end = this.lastEnd();
      });
    });
    this.OPTION2({
      GATE: () => this.LA(1).tokenType === t.Colon || isFlavor(this.LA(1)),
      DEF: () => {
        const colon = this.OPTION3(() => this.CONSUME(t.Colon));
        this.ACTION(() => {
          if (colon === undefined) {
            this.report(problems.missingColon(this.lastEnd(), this.LA(1)));
          }
        });
        this.SUBRULE(this.flavors, { ARGS: [node] });
      },
    });
  });

  /** Flavors separated by blanks. */
  private flavors = this.RULE(
    'flavors',
    (node: Building<ast.Qualifier> | Building<ast.QualifierDeclaration>) => {
      this.AT_LEAST_ONE({
        // A type and a name are what a missing bracket leaves, and no flavors.
        GATE: () => isFlavor(this.LA(1)) || !this.startsQualified(1),
        DEF: () => {
          const flavor = this.SUBRULE(this.name);
          this.ACTION(() => {
            node.flavors.push(flavor);
            node.end = flavor.end;
            this.checkFlavor(flavor);
          });
        },
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
    return this.ACTION(() => nodes.stringValue(pieces));
  });

  /** String literals and macro names side by side, for the C preprocessor to expand. */
  private macroText = this.RULE('macroText', (): ast.StringValue => {
    const pieces: (ast.StringPiece | ast.Identifier)[] = [];
    this.AT_LEAST_ONE({
      GATE: () => !isUnterminated(this.LA(0)),
      DEF: () => {
        const piece = this.OR<[IOrAlt<ast.StringPiece>, IOrAlt<ast.Identifier>]>([
          { ALT: () => this.SUBRULE(this.stringPiece) },
          { ALT: () => this.SUBRULE(this.name) },
        ]);
        this.ACTION(() => pieces.push(piece));
      },
    });
    return this.ACTION(() => nodes.stringValue(pieces));
  });

  private stringPiece = this.RULE('stringPiece', (): ast.StringPiece =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.StringLiteral);
          return this.ACTION(() => nodes.stringPiece(token, 1, this.#report));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.UnterminatedString);
          return this.ACTION(() => nodes.unterminatedString(token, this.#report));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.TypographicString);
          return this.ACTION(() => nodes.typographicString(token, this.#report));
        },
      },
    ]),
  );

  private char = this.RULE('char', (): ast.CharValue =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.CharLiteral);
          return this.ACTION(() => nodes.charValue(token, this.#report));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BadCharLiteral);
          return this.ACTION(() => nodes.badCharValue(token, this.#report));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.UnterminatedChar);
          return this.ACTION(() => nodes.badCharValue(token, this.#report));
        },
      },
    ]),
  );

  private number = this.RULE('number', (): ast.IntegerValue | ast.RealValue => {
    const token = this.CONSUME(t.NumberLiteral);
    return this.ACTION(() => nodes.numberValue(token, this.#report));
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
          return this.ACTION(() => nodes.alias(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BadAliasName);
          return this.ACTION(() => {
            this.report(problems.badAlias(token));
            const node: ast.Alias = { ...nodes.alias(token), incomplete: true };
            return node;
          });
        },
      },
    ]),
  );

  private arrayValue = this.RULE('arrayValue', (): ast.ArrayValue => {
    const open = this.CONSUME(t.LeftBrace);
    const elements: ast.Value[] = [];
    let broken = false;
    this.ACTION(() => {
      this.enter(open);
      broken = this.checkFirstElement();
    });
    this.OPTION(() => this.SUBRULE(this.element, { ARGS: [elements] }));
    this.MANY({
      GATE: () => this.LA(1).tokenType === t.Comma || this.instanceFollowsSemicolon(),
      DEF: () => {
        const separator = this.OR([
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(t.Semicolon) },
        ]);
        this.ACTION(() => {
          broken = this.checkSeparator(separator) || broken;
        });
        this.OPTION2(() => this.SUBRULE2(this.element, { ARGS: [elements] }));
      },
    });
    this.CONSUME(t.RightBrace);
    this.ACTION(() => this.leave());
    return this.ACTION((): ast.ArrayValue => {
      const array = { kind: 'ArrayValue', ...this.spanSince(open), elements } as const;
      return broken ? { ...array, incomplete: true } : array;
    });
  });

  /** A number takes the short way: arrays of bytes are most of a subscription's tokens. */
  private element = this.RULE('element', (elements: ast.Value[]) => {
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.NumberLiteral);
          this.ACTION(() => elements.push(nodes.numberValue(token, this.#report)));
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
          return this.ACTION((): ast.NameValue => {
            const word = { kind: 'NameValue', ...spanOf(token), name: token.image } as const;
            return this.checkDottedName(token) ? { ...word, incomplete: true } : word;
          });
        },
      },
    ]),
  );

  private embeddedInstance = this.RULE('embeddedInstance', (): ast.InstanceValue => {
    const keyword = this.CONSUME(t.Name);
    this.CONSUME(t.Of);
    this.ACTION(() => {
      this.enter(keyword);
      this.checkInstanceKeyword(keyword);
    });
    const className = this.SUBRULE(this.name);
    const node = this.ACTION((): Building<ast.InstanceValue> => ({
      kind: 'InstanceValue',
      ...nodes.spanFrom(keyword, className),
      className,
      alias: undefined,
      properties: [],
      body: { start: className.end, end: className.end },
    }));
    const open = this.SUBRULE(this.instanceBody, { ARGS: [node] });
    this.ACTION(() => {
      if (node.alias !== undefined) this.report(problems.embeddedAlias(node.alias));
    });
    const close = this.CONSUME(t.RightBrace);
    return this.ACTION(() => {
      this.leave();
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
    this.report(problems.unsupportedDeclaration(keyword));
    this.skipDeclaration();
    return {
      kind: 'UnsupportedDeclaration',
      ...this.spanSince(keyword),
      keyword: nodes.identifier(keyword),
    };
  }
}

function isOf(token: IToken): boolean {
  return token.tokenType === t.Of;
}

function isFlavor(token: IToken): boolean {
  return KNOWN_FLAVORS.has(token.image.toLowerCase());
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
