/** Names for findings that stay the same when lines move, so that a service knows an old finding again. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/source-file.ts';

/**
 * A fingerprint for each finding, in their order: 64 hexadecimal digits of the rule, the line without the blanks
 * around it, and how many like it the file has before. Findings of different files may have the same one.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const counts = new Map<SourceFile, Map<string, number>>();
  const lines = new LineDigests();
  return diagnostics.map(({ rule, file, start }) => {
    let ofFile = counts.get(file);
    if (ofFile === undefined) counts.set(file, (ofFile = new Map<string, number>()));
    const kind = `${rule}\n${lines.digest(file, file.positionAt(start).line)}`;
    const count = ofFile.get(kind) ?? 0;
    ofFile.set(kind, count + 1);
    return sha256(`${kind}\n${count}`);
  });
}

/** 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A line of megabytes with thousands of findings in it is read once. */
class LineDigests {
  readonly #files = new Map<SourceFile, Map<number, string>>();

  digest(file: SourceFile, line: number): string {
    let ofFile = this.#files.get(file);
    if (ofFile === undefined) this.#files.set(file, (ofFile = new Map<number, string>()));
    let digest = ofFile.get(line);
    if (digest === undefined) ofFile.set(line, (digest = sha256(file.lineText(line).trim())));
    return digest;
  }
}
