/**
 * The folder that becomes the VS Code extension: its manifest and other files as they are, the TextMate grammar, the
 * project's licence and changelog, and two bundles, the extension's own code and the language server.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { common, inputsOf, requireForModules } from './bundle.mjs';
import { writeNotices } from './notices.mjs';

/** The Node of the oldest VS Code in the manifest. */
const target = 'node20.9';

/**
 * @param {object} options
 * @param {string} options.root The project's folder.
 * @param {string} options.folder Where the extension's files go; an empty folder.
 * @param {string} options.version
 */
export async function stageExtension({ root, folder, version }) {
  const source = path.join(root, 'lsp/vscode');
  const manifest = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'))
  );
  if (manifest.version !== version) {
    throw new Error(
      `lsp/vscode/package.json says ${manifest.version}, and package.json ${version}`,
    );
  }
  for (const part of ['dist', 'syntaxes']) mkdirSync(path.join(folder, part), { recursive: true });
  for (const file of [
    'package.json',
    'README.md',
    'icon.png',
    'images',
    'language-configuration.json',
    'snippets',
  ]) {
    cpSync(path.join(source, file), path.join(folder, file), { recursive: true });
  }
  for (const file of ['LICENSE', 'CHANGELOG.md']) {
    copyFileSync(path.join(root, file), path.join(folder, file));
  }
  const grammar = 'mof.tmLanguage.json';
  copyFileSync(
    path.join(root, 'grammar/textmate', grammar),
    path.join(folder, 'syntaxes', grammar),
  );
  const dist = path.join(folder, 'dist');
  const bundled = [
    ...(await bundleExtension({ root, dist, version })),
    ...(await bundleServer({ root, dist, version })),
  ];
  writeNotices({ root, dist, inputs: bundled });
}

/**
 * The code that VS Code loads. It is CommonJS, which all of its versions take.
 *
 * @param {import('./bundle.mjs').Target} target
 */
async function bundleExtension({ root, dist, version }) {
  return inputsOf(
    await build({
      ...common,
      absWorkingDir: root,
      target,
      format: 'cjs',
      entryPoints: { extension: 'lsp/vscode/extension.ts' },
      outdir: dist,
      outExtension: { '.js': '.cjs' },
      // VS Code itself answers for this one.
      external: ['vscode'],
      define: { __MOFSEC_VERSION__: JSON.stringify(version) },
    }),
    path.join(dist, 'extension.cjs'),
  );
}

/**
 * The language server, which runs in a process of its own. What only few requests need is loaded when one comes.
 *
 * @param {import('./bundle.mjs').Target} target
 */
async function bundleServer({ root, dist, version }) {
  return inputsOf(
    await build({
      ...common,
      absWorkingDir: root,
      target,
      entryPoints: { server: 'lsp/main.ts' },
      outdir: dist,
      outExtension: { '.js': '.mjs' },
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      define: { __MOFSEC_VERSION__: JSON.stringify(version) },
      banner: requireForModules,
    }),
    path.join(dist, 'server.mjs'),
  );
}
