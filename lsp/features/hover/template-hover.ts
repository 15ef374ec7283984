/** `%Name%` in the templates of consumers. */
import { parseWql } from '../../../grammar/wql/parser.ts';
import type { ClassInfo, ClassTable, Site } from '../../../src/compiler/checker/class-table.ts';
import type { Binding, EventFilter } from '../../../src/compiler/model.ts';
import { targetOf } from '../../../src/compiler/subscriptions.ts';
import {
  isEnvironmentVariable,
  parseTemplate,
  type Span,
} from '../../../src/consumers/templates.ts';
import { code, paragraphs } from '../../markdown.ts';
import { eventSite, scopeOf } from '../../query-names.ts';
import { declarersOf, lineageOf, propertyHover } from './class-hover.ts';

/** What is said about a stretch of a template. */
interface TemplateHover extends Span {
  readonly text: string;
}

/** Longer texts are no templates, and reading them would cost time. */
const LONGEST_TEMPLATE = 0x10000;

/**
 * Explains what stands at an offset of a template; undefined for plain text.
 *
 * @param bindings those of the consumer, which say whose events fill the template
 */
export function templateHover(
  text: string,
  offset: number,
  bindings: readonly Binding[],
  table: ClassTable,
): TemplateHover | undefined {
  if (text.length > LONGEST_TEMPLATE) return undefined;
  const part = parseTemplate(text).find(({ start, end }) => start <= offset && offset < end);
  if (part === undefined) return undefined;
  const { start, end } = part;
  const written = code(text.slice(start, end));
  if (part.kind !== 'property') {
    const said =
      part.kind === 'percent'
        ? `${written} is one percent sign in what the consumer writes.`
        : `${written} stays as it is: it begins no property. A percent sign is written \`%%\`.`;
    return { start, end, text: said };
  }
  if (part.quoted) {
    const said = `${written} stays as it is: WMI replaces nothing between double quotation marks.`;
    return { start, end, text: said };
  }
  const property = bindings
    .map(({ filter }) => targetOf(filter))
    .map((filter) => filter && eventProperty(part.path, filter, table))
    .find((found) => found !== undefined);
  const [name = ''] = part.path;
  const doubt =
    property === undefined && part.path.length === 1 && isEnvironmentVariable(name)
      ? 'It is no environment variable.'
      : undefined;
  const said = `${written} becomes the value of this property of the event.`;
  return { start, end, text: paragraphs(said, doubt, property) };
}

/** The last property of a path from the events of a filter on. */
function eventProperty(
  path: readonly string[],
  { instance, query }: EventFilter,
  table: ClassTable,
): string | undefined {
  const parsed = query === undefined ? undefined : parseWql(query.value).query;
  if (parsed === undefined) return undefined;
  const site = eventSite(instance.node, instance);
  const { event, objects } = scopeOf(parsed, table, site);
  const isGrouped = parsed.kind === 'SelectQuery' && parsed.group !== undefined;
  const last = path.at(-1) ?? '';
  let owner = isGrouped ? table.lookup('__AggregateEvent', site) : event;
  for (const name of path.slice(0, -1)) {
    const isEventOfGroup = isGrouped && name.toLowerCase() === 'representative';
    owner =
      (isEventOfGroup ? event : objects.get(name.toLowerCase())) ??
      classIn(owner, name, table, site);
  }
  const declarers = owner && declarersOf(lineageOf(owner, table, site), last);
  return declarers && propertyHover(last, declarers);
}

/** The class of the objects that a property holds. */
function classIn(
  owner: ClassInfo | undefined,
  name: string,
  table: ClassTable,
  site: Site,
): ClassInfo | undefined {
  const type = owner && table.property(owner, name, site)?.type;
  return type?.kind === 'object' && type.className !== undefined
    ? table.lookup(type.className, site)
    : undefined;
}
