/** What a list of qualifiers stands at. */
import * as t from '../tokens.ts';
import { type Block, isName } from './blocks.ts';
import type { Cursor, Token } from './cursor.ts';

/** What may carry qualifiers. */
export type Qualified =
  | 'class'
  | 'instance'
  | 'property'
  | 'reference'
  | 'method'
  | 'parameter'
  /** A property inside an instance. */
  | 'assignment';

/** What follows a list, by the tokens behind it; all that may follow where nothing can be told yet. */
export function qualifiedBy(cursor: Cursor, list: Block, parent: Block): readonly Qualified[] {
  const following = tokensBehind(cursor, list);
  switch (parent.kind) {
    case 'instance':
      return ['assignment'];
    case 'parameters':
      return ['parameter'];
    case 'class':
      return memberOf(following);
    default: {
      const [first] = following;
      if (first?.type === t.Class) return ['class'];
      return first?.type === t.Instance ? ['instance'] : ['class', 'instance'];
    }
  }
}

function memberOf([type, second, third]: readonly Token[]): readonly Qualified[] {
  if (isName(type) && isName(second)) {
    if (second.type === t.Ref) return ['reference'];
    switch (third?.type) {
      case t.LeftParen:
        return ['method'];
      case t.Semicolon:
      case t.Equals:
      case t.LeftBracket:
        return ['property'];
      default:
    }
  }
  return ['property', 'reference', 'method'];
}

/** A list that is longer is not looked through. */
const LONGEST_LIST = 1000;

/** The first tokens behind the bracket that closes a list; none where a statement ends before. */
function tokensBehind({ tokens }: Cursor, { open }: Block): readonly Token[] {
  let depth = 0;
  for (let index = open; index < Math.min(tokens.length, open + LONGEST_LIST); index++) {
    const type = tokens[index]?.type;
    if (type === t.LeftBracket) depth++;
    if (type === t.RightBracket) depth--;
    if (depth === 0) return tokens.slice(index + 1, index + 4);
    if (type === t.Semicolon) return [];
  }
  return [];
}
