/** What formatting promises of any text, checked from outside: with the lexer and the parser alone. */
import { parseMof } from '../../grammar/mof/parser.ts';
import { lexMof } from '../../grammar/mof/tokens.ts';
import { formatMof } from '../../src/formatter/format.ts';
import type { FormatOptions } from '../../src/formatter/options.ts';
import { shapeOf } from '../../src/formatter/tree-shape.ts';

/** The formatted text; throws where it is refused. */
export function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  const result = formatMof(text, options);
  if (result.kind === 'formatted') return result.text;
  throw new Error(result.problems.map(({ message }) => message).join('\n'));
}

/** Which promises formatting breaks for a text that it takes, in any of some layouts; none where all is well. */
export function faultsOf(
  text: string,
  ...layouts: readonly Partial<FormatOptions>[]
): readonly string[] {
  const before = factsOf(text);
  return (layouts.length === 0 ? [{}] : layouts).flatMap((layout) => {
    const result = formatMof(text, layout);
    if (result.kind === 'refused') return ['refused'];
    const once = result.text;
    const twice = formatMof(once, layout);
    const after = factsOf(once);
    const faults = [
      ...Object.keys(before).filter((fact) => before[fact] !== after[fact]),
      ...(twice.kind === 'formatted' && twice.text === once ? [] : ['the second time']),
      ...(once === '' || /[\r\n]$/.test(once) ? [] : ['the last line end']),
    ];
    return faults.map((fault) => `${fault}, with ${JSON.stringify(layout)}`);
  });
}

/** What must be the same before and after. */
function factsOf(text: string): Readonly<Record<string, string>> {
  const { document, problems } = parseMof(text);
  const { tokens, comments, directives } = lexMof(text);
  return {
    tokens: tokens.map(({ image }) => image.replace(/^#[ \t]+/, '#')).join('\0'),
    // In their order, whatever their indentation.
    comments: [...comments, ...directives]
      .toSorted((a, b) => a.startOffset - b.startOffset)
      .map(({ image }) => image.replaceAll(/[ \t]*(?:\r*\n|\r)[ \t]*/g, '\n').trimEnd())
      .join('\0'),
    tree: shapeOf(document),
    problems: problems.map(({ code }) => code).join(),
  };
}
