/** URIs of documents and of the folders that hold them. */
import { URI, Utils } from 'vscode-uri';

/**
 * The path of a document below a folder, with `/`; undefined where it lies elsewhere. Clients escape and fold URIs as
 * they like, so the parsed ones are compared.
 */
export function pathBelow(folder: string, uri: string): string | undefined {
  const { scheme, authority, path } = URI.parse(folder);
  const document = URI.parse(uri);
  const prefix = path.endsWith('/') ? path : `${path}/`;
  if (document.scheme !== scheme || document.authority !== authority) return undefined;
  return document.path.startsWith(prefix) ? document.path.slice(prefix.length) : undefined;
}

/** The URI of a path below a folder. */
export function uriBelow(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** The folder of a document. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The name of a document in its folder. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** Whether a value that a client has sent is a URI. */
export function isUri(value: unknown): boolean {
  try {
    return typeof value === 'string' && URI.parse(value, true).scheme !== '';
  } catch {
    return false;
  }
}
