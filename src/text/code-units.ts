/** Strings from UTF-16 code units, with the lone surrogates that TextDecoder would replace. */

/** How many arguments a call may have is up to the engine; this many every engine takes. */
const chunkSize = 8192;

/** The string of these UTF-16 code units. */
export function fromCodeUnits(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += chunkSize) {
    text += String.fromCharCode(...units.subarray(i, i + chunkSize));
  }
  return text;
}
