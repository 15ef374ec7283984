/** What the rules about class declarations share. */
import type {
  InstanceDeclaration,
  Member,
  MethodDeclaration,
  PropertyDeclaration,
  QualifierList,
} from '../../grammar/mof/ast.ts';
import { type Checked, checkedOf } from '../compiler/checker/checker.ts';
import { type ClassInfo, isAmendment } from '../compiler/checker/class-table.ts';
import { qualifierNamed, textOf } from '../compiler/checker/qualifiers.ts';
import type { ClassSymbol, Compilation, CompilationUnit } from '../compiler/model.ts';
import { allClasses } from '../compiler/schema.ts';
import type { SourceFile } from '../text/source-file.ts';
import { oncePer } from './once-per.ts';
import type { Checks, Report } from './rule.ts';

/** A declaration of the run that can be taken at its word. */
export interface DeclaredClass {
  readonly symbol: ClassSymbol;
  readonly info: ClassInfo;
  readonly checked: Checked;
  readonly compilation: Compilation;
}

/**
 * Calls `check` for every class of the run that no syntax error has cut short. Classes that only carry translations
 * are left out: they repeat parts of a class that is elsewhere.
 */
export function eachClass(check: (declared: DeclaredClass, report: Report) => void): Checks {
  return {
    compilation(compilation, report) {
      for (const declared of declaredClasses(compilation)) check(declared, report);
    },
  };
}

const declaredClasses = oncePer((compilation: Compilation): readonly DeclaredClass[] => {
  const checked = checkedOf(compilation);
  return compilation.classes.flatMap((symbol) => {
    const info = checked.table.infoOf(symbol);
    return info.isReadable && !isAmendment(symbol.node)
      ? [{ symbol, info, checked, compilation }]
      : [];
  });
});

export function isProperty(member: Member): member is PropertyDeclaration {
  return member.kind === 'PropertyDeclaration';
}

export function isMethod(member: Member): member is MethodDeclaration {
  return member.kind === 'MethodDeclaration';
}

/** The properties of a class that carry `[key]`, `[key(FALSE)]` left out. */
export function keysOf({ keys }: ClassInfo): readonly string[] {
  return keys.map(({ name }) => name);
}

/** The first of the ancestors for which `wanted` holds; the class itself is left out. */
export function ancestorWith(
  { info, symbol, checked }: DeclaredClass,
  wanted: (ancestor: ClassInfo) => boolean,
): ClassInfo | undefined {
  for (const ancestor of checked.table.lineage(info, symbol)) {
    if (ancestor !== info && wanted(ancestor)) return ancestor;
  }
  return undefined;
}

/** Whether a qualifier is there, whatever its value. */
export function carries(list: QualifierList | undefined, name: string): boolean {
  return qualifierNamed(list, name) !== undefined;
}

/** Everything in a file that can carry qualifiers, with its list. */
export interface QualifiedPlace {
  readonly file: SourceFile;
  readonly unit: CompilationUnit;
  readonly list: QualifierList;
  readonly carrier: Carrier;
}

/** What carries qualifiers. */
export type Carrier =
  | { readonly kind: 'class'; readonly symbol: ClassSymbol }
  | { readonly kind: 'property' | 'reference'; readonly node: PropertyDeclaration }
  | { readonly kind: 'method'; readonly node: MethodDeclaration }
  | { readonly kind: 'parameter'; readonly node: MethodDeclaration['parameters'][number] }
  | { readonly kind: 'instance' | 'assignment' };

/** Calls `check` for every list of qualifiers of the run. */
export function eachQualifierList(
  check: (place: QualifiedPlace, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    compilation(compilation, report) {
      for (const place of qualifiedPlaces(compilation)) check(place, report, compilation);
    },
  };
}

const qualifiedPlaces = oncePer((compilation: Compilation): readonly QualifiedPlace[] => {
  const places: QualifiedPlace[] = [];
  for (const unit of compilation.units) {
    for (const declaration of unit.declarations) {
      if (declaration.kind !== 'class' && declaration.kind !== 'instance') continue;
      const { file } = declaration;
      const visit: QualifierVisitor = (list, carrier) => {
        if (list !== undefined) places.push({ file, unit, list, carrier });
      };
      if (declaration.kind === 'class') visitClass(declaration, visit);
      else visitInstance(declaration.node, visit);
    }
  }
  return places;
});

type QualifierVisitor = (list: QualifierList | undefined, carrier: Carrier) => void;

const instanceCarrier: Carrier = { kind: 'instance' };
const assignmentCarrier: Carrier = { kind: 'assignment' };

function visitInstance(
  { qualifiers, properties }: InstanceDeclaration,
  visit: QualifierVisitor,
): void {
  visit(qualifiers, instanceCarrier);
  for (const assignment of properties) visit(assignment.qualifiers, assignmentCarrier);
}

function visitClass(symbol: ClassSymbol, visit: QualifierVisitor): void {
  visit(symbol.node.qualifiers, { kind: 'class', symbol });
  for (const member of symbol.node.members) {
    if (isProperty(member)) {
      visit(member.qualifiers, {
        kind: member.type.isReference ? 'reference' : 'property',
        node: member,
      });
      continue;
    }
    visit(member.qualifiers, { kind: 'method', node: member });
    for (const parameter of member.parameters)
      visit(parameter.qualifiers, { kind: 'parameter', node: parameter });
  }
}

/**
 * Whether a class is one of DMTF's schema, which has a version at every class (DSP0004, 5.6.3). It follows the rules of
 * CIM where mofcomp has others.
 */
export function isDmtf({ node }: ClassSymbol): boolean {
  return qualifierNamed(node.qualifiers, 'version') !== undefined;
}

/** Folded names of the classes whose objects stand inside of others somewhere in the run or in the user's schema. */
export const embeddedClasses = oncePer(
  (compilation: Compilation): ReadonlySet<string> => new Set(embeddedNames(compilation)),
);

function* embeddedNames(compilation: Compilation): Generator<string, void> {
  for (const { node } of allClasses(compilation)) {
    for (const member of node.members) {
      const parts = isMethod(member)
        ? [{ type: member.returnType, qualifiers: member.qualifiers }, ...member.parameters]
        : [member];
      for (const { type, qualifiers } of parts) {
        if (!type.isReference) yield type.name.name.toLowerCase();
        const carried = textOf(qualifiers, 'embeddedinstance');
        if (carried !== undefined) yield carried.toLowerCase();
      }
    }
  }
  for (const { isEmbedded, className } of checkedOf(compilation).objects) {
    if (isEmbedded) yield className.toLowerCase();
  }
}
