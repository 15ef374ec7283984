/** The classes of whose instances the event providers of a run tell WMI. */
import { targetClassesOf } from '../../grammar/wql/queries.ts';
import type { Compilation } from '../compiler/model.ts';
import { listedQueries } from './queries.ts';

const classesOfRun = new WeakMap<Compilation, ReadonlySet<string>>();

/** Their folded names. */
export function reportedClasses(compilation: Compilation): ReadonlySet<string> {
  let names = classesOfRun.get(compilation);
  if (names === undefined) {
    names = new Set(
      listedQueries(compilation).flatMap(({ parsed: { query } }) =>
        query === undefined
          ? []
          : targetClassesOf(query).map(({ className }) => className.toLowerCase()),
      ),
    );
    classesOfRun.set(compilation, names);
  }
  return names;
}
