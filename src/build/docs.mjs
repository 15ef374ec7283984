/**
 * The documentation of the rules. It is kept in the repository, where people read it, and a test holds that it is what
 * the rules say; the package carries a copy, to which the language server links.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const folder = 'src/linter/docs';

/** @param {{ root: string, dist: string }} target */
export function copyDocs({ root, dist }) {
  cpSync(path.join(root, folder), path.join(dist, 'docs'), { recursive: true });
}

/**
 * Writes the documentation anew, and deletes the pages of rules that are gone.
 *
 * @param {{ root: string }} target
 * @returns {Promise<number>} How many files there are now.
 */
export async function writeDocs({ root }) {
  const docs = await generateDocs(root);
  const target = path.join(root, folder);
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(target)) {
    if (!docs.has(name)) rmSync(path.join(target, name));
  }
  for (const [name, text] of docs) writeFileSync(path.join(target, name), text);
  return docs.size;
}

/**
 * @param {string} root
 * @returns {Promise<ReadonlyMap<string, string>>} The texts by the name of their file.
 */
async function generateDocs(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/report/rule-docs.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { ruleDocs } = /** @type {{ ruleDocs: () => ReadonlyMap<string, string> }} */ (
    await import(`data:text/javascript;base64,${code}`)
  );
  return ruleDocs();
}
