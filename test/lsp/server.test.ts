/** The server's manners: its beginning and end, what it answers to what it does not understand, and when. */
import { describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  ErrorCodes,
  HoverRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { ProtocolClient } from './protocol-client.ts';
import { environmentOf, folder, uriOf } from './workbench.ts';

const uri = uriOf('main.mof');
const place = { textDocument: { uri }, position: { line: 0, character: 7 } };

describe('the order of messages', () => {
  it('has no answers before initialize', async () => {
    const client = new ProtocolClient();
    await client.open(uri, 'class A {};');
    expect(await client.errorOf('textDocument/hover', place)).toBe(ErrorCodes.ServerNotInitialized);
    expect(await client.errorOf('mofsec/nothing')).toBe(ErrorCodes.ServerNotInitialized);
    expect(await client.errorOf('shutdown')).toBe(ErrorCodes.ServerNotInitialized);
    await client.initialize();
    expect(await client.errorOf('textDocument/hover', place)).toBeUndefined();
  });

  it('has one initialize', async () => {
    const client = await ProtocolClient.start();
    const params = { processId: null, rootUri: null, capabilities: {} };
    expect(await client.errorOf('initialize', params)).toBe(ErrorCodes.InvalidRequest);
    expect(await client.errorOf('textDocument/hover', place)).toBeUndefined();
  });

  it('has no answers after shutdown', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, 'class A {');
    expect(await client.ask('shutdown')).toBeNull();
    expect(await client.errorOf('textDocument/hover', place)).toBe(ErrorCodes.InvalidRequest);
    expect(await client.errorOf('shutdown')).toBe(ErrorCodes.InvalidRequest);
  });

  it('is the order of the answers’ texts: a request sees every change before it', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, 'class A {};');
    await client.change(uri, { text: 'class A {};\nclass B {};' });
    const symbols = await client.ask('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols).toHaveLength(2);
  });
});

describe('what is not understood', () => {
  it.each<[string, unknown]>([
    ['textDocument/hover', null],
    ['textDocument/hover', {}],
    ['textDocument/hover', []],
    ['textDocument/hover', { textDocument: {} }],
    ['textDocument/hover', { textDocument: { uri: 5 }, position: { line: 0, character: 0 } }],
    ['textDocument/hover', { textDocument: { uri } }],
    ['textDocument/hover', { textDocument: { uri }, position: { line: '0', character: 0 } }],
    ['textDocument/inlayHint', { textDocument: { uri }, range: { start: { line: 0 } } }],
    ['textDocument/documentSymbol', { textDocument: null }],
    ['textDocument/rename', { textDocument: { uri }, position: 7 }],
  ])('%s with %j is refused', async (method, params) => {
    const client = await ProtocolClient.start();
    expect(await client.errorOf(method, params)).toBe(ErrorCodes.InvalidParams);
    expect(await client.ask('textDocument/hover', place)).toBeNull();
  });

  it('requests without any parameters are refused', async () => {
    const client = await ProtocolClient.start();
    expect(await client.errorOf('textDocument/hover')).toBe(ErrorCodes.InvalidParams);
    expect(await client.errorOf('workspace/symbol')).toBeUndefined();
  });

  it('unknown methods are', async () => {
    const client = await ProtocolClient.start();
    expect(await client.errorOf('textDocument/fly', place)).toBe(ErrorCodes.MethodNotFound);
  });

  it.each<[string, unknown]>([
    ['textDocument/didOpen', null],
    ['textDocument/didOpen', { textDocument: { uri } }],
    ['textDocument/didOpen', { textDocument: { uri: ':::', version: 1, text: '' } }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 } }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{}] }],
    [
      'textDocument/didChange',
      {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: 'x', range: { start: 1, end: 2 } }],
      },
    ],
    ['textDocument/didClose', { textDocument: { uri: uriOf('unknown.mof') } }],
    ['workspace/didChangeWatchedFiles', {}],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: 7, type: 1 }] }],
    ['workspace/didChangeWorkspaceFolders', {}],
    ['workspace/didRenameFiles', null],
    ['workspace/didChangeConfiguration', null],
    ['$/cancelRequest', {}],
    ['$/cancelRequest', { id: null }],
    ['mofsec/unknown', { x: 1 }],
  ])('the notification %s with %j changes nothing', async (method, params) => {
    const client = await ProtocolClient.start();
    await client.open(uri, 'class A {};');
    await client.tell(method, params);
    expect(await client.ask('textDocument/documentSymbol', { textDocument: { uri } })).toHaveLength(
      1,
    );
  });

  it('positions outside of the text are no reason to fail', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, 'class A {};');
    for (const line of [-5, 99, 2 ** 31]) {
      const position = { line, character: 2 ** 31 };
      expect(await client.errorOf('textDocument/hover', { ...place, position })).toBeUndefined();
    }
    expect(client.receivedBy('window/logMessage')).toEqual([]);
  });

  it('documents that nobody opened have no answers', async () => {
    const client = await ProtocolClient.start();
    const textDocument = { uri: uriOf('unknown.mof') };
    expect(await client.ask('textDocument/hover', { ...place, textDocument })).toBeNull();
    expect(await client.ask('textDocument/documentSymbol', { textDocument })).toEqual([]);
    expect(await client.ask('textDocument/formatting', { textDocument, options: {} })).toEqual([]);
  });
});

