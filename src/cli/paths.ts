/** Paths between the disk and what people read. */
import path from 'node:path';

/** A path as messages show it: relative to where the user stands, with `/`. */
export function shownPath(cwd: string, absolute: string): string {
  return withSlashes(path.relative(cwd, absolute) || '.');
}

/** The separators of this system as `/`. */
export function withSlashes(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

/**
 * Whether `file` is `folder` or below it. Both are absolute; symbolic links are the caller's
 * business.
 */
export function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || !(/^\.\.(?:[/\\]|$)/.test(relative) || path.isAbsolute(relative));
}
