/** What the tree says that words are; in strings of other languages, what their trees say. */
import type { Document, Identifier, Node, Span } from '../../grammar/mof/ast.ts';
import { childrenOf } from '../../grammar/mof/visit.ts';
import { typeNamed } from '../../src/compiler/checker/value-type.ts';
import { knownClass } from '../../src/schema/known-classes.ts';
import { languageIn } from '../embedded.ts';
import { embeddedTokens } from './embedded-tokens.ts';
import type { Token, TokenModifier, TokenType } from './token.ts';

/** The tokens of the items that touch a span, in the order of the text. */
export function syntaxTokens(document: Document, span: Span): readonly Token[] {
  const collector = new Collector();
  for (const item of document.items) {
    if (item.end >= span.start && item.start <= span.end) collector.visit(item, '');
  }
  return collector.tokens;
}

class Collector {
  readonly tokens: Token[] = [];

  /** @param className the class of the instance around the node, or '' outside of instances */
  visit(node: Node, className: string): void {
    this.#own(node, className);
    const inner =
      node.kind === 'InstanceDeclaration' || node.kind === 'InstanceValue'
        ? node.className.name
        : className;
    for (const child of childrenOf(node)) this.visit(child, inner);
  }

  #own(node: Node, className: string): void {
    switch (node.kind) {
      case 'ClassDeclaration':
        this.#class(node.name, 'declaration');
        if (node.superclass !== undefined) this.#class(node.superclass);
        break;
      case 'InstanceDeclaration':
      case 'InstanceValue':
        this.#class(node.className);
        break;
      case 'TypeReference':
        if (isBuiltIn(node.name.name)) this.#add('type', node.name);
        else this.#class(node.name);
        break;
      case 'PropertyDeclaration':
        this.#add('property', node.name, 'declaration');
        break;
      case 'PropertyAssignment':
        this.#add('property', node.name);
        this.#strings(node.value, className, node.name.name);
        break;
      case 'MethodDeclaration':
        this.#add('method', node.name, 'declaration');
        break;
      case 'Parameter':
        this.#add('parameter', node.name, 'declaration');
        break;
      case 'Alias':
        this.#add('variable', node);
        break;
      case 'Qualifier':
        this.#add('decorator', node.name);
        for (const flavor of node.flavors) this.#add('modifier', flavor);
        this.#strings(node.value, '', node.name.name);
        break;
      case 'QualifierDeclaration':
        this.#add('decorator', node.name, 'declaration');
        for (const word of [...node.scopes, ...node.flavors]) this.#add('modifier', word);
        break;
      case 'Pragma':
        this.#add('macro', node.name);
        break;
      case 'NameValue':
        this.#add('enumMember', node);
        break;
      default:
    }
  }

  #class(name: Identifier, ...modifiers: readonly TokenModifier[]): void {
    const isKnown = knownClass(name.name) !== undefined;
    this.#add('class', name, ...modifiers, ...(isKnown ? (['defaultLibrary'] as const) : []));
  }

  #add(type: TokenType, { start, end }: Span, ...modifiers: readonly TokenModifier[]): void {
    if (end > start) this.tokens.push({ type, start, end, modifiers });
  }

  #strings(value: Node | undefined, className: string, property: string): void {
    const language = languageIn({ className, property });
    if (value === undefined || language === undefined) return;
    for (const text of value.kind === 'ArrayValue' ? value.elements : [value]) {
      if (text.kind === 'StringValue') this.tokens.push(...embeddedTokens(language, text));
    }
  }
}

/** Whether a type is no class. */
function isBuiltIn(name: string): boolean {
  const type = typeNamed(name, false, false);
  return type.kind === 'primitive' || /^(?:void|object)$/i.test(name);
}
