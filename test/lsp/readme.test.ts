/** What lsp/README.md tells users of editors to write: it is what they paste, so it must work as it stands. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenText } from '../support/mof-texts.ts';
import { isInstalled, run, runWell } from '../support/processes.ts';
import { projectRoot } from '../support/work-tree.ts';

const readme = readFileSync(path.join(projectRoot, 'lsp/README.md'), 'utf8');

/** The blocks of code of one section in order. */
function blocksOf(section: string, language: string): readonly string[] {
  const [, text = ''] = readme.split(`\n### ${section}\n`);
  const [own = ''] = text.split(/\n##+ /);
  return [...own.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  );
}

test.each([
  ['Neovim', 'lua', 2],
  ['Helix', 'toml', 1],
  ['Emacs', 'elisp', 1],
  ['Zed', 'rust', 1],
  ['Sublime Text', 'json', 1],
  ['Kate', 'json', 1],
])('%s is told the command', (section, language, count) => {
  const blocks = blocksOf(section, language);
  expect(blocks).toHaveLength(count);
  for (const block of blocks) expect(block).toMatch(/"lsp"|'lsp'/);
  for (const block of blocks) expect(block).toMatch(/"--stdio"|'--stdio'/);
});

test.each(['Sublime Text', 'Kate'])('the JSON for %s is JSON', (section) => {
  for (const block of blocksOf(section, 'json')) expect(JSON.parse(block)).toBeTypeOf('object');
});

const scratch = mkdtempSync(path.join(tmpdir(), 'mofsec-editors-'));
const sample = path.join(scratch, 'broken.mof');

beforeAll(() => {
  const command = path.join(scratch, 'bin/mofsec');
  const cli = path.join(projectRoot, 'dist/cli.js');
  mkdirSync(path.dirname(command));
  mkdirSync(path.join(scratch, '.git'));
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(command, 0o755);
  writeFileSync(sample, brokenText);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** With the command on the PATH, and without what the user of this machine has set. */
const environment = (): Record<string, string> => ({
  PATH: `${path.join(scratch, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  HOME: scratch,
  XDG_CONFIG_HOME: scratch,
  XDG_STATE_HOME: scratch,
  XDG_DATA_HOME: scratch,
});

const hasNeovim = isInstalled('nvim');

describe.skipIf(!hasNeovim)(`Neovim${hasNeovim ? '' : ' (skipped: no nvim on the PATH)'}`, () => {
  test('shows findings with the lines for its version', () => {
    const [, major, minor] =
      /v(\d+)\.(\d+)/.exec(runWell('nvim', ['--version'], { cwd: scratch })) ?? [];
    const [modern = '', classic = ''] = blocksOf('Neovim', 'lua');
    const isModern = Number(major) > 0 || Number(minor) >= 11;
    writeFileSync(path.join(scratch, 'init.lua'), isModern ? modern : classic);
    writeFileSync(
      path.join(scratch, 'look.lua'),
      `local function rules()
         return vim.tbl_map(function(diagnostic) return diagnostic.code end, vim.diagnostic.get(0))
       end
       vim.wait(20000, function() return vim.tbl_contains(rules(), 'unterminated-string') end, 50)
       io.stdout:write(vim.bo.filetype .. ' ' .. table.concat(rules(), ' ') .. '\\n')
       vim.cmd('qall!')`,
    );
    const { stdout } = run(
      'nvim',
      ['--headless', '-n', '-u', 'init.lua', 'broken.mof', '-c', 'luafile look.lua'],
      { cwd: scratch, env: environment() },
    );
    expect(stdout).toMatch(/^mof .*\bunterminated-string\b/);
  });
});

const hasEglot =
  isInstalled('emacs') &&
  run('emacs', ['--batch', '--eval', "(require 'eglot)"], { cwd: scratch }).status === 0;

describe.skipIf(!hasEglot)(`Emacs${hasEglot ? '' : ' (skipped: no emacs with eglot)'}`, () => {
  test('shows findings with the lines for eglot', () => {
    writeFileSync(path.join(scratch, 'init.el'), blocksOf('Emacs', 'elisp').join('\n'));
    writeFileSync(
      path.join(scratch, 'look.el'),
      `(load (expand-file-name "init.el"))
       (require 'eglot)
       (find-file "broken.mof")
       ;; Without a screen no command ends, which is when eglot-ensure connects.
       (apply #'eglot--connect (eglot--guess-contact))
       (let ((tries 200))
         (while (and (> tries 0) (not (flymake-diagnostics)))
           (accept-process-output nil 0.1)
           (setq tries (1- tries))))
       (princ (format "%s %s\\n" major-mode (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
       (ignore-errors (eglot-shutdown (eglot-current-server)))`,
    );
    const { stdout } = run('emacs', ['--batch', '-l', 'look.el'], {
      cwd: scratch,
      env: environment(),
    });
    expect(stdout).toMatch(/^mof-mode .*unterminated-string/s);
  });
});
