/** The text of `EventNamespace`. */
import type { StringValue } from '../../grammar/mof/ast.ts';
import type { EventFilter } from '../compiler/model.ts';
import { textOf } from './consumer-properties.ts';
import { hasPlaceholder } from '../consumers/placeholders.ts';

/** The namespace that a filter names, where it can be read. */
export function eventNamespaceOf({ instance }: EventFilter): StringValue | undefined {
  const value = textOf(instance, 'EventNamespace');
  return value === undefined || hasPlaceholder(value.value) ? undefined : value;
}

/** The text between the quotation marks, as written. */
export function rawText({ pieces }: StringValue): string {
  return pieces.map((piece) => (piece.kind === 'StringPiece' ? piece.raw : '')).join('');
}

/** Whether a backslash stands alone, which no path of a namespace needs. */
export function hasLoneBackslash(value: StringValue): boolean {
  return /\\(?!\\)/.test(rawText(value).replaceAll('\\\\', ''));
}

/** The names between separators, as written. */
export function namesIn(text: string): readonly string[] {
  return text.split(/[\\/]+/).filter((name) => name.trim() !== '' && name.trim() !== '.');
}

/** A namespace as a string literal. */
export function namespaceText(names: readonly string[]): string {
  return `"${names.map((name) => name.trim()).join('\\\\')}"`;
}
