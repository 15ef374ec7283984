/** Queries, descriptors, object paths and templates inside strings. */
import { derivesFrom } from '../../../src/schema/known-classes.ts';
import { embeddedAt, placeOf, type EmbeddedText } from '../../embedded.ts';
import { code, paragraphs } from '../../markdown.ts';
import { resolvePath } from '../../meaning.ts';
import { eventSite } from '../../query-names.ts';
import { classHover, lineageOf } from './class-hover.ts';
import { targetHover } from './object-hover.ts';
import type { Explanation, HoverPlace } from './place.ts';
import { queryHover } from './query-hover.ts';
import { sddlHover } from './security-hover.ts';
import { templateHover } from './template-hover.ts';

/** What a string of another language says at the place; undefined outside of such strings. */
export function embeddedHover(place: HoverPlace): Explanation | undefined {
  const embedded = embeddedAt(place.path, place.offset);
  if (embedded === undefined) return undefined;
  const { value, language, className } = embedded;
  switch (language) {
    case 'sddl': {
      const context = derivesFrom(className, '__EventFilter') ? 'filter' : 'namespace';
      return { start: value.start, end: value.end, text: sddlHover(value.value, context) };
    }
    case 'wql':
      return inQuery(place, embedded);
    case 'object-path':
      return inPath(place, embedded);
    case 'template':
      return inTemplate(place, embedded);
  }
}

function inQuery(
  { instance, site, table }: HoverPlace,
  embedded: EmbeddedText,
): Explanation | undefined {
  if (instance === undefined || site === undefined) return undefined;
  const { value, offset } = embedded;
  const found = queryHover(value.value, offset, table, eventSite(instance, site));
  return found && { ...placeOf(embedded, found), text: found.text };
}

function inTemplate(
  { compilation, instance, table }: HoverPlace,
  embedded: EmbeddedText,
): Explanation | undefined {
  const { value, offset } = embedded;
  // A consumer in an included file is one of each file that includes it.
  const bindings = compilation.consumers
    .filter((consumer) => consumer.instance.node === instance)
    .flatMap((consumer) => consumer.bindings);
  const found = templateHover(value.value, offset, bindings, table);
  return found && { ...placeOf(embedded, found), text: found.text };
}

/** The instance that a path leads to, in whatever file; or else its class. */
function inPath(place: HoverPlace, { value }: EmbeddedText): Explanation | undefined {
  const { compilation, site, table } = place;
  const resolved = site && resolvePath(compilation, value.value, site);
  if (site === undefined || resolved === undefined) return undefined;
  const { start, end } = value;
  const { path, target } = resolved;
  if (target !== undefined) return { start, end, text: targetHover(target, compilation) };
  const info = place.lookUp(path.className.text);
  return {
    start,
    end,
    text: paragraphs(
      `No file here declares ${code(value.value)}; it may be on the machine.`,
      info && classHover(lineageOf(info, table, site)),
    ),
  };
}
