/** Backslashes of which a language took one level away, or to which it added one. */
import type { IToken } from 'chevrotain';

import type { Document, Item, StringValue } from '../ast.ts';
import type { SyntaxEdit } from '../problem.ts';
import * as t from '../tokens.ts';
import { type Damage, type DamagedText, inPlaces, type Line } from './damage.ts';
import { TWICE_ESCAPED } from './string-escapes.ts';

/** The path of a namespace or of a file, as the text between the quotes. */
const PATH = /^\\\\[\w.-]+\\|^[A-Za-z]:\\|^\\?root\\\w|[\s"'=][A-Za-z]:\\\w/i;
/** A backslash that stands alone and protects no quote. */
const LONE = /(?<!\\)\\(?![\\"'])/;
/** Exactly two backslashes inside of a path, as MOF needs them. */
const DOUBLED = /[^\\]\\\\[^\\"']/;

/** Paths with single backslashes, and strings that end at a quote inside of them. */
export function lostBackslashes(damaged: DamagedText): Damage | undefined {
  const strings = damaged.tokens.filter(({ tokenType }) => tokenType === t.StringLiteral);
  const halved = strings.filter(({ image }) => isHalved(textIn(image)));
  const broken = brokenLines(damaged);
  // Of the quotes in a path alone, binding-path-unescaped-quotes speaks.
  const quotes = broken.every(({ text }) => KEY_IN_PATH.test(text))
    ? []
    : broken.flatMap(innerQuotes);
  const isConsistent = !strings.some(({ image }) => DOUBLED.test(textIn(image)));
  if (!isConsistent || (halved.length < 2 && (halved.length === 0 || quotes.length === 0))) {
    return quotes.length === 0 ? undefined : damageOf([], quotes);
  }
  return damageOf(strings.flatMap(halvedRuns), quotes);
}

function textIn(image: string): string {
  return image.slice(1, -1);
}

function isHalved(text: string): boolean {
  return PATH.test(text) && LONE.test(text);
}

/** The runs of backslashes of a path, each of which is doubled; elsewhere, those that begin no escape of MOF. */
function halvedRuns({ image, startOffset }: IToken): readonly SyntaxEdit[] {
  const text = textIn(image);
  const pattern = PATH.test(text) ? /\\+(?!["'\\])/g : /(?<!\\)\\(?![\\"'bfnrtx])/gi;
  return Array.from(text.matchAll(pattern), ({ index, 0: run }) => ({
    start: startOffset + 1 + index,
    end: startOffset + 1 + index + run.length,
    text: run + run,
  }));
}

/** The lines on which text is glued to the quote that ends a string. */
function brokenLines({ tokens, lines }: DamagedText): readonly Line[] {
  const glued = tokens
    .filter((token, i) => {
      const previous = tokens[i - 1];
      return (
        previous?.tokenType === t.StringLiteral &&
        previous.startOffset + previous.image.length === token.startOffset &&
        /^[\w%$\\.<>/-]/.test(token.image)
      );
    })
    .map(({ startOffset }) => startOffset);
  let next = 0;
  return lines.filter(({ start, end }) => {
    while (next < glued.length && (glued[next] ?? 0) < start) next++;
    return (glued[next] ?? end) < end;
  });
}

/** `"__EventFilter.Name="x""` and nothing else. */
const KEY_IN_PATH = /^[^"]*"[^\s"]*\w\.\w+="[^"]*""[ \t]*[;,}]*[ \t]*(?:\/\/[^"]*)?$/;

/** A quote that ends one string, and one that begins another. */
const SEVERAL_STRINGS = /"[ \t]*,[ \t]*"|"[ \t]+"/;

/** The quotes between the first and the last one of a line that holds one string. */
function innerQuotes({ text, start }: Line): readonly SyntaxEdit[] {
  const string = /^(?:[^"]*[=(,{][ \t]*|[ \t]*)"(.*)"[ \t]*[;,)}\]]*[ \t]*(?:\/\/[^"]*)?$/.exec(
    text,
  );
  const inside = string?.[1];
  if (inside === undefined || SEVERAL_STRINGS.test(inside)) return [];
  const from = start + text.indexOf('"') + 1;
  const quotes = Array.from(inside.matchAll(/(?<!\\)(?:\\\\)*"/g), ({ index, 0: quote }) => ({
    start: from + index + quote.length - 1,
    end: from + index + quote.length - 1,
    text: '\\',
  }));
  // They were lost in pairs; of a single one, nobody can know what it was meant for.
  return quotes.length % 2 === 0 ? quotes : [];
}

function damageOf(runs: readonly SyntaxEdit[], quotes: readonly SyntaxEdit[]): Damage | undefined {
  const edits = [...runs, ...quotes].toSorted((a, b) => a.start - b.start);
  const [first] = edits;
  if (first === undefined) return undefined;
  const { what, write, title } = wording(runs.length > 0, quotes.length > 0);
  return {
    code: 'carrier-lost-backslashes',
    start: first.start,
    end: Math.max(first.end, first.start + 1),
    message: `${what}, as when a shell, Redis, C, JavaScript or Python takes one level of escapes away. Write ${write}${inPlaces(edits.length)}.`,
    title,
    edits,
    certain: quotes.length === 0,
  };
}

function wording(
  hasRuns: boolean,
  hasQuotes: boolean,
): { readonly what: string; readonly write: string; readonly title: string } {
  if (!hasQuotes) {
    return {
      what: 'Backslashes stand alone in these strings, where MOF needs two',
      write: '\\\\ for each backslash',
      title: 'Double the backslashes',
    };
  }
  return hasRuns
    ? {
        what: 'Backslashes stand alone in these strings, where MOF needs two, and the quotes inside them have none',
        write: '\\\\ for each backslash and \\" for each quote inside a string',
        title: 'Double the backslashes and escape the quotes',
      }
    : {
        what: 'The quotes inside this string have no backslash, so that they end it',
        write: '\\" for each quote inside a string',
        title: 'Escape the quotes',
      };
}

/** Whether a namespace of the document was escaped once too often; looks at few strings. */
export function namesTwiceEscapedNamespace({ items }: Document): boolean {
  return items.some((item) =>
    namespacesIn(item).some((value) => TWICE_ESCAPED.test(`"${rawText(value)}`)),
  );
}

function namespacesIn(item: Item): readonly StringValue[] {
  const values =
    item.kind === 'Pragma' && item.name.name.toLowerCase() === 'namespace'
      ? (item.arguments ?? [])
      : item.kind === 'InstanceDeclaration' && item.className.name.toLowerCase() === '__eventfilter'
        ? item.properties
            .filter(({ name }) => name.name.toLowerCase() === 'eventnamespace')
            .map(({ value }) => value)
        : [];
  return values.filter((value) => value?.kind === 'StringValue');
}

function rawText({ pieces }: StringValue): string {
  return pieces.map((piece) => (piece.kind === 'StringPiece' ? piece.raw : '')).join('');
}

/** Whether two backslashes stand for one, and not for an escape that was written once too often. */
function isOnceEscaped(text: string): boolean {
  return (PATH.test(text) ? /(?<!\\)\\\\(?![\\"'])/ : /(?<!\\)\\\\(?![\\"'bfnrtx])/i).test(text);
}

/** Whether the tokens stand before the path of a namespace: `#pragma namespace (`, `EventNamespace =`. */
function namesNamespace(before: readonly IToken[]): boolean {
  const [keyword, name, sign] = before;
  return sign?.tokenType === t.LeftParen
    ? keyword?.tokenType === t.PragmaKeyword && /^namespace$/i.test(name?.image ?? '')
    : sign?.tokenType === t.Equals && /^eventnamespace$/i.test(name?.image ?? '');
}

/** Strings in which every backslash is escaped twice. */
export function doubledBackslashes({ tokens }: DamagedText): Damage | undefined {
  const strings = tokens.filter(
    ({ tokenType, image }) => tokenType === t.StringLiteral && image.includes('\\\\'),
  );
  const first = tokens.find(
    ({ image }, i) => TWICE_ESCAPED.test(image) && namesNamespace(tokens.slice(i - 3, i)),
  );
  if (first === undefined || strings.some(({ image }) => isOnceEscaped(textIn(image)))) {
    return undefined;
  }
  const edits = strings.flatMap(({ image, startOffset }) =>
    Array.from(image.matchAll(/\\{2,}/g), ({ index, 0: run }) => ({
      start: startOffset + index,
      end: startOffset + index + run.length,
      text: '\\'.repeat(run.length >> 1),
    })),
  );
  return {
    code: 'carrier-doubled-backslashes',
    start: first.startOffset,
    end: first.startOffset + first.image.length,
    message:
      'Every backslash of this text is escaped twice, as in a string of C, C#, Java, JavaScript, Python or JSON, so that ' +
      `there is no such namespace: write half as many${strings.length === 1 ? '' : ` in all ${strings.length} strings`}.`,
    title: 'Halve the backslashes',
    edits,
    certain: true,
    evident: true,
  };
}
