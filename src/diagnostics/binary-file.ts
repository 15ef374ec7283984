/** The one finding about a file that is no text, in place of hundreds about its bytes. */
import type { BinaryContent } from '../text/binary-content.ts';
import { SourceFile } from '../text/source-file.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * For callers of `analyze`, which takes texts: when {@link looksBinary} knows a file, leave it out
 * of the analysis and add this diagnostic. It stands at the beginning of an empty text under the
 * file's name.
 */
export function binaryFileDiagnostic(path: string, content: BinaryContent): Diagnostic {
  return {
    rule: 'syntax',
    severity: 'error',
    message:
      content.kind === 'binary-mof'
        ? 'this is binary MOF, the compiled form, and not MOF text; give the text that it was compiled from (decompiling comes in a later version)'
        : `this is ${content.description} and not MOF text, which mofcomp would refuse; give a text in UTF-16 with a byte order mark, UTF-8 or ANSI`,
    hresult: '0x8004401E',
    file: new SourceFile(path, ''),
    start: 0,
    end: 0,
    related: [],
    fixes: [],
  };
}
