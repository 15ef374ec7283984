/** The language server as a process of its own, built as the package has it. */
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import packageJson from '../../package.json' with { type: 'json' };
import { bundleCommand } from '../../src/build/bundle.mjs';
import { outsideEnvironment } from '../support/processes.ts';
import { projectRoot } from '../support/work-tree.ts';
import { milliseconds } from './protocol-client.ts';
import { uriOf } from './workbench.ts';

const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'mofsec-lsp-')));
const dist = path.join(scratch, 'dist');
const server = path.join(dist, 'lsp.js');

beforeAll(async () => {
  await bundleCommand({ root: projectRoot, dist, version: packageJson.version });
  writeFileSync(path.join(scratch, 'package.json'), '{ "type": "module" }\n');
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A server that ends with the test, if it has not before. */
function started(args: readonly string[], entry = server): ChildProcess {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: outsideEnvironment(),
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

function connected(reader: MessageReader, writer: MessageWriter): MessageConnection {
  const connection = createMessageConnection(reader, writer);
  connection.listen();
  onTestFinished(() => connection.dispose());
  return connection;
}

function throughStdio({ stdout, stdin }: ChildProcess): MessageConnection {
  if (stdout === null || stdin === null) throw new Error('the process has no pipes');
  return connected(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
}

async function initialized(
  connection: MessageConnection,
  processId: number | null = null,
): Promise<void> {
  await connection.sendRequest('initialize', { processId, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
}

/** What a process ends with. */
async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('the server ends', () => {
  it('quietly when its input closes behind what is no message', async () => {
    const child = started(['--stdio']);
    let said = '';
    child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
    child.stdin?.end('Content-Length: 2\r\n\r\n{}');
    expect(await endOf(child)).toBe(1);
    expect(said).toBe('');
  });

  it('with 0 when the client has said goodbye', async () => {
    const child = started(['--stdio']);
    const connection = throughStdio(child);
    await initialized(connection);
    expect(await connection.sendRequest('shutdown')).toBeNull();
    await connection.sendNotification('exit');
    expect(await endOf(child)).toBe(0);
  });

  it('with 1 when the client leaves without it', async () => {
    const child = started(['--stdio']);
    const connection = throughStdio(child);
    await initialized(connection);
    await connection.sendNotification('exit');
    expect(await endOf(child)).toBe(1);
  });

  it('when its input closes, before and after the first message', async () => {
    const silent = started(['--stdio']);
    silent.stdin?.end();
    expect(await endOf(silent)).toBe(1);
    const child = started(['--stdio']);
    await initialized(throughStdio(child));
    child.stdin?.end();
    expect(await endOf(child)).toBe(1);
  });

  it('with 0 when its input closes after shutdown', async () => {
    const child = started(['--stdio']);
    const connection = throughStdio(child);
    await initialized(connection);
    await connection.sendRequest('shutdown');
    child.stdin?.end();
    expect(await endOf(child)).toBe(0);
  });

  it('when the process of the client is gone, though its input stays open', async () => {
    const { pid } = spawnSync(process.execPath, ['--eval', '0']);
    const told = started(['--stdio']);
    await initialized(throughStdio(told), pid);
    const argued = started(['--stdio', `--clientProcessId=${pid}`]);
    expect(await Promise.all([endOf(told), endOf(argued)])).toEqual([1, 1]);
  });

  it('with 2 and advice when nobody says how to talk to it', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [server], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--stdio');
  });
});

describe('the server goes on', () => {
  it('after messages that are none', async () => {
    const child = started(['--stdio']);
    const connection = throughStdio(child);
    await initialized(connection);
    const frame = (body: string): string =>
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    for (const header of ['GET / HTTP/1.1', 'Content-Length: many']) {
      child.stdin?.write(`${header}\r\n\r\n`);
      await milliseconds(50);
      expect(await connection.sendRequest('mofsec/rules')).not.toHaveLength(0);
    }
    for (const garbage of ['{', '[]', 'null', '"x"', '{"jsonrpc":"2.0"}', '{"id":1,"result":1}']) {
      child.stdin?.write(frame(garbage));
    }
    child.stdin?.write(
      frame('{"jsonrpc":"2.0","id":"q","method":"textDocument/hover","params":[1,2]}'),
    );
    child.stdin?.write(frame('{"jsonrpc":"2.0","method":"$/cancelRequest"}'));
    expect(await connection.sendRequest('shutdown')).toBeNull();
  });
});

describe('the server is reached', () => {
  it('through the command', async () => {
    const child = started(['lsp', '--stdio'], path.join(dist, 'cli.js'));
    const connection = throughStdio(child);
    await initialized(connection);
    const published = new Promise((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf('a.mof'), languageId: 'mof', version: 1, text: 'class A {' },
    });
    expect(await published).toMatchObject({ diagnostics: [{ code: 'syntax' }] });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await endOf(child)).toBe(0);
  });

  it('through the channel of Node', async () => {
    const child = fork(server, ['--node-ipc'], { silent: true, env: outsideEnvironment() });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    await initialized(connected(new IPCMessageReader(child), new IPCMessageWriter(child)));
    child.disconnect();
    expect(await endOf(child)).toBe(1);
  });

  it.each(['--socket=', '--socket '])('through a port: %s', async (spelling) => {
    const listener = createServer();
    onTestFinished(() => {
      listener.close();
    });
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    const address = listener.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const child = started(`${spelling}${port}`.split(' '));
    const [socket] = (await once(listener, 'connection')) as [Socket];
    await initialized(connected(new StreamMessageReader(socket), new StreamMessageWriter(socket)));
    socket.destroy();
    expect(await endOf(child)).toBe(1);
  });

  it('and prints nothing but messages', async () => {
    const child = started(['--stdio']);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stdin?.end();
    await endOf(child);
    expect(printed).toBe('');
  });
});
