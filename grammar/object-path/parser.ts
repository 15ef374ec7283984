/** Reads a WMI object path. It never throws, and it goes on after a problem where what was meant is plain. */
import type {
  ObjectPath,
  ObjectPathKey,
  ObjectPathKeyValue,
  ObjectPathProblem,
  ObjectPathResult,
  PathElement,
} from './ast.ts';

export type {
  ObjectPath,
  ObjectPathKey,
  ObjectPathKeyValue,
  ObjectPathProblem,
  ObjectPathResult,
  PathElement,
} from './ast.ts';

/**
 * Reads `text` as the path of a class or an instance. The path of a namespace alone is a problem here, because no
 * reference can lead to one.
 */
export function parseObjectPath(text: string): ObjectPathResult {
  return new Parser(text).parse();
}

const identifierStart = /[A-Za-z_\u0080-\uffef]/;
const identifierPart = /[A-Za-z0-9_\u0080-\uffef]/;
const whiteSpace = /\s/;
const separator = /[\\/]/;

/** A text with more problems than this is no path, and nobody reads further ones. */
const MAX_PROBLEMS = 100;

/** Thrown inside the parser where it cannot go on; never seen outside. */
class Stop extends Error {}

class Parser {
  readonly #text: string;
  readonly #problems: ObjectPathProblem[] = [];
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): ObjectPathResult {
    let path: ObjectPath | undefined;
    try {
      path = this.#path();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
    return path !== undefined && this.#problems.length === 0
      ? { kind: 'valid', path }
      : { kind: 'invalid', problems: this.#problems };
  }

  #path(): ObjectPath {
    this.#blanks();
    if (this.#atEnd())
      this.#fail(
        0,
        this.#text.length,
        'The path is empty, so it names no object: write Class.Key="value".',
      );
    const server = this.#server();
    const namespace = this.#namespace(server !== undefined);
    const className = this.#identifier('class');
    this.#blanks();
    const selected = this.#selection();
    this.#blanks();
    if (!this.#atEnd()) {
      this.#fail(
        this.#offset,
        this.#text.length,
        'The path is complete before this text: remove what follows, or put a comma before a further key.',
      );
    }
    return { ...selected, server, namespace, className };
  }

  /** `\\server` or `//server`, with the separators before it. */
  #server(): PathElement | undefined {
    if (!this.#at(separator) || !this.#at(separator, 1)) return undefined;
    this.#offset += 2;
    const server = this.#until((char) => separator.test(char) || char === ':');
    if (server.text === '') {
      this.#fail(
        server.start,
        server.end + 1,
        'The name of the server is missing: write \\\\.\\ for this computer.',
      );
    }
    this.#reportBlanksIn(server);
    return server;
  }

  /** `root\subscription:`; the colon decides whether there is one at all. */
  #namespace(afterServer: boolean): PathElement | undefined {
    const colon = this.#colon();
    const rooted = this.#at(separator);
    while (this.#at(separator)) this.#offset++;
    if (colon === undefined) {
      if (afterServer || rooted || this.#hasSeparatorBeforeKeys()) {
        this.#fail(
          this.#offset,
          this.#text.length,
          'A namespace is followed by a colon and a class, as in root\\subscription:__EventFilter.Name="F"; this path names a namespace only.',
        );
      }
      return undefined;
    }
    const namespace = this.#slice(this.#offset, colon);
    this.#reportBlanksIn(namespace);
    this.#checkNamespace(namespace);
    this.#offset = colon + 1;
    this.#blanks();
    return namespace;
  }

  #checkNamespace(namespace: PathElement): void {
    let start = namespace.start;
    for (const segment of namespace.text.split(separator)) {
      const end = start + segment.length;
      if (!/^[A-Za-z_\u0080-\uffef][\w\u0080-\uffef-]*$/.test(segment.replaceAll(/\s/g, ''))) {
        this.#problem(
          start,
          Math.max(end, start + 1),
          `"${segment}" is not the name of a namespace: it starts with a letter and goes on with letters, digits and underscores.`,
        );
      }
      start = end + 1;
    }
  }

  /** The offset of the colon that ends the namespace: the first one before a quote or an equals sign. */
  #colon(): number | undefined {
    for (let i = this.#offset; i < this.#text.length; i++) {
      const char = this.#text.charAt(i);
      if (char === ':') return i;
      if (char === '"' || char === "'" || char === '=') return undefined;
    }
    return undefined;
  }

  #hasSeparatorBeforeKeys(): boolean {
    const end = this.#text.slice(this.#offset).search(/["'=.]/);
    const head =
      end === -1
        ? this.#text.slice(this.#offset)
        : this.#text.slice(this.#offset, this.#offset + end);
    return separator.test(head);
  }

  /** What follows the class: nothing, `=@`, `=value`, or `.key=value,...`. */
  #selection(): Pick<ObjectPath, 'kind' | 'keys'> {
    if (this.#atEnd()) return { kind: 'class', keys: [] };
    if (this.#take('=')) {
      this.#blanks();
      if (this.#take('@')) return { kind: 'singleton', keys: [] };
      const value = this.#value();
      return {
        kind: 'instance',
        keys: [{ start: value.start, end: value.end, name: undefined, value }],
      };
    }
    if (this.#take('.')) return { kind: 'instance', keys: this.#keys() };
    this.#fail(
      this.#offset,
      this.#offset + 1,
      `"${this.#text.charAt(this.#offset)}" cannot follow the class: write a full stop and the key, as in Class.Key="value".`,
    );
  }

  #keys(): readonly ObjectPathKey[] {
    const keys: ObjectPathKey[] = [];
    const seen = new Set<string>();
    do {
      this.#blanks();
      const name = this.#identifier('key');
      this.#blanks();
      if (!this.#take('=')) {
        this.#fail(
          this.#offset,
          Math.min(this.#offset + 1, this.#text.length),
          `The key ${name.text} has no value: write ${name.text}="value".`,
        );
      }
      this.#blanks();
      const value = this.#value();
      if (seen.has(name.text.toLowerCase())) {
        this.#problem(
          name.start,
          value.end,
          `The key ${name.text} is given twice: a path names each key once.`,
        );
      }
      seen.add(name.text.toLowerCase());
      keys.push({ start: name.start, end: value.end, name, value });
      this.#blanks();
    } while (this.#take(','));
    return keys;
  }

  #value(): ObjectPathKeyValue {
    const char = this.#text.charAt(this.#offset);
    if (char === '"' || char === "'") return this.#string(char);
    if (char === '\\' && /["']/.test(this.#text.charAt(this.#offset + 1))) {
      this.#fail(
        this.#offset,
        this.#offset + 2,
        'The quotation mark reaches WMI with a backslash before it, because it is escaped twice: in MOF write \\" once.',
      );
    }
    return this.#word();
  }

  #string(quote: string): ObjectPathKeyValue {
    const start = this.#offset++;
    let value = '';
    while (!this.#atEnd()) {
      const char = this.#text.charAt(this.#offset++);
      if (char === quote) return { kind: 'string', start, end: this.#offset, value };
      const next = this.#text.charAt(this.#offset);
      const escaped = char === '\\' && /["'\\]/.test(next);
      if (escaped) this.#offset++;
      value += escaped ? next : char;
    }
    this.#fail(
      start,
      this.#text.length,
      `The value that begins here has no closing quotation mark: add ${quote} behind it.`,
      value === '' ? {} : { replacement: this.#text.slice(start) + quote },
    );
  }

  /** A value without quotes: a number, TRUE or FALSE. */
  #word(): ObjectPathKeyValue {
    const word = this.#until((char) => char === ',' || whiteSpace.test(char));
    const { start, end, text } = word;
    if (/^[+-]?(?:\d+|0x[0-9a-f]+)$/i.test(text))
      return { kind: 'integer', start, end, value: toInteger(text) };
    if (/^(?:true|false)$/i.test(text))
      return { kind: 'boolean', start, end, value: /^t/i.test(text) };
    if (text === '') this.#fail(start, end, 'The value of the key is missing: write Key="value".');
    return this.#fail(
      start,
      end,
      `"${text}" is neither a number nor TRUE nor FALSE, and other values stand in quotation marks: write "${text}" in quotation marks, in MOF as \\"${text}\\".`,
      /["'\\]/.test(text) ? {} : { replacement: `"${text}"` },
    );
  }

  #identifier(what: 'class' | 'key'): PathElement {
    const start = this.#offset;
    if (!this.#at(identifierStart)) {
      this.#fail(
        start,
        Math.min(start + 1, this.#text.length),
        what === 'class'
          ? 'The name of a class is expected here, as in Class.Key="value".'
          : 'The name of a key is expected here, as in Class.Key="value".',
      );
    }
    while (this.#at(identifierPart)) this.#offset++;
    return this.#slice(start, this.#offset);
  }

  /** Skips white space and reports it: a path has none within or between its elements. */
  #blanks(): void {
    const start = this.#offset;
    while (this.#at(whiteSpace)) this.#offset++;
    if (this.#offset > start) this.#blank(start, this.#offset);
  }

  #reportBlanksIn(element: PathElement): void {
    for (const match of element.text.matchAll(/\s+/g)) {
      this.#blank(element.start + match.index, element.start + match.index + match[0].length);
    }
  }

  #blank(start: number, end: number): void {
    this.#problem(
      start,
      end,
      'An object path has no white space within or between its elements, and WMI compares references as text: remove it.',
      { replacement: '' },
    );
  }

  #until(stops: (char: string) => boolean): PathElement {
    const start = this.#offset;
    while (!this.#atEnd() && !stops(this.#text.charAt(this.#offset))) this.#offset++;
    return this.#slice(start, this.#offset);
  }

  #slice(start: number, end: number): PathElement {
    return { start, end, text: this.#text.slice(start, end) };
  }

  #at(pattern: RegExp, ahead = 0): boolean {
    return pattern.test(this.#text.charAt(this.#offset + ahead));
  }

  #atEnd(): boolean {
    return this.#offset >= this.#text.length;
  }

  #take(char: string): boolean {
    if (this.#text.charAt(this.#offset) !== char) return false;
    this.#offset++;
    return true;
  }

  #problem(
    start: number,
    end: number,
    message: string,
    more: { readonly replacement?: string } = {},
  ): void {
    const length = this.#text.length;
    this.#problems.push({
      start: Math.min(start, length),
      end: Math.min(end, length),
      message,
      ...more,
    });
    if (this.#problems.length >= MAX_PROBLEMS) throw new Stop();
  }

  #fail(
    start: number,
    end: number,
    message: string,
    more: { readonly replacement?: string } = {},
  ): never {
    this.#problem(start, end, message, more);
    throw new Stop();
  }
}

function toInteger(text: string): bigint {
  const digits = text.replace(/^[+-]/, '');
  return text.startsWith('-') ? -BigInt(digits) : BigInt(digits);
}
