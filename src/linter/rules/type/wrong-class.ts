/** What the rules about objects of the wrong class share. */
import type { ClassSymbol, InstanceSymbol } from '../../../compiler/model.ts';
import type { Related } from '../../../diagnostics/diagnostic.ts';

/** The object that an alias leads to, to point at. */
export function targetOf(target: ClassSymbol | InstanceSymbol | undefined): readonly Related[] {
  if (target === undefined) return [];
  const { start, end } = target.kind === 'class' ? target.node.name : target.node.className;
  return [{ file: target.file, start, end, message: 'the object is declared here' }];
}
