/** Folders, files on the disk and settings, through the protocol. */
import { describe, expect, it, vi } from 'vitest';
import type { ClientCapabilities, WorkspaceSymbol } from 'vscode-languageserver-protocol/node';
import type { Environment } from '../../lsp/environment.ts';
import { readSettings } from '../../lsp/settings.ts';
import { milliseconds, ProtocolClient } from './protocol-client.ts';
import { applyEdits, environmentOf, environmentOfUris, folder, uriOf } from './workbench.ts';

const uri = uriOf('main.mof');
const base = 'class Base { [key] uint32 Id; };\n';
const use = 'instance of Base { Id = "x"; };\n';

async function symbolsOf(client: ProtocolClient): Promise<string[]> {
  const symbols = (await client.ask('workspace/symbol', { query: '' })) as WorkspaceSymbol[];
  return symbols.map(({ name, location }) => `${location.uri}#${name}`).toSorted();
}

describe('folders', () => {
  const [one, two] = ['file:///one', 'file:///two'];
  const files = new Map([
    [`${one}/a.mof`, 'class A {};'],
    [`${two}/b.mof`, 'class B {};'],
  ]);

  it('may be two, and come and go', async () => {
    const client = await ProtocolClient.start({
      environment: environmentOfUris(files),
      folders: [one, two],
    });
    const both = [`${one}/a.mof#A`, `${two}/b.mof#B`];
    await client.open('untitled:x', '');
    await client.until(() => client.published('untitled:x').length > 0);
    expect(await symbolsOf(client)).toEqual(both);
    const change = (added: string[], removed: string[]): Promise<void> =>
      client.tell('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((name) => ({ uri: name, name })),
          removed: removed.map((name) => ({ uri: name, name })),
        },
      });
    await change([], [one]);
    expect(await symbolsOf(client)).toEqual([`${two}/b.mof#B`]);
    await change([one], [two]);
    await vi.waitFor(async () => {
      expect(await symbolsOf(client)).toEqual([`${one}/a.mof#A`]);
    });
  });

  it('know nothing of each other’s files', async () => {
    const environment = environmentOfUris(
      new Map([
        [`${one}/base.mof`, base],
        [`${two}/base.mof`, base.replace('uint32', 'string')],
      ]),
    );
    const client = await ProtocolClient.start({ environment, folders: [one, two] });
    await client.open(`${one}/use.mof`, use);
    await client.open(`${two}/use.mof`, use);
    await client.until(
      () =>
        client.published(`${one}/use.mof`).length * client.published(`${two}/use.mof`).length > 0,
    );
    expect(client.rulesAt(`${one}/use.mof`)).toEqual(['property-type']);
    expect(client.rulesAt(`${two}/use.mof`)).toEqual([]);
  });

  it.each([
    [{ rootUri: one }],
    [{ rootUri: null, rootPath: '/one' }],
    [{ rootUri: two, workspaceFolders: [{ uri: one, name: 'one' }] }],
    [{ rootUri: two, workspaceFolders: [{ uri: ':::' }, { uri: 7 }, { uri: one }] }],
  ])('may be told in the words of other clients: %j', async (words) => {
    const client = new ProtocolClient({ environment: environmentOfUris(files) });
    await client.ask('initialize', { processId: null, capabilities: {}, ...words });
    await client.tell('initialized', {});
    await client.open('untitled:x', '');
    await client.until(() => client.published('untitled:x').length > 0);
    expect(await symbolsOf(client)).toEqual([`${one}/a.mof#A`]);
  });

  it('are read with a sign of life, where the client shows one', async () => {
    const client = await ProtocolClient.start({
      environment: environmentOfUris(files),
      folders: [one],
      capabilities: { window: { workDoneProgress: true } },
    });
    const kinds = (): string[] =>
      client
        .receivedBy('$/progress')
        .map((params) => (params as { readonly value: { readonly kind: string } }).value.kind);
    await client.until(() => kinds().includes('end'));
    expect(kinds()[0]).toBe('begin');
    expect(kinds().at(-1)).toBe('end');
  });
});

