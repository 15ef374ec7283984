/** Every name in a file with what it stands for: what definition, references, highlights and rename are made of. */
import type {
  ClassDeclaration,
  Identifier,
  InstanceDeclaration,
  InstanceValue,
  Member,
  PropertyAssignment,
  QualifierList,
  Span,
  StringValue,
  TypeReference,
  Value,
} from '../grammar/mof/ast.ts';
import { sourceSpanOf } from '../grammar/mof/literals.ts';
import type { ClassInfo, ClassTable, Site } from '../src/compiler/checker/class-table.ts';
import type {
  Compilation,
  CompilationUnit,
  Declaration,
  InstanceSymbol,
} from '../src/compiler/model.ts';
import { knownClass } from '../src/schema/known-classes.ts';
import type { SourceFile } from '../src/text/source-file.ts';
import { languageIn } from './embedded.ts';
import { classTableOf, resolvePath } from './meaning.ts';
import { namesInQuery } from './query-names.ts';
import type { View } from './view.ts';

export type OccurrenceKind = 'alias' | 'class' | 'property' | 'method' | 'object' | 'qualifier';

/** A name where it stands. */
export interface Occurrence extends Span {
  readonly kind: OccurrenceKind;
  /** The same for all occurrences of one thing, in whatever file. */
  readonly symbol: string;
  /** As it is spelt here. */
  readonly name: string;
  readonly isDeclaration: boolean;
}

const known = new WeakMap<Compilation, Map<SourceFile, readonly Occurrence[]>>();

/** The names of a file, in the order of the text; a file that several units include has those of each. */
export function occurrencesIn({ compilation, source }: View): readonly Occurrence[] {
  let files = known.get(compilation);
  if (files === undefined)
    known.set(compilation, (files = new Map<SourceFile, readonly Occurrence[]>()));
  let occurrences = files.get(source);
  if (occurrences === undefined) {
    occurrences = new Collector(compilation, source).collect();
    files.set(source, occurrences);
  }
  return occurrences;
}

/** The names at an offset, or right before it: several where the file means several things. */
export function occurrencesAt(view: View, offset: number): readonly Occurrence[] {
  const around = occurrencesIn(view).filter(({ start, end }) => start <= offset && offset <= end);
  // Where two names touch, the one that begins here is meant.
  const nearest = Math.max(...around.map(({ start }) => start));
  return around.filter(({ start }) => start === nearest);
}

/** The symbol that something would have by another name; instances keep theirs, which does not hold the name. */
export function renamedSymbol({ kind, symbol, name }: Occurrence, newName: string): string {
  if (kind === 'object') return symbol;
  const folded = name.toLowerCase();
  const at = kind === 'alias' ? `${kind} `.length : symbol.length - folded.length;
  return symbol.slice(0, at) + newName.toLowerCase() + symbol.slice(at + folded.length);
}

class Collector {
  readonly #compilation: Compilation;
  readonly #source: SourceFile;
  readonly #table: ClassTable;
  readonly #found = new Map<string, Occurrence>();

  constructor(compilation: Compilation, source: SourceFile) {
    this.#compilation = compilation;
    this.#source = source;
    this.#table = classTableOf(compilation);
  }

  collect(): readonly Occurrence[] {
    for (const unit of this.#compilation.units) {
      if (!unit.files.some(({ source }) => source === this.#source)) continue;
      this.#aliases(unit);
      for (const declaration of unit.declarations) {
        if (declaration.file === this.#source) this.#declaration(declaration, unit);
      }
    }
    return [...this.#found.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  #add(kind: OccurrenceKind, id: string, name: string, span: Span, isDeclaration = false): void {
    const { start, end } = span;
    const symbol = `${kind} ${id}`;
    this.#found.set(`${start} ${end} ${symbol}`, { kind, symbol, name, start, end, isDeclaration });
  }

  #aliases({ aliases, root }: CompilationUnit): void {
    for (const [key, { definition, duplicates, uses }] of aliases) {
      const id = `${key} of ${root.source.path}`;
      for (const { file, node } of [definition, ...duplicates]) {
        if (file === this.#source) this.#add('alias', id, node.name, node, true);
      }
      for (const { file, node } of uses) {
        if (file === this.#source) this.#add('alias', id, node.name, node);
      }
    }
  }

  #declaration(declaration: Declaration, unit: CompilationUnit): void {
    const site: Site = { namespace: declaration.namespace, unit };
    switch (declaration.kind) {
      case 'class':
        return this.#class(declaration.node, site);
      case 'instance':
        return this.#instance(declaration, site);
      case 'qualifier':
        return this.#qualifierName(declaration.node.name, true);
      case 'pragma':
    }
  }

  #class(node: ClassDeclaration, site: Site): void {
    this.#qualifiers(node.qualifiers);
    this.#className(node.name, site, true);
    if (node.superclass !== undefined) this.#className(node.superclass, site);
    const info = this.#table.lookup(node.name.name, site);
    for (const member of node.members) this.#member(member, info, site);
  }

  #member(member: Member, owner: ClassInfo | undefined, site: Site): void {
    this.#qualifiers(member.qualifiers);
    if (member.kind === 'MethodDeclaration') {
      this.#type(member.returnType, site);
      for (const parameter of member.parameters) {
        this.#qualifiers(parameter.qualifiers);
        this.#type(parameter.type, site);
      }
      if (owner !== undefined) {
        const id = `${classId(owner, site)}.${member.name.name.toLowerCase()}`;
        this.#add('method', id, member.name.name, member.name, true);
      }
      return;
    }
    this.#type(member.type, site);
    this.#property(member.name, owner, site, true);
    if (member.defaultValue !== undefined) this.#value(member.defaultValue, site);
  }

  #instance(symbol: InstanceSymbol, site: Site): void {
    const { node } = symbol;
    this.#object(node, site);
    const name = symbol.properties.get('name')?.value;
    if (name?.kind === 'StringValue') {
      this.#add('object', objectId(symbol), name.value, contentOf(name), true);
    }
  }

  /** An instance, at the top of a file or embedded in a value. */
  #object(node: InstanceDeclaration | InstanceValue, site: Site): void {
    if (node.kind === 'InstanceDeclaration') this.#qualifiers(node.qualifiers);
    this.#className(node.className, site);
    const info = this.#table.lookup(node.className.name, site);
    for (const assignment of node.properties) this.#assignment(assignment, node, info, site);
  }

