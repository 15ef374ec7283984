/**
 * When two object paths name one object. WMI compares names and string values without regard to case, takes keys in
 * any order, lets the name of an only key be dropped, and knows this computer by several names
 * (wmi-object-path-requirements).
 */
import type { ObjectPath, ObjectPathKeyValue } from './ast.ts';

/** What a path leaves to its surroundings. */
export interface ComparisonContext {
  /** The namespace of a path that names none: that of the object which holds the reference. */
  readonly namespace?: string;
  /** The name of the class's only key, for paths that drop it. */
  readonly soleKey?: string;
  /** Whether a server is this computer; `.` always is. By default no other name is. */
  readonly isLocalServer?: (server: string) => boolean;
}

/** The identity of an object in the terms of a path; names and values as anybody may write them. */
export interface ObjectIdentity {
  /** Undefined for this computer. */
  readonly server?: string;
  readonly namespace: string;
  readonly className: string;
  /** Undefined names a class. */
  readonly keys: readonly (readonly [name: string, value: string])[] | 'singleton' | undefined;
}

/** Equal for two paths exactly when WMI takes them for the same object. */
export function comparableKey(path: ObjectPath, context: ComparisonContext = {}): string {
  const server = path.server?.text;
  const isLocal =
    server === undefined || server === '.' || (context.isLocalServer?.(server) ?? false);
  return comparableIdentity({
    ...(isLocal ? {} : { server }),
    namespace: path.namespace?.text ?? context.namespace ?? '',
    className: path.className.text,
    keys: comparableKeys(path, context),
  });
}

function comparableKeys(path: ObjectPath, context: ComparisonContext): ObjectIdentity['keys'] {
  if (path.kind === 'class') return undefined;
  if (path.kind === 'singleton') return 'singleton';
  return path.keys.map(
    ({ name, value }) => [name?.text ?? context.soleKey ?? '', keyText(value)] as const,
  );
}

/** Equal for two identities exactly when WMI takes them for the same object. */
export function comparableIdentity({
  server = '.',
  namespace,
  className,
  keys,
}: ObjectIdentity): string {
  const place = `//${server.toLowerCase()}/${comparableNamespace(namespace)}:${className.toLowerCase()}`;
  if (keys === undefined) return place;
  if (keys === 'singleton') return `${place}=@`;
  // Only a value can hold any character, and it stands in quotation marks.
  const pairs = keys.map(
    ([name, value]) => `${name.toLowerCase()}=${JSON.stringify(value.toLowerCase())}`,
  );
  return `${place}.${pairs.toSorted().join(',')}`;
}

/** `root\subscription` for `\ROOT/Subscription`. */
export function comparableNamespace(namespace: string): string {
  if (/^\w+(?:\\\w+)*$/.test(namespace)) return namespace.toLowerCase();
  return namespace
    .split(/[\\/]+/)
    .filter((segment) => segment !== '')
    .join('\\')
    .toLowerCase();
}

/** A key's value as text, so that `1`, `0x1` and `"1"`, which WMI converts to the key's type, are one value. */
export function keyText(value: ObjectPathKeyValue): string {
  return value.kind === 'string' ? value.value : String(value.value);
}
