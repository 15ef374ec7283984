/** SIDs inside larger structures: their length stands in their own header. */
import type { Principal } from './principal.ts';
import { type ByteWindow, readBytes, readUnsigned } from './byte-reader.ts';
import { type Sid, decodeSid, encodeSid } from './sid.ts';

/** Reads the SID at `offset` in the window; undefined when there is none. `length` tells where it ends. */
export function readSidAt(
  window: ByteWindow,
  offset: number,
): { readonly sid: Sid; readonly length: number } | undefined {
  const count = readUnsigned(window, offset + 1, 1);
  if (count === undefined) return undefined;
  const bytes = readBytes(window, offset, 8 + 4 * count);
  const decoded = bytes === undefined ? undefined : decodeSid(bytes);
  if (bytes === undefined || decoded?.kind !== 'sid') return undefined;
  return { sid: decoded.sid, length: bytes.length };
}

/** The bytes of a principal; undefined for an alias that nothing resolved. */
export function principalBytes(principal: Principal): number[] | undefined {
  return principal.kind === 'sid' ? encodeSid(principal.sid) : undefined;
}
