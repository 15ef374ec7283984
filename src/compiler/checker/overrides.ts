/**
 * Qualifiers that a class fixes with the flavor DisableOverride: classes below it and instances may repeat them but not
 * give them another value (qualifier-flavors).
 */
import type {
  ClassDeclaration,
  MethodDeclaration,
  Qualifier,
  QualifierList,
  Value,
} from '../../../grammar/mof/ast.ts';
import type { FixedQualifier, KnownValue } from '../../schema/known-class.ts';
import { knownClass } from '../../schema/known-classes.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { ClassSymbol, CompilationUnit } from '../model.ts';
import type { Site } from './class-symbols.ts';
import type { ClassInfo, ClassTable } from './class-table.ts';
import { qualifierNamed, soleValue } from './qualifiers.ts';

/** What carries a qualifier: a class, or a member of one, by its folded name. */
export type QualifiedPart =
  { readonly kind: 'class' } | { readonly kind: 'property' | 'method'; readonly name: string };

/** Where a qualifier is fixed, and to what. */
export interface Fixation {
  readonly by: ClassInfo;
  /** Comparable; undefined where the value is not known. */
  readonly value: string | undefined;
  /** Undefined for a class that mofsec knows. */
  readonly place: { readonly file: SourceFile; readonly node: Qualifier } | undefined;
}

/** A part as each class of a lineage declares it that declares it at all, the nearest first. */
export type PartHistory = readonly {
  readonly info: ClassInfo;
  readonly find: (foldedName: string) => PartQualifier | undefined;
}[];

interface PartQualifier {
  readonly value: string | undefined;
  /** Folded. */
  readonly flavors: ReadonlySet<string>;
  readonly place: Fixation['place'];
}

/** The history of a part in a class and its ancestors. */
export function historyOf(
  table: ClassTable,
  info: ClassInfo,
  site: Site,
  part: QualifiedPart,
): PartHistory {
  return table.lineage(info, site).flatMap((ancestor) => {
    const find = finderAt(ancestor, part);
    return find === undefined ? [] : [{ info: ancestor, find }];
  });
}

/**
 * Who fixes a qualifier for a class, given the history of its superclass, or for an instance, given that of its class.
 * Undefined where nobody does, and where a class in between has changed it, which is that class's fault.
 *
 * @param instanceOf the class of the instance; undefined for a class
 */
export function fixationIn(
  history: PartHistory,
  foldedName: string,
  instanceOf: ClassInfo | undefined,
): Fixation | undefined {
  const between: (string | undefined)[] = [];
  for (const { info, find } of history) {
    const found = find(foldedName);
    if (found === undefined) continue;
    const { value, flavors, place } = found;
    const reaches =
      flavors.has('disableoverride') &&
      (info === instanceOf || flavors.has('tosubclass')) &&
      (instanceOf === undefined || flavors.has('toinstance'));
    if (reaches) {
      return between.every((other) => other === value) ? { by: info, value, place } : undefined;
    }
    between.push(value);
  }
  return undefined;
}

/** What the classes that mofsec knows fix reaches classes and instances. */
const fixedFlavors: ReadonlySet<string> = new Set(['disableoverride', 'toinstance', 'tosubclass']);

/** Finds the qualifiers of a part of a class, as the class itself declares it; undefined where it does not. */
function finderAt(info: ClassInfo, part: QualifiedPart): PartHistory[number]['find'] | undefined {
  const { symbol } = info;
  if (symbol === undefined) {
    const fixed = knownFixed(info.name, part);
    return (
      fixed &&
      ((name) => {
        const found = fixed.find((one) => one.name.toLowerCase() === name);
        return found && { value: knownText(found.value), flavors: fixedFlavors, place: undefined };
      })
    );
  }
  const list = listOf(info, symbol, part);
  const { file, unit } = symbol;
  return (
    list &&
    ((name) => {
      const node = qualifierNamed(list, name);
      return (
        node && {
          value: comparableValue(node.value),
          flavors: flavorsOf(node, unit),
          place: { file, node },
        }
      );
    })
  );
}

