import { describe, expect, test } from 'vitest';
import { parseMof } from '../../grammar/mof/parser.ts';
import { plainText } from '../../lsp/features/completion/snippet.ts';
import {
  templates,
  templateText,
  withFreshNames,
} from '../../lsp/features/completion/templates.ts';
import { analyze } from '../../src/analyze.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { completing, filledIn, taken } from './completing.ts';

/** What is worse than advice. */
function problemsIn(text: string): readonly string[] {
  return analyze([new SourceFile('main.mof', text)])
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const empty = parseMof('').document;
const named = templates.map((template) => [template.label, template] as const);

describe('a template', () => {
  test.each(named)('%s makes a file without errors and warnings', (_, template) => {
    const text = `${plainText(templateText(template, empty, 0))}\n`;
    expect(text.length).toBeGreaterThan(50);
    expect(parseMof(text).problems).toEqual([]);
    expect(problemsIn(text)).toEqual([]);
  });

  test.each(named)('%s can be inserted a second time', (_, template) => {
    const first = `${plainText(templateText(template, empty, 0))}\n`;
    const { document } = parseMof(first);
    const second = withFreshNames(templateText(template, document, first.length), document);
    const text = `${first}\n${plainText(second)}\n`;
    // A class is what it is called; its author will call the second one otherwise.
    if (!template.label.startsWith('class') && template.label !== 'namespace')
      expect(problemsIn(text)).toEqual([]);
  });
});

/** A whole subscription with a mark in place of part of it. */
function subscriptionWith(part: RegExp): string {
  const template = templates.find(({ label }) => label === 'subscription: event log');
  const text = plainText(templateText(template ?? { label: '', detail: '', text: [] }, empty, 0));
  // The templates of the consumer name what each query has.
  const plain = text.replace('"%TargetInstance.Name%"', '"%TIME_CREATED%"');
  expect(plain).toMatch(part);
  return `${plain.replace(part, (_, before: string, after: string) => `${before}⟦⟧${after}`)}\n`;
}

describe('what is offered to begin with', () => {
  test('as a query is one that a filter can have', async () => {
    const marked = await completing(subscriptionWith(/( Query = ")[^"]*(")/));
    for (const label of marked.labels.filter((label) => label.startsWith('SELECT …')))
      expect(problemsIn(taken(marked, label)), label).toEqual([]);
    expect(marked.labels.length).toBeGreaterThan(5);
  });

  test('as a descriptor is one that a filter can have', async () => {
    const marked = await completing(subscriptionWith(/(EventAccess = ")[^"]*(")/));
    const whole = marked.labels.filter((label) => label.startsWith('O:BAG:BAD:'));
    expect(whole.length).toBeGreaterThan(2);
    for (const label of whole) expect(problemsIn(taken(marked, label)), label).toEqual([]);
  });

  test('as an account is one that can create a subscription', async () => {
    const marked = await completing(subscriptionWith(/(CreatorSID = )\{[^}]*\}(;)/));
    expect(problemsIn(taken(marked, 'BUILTIN\\Administrators'))).toEqual([]);
  });
});

describe('the snippets of the protocol', () => {
  test('are what their plain text says', async () => {
    const snippets = await completing('⟦⟧');
    const plain = await completing('⟦⟧', {}, { snippets: false });
    for (const { label, textEdit } of snippets.items) {
      const text = plain.items.find((item) => item.label === label)?.textEdit?.newText;
      expect(filledIn(textEdit?.newText ?? ''), label).toBe(text);
    }
  });
});
