/** The security descriptors that a run holds as text: event filters', namespaces' and decoupled providers'. */
import type { Span, StringValue, Value } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import type { SddlSpan, SecurityDescriptorSyntax } from '../../grammar/sddl/ast.ts';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import type { Compilation, EventFilter, InstanceSymbol } from '../compiler/model.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { derivesFrom } from '../schema/known-classes.ts';
import type { SourceFile } from '../text/source-file.ts';
import { replaceInString } from './fixes.ts';
import { isReadable } from './readable.ts';

/** One descriptor in a string of a MOF file. */
export interface SddlText {
  readonly file: SourceFile;
  readonly value: StringValue;
  /** Offsets count in `value.value`. */
  readonly syntax: SecurityDescriptorSyntax;
  /** Where it stands: `EventAccess`, `NamespaceSecuritySDDL` or `SecurityDescriptor`. */
  readonly property: string;
}

const textsOfRun = new WeakMap<Compilation, readonly SddlText[]>();

/** Every descriptor of a run, whether it is well-formed or not. Strings that macros contribute to are left out. */
export function sddlTexts(compilation: Compilation): readonly SddlText[] {
  let texts = textsOfRun.get(compilation);
  if (texts === undefined) {
    const { filters, instances, classes } = compilation;
    const parents = new Map(
      classes.map(({ name, node }) => [name.toLowerCase(), node.superclass?.name]),
    );
    texts = [
      ...filters.flatMap((filter) => eventAccessText(filter) ?? []),
      ...instances.flatMap((instance) => [
        ...namespaceTexts(instance),
        ...providerTexts(instance, parents),
      ]),
    ];
    textsOfRun.set(compilation, texts);
  }
  return texts;
}

/** The descriptors of a run that are well-formed. */
export function wellFormedTexts(compilation: Compilation): readonly SddlText[] {
  return sddlTexts(compilation).filter(isWellFormed);
}

/** True for a descriptor that Windows takes. */
export function isWellFormed(text: SddlText): boolean {
  return text.syntax.errors.length === 0 && !isTooLong(text);
}

/** An ACL has at most 65,535 bytes (MS-DTYP 2.4.5), which make up to some 150,000 characters. */
const longestText = 0x40000;

/** True for a descriptor that is longer than any can sensibly be: hostile text must not cost time. */
export function isTooLong({ value }: SddlText): boolean {
  return value.value.length > longestText;
}

/** The descriptor of a filter; undefined where its EventAccess is no string, is empty, or holds macros. */
export function eventAccessText({ eventAccess, instance }: EventFilter): SddlText | undefined {
  if (eventAccess.kind !== 'sddl' || !isReadable(instance, eventAccess.assignment))
    return undefined;
  if (!isLiteral(eventAccess.value)) return undefined;
  if (eventAccess.value.value.trim() === '') return undefined;
  const { value, syntax } = eventAccess;
  return { file: instance.file, value, syntax, property: 'EventAccess' };
}

/** True for a string whose whole value is known. */
export function isLiteral({ pieces }: StringValue): boolean {
  return pieces.every(({ kind }) => kind === 'StringPiece');
}

function namespaceTexts({ file, node }: InstanceSymbol): readonly SddlText[] {
  return (node.qualifiers?.qualifiers ?? [])
    .filter(({ name }) => name.name.toLowerCase() === 'namespacesecuritysddl')
    .flatMap(({ value }) => textOf(file, value, 'NamespaceSecuritySDDL'));
}

function providerTexts(
  instance: InstanceSymbol,
  parents: ReadonlyMap<string, string | undefined>,
): readonly SddlText[] {
  const assignment = instance.properties.get('securitydescriptor');
  if (assignment === undefined || !isReadable(instance, assignment)) return [];
  return isProviderClass(instance.className, parents)
    ? textOf(instance.file, assignment.value, 'SecurityDescriptor')
    : [];
}

/** True for __Win32Provider and its descendants, such as the MSFT_DecoupledProvider that files declare. */
function isProviderClass(
  className: string,
  parents: ReadonlyMap<string, string | undefined>,
): boolean {
  const seen = new Set<string>();
  let name: string | undefined = className;
  while (name !== undefined && !seen.has(name.toLowerCase())) {
    if (derivesFrom(name, '__Win32Provider')) return true;
    seen.add(name.toLowerCase());
    name = parents.get(name.toLowerCase());
  }
  return false;
}

function textOf(file: SourceFile, value: Value | undefined, property: string): readonly SddlText[] {
  if (value?.kind !== 'StringValue' || !isLiteral(value) || value.value === '') return [];
  return [{ file, value, syntax: parseSddl(value.value), property }];
}

/**
 * Where part of a descriptor stands in the file. Something that is missing is shown by the character before which
 * it should stand, or by the last one.
 */
export function placeIn({ value }: SddlText, { start, end }: SddlSpan): Span {
  if (end > start) return sourceSpanOf(value, start, end);
  const from = Math.max(0, Math.min(start, value.value.length - 1));
  return sourceSpanOf(value, from, Math.min(from + 1, value.value.length));
}

/** Replaces part of a descriptor. */
export function replaceIn({ file, value }: SddlText, span: SddlSpan, text: string): TextEdit {
  return replaceInString(file, value, span.start, span.end, text);
}

/** The characters of part of a descriptor. */
export function spellingOf({ value }: SddlText, { start, end }: SddlSpan): string {
  return value.value.slice(start, end);
}
