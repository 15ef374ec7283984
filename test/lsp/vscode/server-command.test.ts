import { describe, expect, test } from 'vitest';
import { serverCommand, type Surroundings } from '../../../lsp/vscode/server-command.ts';

const command = (surroundings: Partial<Surroundings>) =>
  serverCommand({
    path: '',
    bundled: '/extension/dist/server.cjs',
    folder: '/folder',
    platform: 'linux',
    ...surroundings,
  });

describe('the server to start', () => {
  test.each(['', '   '])('is the one in the extension unless a path is set (%j)', (path) => {
    expect(command({ path })).toEqual({
      kind: 'module',
      module: '/extension/dist/server.cjs',
      args: [],
    });
  });

  test.each(['/opt/mofsec/dist/cli.js', '/opt/cli.mjs', 'C:\\mofsec\\dist\\CLI.JS'])(
    'is a script for Node where the path is one (%s)',
    (path) => {
      expect(command({ path })).toEqual({ kind: 'module', module: path, args: ['lsp'] });
    },
  );

  test('is a program otherwise', () => {
    expect(command({ path: ' mofsec ' })).toEqual({
      kind: 'program',
      program: 'mofsec',
      args: ['lsp'],
      shell: false,
    });
  });

  test.each([
    ['mofsec', '"mofsec"', true],
    ['C:\\Program Files\\mofsec.cmd', '"C:\\Program Files\\mofsec.cmd"', true],
    ['C:\\Program Files\\mofsec.exe', 'C:\\Program Files\\mofsec.exe', false],
  ])(
    "is started by a shell on Windows where it may be one of npm's scripts (%s)",
    (path, program, shell) => {
      expect(command({ path, platform: 'win32' })).toMatchObject({ program, shell });
    },
  );

  test('may lie in the folder that is open', () => {
    const path = '${workspaceFolder}/node_modules/mofsec/dist/cli.js';
    expect(command({ path })).toMatchObject({ module: '/folder/node_modules/mofsec/dist/cli.js' });
    expect(command({ path, folder: undefined })).toMatchObject({
      module: '/node_modules/mofsec/dist/cli.js',
    });
    expect(command({ path: '${workspaceFolder}/m', folder: '/a$&b' })).toMatchObject({
      program: '/a$&b/m',
    });
  });
});
