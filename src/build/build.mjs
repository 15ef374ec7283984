/**
 * Builds dist/ from the sources: the command, the library and the plugin of prettier as bundles, their type declarations,
 * the JSON Schemas, the documentation of the rules and the licences of what is bundled.
 *
 * Everything goes to stderr, because `npm pack` runs this and its stdout is the name of the tarball,
 * which tools (pre-commit among them) read.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand, bundleLibrary, bundlePrettierPlugin } from './bundle.mjs';
import { writeDeclarations } from './declarations.mjs';
import { copyDocs } from './docs.mjs';
import { writeNotices } from './notices.mjs';
import { copySchemas } from './schemas.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
const { version } = /** @type {{ version: string }} */ (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
);

const started = performance.now();
try {
  rmSync(dist, { recursive: true, force: true });
  const bundled = [
    ...(await bundleCommand({ root, dist, version })),
    ...(await bundleLibrary({ root, dist, version })),
    ...(await bundlePrettierPlugin({ root, dist, version })),
  ];
  writeDeclarations({ root, dist });
  copySchemas({ root, dist });
  copyDocs({ root, dist });
  writeNotices({ root, dist, inputs: bundled });
  console.error(`mofsec ${version} built in ${Math.round(performance.now() - started)} ms`);
} catch (error) {
  // The tools have shown the lines in question; where in the build script they were called is of no use.
  console.error(`mofsec was not built: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
