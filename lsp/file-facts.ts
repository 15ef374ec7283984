/** What a file offers other files and wants of them: enough to know which ones must be analysed together. */
import type { Document, InstanceDeclaration, Node, Value } from '../grammar/mof/ast.ts';
import { walk } from '../grammar/mof/visit.ts';
import { keyText } from '../grammar/object-path/comparison.ts';
import { parseObjectPath } from '../grammar/object-path/parser.ts';
import { joinIncludePath } from '../src/compiler/include-paths.ts';
import type { ParsedFile } from '../src/compiler/model.ts';

/** Names are folded to lower case. */
export interface FileFacts {
  /** The paths of the files that it includes, below the same folder. */
  readonly includes: ReadonlySet<string>;
  /** The names of the classes that it declares. */
  readonly classes: ReadonlySet<string>;
  /** The names of the classes that it uses: superclasses, classes of instances, types, words of queries. */
  readonly usedClasses: ReadonlySet<string>;
  /** The values of `Name` of its instances. */
  readonly objects: ReadonlySet<string>;
  /** The values of the keys in the object paths of its instances. */
  readonly usedObjects: ReadonlySet<string>;
}

/** Reads the facts off the tree; a broken file has those that can be read. */
export function factsOf({ document, source }: ParsedFile): FileFacts {
  const includes = new Set<string>();
  const classes = new Set<string>();
  const objects = new Set<string>();
  const usedObjects = new Set<string>();
  for (const item of document.items) {
    if (item.kind === 'Include' && item.path !== undefined) {
      const joined = joinIncludePath(source.path, item.path.value);
      if (joined.kind === 'path') includes.add(joined.path);
    } else if (item.kind === 'ClassDeclaration') classes.add(item.name.name.toLowerCase());
    else if (item.kind === 'InstanceDeclaration') collectObjects(item, objects, usedObjects);
  }
  return { includes, classes, usedClasses: usedClassesOf(document), objects, usedObjects };
}

function collectObjects(
  { properties }: InstanceDeclaration,
  objects: Set<string>,
  usedObjects: Set<string>,
): void {
  for (const { name, value } of properties) {
    if (value?.kind !== 'StringValue') continue;
    if (name.name.toLowerCase() === 'name') objects.add(value.value.toLowerCase());
    else for (const key of keysIn(value.value)) usedObjects.add(key);
  }
}

/** Longer texts are no paths. */
const LONGEST_PATH = 2000;

/** The values of the keys of an object path; a script or a query is none, which a look at its beginning tells. */
function keysIn(text: string): readonly string[] {
  if (text.length > LONGEST_PATH || !/^[\w\\/.:]+\s*=/.test(text)) return [];
  const result = parseObjectPath(text);
  return result.kind === 'valid'
    ? result.path.keys.map(({ value }) => keyText(value).toLowerCase())
    : [];
}

/** Properties that hold queries. */
const queries: ReadonlySet<string> = new Set(['query', 'eventquerylist']);

function usedClassesOf(document: Document): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (node: Node): void => {
    if (node.kind === 'InstanceDeclaration' || node.kind === 'InstanceValue') {
      used.add(node.className.name.toLowerCase());
    } else if (node.kind === 'ClassDeclaration' && node.superclass !== undefined) {
      used.add(node.superclass.name.toLowerCase());
    } else if (node.kind === 'TypeReference') used.add(node.name.name.toLowerCase());
    else if (node.kind === 'PropertyAssignment' && queries.has(node.name.name.toLowerCase())) {
      for (const word of wordsIn(node.value)) used.add(word);
    }
  };
  walk(document, visit);
  return used;
}

/** Every word of a query; one that is no class does no harm, because no file declares it. */
function wordsIn(value: Value | undefined): readonly string[] {
  if (value?.kind === 'ArrayValue') return value.elements.flatMap(wordsIn);
  if (value?.kind !== 'StringValue') return [];
  return value.value.toLowerCase().match(/\w+/g) ?? [];
}

/** Whether two files look the same to all others. */
export function sameFacts(a: FileFacts, b: FileFacts): boolean {
  return (
    sameSet(a.includes, b.includes) &&
    sameSet(a.classes, b.classes) &&
    sameSet(a.usedClasses, b.usedClasses) &&
    sameSet(a.objects, b.objects) &&
    sameSet(a.usedObjects, b.usedObjects)
  );
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((element) => b.has(element));
}
