/** What files declare, for outlines and for finding a declaration by its name. */
import {
  SymbolKind,
  type DocumentSymbol,
  type SymbolTag,
  type WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type {
  ClassDeclaration,
  Identifier,
  InstanceDeclaration,
  Item,
  Member,
  Pragma,
  Span,
} from '../../grammar/mof/ast.ts';
import { typeText, declaredType } from '../../src/compiler/checker/value-type.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../view.ts';

/** The declarations of a file with their members, in the order of the text. */
export function documentSymbols(view: View): DocumentSymbol[] {
  return view.parsed.document.items.flatMap((item) => {
    const declared = declaredBy(item);
    if (declared === undefined) return [];
    const { members = [], ...symbol } = declared;
    return [
      { ...asSymbol(view, symbol), children: members.map((member) => asSymbol(view, member)) },
    ];
  });
}

/** The declarations of files whose names have the letters of a query in their order, however the case. */
export function workspaceSymbols(views: readonly View[], query: string): WorkspaceSymbol[] {
  const letters = [...query.toLowerCase()];
  return views.flatMap((view) =>
    view.parsed.document.items.flatMap((item) => {
      const declared = declaredBy(item);
      if (declared === undefined || declared.isSetting || !hasLetters(declared.name, letters)) {
        return [];
      }
      const { name, kind, detail, selection } = declared;
      const location = { uri: view.uri, range: rangeOf(view.source, selection) };
      return [{ name, kind, location, ...(detail !== undefined && { containerName: detail }) }];
    }),
  );
}

/** Something with a name, before it is told in lines and columns. */
interface Declared {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail?: string;
  readonly span: Span;
  readonly selection: Span;
  readonly tags?: SymbolTag[];
  readonly members?: readonly Declared[];
  /** A pragma: part of the outline, and nothing that one looks for by its name. */
  readonly isSetting?: true;
}

function asSymbol(view: View, { name, kind, detail, span, selection }: Declared): DocumentSymbol {
  return {
    name,
    kind,
    ...(detail !== undefined && { detail }),
    range: view.rangeOf(span),
    selectionRange: view.rangeOf(selection),
  };
}

function declaredBy(item: Item): Declared | undefined {
  switch (item.kind) {
    case 'ClassDeclaration':
      return declaredClass(item);
    case 'InstanceDeclaration':
      return declaredInstance(item);
    case 'QualifierDeclaration':
      return named(item, item.name, SymbolKind.Key, 'qualifier');
    case 'Pragma':
      return declaredPragma(item);
    case 'Include':
    case 'PreprocessorLine':
    case 'UnsupportedDeclaration':
      return undefined;
  }
}

function named(
  span: Span,
  { name, start, end }: Identifier,
  kind: SymbolKind,
  detail: string,
): Declared | undefined {
  // Clients refuse a symbol without a name, which a broken declaration may lack.
  return name === '' ? undefined : { name, kind, detail, span, selection: { start, end } };
}

function declaredClass(node: ClassDeclaration): Declared | undefined {
  const { superclass, members } = node;
  const detail = superclass === undefined ? 'class' : `class : ${superclass.name}`;
  const declared = named(node, node.name, SymbolKind.Class, detail);
  return (
    declared && { ...declared, members: members.flatMap((member) => declaredMember(member) ?? []) }
  );
}

function declaredMember(member: Member): Declared | undefined {
  if (member.kind === 'MethodDeclaration') {
    const parameters = member.parameters.map(({ name }) => name.name).join(', ');
    const detail = `${member.returnType.name.name} (${parameters})`;
    return named(member, member.name, SymbolKind.Method, detail);
  }
  const isKey = member.qualifiers?.qualifiers.some(({ name }) => name.name.toLowerCase() === 'key');
  const detail = typeText(declaredType(member.type, member.array));
  return named(member, member.name, isKey === true ? SymbolKind.Key : SymbolKind.Property, detail);
}

/** An instance is called by its name, its alias or its class, in this order; the others explain it. */
function declaredInstance(node: InstanceDeclaration): Declared | undefined {
  const { className, alias, properties } = node;
  const name = properties.find(({ name }) => name.name.toLowerCase() === 'name')?.value;
  const known = name?.kind === 'StringValue' && name.value.trim() !== '' ? name.value : undefined;
  const parts = [known, alias?.name, className.name].filter(
    (part) => part !== undefined && part !== '',
  );
  const [title, ...details] = parts;
  if (title === undefined) return undefined;
  return {
    name: title,
    kind: SymbolKind.Object,
    detail: details.join(' '),
    span: node,
    selection: alias ?? className,
    members: properties.flatMap(
      (property) => named(property, property.name, SymbolKind.Property, '') ?? [],
    ),
  };
}

function declaredPragma(node: Pragma): Declared | undefined {
  const [argument] = node.arguments ?? [];
  if (node.name.name.toLowerCase() !== 'namespace' || argument?.kind !== 'StringValue')
    return undefined;
  const name = argument.value === '' ? '#pragma namespace' : argument.value;
  return {
    name,
    kind: SymbolKind.Namespace,
    detail: 'namespace',
    span: node,
    selection: argument,
    isSetting: true,
  };
}

function hasLetters(name: string, letters: readonly string[]): boolean {
  const folded = name.toLowerCase();
  let at = 0;
  for (const letter of letters) {
    const found = folded.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
