/**
 * Reads a file with everything it includes as mofcomp does: as one text. The outcome is a compilation unit with its
 * declarations, each in its namespace, and its aliases.
 */
import type {
  Alias,
  Include,
  InstanceDeclaration,
  Item,
  Pragma,
  PropertyAssignment,
  Value,
} from '../../grammar/mof/ast.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type IncludeResolver, MAX_INCLUDE_DEPTH } from './includes.ts';
import type {
  AliasSymbol,
  AliasUse,
  ClassSymbol,
  CompilationUnit,
  CompilerProblem,
  Declaration,
  InstanceSymbol,
  Namespace,
  ParsedFile,
} from './model.ts';
import { readNamespacePragma } from './namespaces.ts';
import { unknownPragma } from './pragmas.ts';

/** How much included text one unit may hold, counting a file as often as it is included. */
const MAX_INCLUDED_LENGTH = 64 * 1024 * 1024;
/** Each include costs time, even that of an empty file. */
const MAX_INCLUDES = 10_000;

/** A unit and what is wrong with it. */
export interface BoundUnit {
  readonly unit: CompilationUnit;
  readonly problems: readonly CompilerProblem[];
  /** Uses of aliases that the unit does not define. */
  readonly undefinedAliases: readonly AliasUse[];
}

/** Binds `root` and all that it includes, starting in the namespace `initial`. */
export function bindUnit(
  root: ParsedFile,
  initial: Namespace,
  includes: IncludeResolver,
): BoundUnit {
  return new Binder(root, initial, includes).bind();
}

interface MutableAlias extends AliasSymbol {
  readonly duplicates: AliasSymbol['duplicates'][number][];
  readonly uses: AliasUse[];
}

class Binder {
  readonly #includes: IncludeResolver;
  readonly #problems: CompilerProblem[] = [];
  readonly #files = new Set<ParsedFile>();
  readonly #declarations: Declaration[] = [];
  readonly #aliases = new Map<string, MutableAlias>();
  /** Aliases of embedded objects: a mistake of their own, so that their uses are no second one. */
  readonly #embeddedAliases = new Set<string>();
  readonly #uses: AliasUse[] = [];
  readonly #open = new Set<ParsedFile>();
  readonly #unit: CompilationUnit;
  #namespace: Namespace;
  #includeCount = 0;
  #includedLength = 0;

  constructor(root: ParsedFile, initial: Namespace, includes: IncludeResolver) {
    this.#namespace = initial;
    this.#includes = includes;
    const [files, declarations, aliases] = [this.#files, this.#declarations, this.#aliases];
    let list: readonly ParsedFile[] | undefined;
    this.#unit = {
      root,
      initialNamespace: initial,
      declarations,
      aliases,
      get files(): readonly ParsedFile[] {
        return (list ??= [...files]);
      },
    };
  }

  bind(): BoundUnit {
    this.#file(this.#unit.root);
    const undefinedAliases = this.#uses.filter((use) => !this.#link(use));
    return { unit: this.#unit, problems: this.#problems, undefinedAliases };
  }

  #file(file: ParsedFile): void {
    this.#files.add(file);
    this.#open.add(file);
    for (const item of file.document.items) this.#item(item, file.source);
    this.#open.delete(file);
  }

