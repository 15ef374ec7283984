/**
 * Canonical MOF: what a compilation means, in one form.
 *
 * The output is pure ASCII with LF line ends, but for names that are not ASCII, which MOF cannot escape. Included
 * files are expanded, comments are dropped, and the namespace of each section is stated. Files that mean the same
 * give the same bytes, and the output gives itself again.
 */
import type { Item } from '../../grammar/mof/ast.ts';
import type {
  Compilation,
  CompilationUnit,
  Declaration,
  Namespace,
  ParsedFile,
} from '../compiler/model.ts';
import { canonicalSpelling } from './canonical-spelling.ts';
import { ClassShapes } from './class-shapes.ts';
import { type ConditionalItem, conditionsOf, isConditional } from './conditions.ts';
import { isCut } from './cut-items.ts';
import { Layout } from './layout.ts';
import { stringLiteral } from './literals.ts';
import { namespaceSpellings } from './namespace-spellings.ts';
import { sourceText } from './source-text.ts';
import { uniqueAliases } from './unique-aliases.ts';
import { itemsOfUnit } from './unit-items.ts';

/**
 * Prints all files of a compilation as one canonical MOF text. Where files have errors the text is as complete as
 * their trees are.
 *
 * @param compilation Files that stand side by side are printed one after the other, and aliases that two of them have
 *   are renamed.
 */
export function emitMof(compilation: Compilation): string {
  return new MofEmitter(compilation).emit();
}

/** How an item stands among its neighbours: blocks have a blank line around them. */
type Shape = 'line' | 'block';

class MofEmitter {
  readonly #compilation: Compilation;
  readonly #shapes: ClassShapes;
  readonly #namespaces: ReadonlyMap<string, string>;
  readonly #out: string[] = [];
  #previous: Shape | undefined;
  /** The key of the namespace that the text so far ends in. */
  #namespace: string | undefined;
  /** Whether the C preprocessor chooses between items of the unit under way. */
  #isConditional = false;
  /** Whether `#pragma autorecover` stands at the top. */
  #recovers = false;

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
    this.#shapes = new ClassShapes(compilation);
    this.#namespaces = namespaceSpellings(compilation);
  }

  emit(): string {
    const { units } = this.#compilation;
    const listed = units.map((unit) => ({
      unit,
      items: conditionsOf(itemsOfUnit(unit, this.#compilation)),
    }));
    if (listed.some(({ items }) => items.some(isUnconditionalAutorecover))) {
      this.#add('line', '#pragma autorecover');
      this.#recovers = true;
    }
    const aliases = uniqueAliases(units);
    for (const { unit, items } of listed) this.#unit(unit, items, aliases.get(unit) ?? new Map());
    return this.#out.length === 0 ? '' : `${this.#out.join('\n')}\n`;
  }

  #unit(
    unit: CompilationUnit,
    items: readonly ConditionalItem[],
    aliases: ReadonlyMap<string, string>,
  ): void {
    const layouts = new Map<string, Layout>();
    const layoutFor = (namespace: string): Layout => {
      const spelling = { shapes: this.#shapes, namespace, aliases };
      const layout = layouts.get(namespace) ?? new Layout(this.#out, canonicalSpelling(spelling));
      layouts.set(namespace, layout);
      return layout;
    };
    // Where the C preprocessor chooses between pragmas, each must stay in its place, and there are no others.
    this.#isConditional = items.some(({ item }) => isConditional(item));
    if (this.#isConditional) {
      this.#namespace = undefined;
      if (items.some(needsInitialNamespace)) this.#state(unit.initialNamespace);
    }
    for (const { item, file, declaration } of items) {
      if (declaration === undefined) this.#foreign(item, file, aliases);
      else if (isCut(file.document, item)) {
        this.#enter(declaration.namespace);
        this.#add('block', sourceText(file.source, item, aliases));
      } else if (!isNamespacePragma(declaration)) {
        this.#declaration(declaration, layoutFor(declaration.namespace.key));
      } else if (this.#isConditional) this.#state(declaration.namespace);
    }
    if (this.#isConditional) this.#namespace = undefined;
  }

  #declaration(declaration: Declaration, layout: Layout): void {
    if (declaration.kind === 'pragma') {
      if (isAutorecover(declaration) && this.#recovers) return;
      if (namespacePragmas.test(declaration.node.name.name)) this.#enter(declaration.namespace);
      this.#separate('line');
      layout.pragma(declaration.node);
      return;
    }
    this.#enter(declaration.namespace);
    this.#separate(declaration.kind === 'qualifier' ? 'line' : 'block');
    if (declaration.kind === 'class') layout.class(declaration.node);
    else if (declaration.kind === 'instance') layout.instance(declaration.node);
    else layout.qualifierDeclaration(declaration.node);
  }

  /** What mofcomp does not see, or cannot read. */
  #foreign(item: Item, file: ParsedFile, aliases: ReadonlyMap<string, string>): void {
    if (item.kind === 'Include' && item.path !== undefined) {
      const literal = stringLiteral(item.path.value);
      this.#add('line', item.form === 'c' ? `#include ${literal}` : `#include (${literal})`);
      // The file may end in another namespace.
      if (item.form !== 'c') this.#namespace = undefined;
      return;
    }
    this.#add('line', sourceText(file.source, item, aliases));
    // Another branch may have left the namespace.
    if (isConditional(item)) this.#namespace = undefined;
  }

  /** States the namespace of a declaration, unless the text is in it or the pragmas of the file say it. */
  #enter(namespace: Namespace): void {
    if (!this.#isConditional) this.#state(namespace);
  }

  /** States the namespace, unless the text is in it. */
  #state({ key, path }: Namespace): void {
    if (this.#namespace === key) return;
    this.#namespace = key;
    const spelling = this.#namespaces.get(key) ?? path;
    this.#add('line', `#pragma namespace(${stringLiteral(`\\\\.\\${spelling}`)})`);
  }

  #add(shape: Shape, text: string): void {
    this.#separate(shape);
    this.#out.push(text);
  }

  #separate(shape: Shape): void {
    const isApart = this.#previous === 'block' || (this.#previous === 'line' && shape === 'block');
    if (isApart) this.#out.push('');
    this.#previous = shape;
  }
}

/** The pragmas that do something to the namespace in which they stand. */
const namespacePragmas = /^(?:deleteclass|deleteinstance)$/i;

function isAutorecover(declaration: Declaration): boolean {
  return (
    declaration.kind === 'pragma' && declaration.node.name.name.toLowerCase() === 'autorecover'
  );
}

function isNamespacePragma(declaration: Declaration): boolean {
  return declaration.kind === 'pragma' && declaration.node.name.name.toLowerCase() === 'namespace';
}

function isUnconditionalAutorecover({ declaration, isChosen }: ConditionalItem): boolean {
  return declaration !== undefined && !isChosen && isAutorecover(declaration);
}

function needsInitialNamespace({ declaration, isPlaced }: ConditionalItem): boolean {
  return (
    declaration !== undefined &&
    !isPlaced &&
    !isNamespacePragma(declaration) &&
    (declaration.kind !== 'pragma' || namespacePragmas.test(declaration.node.name.name))
  );
}
