/**
 * The part of the grammar that values are made of: literals, arrays, embedded instances with their bodies, and the
 * qualifiers, which hold values and stand before them. The declarations are in parser.ts.
 */
import { tokenMatcher, type IOrAlt, type IToken } from 'chevrotain';

import type * as ast from './ast.ts';
import type { Building, InstanceInProgress, Mutable } from './building.ts';
import * as nodes from './nodes.ts';
import * as problems from './problems.ts';
import { RecoveringParser } from './recovering-parser.ts';
import { endOf, isUnterminated, spanOf } from './recovery.ts';
import { flavorSpellings } from './spellings.ts';
import * as t from './tokens.ts';

/** Reads values, and what values may hold. */
export abstract class ValueParser extends RecoveringParser {
  protected readonly reporter: nodes.Reporter = (problem) => this.report(problem);

  protected name = this.RULE('name', (): ast.Identifier => {
    const token = this.CONSUME(t.Name);
    return this.ACTION(() => nodes.identifier(token));
  });

  /** What no element of a list starts with: one problem, and the rest is skipped to the next element. */
  protected junk = this.RULE('junk', (rule: string) => {
    const token = this.CONSUME(t.Junk);
    this.ACTION(() => this.failOn(token, rule));
  });

  // ---------------------------------------------------------------- bodies of instances

  /** From `as` to before `}`. Returns the opening brace. */
  protected instanceBody = this.RULE('instanceBody', (node: InstanceInProgress) => {
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
  protected aliasDefinition = this.RULE('aliasDefinition', (): ast.Alias | undefined => {
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

  protected assignment = this.RULE('assignment', (owner: InstanceInProgress) => {
    this.OR([
      { ALT: () => this.SUBRULE(this.wellFormedAssignment, { ARGS: [owner] }) },
      { ALT: () => this.SUBRULE(this.junk, { ARGS: ['assignment'] }) },
    ]);
  });

  protected wellFormedAssignment = this.RULE(
    'wellFormedAssignment',
    (owner: InstanceInProgress) => {
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
    },
  );

  // ---------------------------------------------------------------- qualifiers

  protected qualifierList = this.RULE(
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

  protected qualifier = this.RULE('qualifier', (list: Building<ast.QualifierList>) => {
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
  protected flavors = this.RULE(
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
  protected parenthesizedValues = this.RULE('parenthesizedValues', (): ast.Value[] => {
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

  protected parenthesizedValue = this.RULE('parenthesizedValue', (): ast.Value =>
    this.OR([
      {
        GATE: () =>
          startsText(this.LA(1)) || startsText(this.LA(2)) || isTwoNames(this.LA(1), this.LA(2)),
        ALT: () => this.SUBRULE(this.macroText),
      },
      { ALT: () => this.SUBRULE(this.value) },
    ]),
  );

  protected value = this.RULE('value', (): ast.Value =>
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
  protected stringValue = this.RULE('stringValue', (): ast.StringValue => {
    const pieces: ast.StringPiece[] = [];
    this.AT_LEAST_ONE(() => {
      const piece = this.SUBRULE(this.stringPiece);
      this.ACTION(() => pieces.push(piece));
    });
    return this.ACTION(() => nodes.stringValue(pieces));
  });

  /** String literals and macro names side by side, for the C preprocessor to expand. */
  protected macroText = this.RULE('macroText', (): ast.StringValue => {
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

  protected stringPiece = this.RULE('stringPiece', (): ast.StringPiece =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.StringLiteral);
          return this.ACTION(() =>
            nodes.stringPiece(token, 1, this.reporter, this.placesIn(token)),
          );
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.UnterminatedString);
          return this.ACTION(() =>
            nodes.unterminatedString(token, this.reporter, this.placesIn(token)),
          );
        },
      },
    ]),
  );

  protected char = this.RULE('char', (): ast.CharValue =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.CharLiteral);
          return this.ACTION(() => nodes.charValue(token, this.reporter, this.placesIn(token)));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BadCharLiteral);
          return this.ACTION(() => nodes.badCharValue(token, this.reporter));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.UnterminatedChar);
          return this.ACTION(() => nodes.badCharValue(token, this.reporter));
        },
      },
    ]),
  );

  protected number = this.RULE('number', (): ast.IntegerValue | ast.RealValue => {
    const token = this.CONSUME(t.NumberLiteral);
    return this.ACTION(() => nodes.numberValue(token, this.reporter));
  });

  protected boolean = this.RULE('boolean', (): ast.BooleanValue =>
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

  protected null = this.RULE('null', (): ast.NullValue => {
    const token = this.CONSUME(t.Null);
    return this.ACTION(() => ({ kind: 'NullValue', ...spanOf(token) }));
  });

  protected aliasValue = this.RULE('aliasValue', (): ast.Alias =>
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

  protected arrayValue = this.RULE('arrayValue', (): ast.ArrayValue => {
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
  protected element = this.RULE('element', (elements: ast.Value[]) => {
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.NumberLiteral);
          this.ACTION(() => elements.push(nodes.numberValue(token, this.reporter)));
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
  protected word = this.RULE('word', (): ast.Value =>
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
            const isCut = this.isStandIn(token) || this.checkDottedName(token);
            return isCut ? { ...word, incomplete: true } : word;
          });
        },
      },
    ]),
  );

  protected embeddedInstance = this.RULE('embeddedInstance', (): ast.InstanceValue => {
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
}

function isOf(token: IToken): boolean {
  return token.tokenType === t.Of;
}

function isTwoNames(first: IToken, second: IToken): boolean {
  return first.tokenType === t.Identifier && second.tokenType === t.Identifier;
}

/** Whether a word is a flavor of qualifiers. */
export function isFlavor(token: IToken): boolean {
  return flavorSpellings.has(token.image.toLowerCase());
}

/** Whether a string starts here. */
export function startsText(token: IToken): boolean {
  return token.tokenType === t.StringLiteral || token.tokenType === t.UnterminatedString;
}
