/** Finds the instance of the run that an object path names. Built when the first path asks. */
import type { Value } from '../../grammar/mof/ast.ts';
import {
  comparableIdentity,
  comparableNamespace,
  keyText,
} from '../../grammar/object-path/comparison.ts';
import type { ObjectPath } from '../../grammar/object-path/parser.ts';
import type { ClassHierarchy } from './class-hierarchy.ts';
import type { CompilationUnit, InstanceSymbol } from './model.ts';

/** An object that several instances declare is the last one's: a later instance overwrites an earlier one. */
type Identities = Map<string, InstanceSymbol>;

/** By how many sets of key names instances of one class of unknown keys are looked up. */
const MAX_KEY_GUESSES = 8;

/** The instances of a run by their paths. */
export class PathIndex {
  readonly #hierarchy: ClassHierarchy;
  readonly #all: Identities = new Map();
  readonly #byUnit = new Map<CompilationUnit, Identities>();
  /** Instances that no pragma sends anywhere: the command line may, so they answer to paths in any namespace. */
  readonly #unplaced: Identities = new Map();
  /** Instances of classes whose keys nobody in the run knows, by namespace and class. */
  readonly #keyless = new Map<string, InstanceSymbol[]>();
  readonly #guesses = new Map<string, Set<string>>();

  constructor(instances: Iterable<InstanceSymbol>, hierarchy: ClassHierarchy) {
    this.#hierarchy = hierarchy;
    for (const instance of instances) {
      const { keys, keyClass } = hierarchy.factsOf(instance.className);
      if (keys === undefined) this.#addKeyless(instance);
      else this.#add(instance, keyClass, keys);
    }
  }

  /**
   * The instance at `path`, in `unit` first. A path without a namespace counts from `namespace`. The server is not
   * looked at: a subscription's parts are on one computer, whatever it is called.
   */
  find(path: ObjectPath, namespace: string, unit: CompilationUnit): InstanceSymbol | undefined {
    const { keys, keyClass } = this.#hierarchy.factsOf(path.className.text);
    const home = path.namespace?.text ?? namespace;
    const soleKey = keys?.length === 1 ? (keys[0] ?? 'name') : 'name';
    const pairs = path.keys.map(
      ({ name, value }) => [name?.text ?? soleKey, keyText(value)] as const,
    );
    if (keys === undefined)
      this.#index(
        home,
        keyClass,
        pairs.map(([name]) => name.toLowerCase()),
      );
    const identityIn = (namespace: string): string =>
      comparableIdentity({ namespace, className: keyClass, keys: pairs });
    const identity = identityIn(home);
    return (
      this.#byUnit.get(unit)?.get(identity) ??
      this.#all.get(identity) ??
      (path.namespace === undefined ? undefined : this.#unplaced.get(identityIn('')))
    );
  }

  #add(instance: InstanceSymbol, className: string, keys: readonly string[]): void {
    const pairs = keys.map((key) => [key, textOf(instance.properties.get(key)?.value)] as const);
    const known = pairs.flatMap(([key, text]) =>
      text === undefined ? [] : [[key, text] as const],
    );
    if (known.length < pairs.length) return;
    const identityIn = (namespace: string): string =>
      comparableIdentity({ namespace, className, keys: known });
    const identity = identityIn(instance.namespace.path);
    if (instance.namespace.pragma === undefined) this.#unplaced.set(identityIn(''), instance);
    this.#all.set(identity, instance);
    let own = this.#byUnit.get(instance.unit);
    if (own === undefined) this.#byUnit.set(instance.unit, (own = new Map()));
    own.set(identity, instance);
  }

  #addKeyless(instance: InstanceSymbol): void {
    const home = homeOf(instance.namespace.path, instance.className);
    const list = this.#keyless.get(home);
    if (list === undefined) this.#keyless.set(home, [instance]);
    else list.push(instance);
  }

  /** Takes the keys that a path names for the keys of its class, and adds the instances that have them all. */
  #index(namespace: string, className: string, keys: readonly string[]): void {
    const home = homeOf(namespace, className);
    const guess = JSON.stringify(keys.toSorted());
    let guesses = this.#guesses.get(home);
    if (guesses === undefined) this.#guesses.set(home, (guesses = new Set()));
    if (guesses.has(guess) || guesses.size >= MAX_KEY_GUESSES) return;
    guesses.add(guess);
    for (const instance of this.#keyless.get(home) ?? []) this.#add(instance, className, keys);
  }
}

function homeOf(namespace: string, className: string): string {
  return `${comparableNamespace(namespace)}:${className.toLowerCase()}`;
}

/** A key's value as a path would have it; undefined for what no path can hold. */
function textOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'StringValue':
    case 'CharValue':
      return value.value;
    case 'IntegerValue':
    case 'BooleanValue':
      return String(value.value);
    default:
      return undefined;
  }
}
