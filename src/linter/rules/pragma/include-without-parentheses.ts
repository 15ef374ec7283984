import type { Document, Include } from '../../../../grammar/mof/ast.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'include-without-parentheses',
  severity: 'warning',
  group: 'pragma',
  summary: 'The name of an included MOF file stands in parentheses.',
  why:
    'The documentation has #include ("file.mof") alone. Without parentheses the line is one for the C preprocessor, which ' +
    'mofcomp does not have.',
  source: '-include',
  fixes: ['safe'],
  examples: {
    bad: String.raw`#include "common.mof"
`,
    good: String.raw`#include ("common.mof")
`,
    files: { 'common.mof': '// nothing yet\n' },
  },
  check: {
    file({ source, document }, report) {
      if (isForThePreprocessor(document)) return;
      for (const item of document.items) {
        if (!isMofInclude(item)) continue;
        const { path } = item;
        report({
          file: source,
          at: item,
          message: `${source.text.slice(path.start, path.end)} is not read: the name of an included MOF file stands in parentheses. Write #include (${source.text.slice(path.start, path.end)}).`,
          fixes: [
            safeFix(
              'Add the parentheses',
              { file: source, start: path.start, end: path.start, text: '(' },
              { file: source, start: path.end, end: path.end, text: ')' },
            ),
          ],
        });
      }
    },
  },
});

type CInclude = Include & { readonly path: NonNullable<Include['path']> };

function isMofInclude(item: Document['items'][number]): item is CInclude {
  return (
    item.kind === 'Include' &&
    item.form === 'c' &&
    item.path !== undefined &&
    /\.(?:mof|mfl)$/i.test(item.path.value)
  );
}

/** Driver sources pass through the C preprocessor before mofcomp; other lines for it, or a header, tell. */
function isForThePreprocessor({ items, nestedDirectives }: Document): boolean {
  return (
    nestedDirectives.length > 0 ||
    items.some(
      (item) =>
        item.kind === 'PreprocessorLine' ||
        (item.kind === 'Include' && item.form === 'c' && !isMofInclude(item)),
    )
  );
}
