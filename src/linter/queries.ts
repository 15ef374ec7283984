/** The queries of event filters and of provider registrations, parsed once, and their places in the file. */
import type { Span, StringValue } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import type { Comparison, SelectQuery } from '../../grammar/wql/ast.ts';
import { type ParsedWql, parseWql, type WqlFix } from '../../grammar/wql/parser.ts';
import { comparisonsOf, propertiesOf, type PropertyUse } from '../../grammar/wql/queries.ts';
import type { Site } from '../compiler/checker/class-table.ts';
import type { Compilation, EventFilter, InstanceSymbol } from '../compiler/model.ts';
import { namespaceOf } from '../compiler/namespaces.ts';
import type { Fix, TextEdit } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/source-file.ts';
import { isWholeText, settingOf, textOf } from './consumer-properties.ts';
import { eventNamespaceOf, hasLoneBackslash } from './event-namespaces.ts';
import { replaceInString } from './fixes.ts';
import { isStockFilter } from './known-good.ts';
import { oncePer } from './once-per.ts';
import type { Checks, Finding, Report } from './rule.ts';

/** A query in a string of a MOF file. Its offsets count in `value.value`. */
export interface QueryText {
  readonly instance: InstanceSymbol;
  readonly value: StringValue;
  readonly parsed: ParsedWql;
  /** What findings about it are about: the filter, or the string in a registration's list. */
  readonly subject: object;
}

/** The query of a filter that WMI can read, whatever it makes of it. */
export interface FilterQuery extends QueryText {
  readonly filter: EventFilter;
  readonly query: SelectQuery;
  readonly comparisons: readonly Comparison[];
  /** Every property that it names, clause by clause. */
  readonly properties: readonly PropertyUse[];
  /** Where its classes are looked up: the event namespace. */
  readonly site: Site;
  /** Where the event namespace is said; `default` where it is the filter's own, `unclear` where it cannot be read. */
  readonly namespace: StringValue | 'default' | 'unclear';
}

/** Longer texts are no queries, and reading them would cost time. */
const LONGEST_QUERY = 0x10000;

/** A string as a query. */
export const parsedQuery = oncePer((value: StringValue): ParsedWql => parseWql(value.value));

function isReadableQuery(value: StringValue): boolean {
  return value.value.length <= LONGEST_QUERY;
}

/** The query of a filter; undefined where it cannot be read, is written in no WQL, or is the one of Windows itself. */
export const queryTextOf = oncePer((filter: EventFilter): QueryText | undefined => {
  const { instance } = filter;
  const value = textOf(instance, 'Query');
  if (value === undefined || !isReadableQuery(value) || isStockFilter(filter)) return undefined;
  const language = textOf(instance, 'QueryLanguage');
  if (language !== undefined && language.value.toLowerCase() !== 'wql') return undefined;
  return { instance, value, parsed: parsedQuery(value), subject: filter };
});

/** The queries for which the event providers of a run register. */
export const listedQueries = oncePer(({ instances }: Compilation): readonly QueryText[] =>
  instances
    .filter(({ className }) => className.toLowerCase() === '__eventproviderregistration')
    .flatMap((instance) => {
      const list = settingOf(instance, 'EventQueryList')?.value;
      const values = list?.kind === 'ArrayValue' ? list.elements : [];
      return values
        .filter(isWholeText)
        .filter(isReadableQuery)
        .map((value) => ({ instance, value, parsed: parsedQuery(value), subject: value }));
    }),
);

/** Calls `check` for the queries of all filters and registrations, the broken ones too. */
export function forQueryTexts(
  check: (query: QueryText, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    filter(filter, report, compilation) {
      const query = queryTextOf(filter);
      if (query !== undefined) check(query, report, compilation);
    },
    compilation(compilation, report) {
      for (const query of listedQueries(compilation)) check(query, report, compilation);
    },
  };
}

/** The SELECT of a filter, where it is well-formed. */
export const filterQueryOf = oncePer((filter: EventFilter): FilterQuery | undefined => {
  const text = queryTextOf(filter);
  const query = text?.parsed.query;
  if (text === undefined || query?.kind !== 'SelectQuery' || query.incomplete === true) {
    return undefined;
  }
  const { instance } = filter;
  const namespace = namespaceSettingOf(filter);
  const path = typeof namespace === 'string' ? instance.namespace : namespaceOf(namespace.value);
  return {
    ...text,
    filter,
    query,
    comparisons: comparisonsOf(query),
    properties: propertiesOf(query),
    namespace,
    site: { namespace: path, unit: instance.unit },
  };
});

function namespaceSettingOf(filter: EventFilter): FilterQuery['namespace'] {
  const { properties, node } = filter.instance;
  const isAbsent =
    !properties.has('eventnamespace') &&
    node.incomplete !== true &&
    node.body.end > node.body.start;
  if (isAbsent) return 'default';
  const value = eventNamespaceOf(filter);
  if (value === undefined || hasLoneBackslash(value)) return 'unclear';
  return /^(?:[\\/]{2}\.[\\/])?\w+(?:[\\/]\w+)*$/.test(value.value) ? value : 'unclear';
}

/** Calls `check` for the well-formed SELECT of every filter. */
export function forFilterQueries(
  check: (query: FilterQuery, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    filter(filter, report, compilation) {
      const query = filterQueryOf(filter);
      if (query !== undefined) check(query, report, compilation);
    },
  };
}

/** `file` and `at` of a finding about a part of a query; what is missing is shown by the character next to it. */
export function inQuery(
  { instance, value }: QueryText,
  { start, end }: Span,
): Pick<Finding, 'at' | 'file'> & { readonly file: SourceFile } {
  const { file } = instance;
  if (end > start) return { file, at: sourceSpanOf(value, start, end) };
  const { length } = value.value;
  if (length === 0) return { file, at: value };
  const from = Math.min(start, length - 1);
  return { file, at: sourceSpanOf(value, from, from + 1) };
}

/** Replaces part of a query; undefined where it stands in more than one literal. */
export function editQuery(
  { instance, value }: QueryText,
  { start, end }: Span,
  text: string,
): TextEdit | undefined {
  if (straddles(value, start, end)) return undefined;
  return replaceInString(instance.file, value, start, end, text);
}

function straddles({ pieces }: StringValue, start: number, end: number): boolean {
  let from = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'StringPiece') return true;
    const to = from + piece.value.length;
    if (start < to) return end > to;
    from = to;
  }
  return false;
}

/** The fix that the parser proposes, in the file; none where one of its edits would touch two literals. */
export function fixesFor(
  query: QueryText,
  fix: WqlFix | undefined,
): { readonly fixes?: readonly Fix[] } {
  if (fix === undefined) return {};
  const edits = fix.edits.map((edit) => editQuery(query, edit, edit.text));
  const whole = edits.filter((edit) => edit !== undefined);
  if (whole.length < edits.length) return {};
  // The text of a fix may come from the file; a title shows it only when it is short and plain.
  const title = /^[\x20-\x7e]{1,60}$/.test(fix.title) ? fix.title : 'Mend the query';
  return { fixes: [{ title, safety: fix.safe ? 'safe' : 'suggestion', edits: whole }] };
}

/** Offers to replace a part of a query. */
export function replacing(
  query: QueryText,
  span: Span,
  text: string,
  safe = false,
): { readonly fixes?: readonly Fix[] } {
  return fixesFor(query, { title: `Write ${text}`, safe, edits: [{ ...span, text }] });
}
