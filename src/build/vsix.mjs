/**
 * `npm run vsix [FILE]`: packages the VS Code extension, by default as dist/mofsec-VERSION.vsix. Nothing is downloaded,
 * and nothing has to be built before.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { stageExtension } from './extension.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = /** @type {{ version: string }} */ (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
);
const packagePath = path.resolve(process.argv[2] ?? path.join(root, `dist/mofsec-${version}.vsix`));

const folder = mkdtempSync(path.join(tmpdir(), 'mofsec-extension-'));
try {
  await stageExtension({ root, folder, version });
  mkdirSync(path.dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: folder,
    packagePath,
    // What it needs is in the bundles.
    dependencies: false,
    allowMissingRepository: true,
    // What the README links to is in the package, not on the web.
    rewriteRelativeLinks: false,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
