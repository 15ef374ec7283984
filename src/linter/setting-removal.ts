/** Taking a property out of an instance, by its name. */
import type { InstanceSymbol } from '../compiler/model.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { removal } from './rules/binding/removal.ts';

/** Removes a property that is set, and its line when nothing else stands there. */
export function settingRemoval(instance: InstanceSymbol, name: string): readonly TextEdit[] {
  const assignment = instance.properties.get(name.toLowerCase());
  return assignment === undefined ? [] : [removal(instance.file, assignment)];
}
