/** Every feature of the service answers through the protocol, in the form that the client takes. */
import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type DocumentSymbol,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { abilitiesOf } from '../../lsp/server/abilities.ts';
import { serverCapabilities } from '../../lsp/server/capabilities.ts';
import { contentHash } from '../../lsp/server/content-hash.ts';
import { ofNewestText } from '../../lsp/server/for-client.ts';
import { TokenResults } from '../../lsp/server/token-results.ts';
import { LanguageService } from '../../lsp/service.ts';
import { rules } from '../../src/linter/registry.ts';
import { ProtocolClient } from './protocol-client.ts';
import { emptyEnvironment } from '../../lsp/environment.ts';
import { environmentOf, folder, uriOf } from './workbench.ts';

const uri = uriOf('main.mof');
const textDocument = { uri };
const text = `#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")
#include ("base.mof")
class Sample : Base
{
  [Description("A level")] uint8 Level;
};
instance of __EventFilter as $Filter
{
  Name = "F";
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
  QueryLanguage = "WQL";
  Query = "SELECT * FROM __InstanceCreationEvent WITHIN 600 WHERE TargetInstance ISA 'Win32_Process'";
};
instance of __FilterToConsumerBinding
{
  Filter = $Filter;
};
`;
const options = { tabSize: 2, insertSpaces: true };

