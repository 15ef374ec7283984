/** The addresses of documents that are on no disk: pages of rules, and what files compile to. */
import type { EmitFormat } from '../protocol.ts';

export const virtualScheme = 'mofsec';

/** A document that the server makes. */
export type VirtualDocument =
  | { readonly kind: 'rule'; readonly rule: string }
  /** The list of all rules, which their pages link to. */
  | { readonly kind: 'rules' }
  | { readonly kind: 'emitted'; readonly format: EmitFormat; readonly source: string };

/** The parts of an address that an editor shows and gives back. */
export interface VirtualAddress {
  readonly scheme: string;
  /** Its last part is the title of the editor, and its ending says the language. */
  readonly path: string;
  readonly query: string;
}

/** The addresses of the pages of rules, for whoever links to them; the asterisk stands for the name of the rule. */
export const rulePages = `${virtualScheme}:/rule/*.md`;

/** Where the pages of rules look for it. */
const indexPath = '/rule/README.md';

export function addressOf(document: VirtualDocument): VirtualAddress {
  switch (document.kind) {
    case 'rule':
      return { scheme: virtualScheme, path: `/rule/${document.rule}.md`, query: '' };
    case 'rules':
      return { scheme: virtualScheme, path: indexPath, query: '' };
    case 'emitted': {
      const name = fileNameOf(document.source).replace(/\.(?:mof|mfl)$/i, '');
      const ending = document.format === 'mof' ? 'canonical.mof' : 'json';
      return {
        scheme: virtualScheme,
        path: `/emitted/${name}.${ending}`,
        query: new URLSearchParams({ format: document.format, source: document.source }).toString(),
      };
    }
  }
}

/** The last part of a URI's path, as people read it. */
function fileNameOf(uri: string): string {
  const last = /[^/:]*$/.exec(uri.replace(/[?#].*$/s, ''))?.[0] ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // A percent sign that encodes nothing.
    return last;
  }
}

/** The document of an address, or undefined for an address that none has. */
export function documentAt({ scheme, path, query }: VirtualAddress): VirtualDocument | undefined {
  if (scheme !== virtualScheme) return undefined;
  if (path === indexPath) return { kind: 'rules' };
  const rule = /^\/rule\/([\w-]+)\.md$/.exec(path)?.[1];
  if (rule !== undefined) return { kind: 'rule', rule };
  if (!path.startsWith('/emitted/')) return undefined;
  const parameters = new URLSearchParams(query);
  const [format, source] = [parameters.get('format'), parameters.get('source')];
  if ((format !== 'mof' && format !== 'json') || source === null) return undefined;
  return { kind: 'emitted', format, source };
}
