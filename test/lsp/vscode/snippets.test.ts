/**
 * Keeps lsp/vscode/snippets/mof.json what the language server's templates are (`npm run snippets` writes it anew), and
 * holds every snippet to what it is there for: a beginning that is secure and works.
 */
import path from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { filledFiles, storedSnippets } from '../../../lsp/vscode/snippets.ts';
import { analyze } from '../../../src/analyze.ts';
import { SourceFile } from '../../../src/text/source-file.ts';
import { projectRoot } from '../../support/work-tree.ts';

test('the stored snippets are the templates', async () => {
  const text = await format(JSON.stringify(storedSnippets()), { parser: 'json', printWidth: 100 });
  await expect(text).toMatchFileSnapshot(path.join(projectRoot, 'lsp/vscode/snippets/mof.json'));
});

test('there is one for every kind of consumer, for providers, namespaces and timers', () => {
  const text = [...filledFiles().values()].join('\n');
  for (const name of [
    'ActiveScriptEventConsumer',
    'CommandLineEventConsumer',
    'LogFileEventConsumer',
    'NTEventLogEventConsumer',
    'SMTPEventConsumer',
    '__EventProviderRegistration',
    '__Namespace',
    '__IntervalTimerInstruction',
  ]) {
    expect(text).toMatch(new RegExp(`instance of ${name}\\b`));
  }
});

test.each([...filledFiles()])(
  '%s is without an error and a warning as it stands',
  (label, text) => {
    const { diagnostics } = analyze([new SourceFile(`${label}.mof`, text)]);
    const found = diagnostics.filter(({ severity }) => severity !== 'info');
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  },
);

test.each(Object.entries(storedSnippets()))(
  '%s is filled in as VS Code fills it in',
  (name, stored) => {
    const label = name.replace(/^MOF /, '');
    expect(expanded(stored.body.join('\n'))).toBe(filledFiles().get(label));
  },
);

/** A snippet with its places as they are to begin with; of one number, the later ones repeat the first. */
function expanded(body: string): string {
  const firsts = new Map<string, string>();
  return body.replaceAll(
    /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:[^\\}]|\\.)*)|\|((?:[^\\|]|\\.)*)\|)?\}/g,
    (_, escaped?: string, bare?: string, number: string = '', text?: string, choices?: string) => {
      if (escaped !== undefined) return escaped;
      if (bare !== undefined) return firsts.get(bare) ?? '';
      const value = text ?? choices?.match(/^(?:[^\\,]|\\.)*/)?.[0];
      if (value !== undefined) firsts.set(number, value.replaceAll(/\\([\\$},|])/g, '$1'));
      return firsts.get(number) ?? '';
    },
  );
}
