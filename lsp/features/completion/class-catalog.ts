/**
 * The classes that can be named in a file: those of the folder, of WMI and of Windows. In whose namespace a class is
 * counts for little while a name is typed, so that one of each name stands here.
 */
import type { ClassDeclaration, Document } from '../../../grammar/mof/ast.ts';
import {
  declaredProperty,
  isAmendment,
  knownProperty,
  type PropertyInfo,
} from '../../../src/compiler/checker/class-table.ts';
import { hasFlag } from '../../../src/compiler/checker/qualifiers.ts';
import { knownClasses } from '../../../src/schema/known-classes.generated.ts';
import { knownClass } from '../../../src/schema/known-classes.ts';
import { windowsClasses } from '../../../src/schema/windows-classes.generated.ts';
import type { SourceFile } from '../../../src/text/source-file.ts';
import type { View } from '../../view.ts';

export interface CatalogClass {
  readonly name: string;
  readonly superclass: string | undefined;
  /** `file`: this one. `folder`: another one. `wmi`: the system classes and the consumers. */
  readonly origin: 'file' | 'folder' | 'wmi' | 'windows';
  /** The file or the namespace; empty for classes of every namespace. */
  readonly place: string;
  /** The namespaces that have it; none where it may be anywhere. */
  readonly namespaces: readonly string[];
  readonly isAbstract: boolean;
  readonly isSingleton: boolean;
  /** A provider makes its instances. */
  readonly isProvided: boolean;
  readonly declaration: { readonly file: SourceFile; readonly node: ClassDeclaration } | undefined;
  /** Its own properties. */
  readonly properties: () => readonly PropertyInfo[];
}

/** A property, and the class that declares it. */
export interface CatalogProperty {
  readonly info: PropertyInfo;
  readonly owner: CatalogClass;
}

/** Nobody derives deeper. */
const MAX_ANCESTORS = 64;

export class ClassCatalog {
  readonly #classes = new Map<string, CatalogClass>();
  /** By folded name. */
  readonly #lineages = new Map<string, readonly CatalogClass[]>();
  /** By folded name, and then by that of the property. */
  readonly #properties = new Map<string, ReadonlyMap<string, CatalogProperty>>();

  /** Of two classes of one name, the file's own goes before one of the folder, and both before a known one. */
  constructor({ project, source, parsed }: View) {
    this.#addAll(systemClasses);
    this.#addAll(declaredIn(parsed.document, source, 'file'));
    for (const path of project.paths) {
      const other = path === source.path ? undefined : project.view(path);
      if (other !== undefined)
        this.#addAll(declaredIn(other.parsed.document, other.source, 'folder'));
    }
    this.#addAll(otherClasses);
  }

  #addAll(classes: Iterable<CatalogClass>): void {
    for (const entry of classes) {
      const key = entry.name.toLowerCase();
      if (!this.#classes.has(key)) this.#classes.set(key, entry);
    }
  }

  get all(): readonly CatalogClass[] {
    return [...this.#classes.values()];
  }

  find(name: string): CatalogClass | undefined {
    return this.#classes.get(name.toLowerCase());
  }

  /** The class and its ancestors upwards, as far as they are known. */
  lineage(name: string): readonly CatalogClass[] {
    const folded = name.toLowerCase();
    let lineage = this.#lineages.get(folded);
    if (lineage === undefined) this.#lineages.set(folded, (lineage = this.#lineageOf(name)));
    return lineage;
  }

  #lineageOf(name: string): readonly CatalogClass[] {
    const lineage: CatalogClass[] = [];
    let current = this.find(name);
    while (current !== undefined && lineage.length < MAX_ANCESTORS && !lineage.includes(current)) {
      lineage.push(current);
      current = current.superclass === undefined ? undefined : this.find(current.superclass);
    }
    return lineage;
  }

