/**
 * The parser: MOF text in, a tree and the problems of its syntax out.
 *
 * The grammar is a Chevrotain parser that builds the tree in its rules. Chevrotain's own error recovery is off:
 * each list (items, members, assignments, qualifiers, parameters) catches the errors of its elements, keeps what was
 * read of the element, and skips to where the next one plausibly starts (recovery.ts). So one mistake gives one
 * problem, and what follows it is still read. A node is attached to its parent before its own parts are read.
 */
import { tokenMatcher, type IToken } from 'chevrotain';

import type * as ast from './ast.ts';
import type { Building, Mutable } from './building.ts';
import { namesTwiceEscapedNamespace } from './carriers/backslashes.ts';
import type { PlacedTokens } from './carriers/placed-tokens.ts';
import { type Reading, readDamaged } from './carriers/read-damaged.ts';
import * as nodes from './nodes.ts';
import type { SyntaxProblem } from './problem.ts';
import * as problems from './problems.ts';
import { endOf, spanOf } from './recovery.ts';
import * as t from './tokens.ts';
import { isFlavor, startsText, ValueParser } from './value-parser.ts';

export interface MofParse {
  readonly document: ast.Document;
  /** In source order; after a hundred of them a last one says how many more there are. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Parses a MOF text. Never throws: whatever is wrong is a problem with its exact place. A text that came through
 * another language is read as it was meant before; what that language left in it is a problem of its own.
 */
export function parseMof(text: string): MofParse {
  const reader = (parser ??= new MofParser());
  const plain = reader.parse(text);
  const { document, problems } =
    plain.problems.length > 0 || namesTwiceEscapedNamespace(plain.document)
      ? readDamaged(text, plain, {
          read: (repaired) => reader.parse(repaired),
          readPlaced: (tokens) => reader.parse(text, tokens),
        })
      : plain;
  return { document, problems };
}

/** Building a parser takes a while, so it waits for the first text; there is one for each thread. */
let parser: MofParser | undefined;

/** @internal Exported for the test that lets Chevrotain validate the grammar. */
export class MofParser extends ValueParser {
  constructor(options: { readonly skipValidations?: boolean } = {}) {
    super(options.skipValidations ?? true);
    this.performSelfAnalysis();
  }

  /** @param placed The tokens of what the text was meant to be; by default the text's own. */
  parse(text: string, placed?: PlacedTokens): Reading {
    const lexed = placed ?? t.lexMof(text);
    this.begin(text, lexed.tokens, placed);
    const items: ast.Item[] = [];
    this.document(items);
    const comments = lexed.comments.map((token) => nodes.comment(token, this.reporter));
    const { merged, nested } = nodes.placeDirectives(items, lexed.directives);
    const document: ast.Document = {
      kind: 'Document',
      start: 0,
      end: text.length,
      items: merged,
      comments,
      nestedDirectives: nested,
    };
    const reading = { document, problems: this.sortedProblems(), errors: this.countErrors() };
    this.begin('', []);
    return reading;
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
        GATE: () => !this.startsUnsupported(),
        ALT: () => this.SUBRULE(this.declaration, { ARGS: [items] }),
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
            return this.ACTION(() => nodes.arraySize(token, this.reporter));
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

  private memberName = this.RULE('memberName', (): ast.Identifier => {
    const token = this.CONSUME(t.Name);
    return this.ACTION(() => nodes.identifier(token));
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
