/** Writes data as JSON: two blanks of indentation, and what is short on one line. */
import { safeJson } from '../diagnostics/escape.ts';

/** What can be written. */
export type JsonData = string | number | boolean | null | readonly JsonData[] | JsonObject;

/** A key whose value is undefined is left out. */
export interface JsonObject {
  readonly [key: string]: JsonData | undefined;
}

/** The text of `data`, ending with a line break. */
export function jsonText(data: object): string {
  const out: string[] = [];
  write(data as JsonData, '', out);
  out.push('\n');
  return out.join('');
}

/** A list or an object of plain values that fits stands on one line; a list of numbers always does. */
const width = 100;

function write(data: JsonData, indent: string, out: string[]): void {
  if (isPlain(data)) out.push(quoted(data));
  else if (isList(data)) writeList(data, indent, out);
  else writeObject(data, indent, out);
}

function isPlain(data: JsonData | undefined): data is string | number | boolean | null {
  return typeof data !== 'object' || data === null;
}

// `Array.isArray` alone does not narrow a readonly array away.
function isList(data: object): data is readonly JsonData[] {
  return Array.isArray(data);
}

function writeList(list: readonly JsonData[], indent: string, out: string[]): void {
  if (list.every(isPlain)) {
    const line = `[${list.map((element) => quoted(element)).join(', ')}]`;
    if (fits(line, indent) || list.every((element) => typeof element === 'number')) {
      out.push(line);
      return;
    }
  }
  const inner = `${indent}  `;
  let separator = '[\n';
  for (const element of list) {
    out.push(separator, inner);
    write(element, inner, out);
    separator = ',\n';
  }
  out.push('\n', indent, ']');
}

function writeObject(object: JsonObject, indent: string, out: string[]): void {
  const entries = Object.entries(object).filter(isPresent);
  if (entries.every(([, value]) => isPlain(value))) {
    const line = entries.map(([key, value]) => `${quoted(key)}: ${quoted(value)}`);
    const text = entries.length === 0 ? '{}' : `{ ${line.join(', ')} }`;
    if (fits(text, indent)) {
      out.push(text);
      return;
    }
  }
  const inner = `${indent}  `;
  let separator = '{\n';
  for (const [key, value] of entries) {
    out.push(separator, inner, quoted(key), ': ');
    write(value, inner, out);
    separator = ',\n';
  }
  out.push('\n', indent, '}');
}

/** Numbers have nothing to escape, and there are many. */
function quoted(data: JsonData | undefined): string {
  return typeof data === 'string' ? safeJson(data) : JSON.stringify(data);
}

function isPresent(entry: [string, JsonData | undefined]): entry is [string, JsonData] {
  return entry[1] !== undefined;
}

function fits(line: string, indent: string): boolean {
  return indent.length + line.length <= width;
}