describe('files on the disk', () => {
  const watching: ClientCapabilities = {
    workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
  };

  it('are watched, where the client can', async () => {
    const client = await ProtocolClient.start({ capabilities: watching, folders: [folder] });
    await client.until(() => client.receivedBy('client/registerCapability').length > 0);
    expect(JSON.stringify(client.receivedBy('client/registerCapability'))).toContain(
      '**/*.[mM][oO][fF]',
    );
    const other = await ProtocolClient.start({ folders: [folder] });
    await other.settled();
    expect(other.receivedBy('client/registerCapability')).toEqual([]);
  });

  it.each<[string, number, string | undefined]>([
    ['changes', 2, base.replace('uint32', 'string')],
    ['is deleted', 3, undefined],
  ])('bring new diagnostics to what depends on one that %s', async (_, type, text) => {
    const files = new Map([[uriOf('base.mof'), base]]);
    const client = await ProtocolClient.start({
      environment: environmentOfUris(files),
      folders: [folder],
    });
    await client.open(uri, use);
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === true);
    if (text === undefined) files.delete(uriOf('base.mof'));
    else files.set(uriOf('base.mof'), text);
    await client.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('base.mof'), type }],
    });
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === false);
  });

  it('are found when they come, but for ignored ones', async () => {
    const files = new Map<string, string>();
    const all = environmentOfUris(files);
    const environment: Environment = {
      ...all,
      findFiles: async (root) =>
        (await all.findFiles(root)).filter((path) => !path.startsWith('ignored/')),
    };
    const client = await ProtocolClient.start({ environment, folders: [folder] });
    await client.open(uri, use);
    await client.until(() => client.published(uri).length > 0);
    expect(client.rulesAt(uri)).not.toContain('property-type');
    const tell = async (path: string): Promise<void> => {
      files.set(uriOf(path), base);
      await client.tell('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(path), type: 1 }],
      });
    };
    await tell('ignored/base.mof');
    await milliseconds(200);
    expect(client.rulesAt(uri)).not.toContain('property-type');
    await tell('base.mof');
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === true);
  });
});

describe('a file that is renamed', () => {
  const include = '#include ("parts\\\\base.mof")\n';

  it('is found by those that include it, once their text is changed', async () => {
    const environment = environmentOf({ 'parts/base.mof': base, 'main.mof': include });
    const client = await ProtocolClient.start({ environment, folders: [folder] });
    await client.open(uri, include);
    await client.until(() => client.published(uri).length > 0);
    const rename = async (oldPath: string, newPath: string): Promise<unknown> =>
      await client.ask('workspace/willRenameFiles', {
        files: [{ oldUri: uriOf(oldPath), newUri: uriOf(newPath) }],
      });
    const after = async (oldPath: string, newPath: string): Promise<string | null> => {
      const edit = (await rename(oldPath, newPath)) as {
        readonly changes: Record<string, Parameters<typeof applyEdits>[1]>;
      } | null;
      return edit && applyEdits(include, edit.changes[uri] ?? []);
    };
    expect(await after('parts/base.mof', 'parts/Root.mof')).toBe(
      '#include ("parts\\\\Root.mof")\n',
    );
    expect(await after('PARTS/Base.mof', 'lib/x/base.mof')).toBe(
      '#include ("lib\\\\x\\\\base.mof")\n',
    );
    expect(await after('parts', 'lib')).toBe('#include ("lib\\\\base.mof")\n');
    expect(await after('main.mof', 'sub/main.mof')).toBe('#include ("..\\\\parts\\\\base.mof")\n');
    expect(await after('other.mof', 'another.mof')).toBeNull();
    expect(await after('parts/base.mof', 'parts/a"b.mof')).toBeNull();
  });

  it('moves with its folder', async () => {
    const files = new Map([[uriOf('old.mof'), base]]);
    const client = await ProtocolClient.start({
      environment: environmentOfUris(files),
      folders: [folder],
    });
    await client.open(uri, use);
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === true);
    expect(await symbolsOf(client)).toContain(`${uriOf('old.mof')}#Base`);
    files.set(uriOf('new.mof'), base);
    files.delete(uriOf('old.mof'));
    await client.tell('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('old.mof'), newUri: uriOf('new.mof') }],
    });
    await vi.waitFor(async () => {
      const symbols = await symbolsOf(client);
      expect(symbols).toContain(`${uriOf('new.mof')}#Base`);
      expect(symbols).not.toContain(`${uriOf('old.mof')}#Base`);
    });
  });

  it('is found under a name that was missing before', async () => {
    const files = new Map([[uriOf('old.mof'), base]]);
    const client = await ProtocolClient.start({
      environment: environmentOfUris(files),
      folders: [folder],
    });
    await client.open(uri, '#include ("new.mof")\n');
    await client.until(() => client.rulesAt(uri)?.includes('include-not-found') === true);
    files.set(uriOf('new.mof'), base);
    files.delete(uriOf('old.mof'));
    await client.tell('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('old.mof'), newUri: uriOf('new.mof') }],
    });
    await client.until(() => client.rulesAt(uri)?.includes('include-not-found') === false);
  });

  it('is gone with a folder that is deleted', async () => {
    const files = new Map([[uriOf('parts/base.mof'), base]]);
    const client = await ProtocolClient.start({
      environment: environmentOfUris(files),
      folders: [folder],
    });
    await client.open(uri, use);
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === true);
    files.clear();
    await client.tell('workspace/didDeleteFiles', { files: [{ uri: uriOf('parts') }] });
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === false);
  });

  it('is another document when it is open', async () => {
    const client = await ProtocolClient.start({ folders: [folder] });
    await client.open(uri, base + use);
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === true);
    await client.close(uri);
    await client.open(uriOf('renamed.mof'), base + use);
    await client.until(
      () => client.rulesAt(uriOf('renamed.mof'))?.includes('property-type') === true,
    );
    expect(client.rulesAt(uri)).toEqual([]);
  });
});

