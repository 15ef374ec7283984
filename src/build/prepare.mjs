/**
 * npm's `prepare`: builds the package after `npm ci`, before `npm pack`, and when somebody installs mofsec
 * straight from a repository.
 *
 * The last case has a trap. `npm install --global git+…`, which is how pre-commit installs a hook, hands its
 * `global` setting down to the installation inside the clone, so that this runs with no dependency at all. They
 * are then installed here, into the clone, from the lock file.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

if (!hasBuildTools()) installBuildTools();
await import('./build.mjs');

function hasBuildTools() {
  return ['esbuild', 'typescript', 'chevrotain', '@types/node'].every((name) =>
    existsSync(path.join(root, 'node_modules', name, 'package.json')),
  );
}

function installBuildTools() {
  const npm = process.env['npm_execpath'];
  const [command, ...prefix] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const { status, error } = spawnSync(
    command ?? 'npm',
    [...prefix, 'ci', '--global=false', '--include=dev', '--ignore-scripts'],
    // Nothing on stdout: see build.mjs.
    { cwd: root, stdio: ['ignore', 2, 2], env: environment(), shell: npm === undefined },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ci ended with ${status}`);
}

/** Without the settings of the outer npm that say where to, what and whether to install. */
function environment() {
  const inherited =
    /^npm_config_(?:global|location|prefix|local_prefix|omit|include|only|production|dev|dry_run|package_lock_only|save.*|workspaces?)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}
