/** Strings of MOF that hold another language: queries, descriptors, object paths, templates. */
import type { Node, Span, StringValue } from '../grammar/mof/ast.ts';
import { sourceSpanOf, valueOffset } from '../grammar/mof/literals.ts';
import { derivesFrom, knownProperty } from '../src/schema/known-classes.ts';
import { innermost } from './node-path.ts';

export type EmbeddedLanguage = 'wql' | 'sddl' | 'object-path' | 'template';

/** A string that holds another language, and a place in it. */
export interface EmbeddedText {
  readonly language: EmbeddedLanguage;
  readonly value: StringValue;
  /** The class of the instance, as spelt; empty for a qualifier's text. */
  readonly className: string;
  /** The property or the qualifier that holds the string, as spelt. */
  readonly property: string;
  /** In `value.value`. */
  readonly offset: number;
}

/** The text of another language at the end of a path of nodes; undefined outside of quotes. */
export function embeddedAt(path: readonly Node[], offset: number): EmbeddedText | undefined {
  const value = innermost(path, 'StringValue');
  const at = value && valueOffset(value, offset);
  if (value === undefined || at === undefined) return undefined;
  const holder = holderOf(path);
  const language = holder && languageIn(holder);
  return language && { ...holder, language, value, offset: at };
}

/** Who holds a string. */
interface Holder {
  readonly className: string;
  readonly property: string;
}

function holderOf(path: readonly Node[]): Holder | undefined {
  const owner = path.findLast(
    (node) => node.kind === 'PropertyAssignment' || node.kind === 'Qualifier',
  );
  if (owner?.kind === 'Qualifier') return { className: '', property: owner.name.name };
  if (owner?.kind !== 'PropertyAssignment') return undefined;
  const instance = innermost(path, 'InstanceDeclaration', 'InstanceValue');
  return instance && { className: instance.className.name, property: owner.name.name };
}

/** Which language a property or a qualifier (of no class) holds in its strings. */
export function languageIn({ className, property }: Holder): EmbeddedLanguage | undefined {
  const name = property.toLowerCase();
  if (className === '') return name === 'namespacesecuritysddl' ? 'sddl' : undefined;
  if (name === 'query' && isA(className, '__EventFilter')) return 'wql';
  if (name === 'eventquerylist' && isA(className, '__EventProviderRegistration')) return 'wql';
  if (name === 'eventaccess' && isA(className, '__EventFilter')) return 'sddl';
  if (name === 'securitydescriptor') return 'sddl';
  const known = knownProperty(className, property);
  if (known?.reference === true) return 'object-path';
  return known?.template === true ? 'template' : undefined;
}

function isA(className: string, ancestor: string): boolean {
  return className.toLowerCase() === ancestor.toLowerCase() || derivesFrom(className, ancestor);
}

/** The place in the file of part of an embedded text. */
export function placeOf({ value }: EmbeddedText, { start, end }: Span): Span {
  return sourceSpanOf(value, start, end);
}
