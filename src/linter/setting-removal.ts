/** Taking a property out of an instance. */
import type { PropertyAssignment } from '../../grammar/mof/ast.ts';
import type { InstanceSymbol } from '../compiler/model.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/source-file.ts';

/** Removes an assignment, and its line when nothing else stands there. */
export function removal(file: SourceFile, { start, end }: PropertyAssignment): TextEdit {
  const lineStart =
    Math.max(file.text.lastIndexOf('\n', start - 1), file.text.lastIndexOf('\r', start - 1)) + 1;
  const lineEnd = /^[ \t]*(?:\r\n|\r|\n)/.exec(file.text.slice(end, end + 200));
  const isAlone = lineEnd !== null && /^[ \t]*$/.test(file.text.slice(lineStart, start));
  return isAlone
    ? { file, start: lineStart, end: end + lineEnd[0].length, text: '' }
    : { file, start, end, text: '' };
}

/** Removes a property by its name, where it is set. */
export function settingRemoval(instance: InstanceSymbol, name: string): readonly TextEdit[] {
  const assignment = instance.properties.get(name.toLowerCase());
  return assignment === undefined ? [] : [removal(instance.file, assignment)];
}
