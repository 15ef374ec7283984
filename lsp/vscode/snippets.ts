/**
 * The templates of the language server as a file that VS Code reads itself: what "Snippets: Fill File with Snippet" and
 * "Insert Snippet" offer, also where the server is switched off. They have no prefix, so that nothing is proposed
 * twice while somebody types.
 */
import { parseMof } from '../../grammar/mof/parser.ts';
import { plainText, type Snippet, snippetText } from '../features/completion/snippet.ts';
import { templates, templateText } from '../features/completion/templates.ts';

/** A snippet as VS Code stores it. */
export interface StoredSnippet {
  readonly isFileTemplate: true;
  readonly description: string;
  /** Lines, in the protocol's syntax for what is to be filled in. */
  readonly body: readonly string[];
}

/** The whole file, by the snippets' names. */
export function storedSnippets(): Readonly<Record<string, StoredSnippet>> {
  return Object.fromEntries(
    [...wholeFiles()].map(([label, { detail, text }]) => [
      `MOF ${label}`,
      {
        isFileTemplate: true,
        description: sentence(detail),
        body: [...snippetText(text).split('\n'), '$0'],
      },
    ]),
  );
}

/** What stands in a file that is filled with a snippet and left as it is, by the snippets' names. */
export function filledFiles(): ReadonlyMap<string, string> {
  return new Map([...wholeFiles()].map(([label, { text }]) => [label, `${plainText(text)}\n`]));
}

/** The templates, with the pragmas that a file of their own needs. */
function wholeFiles(): ReadonlyMap<string, { readonly detail: string; readonly text: Snippet }> {
  const { document } = parseMof('');
  return new Map(
    templates.map((template) => [
      template.label,
      { detail: template.detail, text: templateText(template, document, 0) },
    ]),
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/(?<!\.)$/, '.');
}
