import type { Span } from '../../../../grammar/mof/ast.ts';
import { dmtfPragmas } from '../../../compiler/pragmas.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import type { ParsedFile } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'pragma-dmtf',
  severity: 'warning',
  group: 'pragma',
  summary: 'Pragmas of DMTF, such as include and locale, are not for WMI.',
  why:
    "WMI's documentation has seven pragmas and an error code for all others. DMTF's include and locale are not among the " +
    'seven; mofsec follows the former all the same, so that schemas written for other compilers can be read.',
  source: '-pragma, wmi-error-constants',
  hresult: '0x80044012',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`#pragma include ("common.mof")
`,
    good: String.raw`#include ("common.mof")
`,
    files: { 'common.mof': '// nothing yet\n' },
  },
  check: {
    file(file, report) {
      for (const [name, uses] of usesByName(file)) {
        const [first, ...others] = uses;
        if (first === undefined) continue;
        const more = others.length === 0 ? '' : ` (and ${others.length} more in this file)`;
        report({
          file: file.source,
          at: first.at,
          message:
            `#pragma ${name}${more} is DMTF's, and WMI documents an error for pragmas that it does not have: ` +
            `${dmtfPragmas.get(name) ?? ''}.`,
          hresult: '0x80044012',
          fixes: name === 'include' ? [includeFix(file.source, uses)] : [],
        });
      }
    },
  },
});

interface Use {
  readonly at: Span;
  /** From `#` to before the argument. */
  readonly head: Span;
}

/** One finding for each name: a schema may include a thousand files. */
function usesByName({ document }: ParsedFile): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (name: string, use: Use): void => {
    const known = uses.get(name);
    if (known === undefined) uses.set(name, [use]);
    else known.push(use);
  };
  for (const item of document.items) {
    if (item.kind === 'Include' && item.form === 'dmtf') {
      const { start, end, path } = item;
      add('include', { at: { start, end }, head: { start, end: path?.start ?? end } });
    } else if (item.kind === 'Pragma' && dmtfPragmas.has(item.name.name.toLowerCase())) {
      const { name, start } = item;
      add(name.name.toLowerCase(), { at: name, head: { start, end: name.end } });
    }
  }
  return uses;
}

function includeFix(file: SourceFile, uses: readonly Use[]): Fix {
  return {
    title: 'Write #include',
    safety: 'suggestion',
    edits: uses.map(({ head: { start, end } }) => ({ file, start, end, text: '#include (' })),
  };
}