  /** Whether a class is another or derives from it, as far as its ancestors are known. */
  isA(name: string, ancestor: string): boolean {
    const folded = ancestor.toLowerCase();
    return this.lineage(name).some(
      ({ name, superclass }) =>
        name.toLowerCase() === folded || superclass?.toLowerCase() === folded,
    );
  }

  /** The properties of a class and of its ancestors, each once, the nearest declaration of it. */
  propertiesOf(name: string): readonly CatalogProperty[] {
    return [...this.#propertiesByName(name).values()];
  }

  property(className: string, name: string): CatalogProperty | undefined {
    return this.#propertiesByName(className).get(name.toLowerCase());
  }

  #propertiesByName(className: string): ReadonlyMap<string, CatalogProperty> {
    const folded = className.toLowerCase();
    const known = this.#properties.get(folded);
    if (known !== undefined) return known;
    const found = new Map<string, CatalogProperty>();
    for (const owner of this.lineage(className)) {
      for (const info of owner.properties()) {
        const key = info.name.toLowerCase();
        if (!found.has(key)) found.set(key, { info, owner });
      }
    }
    this.#properties.set(folded, found);
    return found;
  }
}

type DeclaredOrigin = 'file' | 'folder';

/** A file's classes stay what they are until it is typed in. */
const declaredClasses = new WeakMap<Document, Map<DeclaredOrigin, readonly CatalogClass[]>>();

function declaredIn(
  document: Document,
  file: SourceFile,
  origin: DeclaredOrigin,
): readonly CatalogClass[] {
  const known = declaredClasses.get(document) ?? new Map<DeclaredOrigin, readonly CatalogClass[]>();
  declaredClasses.set(document, known);
  let classes = known.get(origin);
  if (classes === undefined) {
    classes = document.items.flatMap((item) =>
      item.kind === 'ClassDeclaration' && item.name.name !== '' && !isAmendment(item)
        ? [declaredClass(item, file, origin)]
        : [],
    );
    known.set(origin, classes);
  }
  return classes;
}

function declaredClass(
  node: ClassDeclaration,
  file: SourceFile,
  origin: DeclaredOrigin,
): CatalogClass {
  return {
    name: node.name.name,
    superclass: node.superclass?.name,
    origin,
    place: origin === 'file' ? '' : file.path,
    namespaces: [],
    isAbstract: hasFlag(node.qualifiers, 'abstract'),
    isSingleton: hasFlag(node.qualifiers, 'singleton'),
    isProvided: hasFlag(node.qualifiers, 'dynamic'),
    declaration: { file, node },
    properties: once(() =>
      node.members.flatMap((member) =>
        member.kind === 'PropertyDeclaration' ? [declaredProperty(file, member)] : [],
      ),
    ),
  };
}

const wmiClasses: readonly CatalogClass[] = knownClasses.map((known) => ({
  name: known.name,
  superclass: known.superclass,
  origin: 'wmi',
  place: known.namespace ?? '',
  namespaces: known.namespace === undefined ? [] : [known.namespace],
  isAbstract: known.abstract === true,
  isSingleton: known.singleton === true,
  isProvided: false,
  declaration: undefined,
  properties: once(() => known.properties.map(knownProperty)),
}));

/** Nobody can declare these anew. */
const systemClasses = wmiClasses.filter(({ name }) => name.startsWith('__'));

const otherClasses: readonly CatalogClass[] = [
  ...wmiClasses.filter(({ name }) => !name.startsWith('__')),
  ...windowsClasses
    .filter(({ name }) => knownClass(name) === undefined)
    .map((known): CatalogClass => ({
      name: known.name,
      superclass: known.superclass,
      origin: 'windows',
      place: known.namespaces[0] ?? '',
      namespaces: known.namespaces,
      isAbstract: false,
      isSingleton: false,
      isProvided: true,
      declaration: undefined,
      properties: once(() => known.properties.map(knownProperty)),
    })),
];

/** Does what is asked for when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
