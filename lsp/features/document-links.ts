/** Which files a file names. */
import type { DocumentLink } from 'vscode-languageserver-types';
import type { StringValue } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import { joinIncludePath } from '../../src/compiler/include-paths.ts';
import type { View } from '../view.ts';

/**
 * Included files, and the scripts that consumers name by a path below the folder of the file. A path that leads
 * elsewhere is no link: one click would open it, and the text may be an attacker's.
 */
export function documentLinks(view: View): DocumentLink[] {
  return [...includeLinks(view), ...scriptLinks(view)];
}

function includeLinks(view: View): readonly DocumentLink[] {
  const { compilation, parsed, project } = view;
  return parsed.document.items.flatMap((item) => {
    if (item.kind !== 'Include' || item.path === undefined) return [];
    const target = compilation.includes.get(item);
    return target === undefined
      ? []
      : [linkTo(view, item.path, project.uriOf(target.source.path), 'Open the included file')];
  });
}

/** Properties of the standard consumers that name a script. */
const scriptProperties: ReadonlySet<string> = new Set(['scriptfilename']);

function scriptLinks(view: View): readonly DocumentLink[] {
  return view.parsed.document.items.flatMap((item) => {
    if (item.kind !== 'InstanceDeclaration') return [];
    return item.properties.flatMap(({ name, value }) => {
      if (value?.kind !== 'StringValue' || !scriptProperties.has(name.name.toLowerCase()))
        return [];
      const joined = joinIncludePath(view.source.path, value.value);
      return joined.kind === 'path'
        ? [linkTo(view, value, view.project.uriOf(joined.path), 'Open the script')]
        : [];
    });
  });
}

function linkTo(view: View, value: StringValue, target: string, tooltip: string): DocumentLink {
  const range = view.rangeOf(sourceSpanOf(value, 0, value.value.length));
  return { range, target, tooltip };
}
