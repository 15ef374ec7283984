/** The hook as pre-commit's users get it: cloned from a repository, installed by pre-commit, run on files. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { isInstalled, run, runWell } from './support/processes.ts';
import { asUtf16, brokenText, cleanText } from './support/mof-texts.ts';
import { copyWorkTree } from './support/work-tree.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'mofsec-hook-'));
const hooks = path.join(scratch, 'hooks');

beforeAll(() => {
  copyWorkTree(hooks);
  commitAll(hooks);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Makes `folder` a repository with everything in it committed. */
function commitAll(folder: string): string {
  const git = (...args: string[]): string => runWell('git', args, { cwd: folder });
  git('init', '--quiet');
  git('add', '--all');
  git(
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    'commit',
    '--quiet',
    '-m',
    'all',
  );
  return git('rev-parse', 'HEAD').trim();
}

test('npm installs mofsec globally straight from its repository', { timeout: 300_000 }, () => {
  const prefix = path.join(scratch, 'global');
  // As recent versions of pre-commit do it. `prepare` then runs without any dependency (src/build/prepare.mjs).
  const url = `git+${pathToFileURL(hooks).href}`;
  runWell('npm', ['install', '--install-links', '--global', '--prefix', prefix, url], {
    cwd: scratch,
    env: { npm_config_prefer_offline: 'true' },
  });
  const bin = process.platform === 'win32' ? prefix : path.join(prefix, 'bin');
  expect(runWell(path.join(bin, 'mofsec'), ['--version'], { cwd: scratch })).toBe(
    `${packageJson.version}\n`,
  );
});

const preCommit = isInstalled('pre-commit');

describe.skipIf(!preCommit)(
  preCommit ? 'pre-commit' : 'pre-commit (skipped: it is not installed on this machine)',
  { timeout: 300_000 },
  () => {
    const repository = path.join(scratch, 'repository');

    beforeAll(() => {
      mkdirSync(repository);
      const files: Record<string, string | Buffer> = {
        'clean.mof': cleanText,
        'clean-utf16.mof': asUtf16(cleanText),
        'broken.mof': brokenText,
        'broken-utf16.mfl': asUtf16(brokenText),
        'notes.txt': brokenText,
        'messy.mof': cleanText.replace('class', 'class  '),
        'messy-utf16.mof': asUtf16(cleanText.replace('class', 'class  ')),
      };
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(path.join(repository, name), content);
      }
      commitAll(repository);
    });

    /** A first use of the hook, in an empty home of pre-commit's own. */
    const tryHook = (hook: string, ...files: string[]) =>
      run('pre-commit', ['try-repo', hooks, hook, '--verbose', '--files', ...files], {
        cwd: repository,
        env: { PRE_COMMIT_HOME: path.join(scratch, 'home'), npm_config_prefer_offline: 'true' },
      });

    test('passes clean files, in UTF-16 too', () => {
      const { status, stdout } = tryHook('mofsec', 'clean.mof', 'clean-utf16.mof', 'notes.txt');
      expect(stdout).toMatch(/mofsec lint\.+Passed/);
      expect(status).toBe(0);
    });

    test('fails broken files, in UTF-16 too, and looks at nothing but MOF', () => {
      const { status, stdout } = tryHook(
        'mofsec',
        'clean.mof',
        'broken.mof',
        'broken-utf16.mfl',
        'notes.txt',
      );
      expect(status).toBe(1);
      expect(stdout).toMatch(/mofsec lint\.+Failed/);
      expect(stdout).toMatch(/^broken\.mof:3:\d+: error unterminated-string/m);
      expect(stdout).toMatch(/^broken-utf16\.mfl:3:\d+: error unterminated-string/m);
      expect(stdout).not.toMatch(/^(?:clean|notes)/m);
    });

    test('formats files, in UTF-16 too, and fails when it has', () => {
      const messy = ['messy.mof', 'messy-utf16.mof'];
      const { status, stdout } = tryHook('mofsec-format', 'clean.mof', ...messy, 'notes.txt');
      expect(stdout).toMatch(/mofsec format\.+Failed/);
      expect(stdout).toContain('files were modified by this hook');
      expect(status).toBe(1);
      const contents = messy.map((name) => readFileSync(path.join(repository, name)));
      expect(contents).toEqual([Buffer.from(cleanText), asUtf16(cleanText)]);
      expect(tryHook('mofsec-format', 'clean.mof', ...messy).status).toBe(0);
    });
  },
);
