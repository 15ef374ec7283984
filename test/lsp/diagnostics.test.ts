/** Diagnostics as the client gets them: what each says, when it is sent, and how a client asks for them. */
import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import type { Environment } from '../../lsp/environment.ts';
import { LanguageService } from '../../lsp/service.ts';
import { milliseconds, ProtocolClient } from './protocol-client.ts';
import { environmentOf, folder, textAt, uriOf } from './workbench.ts';

const uri = uriOf('main.mof');
const clean = 'class A { [key] uint32 Id; };\n';
/** One finding, `property-type`, at `"x"`. */
const wrong = `${clean}instance of A { Id = "x"; };\n`;

const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedDocumentSupport: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** A filter in one file and its binding in another, by an object path. */
const namespace = '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n';
const consumer = (name: string): string =>
  `${namespace}instance of NTEventLogEventConsumer { Name = "${name}"; SourceName = "S"; EventID = 1; };\n`;
const binding = `${namespace}instance of __FilterToConsumerBinding { Filter = "__EventFilter.Name=\\"F\\""; Consumer = "NTEventLogEventConsumer.Name=\\"C\\""; };\n`;

describe('a diagnostic', () => {
  function diagnosticsOf(text: string, environment: Partial<Environment> = {}): Diagnostic[] {
    const service = new LanguageService({ ...environmentOf({}), ...environment });
    service.workspace.open(uri, 'mof', 1, text);
    return service.diagnostics(uri);
  }

  it('says what a finding says', () => {
    const [diagnostic] = diagnosticsOf(wrong);
    expect(diagnostic).toMatchObject({
      severity: DiagnosticSeverity.Error,
      code: 'property-type',
      source: 'mofsec',
      message: expect.stringContaining('uint32') as string,
      data: { rule: 'property-type', hresult: '0x80044015', fix: 'none' },
      relatedInformation: [
        {
          location: { uri, range: { start: { line: 0, character: 16 } } },
          message: expect.any(String) as string,
        },
      ],
    });
    expect(
      textAt(
        wrong,
        diagnostic?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      ),
    ).toBe('"x"');
  });

  it('links to the page of its rule, where there is one', () => {
    const rulePage = (rule: string): string => `file:///docs/${rule}.md`;
    const [diagnostic] = diagnosticsOf(wrong, { rulePage });
    expect(diagnostic?.codeDescription).toEqual({ href: 'file:///docs/property-type.md' });
    expect(diagnosticsOf(wrong)[0]).not.toHaveProperty('codeDescription');
  });

  it.each([
    ['suppression-unused', '// mofsec-disable-file property-type\n', DiagnosticTag.Unnecessary],
    [
      'binding-deliver-synchronously',
      `${namespace}instance of __FilterToConsumerBinding { DeliverSynchronously = TRUE; };`,
      DiagnosticTag.Deprecated,
    ],
    ['property-type', wrong, undefined],
  ])('is tagged by its rule: %s', (rule, text, tag) => {
    const found = diagnosticsOf(text).find(({ code }) => code === rule);
    expect(found).toBeDefined();
    expect(found?.tags).toEqual(tag === undefined ? undefined : [tag]);
  });

  it('is the same each time', () => {
    expect(diagnosticsOf(wrong)).toEqual(diagnosticsOf(wrong));
  });

  it('is one of the thousand worst, with a word of how many more there are', () => {
    const many = diagnosticsOf(
      `${'#pragma nonsense\n'.repeat(30)}${'instance of __EventFilter { };\n'.repeat(1200)}`,
    );
    expect(many).toHaveLength(1001);
    expect(many.filter(({ code }) => code === 'pragma-unknown')).toHaveLength(30);
    expect(many.at(-1)?.message).toMatch(/^There are \d+ more findings in this file/);
  });
});

describe('diagnostics that are sent', () => {
  it('come at once when a document is opened, with its version', async () => {
    const client = await ProtocolClient.start();
    expect(client.capabilities.diagnosticProvider).toBeUndefined();
    const before = performance.now();
    await client.open(uri, wrong);
    await client.until(() => client.published(uri).length > 0);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(client.published(uri)).toMatchObject([
      { version: 1, diagnostics: [{ code: 'property-type' }] },
    ]);
  });

  it('are those of the last of many quick edits', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, clean);
    await client.until(() => client.published(uri).length > 0);
    let version = 0;
    for (let index = 0; index < 50; index++) {
      const position = { line: 1, character: index };
      version = await client.change(uri, {
        range: { start: position, end: position },
        text: 'instance of A { Id = "x"; };'.charAt(index % 28),
      });
    }
    await client.change(uri, { text: wrong });
    await client.until(() => client.published(uri).at(-1)?.version === version + 1);
    expect(client.rulesAt(uri)).toEqual(['property-type']);
    expect(client.published(uri).length).toBeLessThanOrEqual(4);
    await milliseconds(300);
    expect(client.published(uri).at(-1)?.version).toBe(version + 1);
  });

  it('reach somebody who never stops typing', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, clean);
    await client.until(() => client.published(uri).length > 0);
    await client.change(uri, { text: wrong });
    const typing = setInterval(() => {
      void client.change(uri, { text: `${wrong}${'\n'.repeat(client.received.length)}` });
    }, 40);
    await client.until(() => client.published(uri).length > 1);
    clearInterval(typing);
  });

  it('are not sent again where nothing has changed', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, wrong);
    await client.until(() => client.published(uri).length > 0);
    await client.change(uri, { text: `${wrong}\n` });
    await milliseconds(400);
    expect(client.published(uri)).toHaveLength(1);
  });

  it('go when the document is closed', async () => {
    const client = await ProtocolClient.start();
    await client.open(uri, wrong);
    await client.until(() => client.published(uri).length > 0);
    await client.close(uri);
    await client.until(() => client.published(uri).length > 1);
    expect(client.published(uri).at(-1)?.diagnostics).toEqual([]);
  });

  it('come to documents that depend on the one that was typed in', async () => {
    const client = await ProtocolClient.start();
    const [first, second] = [uriOf('consumer.mof'), uriOf('binding.mof')];
    await client.open(first, consumer('C'));
    await client.open(second, binding);
    await client.until(() => client.published(second).length > 0);
    const before = client.rulesAt(second)?.length ?? 0;
    await client.change(first, { text: consumer('D') });
    await client.until(() => client.published(second).length > 1);
    expect(client.rulesAt(second)).not.toHaveLength(before);
  });

  it('wait for the other files of the folder', async () => {
    const environment = environmentOf({ 'base.mof': clean });
    const client = await ProtocolClient.start({ environment, folders: [folder] });
    await client.open(uri, 'instance of A { Id = "x"; };\n');
    await client.until(() => client.published(uri).length > 0);
    expect(client.published(uri)).toHaveLength(1);
    expect(client.rulesAt(uri)).toEqual(['property-type']);
  });
});

