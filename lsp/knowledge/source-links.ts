/** Where something is documented, for people who want to read more. */
import { sourcesOf } from '../../src/linter/sources.ts';
import { plain } from '../markdown.ts';

/** Links to the first pages of a `source`, in one line of Markdown. */
export function sourceLinks(source: string, most: number = Infinity): string {
  return sourcesOf(source)
    .slice(0, most)
    .map(({ title, address }) =>
      address === undefined ? plain(title) : `[${plain(title)}](${address})`,
    )
    .join(', ');
}
