/** What `#include` brings in, and what a namespace holds. */
import type { Include } from '../../../grammar/mof/ast.ts';
import { joinIncludePath } from '../../../src/compiler/include-paths.ts';
import type { ParsedFile } from '../../../src/compiler/model.ts';
import { namespaceOf } from '../../../src/compiler/namespaces.ts';
import { knownNamespaces } from '../../knowledge/namespaces.ts';
import { includeKnowledge } from '../../knowledge/pragmas.ts';
import { code, paragraphs } from '../../markdown.ts';
import { innermost } from '../../node-path.ts';
import { knowledgeText } from './keyword-hover.ts';
import type { Explanation, HoverPlace } from './place.ts';

/** An `#include`, with the file that it names. */
export function includeHover(place: HoverPlace): Explanation | undefined {
  const include = innermost(place.path, 'Include');
  if (include === undefined) return undefined;
  const { start, end } = include;
  return {
    start,
    end,
    text: paragraphs(includedText(include, place), knowledgeText(includeKnowledge)),
  };
}

function includedText(include: Include, { compilation, view }: HoverPlace): string | undefined {
  const file = compilation.includes.get(include);
  if (file !== undefined) return `Brings in ${code(file.source.path)}${contentsOf(file)}.`;
  if (include.path === undefined) return undefined;
  const joined = joinIncludePath(view.source.path, include.path.value);
  switch (joined.kind) {
    case 'path':
      return `The file ${code(joined.path)} cannot be read.`;
    case 'refused':
      return `Is not read: ${joined.reason}.`;
    case 'no-file':
      return 'Names no file.';
  }
}

/** `, with 2 classes and 1 instance` */
function contentsOf({ document: { items } }: ParsedFile): string {
  const classes = items.filter(({ kind }) => kind === 'ClassDeclaration').length;
  const instances = items.filter(({ kind }) => kind === 'InstanceDeclaration').length;
  const counts = [
    ...(classes === 0 ? [] : [classes === 1 ? '1 class' : `${classes} classes`]),
    ...(instances === 0 ? [] : [instances === 1 ? '1 instance' : `${instances} instances`]),
  ];
  return counts.length === 0 ? '' : `, with ${counts.join(' and ')}`;
}

/** The path in a `#pragma namespace` or in an `EventNamespace`, where the namespace is known. */
export function namespaceHover({ path }: HoverPlace): Explanation | undefined {
  const value = innermost(path, 'StringValue');
  const holder = innermost(path, 'Pragma', 'PropertyAssignment');
  if (value === undefined || holder === undefined) return undefined;
  const isNamespace = ['namespace', 'eventnamespace'].includes(holder.name.name.toLowerCase());
  if (!isNamespace) return undefined;
  const { key } = namespaceOf(value.value);
  const known = knownNamespaces.find((namespace) => namespace.path.toLowerCase() === key);
  if (known === undefined) return undefined;
  const { start, end } = value;
  return { start, end, text: `The namespace ${code(known.path)} holds ${known.holds}.` };
}
