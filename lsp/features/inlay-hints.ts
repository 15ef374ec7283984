/** What numbers mean, shown behind them: the names of SIDs, the rights of masks, long intervals. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { ArrayValue, InstanceDeclaration, Item, StringValue } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { parseWql } from '../../grammar/wql/parser.ts';
import { secondsOf } from '../../grammar/wql/queries.ts';
import { decodeSid, formatSid } from '../../src/security/sid.ts';
import { nameOfSid } from '../../src/security/well-known-sids.ts';
import { describeMask } from '../../src/security/wmi-rights.ts';
import { languageIn } from '../embedded.ts';
import type { View } from '../view.ts';
import { bytesOf } from './hover/security-hover.ts';

/** A hint before it has a place in lines and columns. */
interface Hint {
  /** The offset behind which it is shown. */
  readonly at: number;
  readonly label: string;
}

/** The hints in a range. */
export function inlayHints(view: View, range: Range): InlayHint[] {
  const { start, end } = view.spanOf(range);
  return view.parsed.document.items
    .filter((item) => item.end >= start && item.start <= end)
    .flatMap(hintsIn)
    .filter(({ at }) => at >= start && at <= end)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, label }) => ({
      position: view.rangeOf({ start: at, end: at }).end,
      label,
      paddingLeft: true,
    }));
}

function hintsIn(item: Item): readonly Hint[] {
  return item.kind === 'InstanceDeclaration'
    ? [...propertyHints(item), ...qualifierHints(item)]
    : [];
}

function propertyHints({ className, properties }: InstanceDeclaration): readonly Hint[] {
  return properties.flatMap(({ name, value }): readonly Hint[] => {
    if (value?.kind === 'ArrayValue' && name.name.toLowerCase() === 'creatorsid')
      return sidHint(value);
    if (value?.kind !== 'StringValue') return [];
    const language = languageIn({ className: className.name, property: name.name });
    if (language === 'sddl') return maskHints(value, contextOf(name.name));
    return language === 'wql' ? intervalHint(value) : [];
  });
}

function qualifierHints({ qualifiers }: InstanceDeclaration): readonly Hint[] {
  return (qualifiers?.qualifiers ?? []).flatMap(({ name, value }) =>
    value?.kind === 'StringValue' && languageIn({ className: '', property: name.name }) === 'sddl'
      ? maskHints(value, 'namespace')
      : [],
  );
}

function contextOf(property: string): 'filter' | 'namespace' {
  return property.toLowerCase() === 'eventaccess' ? 'filter' : 'namespace';
}

function sidHint(value: ArrayValue): readonly Hint[] {
  const bytes = bytesOf(value);
  const decoded = bytes && decodeSid(bytes);
  if (decoded?.kind !== 'sid') return [];
  return [{ at: value.end, label: nameOfSid(decoded.sid) ?? formatSid(decoded.sid) }];
}

/** Longer texts are hostile or no such language, and reading them would cost time. */
const LONGEST_TEXT = 0x4000;

/** The rights of each mask in digits; letters have a meaning that can be looked up. */
function maskHints(value: StringValue, context: 'filter' | 'namespace'): readonly Hint[] {
  if (value.value.length > LONGEST_TEXT) return [];
  const { dacl } = parseSddl(value.value);
  return (dacl?.aces ?? []).flatMap(({ rights }) =>
    rights.items.flatMap((item) => {
      if (item.kind !== 'right-number') return [];
      const names = describeMask(item.mask, context).rights.map(({ name }) => name);
      const { end } = sourceSpanOf(value, item.start, item.end);
      return names.length === 0 ? [] : [{ at: end, label: shortNames(names) }];
    }),
  );
}

/** `PUBLISH`, `ENABLE | REMOTE_ACCESS`: what all names begin with says nothing here. */
function shortNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => name.replace(/^WBEM_(?:RIGHT_)?/, ''));
  return shown.join(' | ') + (names.length > MOST_NAMES ? ' | …' : '');
}

const MOST_NAMES = 4;

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** An interval of some minutes or more, in words. */
function intervalHint(value: StringValue): readonly Hint[] {
  if (value.value.length > LONGEST_TEXT) return [];
  const { query } = parseWql(value.value);
  const within = query?.kind === 'SelectQuery' ? query.within : undefined;
  const seconds = secondsOf(within);
  if (within === undefined || seconds === undefined || seconds < 2 * MINUTE) return [];
  const { end } = sourceSpanOf(value, within.start, within.end);
  return [{ at: end, label: duration(seconds) }];
}

function duration(seconds: number): string {
  const [size, unit] = seconds < 2 * HOUR ? [MINUTE, 'min'] : [HOUR, 'h'];
  const count = Math.round((10 * seconds) / size) / 10;
  return `${count} ${unit}`;
}
