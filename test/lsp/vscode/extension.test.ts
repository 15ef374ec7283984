/**
 * The extension as its users get it: packaged, unpacked, loaded with a stand-in for VS Code, and connected with the
 * server that is in the package.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import manifest from '../../../lsp/vscode/package.json' with { type: 'json' };
import { brokenText, cleanText } from '../../support/mof-texts.ts';
import { runWell } from '../../support/processes.ts';
import { FakeVscode } from '../../support/vscode/fake-vscode.ts';
import { type Extension, loadExtension } from '../../support/vscode/load-extension.ts';
import { Location, Position, type TextDocument, Uri } from '../../support/vscode/types.ts';
import { projectRoot } from '../../support/work-tree.ts';
import { filesInZip } from '../../support/zip.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'mofsec-vsix-'));
const vsix = path.join(scratch, 'mofsec.vsix');
const installed = path.join(scratch, 'installed');
let files: ReadonlyMap<string, Buffer> = new Map();

beforeAll(() => {
  runWell('node', ['src/build/vsix.mjs', vsix], { cwd: projectRoot });
  files = filesInZip(readFileSync(vsix));
  for (const [name, content] of files) {
    const file = path.join(installed, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the package', () => {
  test('is small', () => {
    expect(readFileSync(vsix).length).toBeLessThan(1_000_000);
  });

  test('holds what it needs and nothing else', () => {
    const names = [...files.keys()].filter((name) => !name.includes('/dist/chunks/'));
    expect(names.toSorted()).toEqual([
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/THIRD-PARTY-NOTICES.txt',
      'extension/dist/extension.cjs',
      'extension/dist/server.mjs',
      'extension/icon.png',
      'extension/images/completion.png',
      'extension/images/findings.png',
      'extension/images/hover.png',
      'extension/language-configuration.json',
      'extension/package.json',
      'extension/readme.md',
      'extension/snippets/mof.json',
      'extension/syntaxes/mof.tmLanguage.json',
    ]);
  });

  test('has every file that its manifest names', () => {
    const { contributes, icon, main } = manifest;
    const named = [
      main,
      icon,
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.snippets.map((snippets) => snippets.path),
    ];
    expect(named.filter((file) => !existsSync(path.join(installed, 'extension', file)))).toEqual(
      [],
    );
  });

  test('has an icon as the marketplace wants it', () => {
    const icon = files.get('extension/icon.png') ?? Buffer.alloc(0);
    expect(icon.subarray(1, 4).toString()).toBe('PNG');
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([128, 128]);
  });

  test('carries the licences of what is bundled', () => {
    const notices = files.get('extension/dist/THIRD-PARTY-NOTICES.txt')?.toString();
    for (const library of ['chevrotain', 'vscode-languageclient', 'vscode-languageserver']) {
      expect(notices).toContain(library);
    }
  });
});

describe('in VS Code', () => {
  const folder = path.join(scratch, 'folder');
  let vscode: FakeVscode;
  let extension: Extension;
  let document: TextDocument;

  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'reading.mof'), cleanText);
    vscode = new FakeVscode(folder);
    extension = loadExtension(path.join(installed, 'extension', manifest.main), vscode.module);
    await extension.activate(vscode.context(path.join(installed, 'extension')));
    document = vscode.open(Uri.file(path.join(folder, 'reading.mof')), cleanText);
  });

  afterAll(async () => {
    await extension.deactivate();
    expect(vscode.messages).toEqual([]);
  });

  const findings = () => vscode.diagnostics.get(document.uri.toString()) ?? [];
  const rules = () => findings().map(({ code }) => (typeof code === 'object' ? code.value : code));
  const eventually = async (check: () => unknown): Promise<void> => {
    await vi.waitFor(check, { timeout: 20_000, interval: 50 });
  };
  const virtual = (ending: string): TextDocument | undefined =>
    vscode.shown.find(({ uri }) => uri.path.endsWith(ending));

  test('every command of the manifest is there', () => {
    const names = manifest.contributes.commands.map(({ command }) => command);
    expect([...vscode.commands.keys()]).toEqual(expect.arrayContaining(names));
  });

  test('findings come and go as somebody types', async () => {
    vscode.edit(document, brokenText);
    await eventually(() => expect(rules()).toContain('unterminated-string'));
    expect(findings()[rules().indexOf('unterminated-string')]).toMatchObject({
      source: 'mofsec',
      severity: 0,
      range: { start: { line: 2, character: 9 } },
    });
    vscode.edit(document, cleanText);
    await eventually(() => expect(rules()).toEqual([]));
  });

  test('a finding links to the page of its rule', async () => {
    vscode.edit(document, brokenText);
    await eventually(() => expect(rules()).toContain('unterminated-string'));
    const code = findings().map(({ code }) => code)[rules().indexOf('unterminated-string')];
    const page = typeof code === 'object' ? code.target : undefined;
    await expect(vscode.content(page ?? Uri.parse(''))).resolves.toMatch(
      /^# unterminated-string\n/,
    );
    vscode.edit(document, cleanText);
    await eventually(() => expect(rules()).toEqual([]));
  });

  test('the preset is obeyed', async () => {
    vscode.edit(document, brokenText);
    await eventually(() => expect(rules()).toContain('event-access-missing'));
    vscode.configure('mofsec.preset', 'mofcomp');
    await eventually(() => expect(rules()).not.toContain('event-access-missing'));
    expect(rules()).toContain('unterminated-string');
    vscode.configure('mofsec.preset', 'recommended');
    vscode.edit(document, cleanText);
    await eventually(() => expect(rules()).toEqual([]));
  });

  test('a rule is explained that a code action names', async () => {
    await vscode.run('mofsec.explainRule', 'creator-sid-mismatch');
    const [command, uri] = vscode.called.at(-1) ?? [];
    expect(command).toBe('markdown.showPreviewToSide');
    expect(String(uri)).toBe('mofsec:/rule/creator-sid-mismatch.md');
    const page = vscode.content(Uri.parse(String(uri)));
    await expect(page).resolves.toMatch(/^# creator-sid-mismatch\n/);
  });

  test('a rule is explained that is picked, those at the cursor first', async () => {
    vscode.edit(document, `class Sample_A\n${cleanText}`);
    await eventually(() => expect(rules().length).toBeGreaterThan(0));
    const here = [...new Set(rules().map(String))].toSorted();
    vscode.select(0);
    vscode.answer = here[0];
    await vscode.run('mofsec.explainRule');
    expect(vscode.offered[0]).toMatchObject({ label: 'At the cursor' });
    const offered = vscode.offered.map(({ label }) => label);
    const all = offered.indexOf('All rules');
    expect(offered.slice(1, all).toSorted()).toEqual(here);
    expect(offered.slice(all + 1).length).toBeGreaterThan(300);
    expect(String(vscode.called.at(-1)?.[1])).toBe(`mofsec:/rule/${here[0]}.md`);
    vscode.answer = undefined;
    vscode.edit(document, cleanText);
    await eventually(() => expect(rules()).toEqual([]));
  });

  test('pages of rules link to each other and to a list', async () => {
    const list = await vscode.content(Uri.parse('mofsec:/rule/README.md'));
    expect(list).toContain('[creator-sid-mismatch](creator-sid-mismatch.md) (error)');
    await expect(vscode.content(Uri.parse('mofsec:/rule/no-such-rule.md'))).resolves.toMatch(
      /^There is no rule/,
    );
  });

  test('what a file compiles to stands beside it and keeps up with it', async () => {
    await vscode.run('mofsec.showCanonicalMof', document.uri);
    const canonical = virtual('/reading.canonical.mof');
    expect(canonical?.getText()).toContain('class Sample_Reading');
    await vscode.run('mofsec.showJson', document.uri);
    expect(JSON.parse(virtual('/reading.json')?.getText() ?? '')).toMatchObject({ version: 1 });

    vscode.edit(document, cleanText.replace('Sample_Reading', 'Sample_Value'));
    await eventually(() => expect(canonical?.getText()).toContain('class Sample_Value'));
    vscode.edit(document, brokenText);
    await eventually(() => expect(canonical?.getText()).toMatch(/^\/\/ Nothing is written/));
    await eventually(() =>
      expect(JSON.parse(virtual('/reading.json')?.getText() ?? '')).toHaveProperty('message'),
    );
    vscode.edit(document, cleanText);
    await eventually(() => expect(canonical?.getText()).toContain('class Sample_Reading'));
  });

  test("a code lens shows references with VS Code's own objects", async () => {
    const at = { line: 1, character: 2 };
    const places = [{ uri: 'file:///x.mof', range: { start: at, end: at } }];
    await vscode.run('mofsec.showReferences', 'file:///y.mof', at, places);
    const [command, uri, position, locations] = vscode.called.at(-1) ?? [];
    expect(command).toBe('editor.action.showReferences');
    expect(String(uri)).toBe('file:///y.mof');
    expect(position).toBeInstanceOf(Position);
    expect(locations).toMatchObject([{ uri: { path: '/x.mof' }, range: { start: at } }]);
    expect((locations as unknown[])[0]).toBeInstanceOf(Location);
  });

  test('formatting is done unless it is switched off', async () => {
    vscode.edit(document, cleanText.replace('{\n', '{\n\n\n\n'));
    await eventually(async () => expect(await vscode.format(document)).not.toEqual([]));
    vscode.configure('mofsec.format.enable', false);
    await expect(vscode.format(document)).resolves.toEqual([]);
    vscode.configure('mofsec.format.enable', true);
    await expect(vscode.format(document)).resolves.not.toEqual([]);
  });

  test('the server is stopped and started by the setting, and by the command', async () => {
    vscode.edit(document, brokenText);
    await eventually(() => expect(rules()).toContain('unterminated-string'));
    vscode.configure('mofsec.enable', false);
    await eventually(() => expect(rules()).toEqual([]));
    await vscode.run('mofsec.explainRule', 'creator-sid-mismatch');
    expect(vscode.messages.splice(0)).toEqual(["MOF's language server is not running."]);
    vscode.answer = 'Start';
    vscode.configure('mofsec.enable', true);
    await eventually(() => expect(rules()).toContain('unterminated-string'));
    await vscode.run('mofsec.restartServer');
    await eventually(() => expect(rules()).toContain('unterminated-string'));
  });
});