/** Where a word stands first. */
function at(word: string): { readonly line: number; readonly character: number } {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function opened(capabilities: ClientCapabilities = {}): Promise<ProtocolClient> {
  const client = await ProtocolClient.start({
    capabilities,
    environment: environmentOf({ 'base.mof': 'class Base { [key] uint32 Id; };\n' }),
    folders: [folder],
  });
  await client.open(uri, text);
  await client.until(() => client.published(uri).length > 0);
  return client;
}

describe('a request', () => {
  it.each<[string, object, unknown]>([
    ['textDocument/hover', { position: at('Sample') }, { contents: expect.anything() as unknown }],
    ['textDocument/completion', { position: at('Level') }, { items: expect.any(Array) as unknown }],
    ['textDocument/definition', { position: at('$Filter;') }, [{ uri }]],
    [
      'textDocument/references',
      { position: at('$Filter'), context: { includeDeclaration: true } },
      [{ uri }, { uri }],
    ],
    ['textDocument/documentHighlight', { position: at('$Filter') }, [{}, {}]],
    ['textDocument/prepareRename', { position: at('$Filter') }, { placeholder: '$Filter' }],
    [
      'textDocument/rename',
      { position: at('$Filter'), newName: '$Other' },
      { changes: { [uri]: [{ newText: '$Other' }, { newText: '$Other' }] } },
    ],
    ['textDocument/codeLens', {}, [{ command: {} }]],
    ['textDocument/documentLink', {}, [{ target: uriOf('base.mof') }]],
    [
      'textDocument/inlayHint',
      { range: whole },
      expect.arrayContaining([expect.objectContaining({ label: expect.anything() as unknown })]),
    ],
    ['textDocument/foldingRange', {}, expect.arrayContaining([expect.anything()])],
    ['textDocument/selectionRange', { positions: [at('Level')] }, [{ range: {}, parent: {} }]],
    ['textDocument/semanticTokens/full', {}, { resultId: expect.any(String) as string }],
    ['textDocument/semanticTokens/range', { range: whole }, { data: expect.any(Array) as unknown }],
    ['textDocument/formatting', { options }, expect.any(Array)],
    ['textDocument/rangeFormatting', { range: whole, options }, expect.any(Array)],
    ['textDocument/rangesFormatting', { ranges: [whole, whole], options }, expect.any(Array)],
    [
      'textDocument/onTypeFormatting',
      { position: at('instance'), ch: ';', options },
      expect.any(Array),
    ],
    [
      'textDocument/codeAction',
      { range: whole, context: { diagnostics: [] } },
      expect.arrayContaining([
        expect.objectContaining({ title: expect.stringMatching(/^Suppress /) as string }),
      ]),
    ],
    ['workspace/symbol', { query: 'sam' }, [{ name: 'Sample' }]],
  ])('%s is answered', async (method, params, answer) => {
    const client = await opened();
    expect(await client.ask(method, { textDocument, ...params })).toMatchObject(answer as object);
    expect(client.receivedBy('window/logMessage')).toEqual([]);
  });

  it('textDocument/signatureHelp is answered, and be it by null', async () => {
    const client = await opened();
    const params = { textDocument, position: at('"A level"') };
    expect(await client.errorOf('textDocument/signatureHelp', params)).toBeUndefined();
  });

  it('completionItem/resolve gives the item back', async () => {
    const client = await opened();
    expect(await client.ask('completionItem/resolve', { label: 'class' })).toMatchObject({
      label: 'class',
    });
  });

  it('of several ranges formats each declaration once', async () => {
    const client = await opened();
    const ranges = [whole, whole];
    const both = await client.ask('textDocument/rangesFormatting', {
      textDocument,
      ranges,
      options,
    });
    const one = await client.ask('textDocument/rangeFormatting', {
      textDocument,
      range: whole,
      options,
    });
    expect(both).toEqual(one);
  });
});

describe('what takes a while', () => {
  it('is made again where the text has changed in the meantime', async () => {
    const { workspace } = new LanguageService(emptyEnvironment);
    workspace.open(uri, 'mof', 1, 'one');
    const made: string[] = [];
    const answer = await ofNewestText(workspace, uri, async () => {
      const length = made.push(workspace.document(uri)?.getText() ?? '');
      await Promise.resolve();
      if (length === 1) workspace.change(uri, 2, [{ text: 'two' }]);
      return made.at(-1);
    });
    expect([answer, made]).toEqual(['two', ['one', 'two']]);
  });
});

describe('semantic tokens', () => {
  it('are sent as what has changed', async () => {
    const client = await opened();
    const full = (await client.ask('textDocument/semanticTokens/full', {
      textDocument,
    })) as SemanticTokens;
    const start = at('Level;');
    await client.change(uri, {
      range: { start, end: { ...start, character: start.character + 5 } },
      text: 'Level2',
    });
    const ask = async (previousResultId: string): Promise<SemanticTokens & SemanticTokensDelta> =>
      (await client.ask('textDocument/semanticTokens/full/delta', {
        textDocument,
        previousResultId,
      })) as SemanticTokens & SemanticTokensDelta;
    const { edits, resultId } = await ask(full.resultId ?? '');
    expect(edits).toHaveLength(1);
    expect(edits[0]?.data?.length).toBeLessThan(10);
    const data = [...full.data];
    for (const edit of edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const now = (await client.ask('textDocument/semanticTokens/full', {
      textDocument,
    })) as SemanticTokens;
    expect(data).toEqual(now.data);
    expect(now.resultId).toBe(resultId);
    expect((await ask(resultId ?? '')).edits).toEqual([]);
    expect((await ask('of another server')).data).toEqual(now.data);
    await client.close(uri);
    expect(await ask(resultId ?? '')).toHaveProperty('data');
  });

  it.each([
    [[], [1]],
    [[1], []],
    [
      [1, 2, 3],
      [1, 3],
    ],
    [
      [1, 1, 1],
      [1, 1],
    ],
    [
      [1, 2],
      [1, 2, 1, 2],
    ],
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ])('from %j to %j are right', (before, after) => {
    const results = new TokenResults();
    const { resultId = '' } = results.full(uri, { data: before });
    const delta = results.delta(uri, resultId, { data: after });
    if (!('edits' in delta)) throw new Error('these are all tokens');
    const data = [...before];
    for (const edit of delta.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    expect(data).toEqual(after);
  });

  it('have names that differ where they differ', () => {
    const names = new Set(Array.from({ length: 5000 }, (_, index) => contentHash(`${index}`)));
    expect(names.size).toBe(5000);
  });
});

describe('symbols', () => {
  it('are a tree for clients that show one, and a list for the others', async () => {
    const tree = (await (
      await opened({
        textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
      })
    ).ask('textDocument/documentSymbol', { textDocument })) as DocumentSymbol[];
    const sample = tree.find(({ name }) => name === 'Sample');
    expect(sample?.children?.map(({ name }) => name)).toEqual(['Level']);
    const list = (await (
      await opened()
    ).ask('textDocument/documentSymbol', {
      textDocument,
    })) as SymbolInformation[];
    expect(list.find(({ name }) => name === 'Level')).toMatchObject({
      containerName: 'Sample',
      location: { uri },
    });
  });
});

describe('edits', () => {
  it('carry the versions of their documents to clients that look at them', async () => {
    const client = await opened({ workspace: { workspaceEdit: { documentChanges: true } } });
    const edit = (await client.ask('textDocument/rename', {
      textDocument,
      position: at('$Filter'),
      newName: '$Other',
    })) as WorkspaceEdit;
    expect(edit).not.toHaveProperty('changes');
    expect(edit.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
  });
});

describe('code actions', () => {
  const resolving: ClientCapabilities = {
    textDocument: {
      codeAction: {
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
        codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix] } },
      },
    },
  };
  const lower = `instance of __EventFilter { EventAccess = "o:bag:bad:(A;;0x80;;;BA)"; };\n`;
  const params = {
    textDocument,
    range: whole,
    context: { diagnostics: [], only: ['source.fixAll'] },
  };

  it('come without their edit to clients that ask for it later', async () => {
    const client = await opened(resolving);
    expect(client.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    await client.change(uri, { text: lower });
    const [action] = (await client.ask('textDocument/codeAction', params)) as CodeAction[];
    expect(action).not.toHaveProperty('edit');
    expect(await client.ask('codeAction/resolve', action)).toHaveProperty('edit');
  });

  it('come with it to the others', async () => {
    const client = await opened();
    await client.change(uri, { text: lower });
    const [action] = (await client.ask('textDocument/codeAction', params)) as CodeAction[];
    expect(action).toHaveProperty('edit');
  });
});

describe('the documentation of a rule', () => {
  const command = { command: 'mofsec.explainRule', arguments: ['creator-sid-mismatch'] };

  it('is what the command gives', async () => {
    const client = await ProtocolClient.start();
    expect(client.capabilities.executeCommandProvider?.commands).toEqual(['mofsec.explainRule']);
    expect(await client.ask('workspace/executeCommand', command)).toMatch(
      /^# creator-sid-mismatch\n/,
    );
    expect(await client.errorOf('workspace/executeCommand', { command: 'rm' })).toBeDefined();
    expect(
      await client.errorOf('workspace/executeCommand', { ...command, arguments: ['no-rule'] }),
    ).toBeDefined();
  });

  it('is opened by clients that can', async () => {
    const client = await ProtocolClient.start({
      capabilities: { window: { showDocument: { support: true } } },
      environment: { ...emptyEnvironment, rulePage: (rule) => `file:///docs/${rule}.md` },
    });
    await client.ask('workspace/executeCommand', command);
    await client.until(() => client.receivedBy('window/showDocument').length > 0);
    expect(client.receivedBy('window/showDocument')).toMatchObject([
      { uri: 'file:///docs/creator-sid-mismatch.md' },
    ]);
  });

  it('is left to clients that have the command themselves', async () => {
    const client = await ProtocolClient.start({
      initializationOptions: { clientCommands: ['mofsec.explainRule'] },
    });
    expect(client.capabilities.executeCommandProvider?.commands).toEqual([]);
    expect(await client.ask('mofsec/explainRule', { rule: 'syntax' })).toMatch(/^# syntax\n/);
    expect(await client.ask('mofsec/explainRule', { rule: 'no-rule' })).toBeNull();
    expect(await client.ask('mofsec/rules')).toHaveLength(rules.length);
  });
});

describe('what a document compiles to', () => {
  it.each([
    ['mof', /^#pragma namespace/m],
    ['json', /"className": ?"Sample"|"Sample"/],
  ])('is shown as %s', async (format, expected) => {
    const client = await opened();
    const clean = 'class Sample { [key] uint32 Id; };';
    await client.change(uri, { text: clean });
    const result = await client.ask('mofsec/emit', { uri, format });
    expect(result).toMatchObject({ kind: 'text', text: expect.stringMatching(expected) as string });
  });

  it('is nothing while there are errors, or no document', async () => {
    const client = await opened();
    await client.change(uri, { text: 'class Sample {' });
    expect(await client.ask('mofsec/emit', { uri, format: 'mof' })).toMatchObject({
      kind: 'errors',
    });
    expect(await client.ask('mofsec/emit', { uri: uriOf('no.mof'), format: 'mof' })).toBeNull();
    expect(await client.errorOf('mofsec/emit', {})).toBeDefined();
  });
});

describe('the capabilities', () => {
  const of = (capabilities: ClientCapabilities): ReturnType<typeof serverCapabilities> =>
    serverCapabilities(abilitiesOf({ processId: null, rootUri: null, capabilities }), new Set());

  it('are those that the client can use', () => {
    const bare = of({});
    expect(bare.positionEncoding).toBe('utf-16');
    expect(bare.diagnosticProvider).toBeUndefined();
    expect(bare.codeActionProvider).toBeUndefined();
    expect(bare.renameProvider).toBe(true);
    expect(bare.documentRangeFormattingProvider).toBe(true);
    const able = of({
      textDocument: {
        diagnostic: {},
        rename: { prepareSupport: true },
        rangeFormatting: { rangesSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
    });
    expect(able.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    expect(able.renameProvider).toEqual({ prepareProvider: true });
    expect(able.documentRangeFormattingProvider).toEqual({ rangesSupport: true });
    expect(able.codeActionProvider).toMatchObject({
      codeActionKinds: ['quickfix', 'source.fixAll.mofsec'],
    });
  });
});
