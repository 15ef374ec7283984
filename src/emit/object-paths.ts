/** The object paths of a run's classes and instances, as WMI would store them. */
import type { Value } from '../../grammar/mof/ast.ts';
import type { ClassSymbol, InstanceSymbol } from '../compiler/model.ts';
import type { ClassShapes } from './class-shapes.ts';

/** Quoting doubles the backslashes of a path inside a path, so that deep chains of keys would grow without end. */
const deepestChain = 4;
/** Nobody writes a longer one. */
const longestPath = 8192;

/** Builds each path once. */
export class ObjectPaths {
  readonly #shapes: ClassShapes;
  readonly #namespaces: ReadonlyMap<string, string>;
  readonly #paths = new Map<InstanceSymbol, string | undefined>();

  /** @param namespaces The spelling of each namespace by its key. */
  constructor(shapes: ClassShapes, namespaces: ReadonlyMap<string, string>) {
    this.#shapes = shapes;
    this.#namespaces = namespaces;
  }

  /** `\\.\root\cimv2:Class`, and with its keys for an instance; undefined where they are not known or not set. */
  of(symbol: ClassSymbol | InstanceSymbol): string | undefined {
    return symbol.kind === 'class'
      ? this.#classPath(symbol, symbol.name)
      : this.#instancePath(symbol, 0);
  }

  #classPath({ namespace }: ClassSymbol | InstanceSymbol, className: string): string {
    const spelling = this.#namespaces.get(namespace.key) ?? namespace.path;
    return `\\\\.\\${spelling}:${this.#shapes.className(namespace.key, className)}`;
  }

  #instancePath(instance: InstanceSymbol, depth: number): string | undefined {
    if (depth > deepestChain) return undefined;
    if (this.#paths.has(instance)) return this.#paths.get(instance);
    const path = this.#build(instance, depth);
    // What was cut off below another path may still have one of its own.
    if (depth === 0 || path !== undefined) this.#paths.set(instance, path);
    return path;
  }

  #build(instance: InstanceSymbol, depth: number): string | undefined {
    const keys = this.#shapes.keys(instance.namespace.key, instance.className);
    if (keys === undefined || keys.length === 0) return undefined;
    const classPath = this.#classPath(instance, instance.className);
    if (keys === 'singleton') return `${classPath}=@`;
    const names = keys.map(({ name }) => name).toSorted((a, b) => compare(a, b));
    const pairs: string[] = [];
    for (const name of names) {
      const value = instance.properties.get(name.toLowerCase())?.value;
      const text = this.#keyText(value, instance, depth);
      if (text === undefined) return undefined;
      pairs.push(`${name}=${text}`);
    }
    const path = `${classPath}.${pairs.join(',')}`;
    return path.length > longestPath ? undefined : path;
  }

  #keyText(value: Value | undefined, owner: InstanceSymbol, depth: number): string | undefined {
    switch (value?.kind) {
      case 'StringValue':
      case 'CharValue':
        return quote(value.value);
      case 'IntegerValue':
        return value.value.toString();
      case 'BooleanValue':
        return value.value ? 'TRUE' : 'FALSE';
      case 'Alias':
        return this.#targetText(value.name, owner, depth);
      default:
        return undefined;
    }
  }

  #targetText(alias: string, owner: InstanceSymbol, depth: number): string | undefined {
    const target = owner.unit.aliases.get(alias.toLowerCase())?.target;
    if (target === undefined) return undefined;
    const path = target.kind === 'class' ? this.of(target) : this.#instancePath(target, depth + 1);
    return path === undefined ? undefined : quote(path);
  }
}

function quote(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
}

/** By folded name, as WMI lists the keys of a path. */
function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
