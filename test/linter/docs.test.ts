/** The documentation of the rules in src/linter/docs is what the rules say; `npm run docs` writes it anew. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from 'prettier';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { escapeControls } from '../../src/diagnostics/escape.ts';
import { rules } from '../../src/linter/registry.ts';
import { groupNames } from '../../src/linter/rule-facts.ts';
import { ruleGroups } from '../../src/linter/rule-groups.ts';
import { ruleIndex, rulePage } from '../../src/linter/rule-pages.ts';
import { anchorOf } from '../../src/report/markdown.ts';
import { ruleDocs } from '../../src/report/rule-docs.ts';
import { projectRoot } from '../support/work-tree.ts';

const folder = path.join(projectRoot, 'src/linter/docs');
const written = readdirSync(folder);
const docs = ruleDocs();

/** Blocks and spans of code hold brackets that are no links. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})[^`\n]*\n.*?^\1$/gms, '').replaceAll(/(`+)(?!`).*?\1/g, '');
}

function linksIn(markdown: string): readonly string[] {
  const links = withoutCode(markdown).matchAll(/\[(?:[^\]\\]|\\.)*\]\(([^()\s]+)\)/g);
  return [...links].map(([, address = '']) => address);
}

function anchorsIn(markdown: string): readonly string[] {
  const headings = withoutCode(markdown).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) => anchorOf(heading));
}

/** Whether an address is well-formed, or leads to a page and a heading that there are. */
function leadsSomewhere(address: string, from: string): boolean {
  if (address.startsWith('https://')) return new URL(address).href === address;
  const [file = '', anchor] = address.split('#');
  const page = docs.get(file === '' ? from : file);
  return page !== undefined && (anchor === undefined || anchorsIn(page).includes(anchor));
}

describe('the documentation of the rules', () => {
  test('has a page for every rule, an index, and nothing else', () => {
    const wanted = [...rules.map(({ name }) => `${name}.md`), 'README.md'];
    expect(written.toSorted()).toEqual(wanted.toSorted());
    expect([...docs.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  describe.each([...docs])('%s', (name, text) => {
    test('is what npm run docs writes', () => {
      const file = path.join(folder, name);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
    });

    test('is formatted', async () => {
      const { singleQuote, printWidth } = packageJson.prettier;
      expect(await check(text, { parser: 'markdown', singleQuote, printWidth })).toBe(true);
    });

    test('hides no character', () => {
      expect(text.split('\n').filter((line) => escapeControls(line) !== line)).toEqual([]);
    });

    test('has links that lead somewhere', () => {
      const links = linksIn(text);
      expect(links).not.toEqual([]);
      expect(links.filter((address) => !leadsSomewhere(address, name))).toEqual([]);
    });
  });

  test('is the same whenever it is written', () => {
    expect([...ruleDocs()]).toEqual([...docs]);
  });

  test('says in the index what each group is about, under a heading of its own', () => {
    const index = docs.get('README.md') ?? '';
    const anchors = anchorsIn(index);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(groupNames.toSorted()).toEqual(Object.keys(ruleGroups).toSorted());
    for (const group of groupNames) expect(index).toContain(`\n## ${ruleGroups[group].title}\n`);
  });

  test('is in the package where links look for it', () => {
    expect(rulePage('syntax')).toBe('dist/docs/syntax.md');
    expect(ruleIndex).toBe('dist/docs/README.md');
    expect(packageJson.files).toContain('dist');
  });
});
