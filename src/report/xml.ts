/** Text of strangers inside XML 1.0. */

/** What no XML 1.0 document may hold, not even as a reference. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For the content of an element, where line ends stay line ends. */
export function xmlText(text: string): string {
  return replaced(text, /[&<>"'\r]/g);
}

/** Attributes in their order, each with a blank before it. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${replaced(String(value), /[&<>"'\t\n\r]/g)}"`)
    .join('');
}

function replaced(text: string, special: RegExp): string {
  return text
    .replaceAll(forbidden, '\ufffd')
    .replaceAll(special, (character) => entities[character] ?? character);
}
