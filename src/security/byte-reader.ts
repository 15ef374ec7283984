/** Little-endian reading from bytes that nobody has checked: every read says where it fails, none throws. */

/** Why bytes cannot be read. Offsets count bytes from the start of the whole input, `end` exclusive. */
export interface ByteProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A window of a byte array. Reads outside it give undefined. */
export interface ByteWindow {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** The window of a whole array. */
export function wholeWindow(bytes: Uint8Array): ByteWindow {
  return { bytes, start: 0, end: bytes.length };
}

/** True when `length` bytes from `offset` (from the start of the array) lie in the window. */
export function holds(window: ByteWindow, offset: number, length: number): boolean {
  return offset >= window.start && length >= 0 && offset + length <= window.end;
}

/** The unsigned number of `size` bytes (1, 2 or 4) at `offset`. */
export function readUnsigned(
  window: ByteWindow,
  offset: number,
  size: 1 | 2 | 4,
): number | undefined {
  if (!holds(window, offset, size)) return undefined;
  let value = 0;
  for (let index = size - 1; index >= 0; index -= 1) {
    value = value * 256 + (window.bytes[offset + index] ?? 0);
  }
  return value;
}

/** The 64 bits at `offset` as a signed number. */
export function readSigned64(window: ByteWindow, offset: number): bigint | undefined {
  const low = readUnsigned(window, offset, 4);
  const high = readUnsigned(window, offset + 4, 4);
  if (low === undefined || high === undefined) return undefined;
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
}

/** `length` bytes at `offset` as plain numbers. */
export function readBytes(
  window: ByteWindow,
  offset: number,
  length: number,
): number[] | undefined {
  if (!holds(window, offset, length)) return undefined;
  return [...window.bytes.subarray(offset, offset + length)];
}

/** UTF-16LE text of `length` bytes; undefined for an odd length. Lone surrogates are kept. */
export function readUtf16(window: ByteWindow, offset: number, length: number): string | undefined {
  if (length % 2 !== 0 || !holds(window, offset, length)) return undefined;
  let text = '';
  for (let index = offset; index < offset + length; index += 2) {
    text += String.fromCharCode((window.bytes[index] ?? 0) | ((window.bytes[index + 1] ?? 0) << 8));
  }
  return text;
}

/** The bytes of an unsigned number, little-endian. */
export function unsignedBytes(value: number, size: 1 | 2 | 4): number[] {
  return Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

/** The eight bytes of a number's low 64 bits, little-endian. */
export function bytes64(value: bigint): number[] {
  const bits = BigInt.asUintN(64, value);
  return [
    ...unsignedBytes(Number(bits & 0xffff_ffffn), 4),
    ...unsignedBytes(Number(bits >> 32n), 4),
  ];
}

/** The UTF-16LE bytes of a text. */
export function utf16Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes.push(unit & 0xff, unit >>> 8);
  }
  return bytes;
}

/** Lower-case hexadecimal digits. */
export function hexOfBytes(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of hexadecimal digits, of which there must be an even number and nothing else. */
export function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
}
