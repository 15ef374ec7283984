/** What to say about a file that others may replace. */
import type { Exposure } from '../consumers/windows-paths.ts';

/** @param what the beginning of a sentence: `The script` */
export function exposureMessage(what: string, { degree, where }: Exposure): string {
  const who =
    degree === 'insecure'
      ? 'where others than administrators may put or replace it, and whatever is there runs as Local System'
      : 'and whatever somebody puts there may run as Local System';
  return `${what} is ${where}, ${who}: keep it in a folder that administrators only can write to, such as C:\\Program Files\\Vendor.`;
}