describe('diagnostics that are asked for', () => {
  const pull = async (
    client: ProtocolClient,
    previousResultId?: string,
    at = uri,
  ): Promise<DocumentDiagnosticReport> =>
    (await client.ask('textDocument/diagnostic', {
      textDocument: { uri: at },
      previousResultId,
    })) as DocumentDiagnosticReport;

  it('are not sent as well', async () => {
    const client = await ProtocolClient.start({ capabilities: pulling });
    expect(client.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    await client.open(uri, wrong);
    expect(await pull(client)).toMatchObject({ kind: 'full', items: [{ code: 'property-type' }] });
    await client.close(uri);
    await milliseconds(300);
    expect(client.published(uri)).toEqual([]);
  });

  it('are unchanged where the client has them', async () => {
    const client = await ProtocolClient.start({ capabilities: pulling });
    await client.open(uri, wrong);
    const { resultId } = await pull(client);
    expect(await pull(client, resultId)).toMatchObject({ kind: 'unchanged', resultId });
    await client.change(uri, { text: `\n${wrong}` });
    expect(await pull(client, resultId)).toMatchObject({ kind: 'full' });
    await client.change(uri, { text: wrong });
    expect(await pull(client, resultId)).toMatchObject({ kind: 'unchanged' });
    expect(await pull(client, 'of another server')).toMatchObject({ kind: 'full' });
  });

  it('bring those of related documents along, as far as they have changed', async () => {
    const client = await ProtocolClient.start({ capabilities: pulling });
    const other = uriOf('binding.mof');
    await client.open(uri, consumer('C'));
    await client.open(other, binding);
    const first = await pull(client);
    expect(Object.keys(first.relatedDocuments ?? {})).toEqual([other]);
    expect((await pull(client)).relatedDocuments).toEqual({});
    const alone = await ProtocolClient.start({
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await alone.open(uri, consumer('C'));
    expect(await pull(alone)).not.toHaveProperty('relatedDocuments');
  });

  it('are none for a document that nobody knows', async () => {
    const client = await ProtocolClient.start({ capabilities: pulling });
    expect(await pull(client)).toMatchObject({ kind: 'full', items: [] });
  });

  it('are asked for again when a file has changed', async () => {
    const client = await ProtocolClient.start({ capabilities: pulling, folders: [folder] });
    await client.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('a.mof'), type: 2 }],
    });
    await client.until(() => client.receivedBy('workspace/diagnostic/refresh').length > 0);
  });

  it('of the folder come for every file, and unchanged ones without their findings', async () => {
    const environment = environmentOf({ 'a.mof': wrong, 'b.mof': clean });
    const client = await ProtocolClient.start({
      capabilities: pulling,
      environment,
      folders: [folder],
    });
    await client.open(uriOf('b.mof'), `${clean}class {`);
    const ask = async (previousResultIds: readonly object[]): Promise<WorkspaceDiagnosticReport> =>
      (await client.ask('workspace/diagnostic', {
        previousResultIds,
      })) as WorkspaceDiagnosticReport;
    const { items } = await ask([]);
    expect(items.map((item) => [item.uri, item.version, item.kind])).toEqual([
      [uriOf('a.mof'), null, 'full'],
      [uriOf('b.mof'), 1, 'full'],
    ]);
    const known = items.map((item) => ({ uri: item.uri, value: item.resultId }));
    expect((await ask(known)).items).toEqual([]);
    const again = await ask([...known, { uri: uriOf('gone.mof'), value: 'x' }]);
    expect(again.items.map((item) => [item.uri, item.kind])).toEqual([
      [uriOf('a.mof'), 'unchanged'],
      [uriOf('b.mof'), 'unchanged'],
      [uriOf('gone.mof'), 'full'],
    ]);
  });

  it('of the folder come in parts to a client that takes them so', async () => {
    const files = Array.from({ length: 120 }, (_, index) => [`f${index}.mof`, clean] as const);
    const client = await ProtocolClient.start({
      capabilities: pulling,
      environment: environmentOf(Object.fromEntries(files)),
      folders: [folder],
    });
    const rest = (await client.ask('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    })) as WorkspaceDiagnosticReport;
    const parts = client.receivedBy('$/progress') as readonly {
      readonly token: string;
      readonly value: WorkspaceDiagnosticReport;
    }[];
    const sizes = parts.map(({ value }) => value.items.length);
    expect([sizes.length, sizes.reduce((sum, size) => sum + size, 0), rest.items]).toEqual([
      3,
      120,
      [],
    ]);
  });
});