  #item(item: Item, file: SourceFile): void {
    switch (item.kind) {
      case 'Pragma':
        this.#pragma(item, file);
        break;
      case 'Include':
        this.#include(item, file);
        break;
      case 'ClassDeclaration':
        this.#class({ kind: 'class', name: item.name.name, node: item, ...this.#place(file) });
        break;
      case 'InstanceDeclaration':
        this.#instance(item, file);
        break;
      case 'QualifierDeclaration':
        this.#declarations.push({
          kind: 'qualifier',
          node: item,
          file,
          namespace: this.#namespace,
        });
        break;
      case 'PreprocessorLine':
      case 'UnsupportedDeclaration':
        break;
    }
  }

  #place(file: SourceFile): Pick<InstanceSymbol, 'file' | 'namespace' | 'unit'> {
    return { file, namespace: this.#namespace, unit: this.#unit };
  }

  #pragma(node: Pragma, file: SourceFile): void {
    if (node.name.name.toLowerCase() === 'namespace') {
      const { namespace, problem } = readNamespacePragma(file, node);
      if (problem !== undefined) this.#problems.push(problem);
      // Without a readable name the section is still one of its own, which the pragma answers for.
      this.#namespace = namespace ?? { ...this.#namespace, pragma: { file, node } };
    } else {
      const problem = unknownPragma(file, node);
      if (problem !== undefined) this.#problems.push(problem);
    }
    this.#declarations.push({ kind: 'pragma', node, file, namespace: this.#namespace });
  }

  #include(node: Include, from: SourceFile): void {
    const file = this.#includes.resolve(node, from);
    if (file === undefined) return;
    this.#includeCount++;
    this.#includedLength += file.source.text.length;
    const objection = this.#objectionTo(file);
    if (objection === undefined) return this.#file(file);
    const { start, end } = node.path ?? node;
    this.#problems.push({ ...objection, file: from, start, end });
  }

  #objectionTo(file: ParsedFile): Pick<CompilerProblem, 'code' | 'message'> | undefined {
    if (this.#open.has(file)) {
      return {
        code: 'include-cycle',
        message: `${file.source.path} includes itself through this #include, which has no end: remove one of the #includes on the way.`,
      };
    }
    if (
      this.#open.size > MAX_INCLUDE_DEPTH ||
      this.#includeCount > MAX_INCLUDES ||
      this.#includedLength > MAX_INCLUDED_LENGTH
    ) {
      return {
        code: 'include-limit',
        message:
          `The includes are more than mofsec follows (${MAX_INCLUDE_DEPTH} deep, ${MAX_INCLUDES} in all, ` +
          `${MAX_INCLUDED_LENGTH / 1024 / 1024} MB of text): what ${file.source.path} declares here is not known. Give the file by itself.`,
      };
    }
    return undefined;
  }

  #class(symbol: ClassSymbol): void {
    this.#declarations.push(symbol);
    this.#define(symbol);
    for (const member of symbol.node.members) {
      if (member.kind !== 'PropertyDeclaration' || member.defaultValue === undefined) continue;
      this.#findUses(member.defaultValue, symbol, member.name.name);
    }
  }

  #instance(node: InstanceDeclaration, file: SourceFile): void {
    const properties = new Map<string, PropertyAssignment>();
    const symbol: InstanceSymbol = {
      kind: 'instance',
      className: node.className.name,
      node,
      ...this.#place(file),
      properties,
    };
    for (const property of node.properties) {
      const key = property.name.name.toLowerCase();
      if (!properties.has(key)) properties.set(key, property);
      if (property.value !== undefined) this.#findUses(property.value, symbol, property.name.name);
    }
    this.#declarations.push(symbol);
    this.#define(symbol);
  }

  #define(target: ClassSymbol | InstanceSymbol): void {
    const node = target.node.alias;
    if (node === undefined) return;
    const key = node.name.toLowerCase();
    const definition = { file: target.file, node };
    const earlier = this.#aliases.get(key);
    if (earlier === undefined) {
      this.#aliases.set(key, { name: node.name, definition, target, duplicates: [], uses: [] });
    } else {
      earlier.duplicates.push(definition);
    }
  }

  #findUses(value: Value, owner: AliasUse['owner'], property: string): void {
    switch (value.kind) {
      case 'Alias':
        this.#uses.push({ file: owner.file, node: value, owner, property });
        break;
      case 'ArrayValue':
        for (const element of value.elements) this.#findUses(element, owner, property);
        break;
      case 'InstanceValue':
        this.#noteEmbedded(value.alias);
        for (const inner of value.properties) {
          if (inner.value !== undefined) this.#findUses(inner.value, owner, property);
        }
        break;
      default:
    }
  }

  #noteEmbedded(alias: Alias | undefined): void {
    if (alias !== undefined) this.#embeddedAliases.add(alias.name.toLowerCase());
  }

  /** Ties a use to its alias, which may be defined further down; false when there is none. */
  #link(use: AliasUse): boolean {
    const key = use.node.name.toLowerCase();
    const alias = this.#aliases.get(key);
    alias?.uses.push(use);
    return alias !== undefined || this.#embeddedAliases.has(key);
  }
}
