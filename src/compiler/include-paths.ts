/** Which file an `#include` names, and which names are refused: what is read stays below where the user stands. */

/** Windows opens a device for these names, whatever folder or extension they carry. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|:|$)/i;
const controlCharacter = /[\u0000-\u001f]/;

/** A path relative to where the user stands, with `/`; or why the file is not read, as the end of a sentence. */
export type IncludePath =
  | { readonly kind: 'path'; readonly path: string }
  /** The name is empty or that of a folder. */
  | { readonly kind: 'no-file' }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Joins the folder of the including file with the name that `#include` gives.
 *
 * @param from the path of the including file, as {@link SourceFile.path}
 * @param name the string of the `#include`, escapes undone; `\` and `/` both separate
 */
export function joinIncludePath(from: string, name: string): IncludePath {
  const slashed = name.replaceAll('\\', '/');
  const reason = objectionTo(slashed);
  if (reason !== undefined) return { kind: 'refused', reason };
  const folder = normalize(from.replaceAll('\\', '/')).split('/').slice(0, -1);
  const ascents = leadingAscents(folder);
  const path = normalize([...folder, slashed].join('/'));
  if (
    leadingAscents(path.split('/')) > ascents ||
    (from.startsWith('/') && !path.startsWith('/'))
  ) {
    return { kind: 'refused', reason: 'it leads out of the folder of the files that are compiled' };
  }
  const last = slashed.slice(slashed.lastIndexOf('/') + 1).trim();
  if (last === '' || last === '.' || last === '..') return { kind: 'no-file' };
  return { kind: 'path', path };
}

function objectionTo(name: string): string | undefined {
  if (controlCharacter.test(name))
    return 'its name has a control character, perhaps of a backslash that is not doubled';
  if (name.startsWith('//')) return 'it names a file of another computer or a device';
  if (name.startsWith('/')) return 'its path is absolute';
  if (/^[A-Za-z]:/.test(name)) return 'its path names a drive';
  if (name.includes(':')) return 'its name has a colon';
  if (name.split('/').some((segment) => deviceName.test(segment.trim())))
    return 'it names a device of Windows';
  return undefined;
}

/** Removes `.` and resolves `..`; what cannot be resolved stays in front. */
export function normalize(path: string): string {
  const absolute = path.startsWith('/');
  const result: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') result.push(segment);
    else if (result.length > 0 && result.at(-1) !== '..') result.pop();
    else result.push('..');
  }
  return (absolute ? '/' : '') + result.join('/');
}

function leadingAscents(segments: readonly string[]): number {
  const rest = segments.findIndex((segment) => segment !== '..' && segment !== '');
  const head = rest === -1 ? segments : segments.slice(0, rest);
  return head.filter((segment) => segment === '..').length;
}