function knownFixed(name: string, part: QualifiedPart): readonly FixedQualifier[] | undefined {
  const known = knownClass(name);
  switch (part.kind) {
    case 'class':
      return known?.fixed;
    case 'property':
      return known?.properties.find((property) => property.name.toLowerCase() === part.name)?.fixed;
    case 'method':
      return undefined;
  }
}

function listOf(
  { properties }: ClassInfo,
  { node }: ClassSymbol,
  part: QualifiedPart,
): QualifierList | undefined {
  switch (part.kind) {
    case 'class':
      return node.qualifiers;
    case 'property':
      return properties.get(part.name)?.declaration?.node.qualifiers;
    case 'method':
      return methodsOf(node).get(part.name)?.qualifiers;
  }
}

const methods = new WeakMap<ClassDeclaration, ReadonlyMap<string, MethodDeclaration>>();

/** The methods of a class by folded name. */
function methodsOf(node: ClassDeclaration): ReadonlyMap<string, MethodDeclaration> {
  let known = methods.get(node);
  if (known === undefined) {
    known = new Map(
      node.members.flatMap((member) =>
        member.kind === 'MethodDeclaration'
          ? [[member.name.name.toLowerCase(), member] as const]
          : [],
      ),
    );
    methods.set(node, known);
  }
  return known;
}

/** The value of a qualifier, equal for two that say the same; undefined where it cannot be told. */
export function comparableValue(value: Value | undefined): string | undefined {
  if (value === undefined) return 'true';
  const sole = soleValue(value) ?? value;
  switch (sole.kind) {
    case 'StringValue':
      return sole.pieces.every(({ kind }) => kind === 'StringPiece')
        ? JSON.stringify(sole.value.toLowerCase())
        : undefined;
    case 'IntegerValue':
    case 'RealValue':
    case 'BooleanValue':
      return String(sole.value);
    case 'ArrayValue': {
      const elements = sole.elements.map(comparableValue);
      return elements.includes(undefined) ? undefined : `{${elements.join()}}`;
    }
    default:
      return undefined;
  }
}

function knownText(value: KnownValue): string {
  if (typeof value === 'string') return JSON.stringify(value.toLowerCase());
  return typeof value === 'object' ? `{${value.map(knownText).join()}}` : String(value);
}

/** Flavors that speak about one matter; of two, the nearer declaration counts. */
const matters: readonly ReadonlySet<string>[] = [
  new Set(['enableoverride', 'disableoverride']),
  new Set(['tosubclass', 'nottosubclass', 'restricted']),
  new Set(['toinstance', 'nottoinstance', 'restricted']),
];

const declaredFlavors = new WeakMap<CompilationUnit, ReadonlyMap<string, readonly string[]>>();

/** The flavors of a qualifier, folded: its own, and for what these leave open, those of its declaration in the unit. */
function flavorsOf({ name, flavors }: Qualifier, unit: CompilationUnit): ReadonlySet<string> {
  const own = flavors.map((flavor) => flavor.name.toLowerCase());
  const declared = flavorsDeclaredIn(unit).get(name.name.toLowerCase()) ?? [];
  const left = declared.filter(
    (flavor) =>
      !matters.some((matter) => matter.has(flavor) && own.some((other) => matter.has(other))),
  );
  return new Set([...own, ...left]);
}

function flavorsDeclaredIn(unit: CompilationUnit): ReadonlyMap<string, readonly string[]> {
  let declared = declaredFlavors.get(unit);
  if (declared === undefined) {
    declared = new Map(
      unit.declarations.flatMap((declaration) =>
        declaration.kind === 'qualifier'
          ? [
              [
                declaration.node.name.name.toLowerCase(),
                declaration.node.flavors.map(({ name }) => name.toLowerCase()),
              ] as const,
            ]
          : [],
      ),
    );
    declaredFlavors.set(unit, declared);
  }
  return declared;
}
