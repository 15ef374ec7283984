/** The shape of what is known about a qualifier, and how the tables beside this file are written. */
import type { Knowledge } from '../knowledge.ts';

/** What a qualifier can stand at. `assignment` is a property inside an instance. */
export type QualifierScope =
  'class' | 'instance' | 'property' | 'reference' | 'assignment' | 'method' | 'parameter';

/** The type of a qualifier's value. A boolean one is written by its name alone. */
export type QualifierType = 'boolean' | 'string' | 'number' | 'string[]' | 'number[]';

export interface QualifierKnowledge extends Knowledge {
  readonly type: QualifierType;
  readonly scopes: readonly QualifierScope[];
  /** A value to begin with, as written in MOF; empty for one without a value. */
  readonly example: string;
  /** The values that it can have, or the usual ones, without quotation marks. */
  readonly choices: readonly string[];
}

/** One line of a table: where it stands, what its value is called, an example of one, what it says. */
export interface Row {
  readonly at: string;
  readonly type?: QualifierType;
  /** What the value is, as a name: `length`. */
  readonly value?: string;
  readonly example?: string;
  /** The values that there are, or the usual ones, with commas between them. */
  readonly choices?: string;
  /** What to write as the value: one sentence. */
  readonly hint?: string;
  readonly says: string;
  /** Where the table's own source does not have it. */
  readonly source?: string;
}

/** Every name that `at` may hold, and the scopes that it means. */
const scopesByWord: ReadonlyMap<string, readonly QualifierScope[]> = new Map<
  string,
  readonly QualifierScope[]
>([
  ['class', ['class']],
  ['instance', ['instance']],
  ['property', ['property', 'reference']],
  ['value', ['property']],
  ['reference', ['reference']],
  ['assignment', ['assignment']],
  ['method', ['method']],
  ['parameter', ['parameter']],
  ['any', ['class', 'property', 'reference', 'method', 'parameter']],
]);

/** The entries of a table, by the names of qualifiers. */
export function qualifierTable(
  source: string,
  rows: Readonly<Record<string, Row>>,
): readonly QualifierKnowledge[] {
  return Object.entries(rows).map(([name, row]) => entryOf(name, row, source));
}

function entryOf(name: string, row: Row, source: string): QualifierKnowledge {
  const type = row.type ?? 'boolean';
  const label = type === 'boolean' ? undefined : `${type.replace('[]', '')} ${row.value ?? 'text'}`;
  return {
    name,
    type,
    scopes: row.at.split(' ').flatMap((word) => scopesByWord.get(word) ?? []),
    signature: signatureOf(name, type, label),
    parameters: label === undefined ? [booleanValue] : [{ label, documentation: row.hint ?? '' }],
    documentation: row.says,
    example: row.example ?? examples[type],
    choices: type === 'boolean' ? ['TRUE', 'FALSE'] : (row.choices?.split(', ') ?? []),
    source: row.source ?? source,
  };
}

const booleanValue = {
  label: 'boolean',
  documentation: 'TRUE, which the name alone says too.',
};

const examples: Readonly<Record<QualifierType, string>> = {
  boolean: '',
  string: '""',
  number: '0',
  'string[]': '""',
  'number[]': '0',
};

function signatureOf(name: string, type: QualifierType, label: string | undefined): string {
  if (label === undefined) return `${name}(boolean)`;
  return type.endsWith('[]') ? `${name}{${label}, ...}` : `${name}(${label})`;
}