  #assignment(
    { name, value, qualifiers }: PropertyAssignment,
    owner: InstanceDeclaration | InstanceValue,
    info: ClassInfo | undefined,
    site: Site,
  ): void {
    this.#qualifiers(qualifiers);
    this.#property(name, info, site);
    if (value === undefined) return;
    const language = languageIn({ className: owner.className.name, property: name.name });
    if (language === 'wql') this.#queries(value, owner, site);
    this.#value(value, site);
  }

  #value(value: Value, site: Site): void {
    if (value.kind === 'ArrayValue')
      for (const element of value.elements) this.#value(element, site);
    else if (value.kind === 'InstanceValue') this.#object(value, site);
    else if (value.kind === 'StringValue') this.#path(value, site);
  }

  /** A string that is the path of an instance of the files names its class and the instance. */
  #path(value: StringValue, site: Site): void {
    if (value.value.length > LONGEST_PATH || !/^[\w\\/.:]+\s*=/.test(value.value)) return;
    const { path, target } = resolvePath(this.#compilation, value.value, site) ?? {};
    if (path === undefined || target === undefined) return;
    const { className, keys } = path;
    const id = this.#classIdOf(className.text, site);
    this.#add('class', id, className.text, sourceSpanOf(value, className.start, className.end));
    const [key] = keys;
    if (key?.value.kind !== 'string') return;
    const { start, end } = key.value;
    // The offsets are those of the value with its quotes.
    const span = sourceSpanOf(value, start + 1, end - 1);
    this.#add('object', objectId(target), key.value.value, span);
  }

  #queries(value: Value, owner: InstanceDeclaration | InstanceValue, site: Site): void {
    const texts = value.kind === 'ArrayValue' ? value.elements : [value];
    for (const text of texts) {
      if (text.kind !== 'StringValue' || text.value.length > LONGEST_QUERY) continue;
      for (const found of namesInQuery(text.value, owner, this.#table, site)) {
        const span = sourceSpanOf(text, found.start, found.end);
        if (found.owner === undefined) {
          this.#add('class', this.#classIdOf(found.name, found.site), found.name, span);
        } else {
          const id = this.#propertyId(found.name, found.owner, found.site);
          this.#add('property', id, found.name, span);
        }
      }
    }
  }

  #type({ name }: TypeReference, site: Site): void {
    if (this.#table.lookup(name.name, site) !== undefined) this.#className(name, site);
  }

  #className({ name, start, end }: Identifier, site: Site, isDeclaration = false): void {
    this.#add('class', this.#classIdOf(name, site), name, { start, end }, isDeclaration);
  }

  #classIdOf(name: string, site: Site): string {
    const info = this.#table.lookup(name, site);
    if (info !== undefined) return classId(info, site);
    const isKnown = !this.#table.declares(name) && knownClass(name) !== undefined;
    return isKnown ? name.toLowerCase() : `${site.namespace.key}:${name.toLowerCase()}`;
  }

  #property(
    { name, start, end }: Identifier,
    owner: ClassInfo | undefined,
    site: Site,
    isDeclaration = false,
  ): void {
    if (owner === undefined) return;
    this.#add('property', this.#propertyId(name, owner, site), name, { start, end }, isDeclaration);
  }

  /** A property that a subclass declares again is the same property. */
  #propertyId(name: string, owner: ClassInfo, site: Site): string {
    const folded = name.toLowerCase();
    let declarer = owner;
    for (const ancestor of this.#table.lineage(owner, site)) {
      if (ancestor.properties.has(folded)) declarer = ancestor;
    }
    return `${classId(declarer, site)}.${folded}`;
  }

  #qualifiers(list: QualifierList | undefined): void {
    for (const { name } of list?.qualifiers ?? []) this.#qualifierName(name);
  }

  #qualifierName({ name, start, end }: Identifier, isDeclaration = false): void {
    this.#add('qualifier', name.toLowerCase(), name, { start, end }, isDeclaration);
  }
}

/** Longer texts are no paths and no queries, and reading them would cost time. */
const LONGEST_PATH = 2000;
const LONGEST_QUERY = 0x10000;

function classId({ name, symbol }: ClassInfo, { namespace }: Site): string {
  const folded = name.toLowerCase();
  if (symbol === undefined && knownClass(name) !== undefined) return folded;
  const declaredIn = symbol?.namespace.key ?? '';
  // A class of another file that no pragma sends anywhere is in every namespace.
  return `${declaredIn === '' ? namespace.key : declaredIn}:${folded}`;
}

function objectId({ file, node }: InstanceSymbol): string {
  return `${node.start} in ${file.path}`;
}

/** The characters between the quotes of a string. */
function contentOf(value: StringValue): Span {
  return sourceSpanOf(value, 0, value.value.length);
}
