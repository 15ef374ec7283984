/** Finds the declaration that a class name stands for: among those of the run first, then in the user's schema. */
import type { ArraySuffix, Member, TypeReference } from '../../../grammar/mof/ast.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { ClassSymbol, Compilation, CompilationUnit, Namespace } from '../model.ts';
import { ANY_NAMESPACE } from '../schema.ts';
import { hasFlag } from './qualifiers.ts';

/** Where a class is named. */
export interface Site {
  readonly namespace: Namespace;
  readonly unit: CompilationUnit;
}

/** All names are folded. */
export class ClassSymbols {
  readonly #run: Declarations;
  readonly #schema: Declarations;

  constructor({ classes, schema }: Pick<Compilation, 'classes' | 'schema'>) {
    this.#run = new Declarations(classes);
    this.#schema = new Declarations(schema.classes);
  }

  /** Whether the run or the schema declares a class of that name, in whatever namespace. */
  declares(name: string): boolean {
    return this.#run.names.has(name) || this.#schema.names.has(name);
  }

  /**
   * The declaration that a name stands for. Undefined also where several files declare the class differently, and where
   * it is declared in other namespaces only.
   */
  find(name: string, site: Site): ClassSymbol | undefined {
    const declared = this.#run.find(name, site) ?? this.#schema.find(name, site);
    if (declared !== undefined || this.#run.names.has(name)) return declared;
    return this.#schema.find(name, { ...site, namespace: ANY_NAMESPACE });
  }
}

/**
 * From where a declaration names other classes. One that is in every namespace means those of the namespace that it is
 * looked at from.
 */
export function siteOf(symbol: ClassSymbol | undefined, from: Site): Site {
  if (symbol === undefined) return from;
  return symbol.namespace.key === ANY_NAMESPACE.key
    ? { namespace: from.namespace, unit: symbol.unit }
    : symbol;
}

class Declarations {
  readonly names = new Set<string>();
  /** By namespace and name. */
  readonly #symbols = new Map<string, ClassSymbol[]>();
  readonly #unambiguous = new Map<string, ClassSymbol | undefined>();

  constructor(classes: readonly ClassSymbol[]) {
    for (const symbol of classes) {
      const name = symbol.name.toLowerCase();
      this.names.add(name);
      const key = keyOf(symbol.namespace, name);
      const list = this.#symbols.get(key);
      if (list === undefined) this.#symbols.set(key, [symbol]);
      else list.push(symbol);
    }
  }

  find(name: string, { namespace, unit }: Site): ClassSymbol | undefined {
    const key = keyOf(namespace, name);
    const symbols = this.#symbols.get(key);
    if (symbols === undefined) return undefined;
    // Later declarations replace earlier ones.
    const own = symbols.findLast((symbol) => symbol.unit === unit);
    if (own !== undefined) return own;
    if (!this.#unambiguous.has(key)) this.#unambiguous.set(key, unambiguous(symbols));
    return this.#unambiguous.get(key);
  }
}

function keyOf(namespace: Namespace, name: string): string {
  return `${namespace.key}:${name}`;
}

/** The declaration on which all files agree. */
function unambiguous(symbols: readonly ClassSymbol[]): ClassSymbol | undefined {
  const [first, ...others] = symbols;
  if (first === undefined) return undefined;
  const shape = shapeOf(first);
  return others.every((other) => shapeOf(other) === shape) ? first : undefined;
}

/** What a class declares, as far as its objects go: to compare it with another declaration of that name. */
export function shapeOf({ node, file }: ClassSymbol): string {
  const members = node.members.map((member) => memberShape(member, file));
  return [node.superclass?.name ?? '', ...members].join('\n').toLowerCase();
}

function memberShape(member: Member, { text }: SourceFile): string {
  if (member.kind === 'MethodDeclaration') {
    const { name, returnType, returnArray, parameters } = member;
    const declared = parameters.map(({ name, type, array }) => partShape(name.name, type, array));
    return `${partShape(name.name, returnType, returnArray)}(${declared.join()})`;
  }
  const { name, type, array, defaultValue, qualifiers } = member;
  const value = defaultValue === undefined ? '' : text.slice(defaultValue.start, defaultValue.end);
  const key = hasFlag(qualifiers, 'key') ? 'key ' : '';
  return `${key}${partShape(name.name, type, array)}=${value}`;
}

function partShape(name: string, type: TypeReference, array: ArraySuffix | undefined): string {
  return `${type.name.name} ${type.isReference ? 'ref ' : ''}${name}${array === undefined ? '' : '[]'}`;
}
