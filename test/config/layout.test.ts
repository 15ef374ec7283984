/** What mofsec reads out of configuration files, beside what prettier itself does. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveConfig } from 'prettier';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../src/config/layout-settings.ts';
import { LayoutSettingsFinder } from '../../src/config/layout.ts';

/** A folder with files in it, which is the top of a repository. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mofsec-config-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function ofMofsec(file: string): Promise<object> {
  return (await new LayoutSettingsFinder().settingsFor(file)).settings;
}

const layoutOptions: ReadonlySet<string> = new Set([
  'printWidth',
  'tabWidth',
  'useTabs',
  'endOfLine',
]);

async function ofPrettier(file: string): Promise<object> {
  const options = await resolveConfig(file, { editorconfig: true, useCache: false });
  return Object.fromEntries(
    Object.entries(options ?? {}).filter(
      ([name, value]) => layoutOptions.has(name) && value !== null,
    ),
  );
}

describe('the settings for a file are those that prettier finds', () => {
  const all = '{ "printWidth": 100, "tabWidth": 3, "useTabs": true, "endOfLine": "crlf" }';

  test.each<readonly [what: string, files: Readonly<Record<string, string>>]>([
    ['nothing', {}],
    ['.prettierrc in JSON', { '.prettierrc': all }],
    ['.prettierrc in YAML', { '.prettierrc': 'printWidth: 100\nuseTabs: false\n' }],
    ['an empty .prettierrc before one above', { 'sub/.prettierrc': '', '.prettierrc': all }],
    ['.prettierrc.json', { '.prettierrc.json': `\uFEFF${all}` }],
    ['.prettierrc.yaml', { '.prettierrc.yaml': 'tabWidth: 3 # three\n' }],
    ['.prettierrc.yml', { '.prettierrc.yml': '---\ntabWidth: 3\n' }],
    ['.prettierrc.toml', { '.prettierrc.toml': 'tabWidth = 3\nuseTabs = true\n' }],
    ['package.json', { 'package.json': `{ "prettier": ${all} }` }],
    ['package.json without a word of it', { 'package.json': '{}', '.prettierrc': all }],
    ['a broken package.json', { 'package.json': '{', '.prettierrc': all }],
    ['package.yaml', { 'package.yaml': 'prettier:\n  tabWidth: 3\n' }],
    [
      'several in a folder',
      { '.prettierrc.toml': 'tabWidth = 3', '.prettierrc.json': '{"tabWidth": 4}' },
    ],
    ['the closest', { 'sub/.prettierrc': 'tabWidth: 3', '.prettierrc': all }],
    ['a folder of that name', { '.prettierrc/a': '', 'package.json': `{ "prettier": ${all} }` }],
    [
      'other options',
      { '.prettierrc': '{ "semi": false, "plugins": ["./evil.js"], "tabWidth": 3 }' },
    ],
    ['nulls', { '.prettierrc': '{ "tabWidth": null }' }],
    [
      'overrides',
      {
        '.prettierrc': JSON.stringify({
          tabWidth: 1,
          overrides: [
            { files: '*.mof', options: { tabWidth: 2 } },
            { files: ['*.mfl', 'sub/*.mof'], options: { printWidth: 3 } },
            { files: 'sub/**', excludeFiles: '*.mof', options: { tabWidth: 4 } },
            { files: '*.{js,ts}', options: { tabWidth: 5 } },
            { files: '**/a.mof', excludeFiles: 'other/**', options: { useTabs: true } },
          ],
        }),
      },
    ],
    ['.editorconfig', { '.editorconfig': '[*]\nindent_style = space\nindent_size = 3\n' }],
    ['tabs', { '.editorconfig': '[*]\nindent_style = tab\ntab_width = 8\n' }],
    ['indent_size = tab', { '.editorconfig': '[*]\nindent_size = tab\ntab_width = 5\n' }],
    ['tabs and a size', { '.editorconfig': '[*]\nindent_style = tab\nindent_size = 3\n' }],
    ['a width alone', { '.editorconfig': '[*]\ntab_width = 5\n' }],
    ['a size alone', { '.editorconfig': '[*]\nindent_size = 5\n' }],
    ['indent_size = tab alone', { '.editorconfig': '[*]\nindent_size = tab\n' }],
    [
      'blanks of a tab',
      { '.editorconfig': '[*]\nindent_style=space\nindent_size = tab\ntab_width=6\n' },
    ],
    [
      'tabs of a tab',
      { '.editorconfig': '[*]\nindent_style=tab\nindent_size = tab\ntab_width=6\n' },
    ],
    [
      'blanks and a width',
      { '.editorconfig': '[*]\nindent_style=space\ntab_width=6\nindent_size=x' },
    ],
    ['no width', { '.editorconfig': '[*]\nmax_line_length = off\nend_of_line = CRLF\n' }],
    ['a width', { '.editorconfig': '[*]\nmax_line_length = 50\nend_of_line = cr\n' }],
    [
      'nonsense',
      { '.editorconfig': '[*]\nmax_line_length = long\nend_of_line = none\ntab_width=-1' },
    ],
    ['a line that is none', { '.editorconfig': '[*]\ntab_width = 3\nnonsense\n' }],
    ['comments', { '.editorconfig': '; a\n# b\n\n[*]\n  TAB_WIDTH = 3\n' }],
    [
      'sections',
      {
        '.editorconfig':
          '[*]\ntab_width = 2\n[*.mof]\ntab_width = 3\n[*.mfl]\ntab_width = 4\n[/a.mof]\nindent_style = tab\n[sub/*.mof]\nmax_line_length = 70\n[other/a.mof]\ntab_width = 9\n',
      },
    ],
    [
      'a value that is taken back',
      { '.editorconfig': '[*]\nend_of_line = lf\n[*.{mof,mfl}]\nend_of_line = unset\n' },
    ],
    [
      'several .editorconfig',
      {
        '.editorconfig': '[*]\ntab_width = 2\nmax_line_length = 90\n',
        'sub/.editorconfig': '[*]\ntab_width = 3\n',
      },
    ],
    [
      'a root',
      {
        '.editorconfig': '[*]\nmax_line_length = 90\n',
        'sub/.editorconfig': 'root = true\n[*]\ntab_width = 3\n',
      },
    ],
    [
      'a repository in a repository',
      {
        '.editorconfig': '[*]\nmax_line_length = 90\n',
        'sub/.git/HEAD': '',
        'sub/.editorconfig': '[*]\ntab_width = 3\n',
      },
    ],
    [
      'both',
      {
        '.editorconfig': '[*]\ntab_width = 2\nmax_line_length = 90\n',
        '.prettierrc': 'tabWidth: 7',
      },
    ],
    ['a name that every object has', { '.prettierrc': '{ "__proto__": { "tabWidth": 9 } }' }],
  ])('%s', async (_, files) => {
    const folder = folderWith(files);
    for (const name of ['a.mof', 'sub/a.mof', 'sub/deep/b.mfl', 'other/a.mof']) {
      const file = path.join(folder, name);
      expect([name, await ofMofsec(file)]).toEqual([name, await ofPrettier(file)]);
    }
  });
});

describe('a configuration that is not data', () => {
  test.each([
    ['.prettierrc.js', 'module.exports = { tabWidth: 9 };'],
    ['prettier.config.mjs', 'export default { tabWidth: 9 };'],
    ['.prettierrc.ts', 'export default { tabWidth: 9 };'],
    ['.prettierrc.json5', '{ tabWidth: 9 }'],
    ['.prettierrc', '"@company/prettier-config"'],
    ['.prettierrc.yaml', '--- >\n  ./config.js\n'],
    ['package.json', '{ "prettier": "@company/prettier-config" }'],
  ])('is not followed, and nothing above it is: %s', async (name, text) => {
    const folder = folderWith({
      [`sub/${name}`]: text,
      '.prettierrc': 'tabWidth: 3',
      '.editorconfig': '[*]\ntab_width = 4',
    });
    expect(await new LayoutSettingsFinder().settingsFor(path.join(folder, 'sub/a.mof'))).toEqual({
      settings: { tabWidth: 4 },
      unread: path.join(folder, 'sub', name),
    });
  });
});

test('a width of tabs that would fill the memory is none', async () => {
  const folder = folderWith({ '.editorconfig': '[*]\ntab_width = 100000000\n' });
  expect(await ofMofsec(path.join(folder, 'a.mof'))).toEqual({});
});

describe('a configuration that is wrong', () => {
  test.each([
    ['.prettierrc.json', '{', 'this is not JSON'],
    ['.prettierrc', 'a: b: c', 'this is not YAML'],
    ['.prettierrc.toml', 'a', 'this is not TOML'],
    ['.prettierrc', '- a', 'the options of prettier must be an object'],
    ['.prettierrc', '12', 'the options of prettier must be an object'],
    ['.prettierrc', 'printWidth: wide', 'printWidth must be a whole number'],
    ['.prettierrc', 'tabWidth: 1.5', 'tabWidth must be a whole number up to 100'],
    ['.prettierrc', 'tabWidth: 1000000000', 'tabWidth must be a whole number up to 100'],
    ['.prettierrc', 'useTabs: 1', 'useTabs must be true or false'],
    ['.prettierrc', 'endOfLine: none', 'endOfLine must be one of auto, lf, crlf and cr'],
    ['.prettierrc', '['.repeat(100_000), 'this is not YAML'],
    [
      '.prettierrc',
      `a: &a [1]\n${'bcdefghijklmn'.replaceAll(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
      'this is not YAML',
    ],
  ])('is an error: %s with %.30s', async (name, text, message) => {
    const folder = folderWith({ [name]: text });
    const settings = new LayoutSettingsFinder().settingsFor(path.join(folder, 'a.mof'));
    await expect(settings).rejects.toThrow(ConfigError);
    await expect(settings).rejects.toMatchObject({ message, file: path.join(folder, name) });
  });
});
