/** What a filter feeds, and what a consumer is fed by. */
import type { CodeLens, Location } from 'vscode-languageserver-types';
import type {
  Binding,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
} from '../../src/compiler/model.ts';
import { escapeControls } from '../../src/diagnostics/escape.ts';
import { positionAt, rangeOf } from '../positions.ts';
import type { View } from '../view.ts';

/** A lens above every filter and consumer of the file; a click shows the bindings. */
export function codeLenses(view: View): CodeLens[] {
  const { filters, consumers } = view.compilation;
  return [
    ...filters.flatMap((filter) =>
      lensOf(view, filter, filter.bindings, 'feeds', filter.bindings.map(consumerOf)),
    ),
    ...consumers.flatMap((consumer) =>
      lensOf(view, consumer, consumer.bindings, 'fed by', consumer.bindings.map(filterOf)),
    ),
  ].toSorted((a, b) => a.range.start.line - b.range.start.line);
}

function lensOf(
  view: View,
  { instance }: EventFilter | EventConsumer,
  bindings: readonly Binding[],
  verb: string,
  ends: readonly string[],
): readonly CodeLens[] {
  if (instance.file !== view.source) return [];
  const range = view.rangeOf(instance.node.className);
  const title = titleOf(verb, ends);
  if (bindings.length === 0) return [{ range, command: { title, command: '' } }];
  const places = bindings.map(({ instance }) => placeOf(view, instance));
  const from = positionAt(view.source, instance.node.className.start);
  // The name and the arguments that VS Code's own command has; other editors show the title.
  const command = { title, command: 'mofsec.showReferences', arguments: [view.uri, from, places] };
  return [{ range, command }];
}

/** More names than these are counted. */
const MOST_NAMES = 3;

function titleOf(verb: string, ends: readonly string[]): string {
  if (ends.length === 0) return 'bound by no binding of these files';
  const shown = ends.slice(0, MOST_NAMES).map(escapeControls);
  const more = ends.length > MOST_NAMES ? ` and ${ends.length - MOST_NAMES} more` : '';
  return `${verb} ${shown.join(', ')}${more}`;
}

function consumerOf({ consumer, consumerClass }: Binding): string {
  switch (consumer.kind) {
    case 'alias':
    case 'path': {
      const { name, instance } = consumer.target;
      return `${instance.className}${name === undefined ? '' : ` ${name}`}`;
    }
    case 'dangling-path':
      return `${consumerClass ?? consumer.path.className.text} of another file`;
    default:
      return 'an unknown consumer';
  }
}

function filterOf({ filter }: Binding): string {
  switch (filter.kind) {
    case 'alias':
    case 'path':
      return filter.target.name ?? 'a filter without a name';
    case 'dangling-path':
      return 'a filter of another file';
    default:
      return 'an unknown filter';
  }
}

function placeOf(view: View, { file, node }: InstanceSymbol): Location {
  return { uri: view.uriOf(file), range: rangeOf(file, node.className) };
}
