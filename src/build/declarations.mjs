/**
 * The package's type declarations: what its entries say, and the files that they need, no more.
 * The compiler also writes those of inner modules, which speak of libraries that users do not have.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const entries = ['src/index.d.ts', 'src/formatter/index.d.ts'];

/** @param {{ root: string, dist: string }} target */
export function writeDeclarations({ root, dist }) {
  const types = path.join(dist, 'types');
  compile(root, types);
  const needed = reachableFrom(entries.map((entry) => path.join(types, entry)));
  for (const [file, text] of needed) writeFileSync(file, text);
  for (const entry of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(types, entry);
    if (file.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
  }
  removeEmptyFolders(types);
}

/**
 * @param {string} root
 * @param {string} outDir
 */
function compile(root, outDir) {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = path.join(path.dirname(manifest), 'bin/tsc');
  const project = path.join(root, 'src/build/tsconfig.types.json');
  const { status, error } = spawnSync(
    process.execPath,
    [tsc, '--project', project, '--outDir', outDir],
    // The compiler complains on stdout, which is not ours to write to (see build.mjs).
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`tsc ended with ${status}`);
}

/**
 * @param {readonly string[]} entries
 * @returns {Map<string, string>} The declaration files that `entries` import, directly or not, and themselves, with
 *   their texts. Imports say `.js` there, which every compiler follows; few follow `.ts`.
 */
function reachableFrom(entries) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    const folder = path.dirname(file);
    const text = readFileSync(file, 'utf8').replaceAll(
      /(\bfrom|\bimport\(?)(\s*["'])(\.[^"']*)\.ts(?=["'])/g,
      (_, keyword, quote, specifier) => {
        waiting.push(path.resolve(folder, `${specifier}.d.ts`));
        return `${keyword}${quote}${specifier}.js`;
      },
    );
    texts.set(file, text);
  }
  return texts;
}

/** @param {string} folder */
function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
