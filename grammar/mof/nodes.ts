/** Makes the nodes that consist of one token, or of a few of one kind, and reports what is wrong inside them. */
import type { IToken } from 'chevrotain';

import type * as ast from './ast.ts';
import { readNumber, unescape } from './literals.ts';
import type { SyntaxProblem } from './problem.ts';
import * as problems from './problems.ts';
import { endOf, spanOf } from './recovery.ts';
import * as t from './tokens.ts';

export type Reporter = (problem: SyntaxProblem) => void;

/** From the start of the first to the end of the last. */
export function spanFrom(first: IToken | ast.Span, last: ast.Span): ast.Span {
  return { start: 'startOffset' in first ? first.startOffset : first.start, end: last.end };
}

/** `#pragma include ("file")` as what it does; undefined for any other pragma. */
export function dmtfInclude({
  name,
  arguments: values,
  start,
  end,
}: ast.Pragma): ast.Include | undefined {
  const path = values?.[0];
  if (name.name.toLowerCase() !== 'include' || values?.length !== 1) return undefined;
  return path?.kind === 'StringValue'
    ? { kind: 'Include', start, end, path, form: 'dmtf' }
    : undefined;
}

/** A name. */
export function identifier(token: IToken): ast.Identifier {
  return { kind: 'Identifier', start: token.startOffset, end: endOf(token), name: token.image };
}

/** `$Name`. */
export function alias(token: IToken): ast.Alias {
  return { kind: 'Alias', start: token.startOffset, end: endOf(token), name: token.image };
}

/** Adjacent string literals as one value. */
export function stringValue(
  pieces: readonly (ast.StringPiece | ast.Identifier)[],
): ast.StringValue {
  const first = pieces[0];
  const last = pieces.at(-1);
  const value =
    pieces.length === 1 && first?.kind === 'StringPiece'
      ? first.value
      : pieces.map((piece) => (piece.kind === 'StringPiece' ? piece.value : '')).join('');
  const incomplete = pieces.some((piece) => piece.kind === 'StringPiece' && piece.incomplete);
  const node = {
    kind: 'StringValue',
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    value,
    pieces,
  } as const;
  return incomplete ? { ...node, incomplete } : node;
}

/** Where the characters of a token stand from the second one on; undefined where that is behind the first one. */
type Places = readonly ast.Span[] | undefined;

/** A string literal; `closing` is 0 when its closing quote is missing. */
export function stringPiece(
  token: IToken,
  closing: 0 | 1,
  report: Reporter,
  places?: Places,
): ast.StringPiece {
  const raw = token.image.slice(1, token.image.length - closing);
  const value = unescapeAt(raw, token, places, report);
  const piece = { kind: 'StringPiece', ...spanOf(token), raw, value } as const;
  return places === undefined ? piece : { ...piece, places: places.slice(0, raw.length) };
}

function unescapeAt(raw: string, token: IToken, places: Places, report: Reporter): string {
  const base = token.startOffset + 1;
  return unescape(raw, ({ start, end, message }) => {
    const from = places?.[start]?.start ?? base + start;
    const to = places?.[end - 1]?.end ?? base + end;
    report(problems.badEscape({ start: from, end: to }, message));
  });
}

/** A string literal that its line ends. */
export function unterminatedString(
  token: IToken,
  report: Reporter,
  places?: Places,
): ast.StringPiece {
  report(problems.unterminatedString(token));
  return { ...stringPiece(token, 0, report, places), incomplete: true };
}

/** A character in single quotes. */
export function charValue(token: IToken, report: Reporter, places?: Places): ast.CharValue {
  const raw = token.image.slice(1, -1);
  const value = unescapeAt(raw, token, places, report);
  return { kind: 'CharValue', ...spanOf(token), raw, value };
}

/** Single quotes around anything else. */
export function badCharValue(token: IToken, report: Reporter): ast.CharValue {
  report(problems.badChar(token));
  const raw = token.image.slice(1).replace(/'$/, '');
  return { kind: 'CharValue', ...spanOf(token), raw, value: unescape(raw), incomplete: true };
}

/** A number literal; a malformed one counts as 0. */
export function numberValue(token: IToken, report: Reporter): ast.IntegerValue | ast.RealValue {
  const raw = token.image;
  const reading = readNumber(raw);
  const start = token.startOffset;
  const end = start + raw.length;
  switch (reading.kind) {
    case 'integer':
      return { kind: 'IntegerValue', start, end, value: reading.value, base: reading.base, raw };
    case 'real':
      return { kind: 'RealValue', start, end, value: reading.value, raw };
    case 'invalid':
      report(problems.invalidNumber(token, reading.message));
      return {
        kind: 'IntegerValue',
        start,
        end,
        value: 0n,
        base: 'decimal',
        raw,
        incomplete: true,
      };
  }
}

/** The number between the brackets of an array; one that is no size is reported and counts as none. */
export function arraySize(token: IToken, report: Reporter): ast.IntegerValue | undefined {
  const size = numberValue(token, report);
  if (size.kind === 'IntegerValue' && (size.value > 0n || size.incomplete)) return size;
  report(problems.badArraySize(token));
  return undefined;
}

/** A comment; an unterminated one is reported. */
export function comment(token: IToken, report: Reporter): ast.Comment {
  if (token.tokenType === t.UnterminatedComment) {
    report(problems.unterminatedComment(token));
  }
  return {
    kind: token.tokenType === t.LineComment ? 'LineComment' : 'BlockComment',
    ...spanOf(token),
    text: token.image,
  };
}

/** Puts the preprocessor's lines between the items that they stand between; others are inside an item. */
export function placeDirectives(
  items: readonly ast.Item[],
  directives: readonly IToken[],
): { merged: readonly ast.Item[]; nested: readonly ast.PreprocessorLine[] } {
  if (directives.length === 0) return { merged: items, nested: [] };
  const merged: ast.Item[] = [];
  const nested: ast.PreprocessorLine[] = [];
  let next = 0;
  for (const token of directives) {
    const line: ast.PreprocessorLine = {
      kind: 'PreprocessorLine',
      ...spanOf(token),
      directive: (/[a-z]+/i.exec(token.image)?.[0] ?? '').toLowerCase(),
      text: token.image,
    };
    let item = items[next];
    while (item !== undefined && item.end <= line.start) {
      merged.push(item);
      item = items[++next];
    }
    if (item !== undefined && item.start < line.start) nested.push(line);
    else merged.push(line);
  }
  return { merged: [...merged, ...items.slice(next)], nested };
}
