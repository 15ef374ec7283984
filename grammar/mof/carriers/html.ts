/** MOF that was copied out of the source of a web page or of an XML file. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, inPlaces } from './damage.ts';

/** A character that HTML or XML cannot hold as it is; also twice encoded, as `&amp;lt;`. */
const ENTITY = /&(?:amp;)*(quot|apos|lt|gt|amp|nbsp|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});/g;
/** The marks of a page around code, and what makes a stretch of XML plain text. */
const TAG =
  /<\/?(?:a|b|blockquote|br|code|div|em|font|i|li|mark|ol|p|pre|span|strong|td|tr|tt|u|ul)(?:[ \t\r\n][^<>]{0,300})?\/?>|<!\[CDATA\[|\]\]>/gi;
const BREAKS_LINE = /^<\/?(?:blockquote|br|div|li|ol|p|pre|tr|ul)\b/i;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['nbsp', ' '],
]);

/** Entities, and the tags around them, outside of strings. Where quotes are entities, everything was encoded. */
export function html(damaged: DamagedText): Damage | undefined {
  const { text } = damaged;
  const isEncoded = /[=(,{[]\s*&(?:amp;)*(?:quot|#34|#x22);/i.test(text);
  const encoded = isEncoded ? text : damaged.code;
  const edits = [...entities(encoded, isEncoded), ...tags(encoded)].toSorted(
    (a, b) => a.start - b.start,
  );
  const [first] = edits;
  if (first === undefined) return undefined;
  const { start, end } = first;
  const found = text.slice(start, end);
  return {
    code: 'carrier-html',
    start,
    end,
    message:
      (first.text.trim() === ''
        ? `${found} is HTML or XML and no MOF: the text was copied from the source of a page. Remove the marks`
        : `${found} is how HTML and XML write ${first.text}, and MOF has no entities: the text was copied from the source of a page. Write ${first.text}`) +
      `${inPlaces(edits.length)}.`,
    title: edits.every((edit) => edit.text.trim() === '')
      ? 'Remove the marks of the page'
      : 'Write the characters themselves',
    edits,
    certain: true,
  };
}

/** Inside of a word they are text, unless everything was encoded. */
function entities(text: string, isEncoded: boolean): readonly SyntaxEdit[] {
  return Array.from(text.matchAll(ENTITY), ({ index, 0: entity, 1: name = '' }) => ({
    start: index,
    end: index + entity.length,
    text: characterOf(name),
  })).filter(({ start }) => isEncoded || !/\w/.test(text.charAt(start - 1)));
}

function characterOf(name: string): string {
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  const code = /^#x/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function tags(text: string): readonly SyntaxEdit[] {
  return Array.from(text.matchAll(TAG), ({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
    text: BREAKS_LINE.test(tag) ? '\n' : '',
  }));
}
