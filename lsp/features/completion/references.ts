/** What a reference can lead to: aliases of the file, and instances of others by their paths. */
import type { InstanceDeclaration, Pragma } from '../../../grammar/mof/ast.ts';
import type { AliasSymbol, InstanceSymbol, Namespace } from '../../../src/compiler/model.ts';
import { DEFAULT_NAMESPACE, namespaceOf } from '../../../src/compiler/namespaces.ts';
import type { Typing } from './typing.ts';

/** An alias with its dollar sign, and what it names. */
export interface NamedObject {
  readonly name: string;
  readonly className: string;
  /** The `Name` of the instance, where it has one. */
  readonly title: string | undefined;
}

/** The aliases of instances that a reference to a class can lead to; all where the class is not said. */
export function aliasesFor(typing: Typing, className: string | undefined): readonly NamedObject[] {
  const aliases = [...(typing.site?.unit.aliases.values() ?? [])];
  return aliases
    .filter(({ target }) => target.kind === 'instance' && !isAround(target, typing))
    .map(namedByAlias)
    .filter((named) => className === undefined || typing.catalog.isA(named.className, className));
}

/** Nothing refers to itself. */
function isAround({ file, node }: AliasSymbol['target'], { cursor, view }: Typing): boolean {
  return file === view.source && node.start < cursor.offset && cursor.offset < node.end;
}

function namedByAlias({ name, target }: AliasSymbol): NamedObject {
  return target.kind === 'class'
    ? { name, className: target.name, title: undefined }
    : { name, className: target.className, title: titleOf(target) };
}

/** The text of `Name`. */
export function titleOf({ properties }: Pick<InstanceSymbol, 'properties'>): string | undefined {
  const value = properties.get('name')?.value;
  return value?.kind === 'StringValue' ? value.value : undefined;
}

/** An instance of another file, and how a path names it. */
export interface PathTo {
  /** `__EventFilter.Name="Boot"`, with its namespace where it is in another one. */
  readonly path: string;
  readonly className: string;
  readonly title: string;
  readonly file: string;
}

/** Names that can stand in a path without anything written otherwise. */
const plainName = /^[^"'\\\u0000-\u001f]{1,200}$/;

/**
 * The paths of instances in other files of the folder that a reference to a class can lead to. Only instances that
 * are told apart by `Name` have one, as filters, consumers and providers are.
 */
export function pathsFor(typing: Typing, className: string | undefined): readonly PathTo[] {
  const { project, source } = typing.view;
  const others = project.paths.filter((path) => path !== source.path);
  const found = others.flatMap((path) => namedInstances(typing, path));
  return found.filter(
    ({ className: name }) => className === undefined || typing.catalog.isA(name, className),
  );
}

function namedInstances({ view, site }: Typing, file: string): readonly PathTo[] {
  const found: PathTo[] = [];
  let namespace = namespaceOf(view.project.settings.namespace ?? DEFAULT_NAMESPACE);
  for (const item of view.project.view(file)?.parsed.document.items ?? []) {
    if (item.kind === 'Pragma') namespace = namespaceIn(item) ?? namespace;
    if (item.kind !== 'InstanceDeclaration') continue;
    const title = nameIn(item);
    if (title === undefined || !plainName.test(title)) continue;
    const className = item.className.name;
    const isNear = namespace.key === site?.namespace.key;
    const prefix = isNear ? '' : `\\\\.\\${namespace.path}:`;
    found.push({ path: `${prefix}${className}.Name="${title}"`, className, title, file });
  }
  return found;
}

/** What `#pragma namespace` says. */
export function namespaceIn({ name, arguments: values }: Pragma): Namespace | undefined {
  const [value] = values ?? [];
  const isNamespace = name.name.toLowerCase() === 'namespace';
  return isNamespace && value?.kind === 'StringValue' ? namespaceOf(value.value) : undefined;
}

function nameIn({ properties }: InstanceDeclaration): string | undefined {
  const assignment = properties.find(({ name }) => name.name.toLowerCase() === 'name');
  return assignment?.value?.kind === 'StringValue' ? assignment.value.value : undefined;
}
