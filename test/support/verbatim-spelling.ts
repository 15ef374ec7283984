/** Every name and literal as its author wrote it. */
import type { Spelling } from '../../src/emit/spelling.ts';

const same = (name: string): string => name;

export const verbatimSpelling: Spelling = {
  alias: same,
  className: same,
  flavors: (flavors) => flavors.map((flavor) => flavor.name),
  pragma: same,
  property: (_className, name) => name,
  qualifier: same,
  scopes: (scopes) => scopes.map((scope) => scope.name),
  type: same,
  word: same,
  char: (value) => `'${value.raw}'`,
  integer: (value) => value.raw,
  real: (value) => value.raw,
  string: (value) => ({
    parts: value.pieces.map((piece) =>
      piece.kind === 'StringPiece' ? `"${piece.raw}"` : piece.name,
    ),
    inLines: value.pieces.length > 1,
  }),
  assignments: (_className, properties) => properties,
  note: () => undefined,
  pragmaArguments: (values) => values,
  qualifierList: (list) => list,
  qualifierValue: (value) => value,
};
