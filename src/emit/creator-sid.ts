/** The account behind a `CreatorSID`, for people who do not read bytes. */
import type { Value } from '../../grammar/mof/ast.ts';
import { decodeSid, formatSid, type Sid } from '../security/sid.ts';
import { nameOfSid } from '../security/well-known-sids.ts';

/** A SID as text, and the account's name where it is well known. */
export interface SidDescription {
  readonly sid: string;
  readonly name: string | undefined;
}

/** A SID for people. */
export function sidInWords(sid: Sid): SidDescription {
  return { sid: formatSid(sid), name: nameOfSid(sid) };
}

/** The longest SID has 15 sub-authorities. */
const longestSid = 68;

/** The SID that an array holds, or undefined where it holds none. */
function sidOf(value: Value | undefined): Sid | undefined {
  if (value?.kind !== 'ArrayValue' || value.elements.length > longestSid) return undefined;
  const bytes = value.elements.flatMap((element) =>
    element.kind === 'IntegerValue' ? [Number(element.value)] : [],
  );
  if (bytes.length !== value.elements.length) return undefined;
  const decoding = decodeSid(bytes);
  return decoding.kind === 'sid' ? decoding.sid : undefined;
}

/** `S-1-5-32-544 BUILTIN\Administrators`. */
export function sidNote(value: Value | undefined): string | undefined {
  const sid = sidOf(value);
  if (sid === undefined) return undefined;
  const { sid: text, name } = sidInWords(sid);
  return name === undefined ? text : `${text} ${name}`;
}