describe('a request that is cancelled', () => {
  it('is answered as cancelled', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, 'class A {};');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(HoverRequest.type, place, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  it('ends a search of many files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `f${index}.mof`,
        `class A${index} {};\n`.repeat(20),
      ]),
    );
    const client = await ProtocolClient.start({
      environment: environmentOf(files),
      folders: [folder],
    });
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('workspace/symbol', { query: 'A' }, source.token);
    setTimeout(() => source.cancel(), 1);
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});

describe('a defect', () => {
  const broken = {
    findFiles: () => Promise.reject(new Error('no search')),
    readFile: () => {
      throw new Error('the disk is upside down');
    },
  };

  it('is told to the log with its place, and answered with nothing', async () => {
    const client = await ProtocolClient.start({ environment: broken });
    expect(await client.ask('textDocument/hover', place)).toBeNull();
    await client.until(() => client.receivedBy('window/logMessage').length > 0);
    const [log] = client.receivedBy('window/logMessage') as readonly { readonly message: string }[];
    expect(log?.message).toContain(`textDocument/hover of ${uri} at 1:8 failed`);
    expect(log?.message).toContain('the disk is upside down');
    expect(log?.message).toMatch(/\n +at /);
  });

  it('is an error where the user has asked', async () => {
    const client = await ProtocolClient.start({ environment: broken });
    const code = await client.errorOf('textDocument/rename', { ...place, newName: 'B' });
    expect(code).toBe(ErrorCodes.InternalError);
  });

  it('in the index does not keep diagnostics away', async () => {
    const client = await ProtocolClient.start({ environment: broken, folders: [folder] });
    await client.open(uri, 'class A {');
    await client.until(() => client.rulesAt(uri)?.includes('syntax') === true);
  });
});

describe('a client that says null of what it cannot do', () => {
  it('is taken at its word', async () => {
    const client = new ProtocolClient();
    await client.ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: null, codeAction: null }, workspace: null },
    });
    await client.tell('initialized', {});
    await client.open(uri, 'class A {');
    await client.until(() => client.rulesAt(uri)?.includes('syntax') === true);
  });
});

describe('names that cannot be', () => {
  it('are refused in words', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, 'class Abc { [key] uint32 Id; };');
    const params = { ...place, newName: '9 lives' };
    await expect(client.ask('textDocument/rename', params)).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: expect.stringContaining('9 lives is no name') as string,
    });
  });
});
