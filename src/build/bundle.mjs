/**
 * The JavaScript of the package. All dependencies are bundled: the command starts from a few files
 * instead of hundreds, an installation needs nothing but the tarball, and nobody meets the `engines`
 * field of a parser library that is stricter than the truth.
 */
import path from 'node:path';
import { build } from 'esbuild';

/**
 * @typedef {object} Target
 * @property {string} root The project's folder.
 * @property {string} dist Where the package's files go.
 * @property {string} version
 */

/** @satisfies {import('esbuild').BuildOptions} */
export const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
  // Short syntax and no blanks start faster; names stay, because a crash report shows them.
  minifySyntax: true,
  minifyWhitespace: true,
  // They are in THIRD-PARTY-NOTICES.txt, in full.
  legalComments: 'none',
};

/** Dependencies written as CommonJS call require('node:…'), which a module does not have. */
export const requireForModules = {
  js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
};

/**
 * The command, split at every `await import()`, so that each subcommand loads what it needs; and the language server,
 * which shares the pieces with it. Both are files that Node can be given.
 *
 * @param {Target} target
 * @returns {Promise<string[]>} The files that went in, relative to the root.
 */
export async function bundleCommand({ root, dist, version }) {
  return inputsOf(
    await build({
      ...common,
      absWorkingDir: root,
      entryPoints: { cli: 'src/cli/main.ts', lsp: 'lsp/main.ts' },
      outdir: dist,
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      define: { __MOFSEC_VERSION__: JSON.stringify(version) },
      banner: requireForModules,
    }),
    path.join(dist, 'cli.js'),
    path.join(dist, 'lsp.js'),
  );
}

/**
 * The library: one file that runs wherever JavaScript does, so a module of Node's in it is an error.
 *
 * @param {Target} target
 * @returns {Promise<string[]>} The files that went in, relative to the root.
 */
export async function bundleLibrary({ root, dist, version }) {
  return inputsOf(
    await build({
      ...common,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      absWorkingDir: root,
      entryPoints: { index: 'src/index.ts' },
      outdir: dist,
      define: { __MOFSEC_VERSION__: JSON.stringify(version) },
    }),
    path.join(dist, 'index.js'),
  );
}

/**
 * The plugin of prettier: one file that runs wherever prettier does. Prettier itself is the user's.
 *
 * @param {Target} target
 * @returns {Promise<string[]>} The files that went in, relative to the root.
 */
export async function bundlePrettierPlugin({ root, dist }) {
  return inputsOf(
    await build({
      ...common,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      absWorkingDir: root,
      entryPoints: { prettier: 'src/formatter/index.ts' },
      external: ['prettier'],
      outdir: dist,
    }),
    path.join(dist, 'prettier.js'),
  );
}

/**
 * @param {import('esbuild').BuildResult<{ metafile: true }>} result
 * @param {string[]} entries The files that must have come out; esbuild would be content with none.
 */
export function inputsOf({ metafile }, ...entries) {
  const outputs = Object.keys(metafile.outputs).map((output) => path.basename(output));
  for (const entry of entries) {
    if (!outputs.includes(path.basename(entry))) throw new Error(`${entry} was not built`);
  }
  return Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input),
  );
}
