/** Links that carry a text: in the part behind `#`, which browsers send to nobody. */

/** The text as the fragment of an address: deflated, in base64 with the alphabet of URLs. */
export async function toFragment(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const digits = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `mof=${digits}`;
}

/** More than anybody shares; a link from a stranger must not fill the memory. */
const LARGEST_TEXT = 2_000_000;

/** The text in a fragment, with or without `#`; undefined where there is none, or a broken or oversized one. */
export async function fromFragment(fragment: string): Promise<string | undefined> {
  const digits = /^#?mof=([\w-]+)$/.exec(fragment)?.[1];
  if (digits === undefined) return undefined;
  try {
    const binary = atob(digits.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream('deflate-raw'));
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return undefined;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    length += read.value.length;
    if (length > LARGEST_TEXT) throw new RangeError('the text is too large for a link');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
