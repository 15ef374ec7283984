/** Which files of a folder belong together. */
import { type FileFacts, sameFacts } from './file-facts.ts';

type Index = Map<string, Set<string>>;

/** The facts of files by their paths, and who needs whom. */
export class FileGraph {
  readonly #facts = new Map<string, FileFacts>();
  readonly #includers: Index = new Map();
  readonly #classes: Index = new Map();
  readonly #objects: Index = new Map();
  readonly #objectUsers: Index = new Map();

  /** Takes in what a file says now; undefined forgets it. */
  set(path: string, facts: FileFacts | undefined): void {
    const before = this.#facts.get(path);
    if (before !== undefined && facts !== undefined && sameFacts(before, facts)) return;
    if (before !== undefined) this.#each(before, (index, name) => index.get(name)?.delete(path));
    if (facts === undefined) this.#facts.delete(path);
    else {
      this.#facts.set(path, facts);
      this.#each(facts, (index, name) => addTo(index, name, path));
    }
  }

  /**
   * The paths of the files that are understood together with a file, itself among them, sorted: what it includes and
   * what includes it, and the files whose filters and consumers its bindings name by path, and so on from those.
   */
  component(path: string): readonly string[] {
    const found = new Set([path]);
    // A set that grows while it is walked: each file is looked at once.
    for (const member of found) {
      for (const neighbour of this.#neighbours(member)) found.add(neighbour);
    }
    return [...found].toSorted();
  }

  /** The paths of further files that declare classes which the given ones use, however indirectly, sorted. */
  schemaOf(paths: readonly string[]): readonly string[] {
    const found = new Set(paths);
    for (const member of found) {
      const facts = this.#facts.get(member);
      for (const name of facts?.usedClasses ?? []) {
        if (facts?.classes.has(name) === true) continue;
        for (const declarer of this.#classes.get(name) ?? []) found.add(declarer);
      }
    }
    return [...found].slice(paths.length).toSorted();
  }

  #neighbours(path: string): readonly string[] {
    const facts = this.#facts.get(path);
    const among = (index: Index, names: ReadonlySet<string> | undefined): readonly string[] =>
      [...(names ?? [])].flatMap((name) => [...(index.get(name) ?? [])]);
    return [
      ...[...(facts?.includes ?? [])].filter((included) => this.#facts.has(included)),
      ...(this.#includers.get(path) ?? []),
      ...among(this.#objects, facts?.usedObjects),
      ...among(this.#objectUsers, facts?.objects),
    ];
  }

  #each(facts: FileFacts, act: (index: Index, name: string) => void): void {
    for (const name of facts.includes) act(this.#includers, name);
    for (const name of facts.classes) act(this.#classes, name);
    for (const name of facts.objects) act(this.#objects, name);
    for (const name of facts.usedObjects) act(this.#objectUsers, name);
  }
}

function addTo(index: Index, name: string, path: string): void {
  const paths = index.get(name);
  if (paths === undefined) index.set(name, new Set([path]));
  else paths.add(path);
}
