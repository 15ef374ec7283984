/** Errors in a value from the command line, each under the characters that it is about. */
import { printLine } from '../diagnostics/source-line.ts';
import { SourceFile } from '../text/source-file.ts';
import { wrap } from './wrap.ts';

interface Broken {
  readonly input: string;
  readonly errors: readonly {
    readonly start: number;
    readonly end: number;
    readonly message: string;
  }[];
}

/** The input with carets, and the message below. */
export function errorsText({ input, errors }: Broken): string {
  const file = new SourceFile('', input);
  const blocks = errors.map((error) => {
    const { line } = file.positionAt(error.start);
    const printed = printLine(file, line, error, 80);
    const carets = ' '.repeat(printed.before) + '^'.repeat(printed.under);
    return `${printed.text}\n${carets}\n${wrap(`error: ${error.message}`)}`;
  });
  return blocks.join('\n');
}
