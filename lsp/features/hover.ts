/** What stands under the pointer, explained. */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import type { Identifier, Node, Span } from '../../grammar/mof/ast.ts';
import type { ClassInfo, Site } from '../../src/compiler/checker/class-table.ts';
import { derivesFrom } from '../../src/schema/known-classes.ts';
import { embeddedAt, placeOf, type EmbeddedText } from '../embedded.ts';
import { dataTypeKnowledge } from '../knowledge/keywords.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { pragmaKnowledge } from '../knowledge/pragmas.ts';
import { flavorKnowledge, qualifierKnowledge } from '../knowledge/qualifiers.ts';
import { codeBlock, paragraphs } from '../markdown.ts';
import { classTableOf, resolvePath } from '../meaning.ts';
import { innermost, nodePathAt } from '../node-path.ts';
import { eventSite } from '../query-names.ts';
import type { View } from '../view.ts';
import { classHover, propertyHover } from './hover/class-hover.ts';
import { targetHover } from './hover/object-hover.ts';
import { queryHover } from './hover/query-hover.ts';
import { sddlHover, sidHover } from './hover/security-hover.ts';

/** Explains what stands at a position; null where there is nothing to say. */
export function hover(view: View, position: Position): Hover | null {
  const offset = view.offsetAt(position);
  const path = nodePathAt(view.parsed.document, offset);
  const found = new Hovered(view, path, offset).explain();
  if (found === undefined) return null;
  const { text, start, end } = found;
  return {
    contents: { kind: MarkupKind.Markdown, value: text },
    range: view.rangeOf({ start, end }),
  };
}

/** A stretch of the file and what is said about it. */
interface Explanation extends Span {
  readonly text: string;
}

class Hovered {
  readonly #view: View;
  readonly #path: readonly Node[];
  readonly #offset: number;

  constructor(view: View, path: readonly Node[], offset: number) {
    this.#view = view;
    this.#path = path;
    this.#offset = offset;
  }

  explain(): Explanation | undefined {
    const embedded = embeddedAt(this.#path, this.#offset);
    if (embedded !== undefined) return this.#embedded(embedded);
    return this.#sid() ?? this.#word();
  }

  /** The name at the end of the path, by what it is the name of. */
  #word(): Explanation | undefined {
    const node = this.#path.at(-1);
    if (node?.kind === 'Alias') return this.#alias(node.name, node);
    const owner = this.#path.at(-2);
    if (node?.kind !== 'Identifier' || owner === undefined) return undefined;
    switch (owner.kind) {
      case 'ClassDeclaration':
      case 'InstanceDeclaration':
      case 'InstanceValue':
        return this.#class(node);
      case 'TypeReference':
        return this.#known(node, dataTypeKnowledge(node.name)) ?? this.#class(node);
      case 'PropertyAssignment':
      case 'PropertyDeclaration':
        return this.#property(node);
      case 'Qualifier':
        return owner.name === node
          ? this.#known(node, qualifierKnowledge(node.name))
          : this.#known(node, flavorKnowledge(node.name));
      case 'QualifierDeclaration':
        return owner.name === node
          ? this.#known(node, qualifierKnowledge(node.name))
          : this.#known(node, flavorKnowledge(node.name));
      case 'Pragma':
        return this.#known(node, pragmaKnowledge(node.name));
      default:
        return undefined;
    }
  }

  #known({ start, end }: Identifier, knowledge: Knowledge | undefined): Explanation | undefined {
    if (knowledge === undefined) return undefined;
    const { signature, documentation } = knowledge;
    return { start, end, text: paragraphs(codeBlock('mof', signature), documentation) };
  }

  #class({ name, start, end }: Identifier): Explanation | undefined {
    const info = this.#lookUp(name);
    return info && { start, end, text: classHover(info) };
  }

  #property({ name, start, end }: Identifier): Explanation | undefined {
    const owner = innermost(this.#path, 'InstanceDeclaration', 'InstanceValue', 'ClassDeclaration');
    const site = this.#site();
    if (owner === undefined || site === undefined) return undefined;
    const className = owner.kind === 'ClassDeclaration' ? owner.name : owner.className;
    const info = this.#lookUp(className.name);
    const declarer = info && this.#declarerOf(info, name, site);
    const property = declarer?.properties.get(name.toLowerCase());
    if (declarer === undefined || property === undefined) return undefined;
    return { start, end, text: propertyHover(property, declarer) };
  }

  #alias(name: string, { start, end }: Span): Explanation | undefined {
    const { compilation } = this.#view;
    const symbol = this.#site()?.unit.aliases.get(name.toLowerCase());
    return symbol && { start, end, text: targetHover(symbol.target, compilation) };
  }

  #sid(): Explanation | undefined {
    const array = innermost(this.#path, 'ArrayValue');
    const owner = innermost(this.#path, 'PropertyAssignment');
    if (array === undefined || owner?.name.name.toLowerCase() !== 'creatorsid') return undefined;
    const text = sidHover(array);
    return text === undefined ? undefined : { start: array.start, end: array.end, text };
  }

  #embedded(embedded: EmbeddedText): Explanation | undefined {
    const { value, language, className } = embedded;
    switch (language) {
      case 'sddl': {
        const context = derivesFrom(className, '__EventFilter') ? 'filter' : 'namespace';
        return { start: value.start, end: value.end, text: sddlHover(value.value, context) };
      }
      case 'wql':
        return this.#query(embedded);
      case 'object-path':
        return this.#objectPath(embedded);
      case 'template':
        return undefined;
    }
  }

  #query(embedded: EmbeddedText): Explanation | undefined {
    const owner = innermost(this.#path, 'InstanceDeclaration', 'InstanceValue');
    const site = this.#site();
    if (owner === undefined || site === undefined) return undefined;
    const { value, offset } = embedded;
    const table = classTableOf(this.#view.compilation);
    const found = queryHover(value.value, offset, table, eventSite(owner, site));
    return found && { ...placeOf(embedded, found), text: found.text };
  }

  #objectPath({ value }: EmbeddedText): Explanation | undefined {
    const { compilation } = this.#view;
    const site = this.#site();
    const target = site && resolvePath(compilation, value.value, site)?.target;
    return target && { start: value.start, end: value.end, text: targetHover(target, compilation) };
  }

  #declarerOf(info: ClassInfo, name: string, site: Site): ClassInfo | undefined {
    const table = classTableOf(this.#view.compilation);
    for (const ancestor of table.lineage(info, site)) {
      if (ancestor.properties.has(name.toLowerCase())) return ancestor;
    }
    return undefined;
  }

  #lookUp(name: string): ClassInfo | undefined {
    const site = this.#site();
    return site && classTableOf(this.#view.compilation).lookup(name, site);
  }

  /** The namespace and the unit of the item around the place. */
  #site(): Site | undefined {
    const [, item] = this.#path;
    for (const unit of this.#view.compilation.units) {
      for (const declaration of unit.declarations) {
        if (declaration.node === item) return { namespace: declaration.namespace, unit };
      }
    }
    return undefined;
  }
}
