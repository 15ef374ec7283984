/** Whether a filter or a consumer has no binding, as far as the files of a run can tell. */
import type {
  Binding,
  Compilation,
  CompilationUnit,
  EventConsumer,
  EventFilter,
} from '../compiler/model.ts';
import { targetOf } from '../compiler/subscriptions.ts';
import { isCutShort } from './consumer-properties.ts';
import { isEventLogText } from './event-log-text.ts';

/**
 * True for a part that no binding leads to, when every binding of the run leads somewhere, no syntax error of its
 * files may hide one, and the text is no copy of an event log, which has no bindings.
 */
export function isCertainlyUnbound(
  { kind, instance, bindings }: EventFilter | EventConsumer,
  compilation: Compilation,
): boolean {
  if (bindings.length > 0 || isCutShort(instance)) return false;
  const { boundNodes, hasLooseEnds } = bindingsOf(compilation);
  return !hasLooseEnds[kind] && !boundNodes.has(instance.node) && isIntact(instance.unit);
}

interface Bindings {
  /** What bindings lead to; a file that is given and included too is here once. */
  readonly boundNodes: ReadonlySet<object>;
  readonly hasLooseEnds: Readonly<Record<'filter' | 'consumer', boolean>>;
}

const known = new WeakMap<Compilation, Bindings>();

function bindingsOf(compilation: Compilation): Bindings {
  let found = known.get(compilation);
  if (found === undefined) {
    const { bindings } = compilation;
    found = {
      boundNodes: new Set(
        bindings.flatMap((binding) => endsOf(binding).flatMap((end) => end?.instance.node ?? [])),
      ),
      hasLooseEnds: {
        filter: bindings.some(({ filter }) => targetOf(filter) === undefined),
        consumer: bindings.some(({ consumer }) => targetOf(consumer) === undefined),
      },
    };
    known.set(compilation, found);
  }
  return found;
}

function endsOf({
  filter,
  consumer,
}: Binding): readonly (EventFilter | EventConsumer | undefined)[] {
  return [targetOf(filter), targetOf(consumer)];
}

const intact = new WeakMap<CompilationUnit, boolean>();

/** Whether neither a syntax error nor the event log has taken a binding. */
function isIntact(unit: CompilationUnit): boolean {
  let answer = intact.get(unit);
  if (answer === undefined) {
    answer =
      !isEventLogText(unit) &&
      unit.files.every(
        ({ problems }) =>
          !problems.some(({ code }) => code === 'syntax' || code.startsWith('unterminated')),
      );
    intact.set(unit, answer);
  }
  return answer;
}