describe('settings', () => {
  const asking: ClientCapabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  };
  /** A finding of the preset `strict` only. */
  const keyless = 'class Sample { string Name; };\n';

  it('are asked for, for each folder, and again when they change', async () => {
    const client = await ProtocolClient.start({
      capabilities: asking,
      folders: [folder],
      settings: (scope) => (scope === folder ? { preset: 'strict' } : null),
    });
    await client.open(uri, keyless);
    await client.open('file:///elsewhere/a.mof', keyless);
    await client.until(() => client.published('file:///elsewhere/a.mof').length > 0);
    await client.until(() => client.published(uri).length > 0);
    expect(client.rulesAt(uri)).toContain('class-without-key');
    expect(client.rulesAt('file:///elsewhere/a.mof')).toEqual([]);
    client.settings = () => null;
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.rulesAt(uri)?.includes('class-without-key') === false);
  });

  it('may come with the first message, or with a change, where the client cannot be asked', async () => {
    const client = await ProtocolClient.start({ initializationOptions: { preset: 'strict' } });
    await client.open(uri, keyless);
    await client.until(() => client.rulesAt(uri)?.includes('class-without-key') === true);
    await client.tell('workspace/didChangeConfiguration', {
      settings: { mofsec: { preset: 'mofcomp' } },
    });
    await client.until(() => client.rulesAt(uri)?.includes('class-without-key') === false);
  });

  it('name classes that every file may use', async () => {
    const environment = environmentOf({
      'schema/unrelated.mof': 'class Own_Thing { [key] uint32 Id; };',
    });
    const client = await ProtocolClient.start({
      environment,
      folders: [folder],
      initializationOptions: { schema: ['./schema/'] },
    });
    await client.open(uri, 'instance of Own_Thing { Id = "x"; };');
    await client.until(() => client.rulesAt(uri)?.includes('property-type') === true);
  });

  it('that cannot be used are named in the log, once', async () => {
    const client = await ProtocolClient.start({
      capabilities: asking,
      folders: [folder],
      settings: () => ({ preset: 'stric' }),
    });
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    await client.settled();
    await milliseconds(50);
    expect(client.receivedBy('window/logMessage')).toEqual([
      { type: 2, message: 'mofsec.preset cannot be "stric": did you mean strict?' },
    ]);
  });

  it('do not keep diagnostics away from a client that never answers', async () => {
    const client = await ProtocolClient.start({
      capabilities: asking,
      settings: () => new Promise(() => undefined),
    });
    await client.open(uri, 'class A {');
    await client.until(() => client.rulesAt(uri)?.includes('syntax') === true);
  });

  it.each<[string, unknown, object, number]>([
    ['nothing', undefined, {}, 0],
    ['null for all', { namespace: null, preset: null, schema: null }, {}, 0],
    ['what others put there', { trace: { server: 'off' }, __proto__: { preset: 'strict' } }, {}, 0],
    ['a namespace', { namespace: 'root\\cimv2' }, { namespace: 'root\\cimv2' }, 0],
    ['an empty namespace', { namespace: '' }, {}, 0],
    ['a namespace of another computer', { namespace: '\\\\host\\root' }, {}, 1],
    ['a number for a namespace', { namespace: 5 }, {}, 1],
    ['a section', { mofsec: { preset: 'strict' } }, { preset: 'strict' }, 0],
    ['one file', { schema: 'a\\b.mof' }, { schema: ['a/b.mof'] }, 0],
    ['the folder itself', { schema: ['.'] }, { schema: [''] }, 0],
    ['files elsewhere', { schema: ['../x', '/etc', 'C:\\x', 'y'] }, { schema: ['y'] }, 3],
    ['no list of files', { schema: [1] }, {}, 1],
  ])('are read: %s', (_, value, expected, complaints) => {
    const { settings, problems } = readSettings(value);
    expect(settings).toEqual({
      namespace: undefined,
      preset: 'recommended',
      schema: [],
      ...expected,
    });
    expect(problems).toHaveLength(complaints);
  });
});
