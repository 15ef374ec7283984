/** A sign of life on a terminal while many files are worked on. */
import type { Io } from './io.ts';

/** Fewer files than this are done before anybody looks. */
const manyFiles = 100;

/**
 * Says how many files are worked on, and takes it back at the end; says nothing where nobody is
 * watching.
 */
export function showProgress(
  { stderr }: Pick<Io, 'stderr'>,
  files: number,
  activity: string = 'analysing',
): { readonly end: () => void } {
  if (stderr.isTTY !== true || files < manyFiles) return { end: () => undefined };
  stderr.write(`${activity} ${files} files …`);
  return { end: () => stderr.write('\r\u001b[K') };
}
