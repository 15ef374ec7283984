import { describe, expect, it } from 'vitest';
import { emptyEnvironment } from '../../lsp/environment.ts';
import { LanguageService } from '../../lsp/service.ts';
import { Workspace } from '../../lsp/workspace.ts';
import { type Encoding, SourceFile } from '../../src/text/source-file.ts';
import { environmentOf, environmentOfUris, folder, uriOf } from './workbench.ts';

const filter = `#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")
instance of __EventFilter as $F { Name = "F"; QueryLanguage = "WQL"; Query = "SELECT * FROM __InstanceCreationEvent WITHIN 60 WHERE TargetInstance ISA 'Win32_Process'"; };`;
const binding = `#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")
instance of __FilterToConsumerBinding { Filter = "__EventFilter.Name=\\"F\\""; Consumer = "CommandLineEventConsumer.Name=\\"C\\""; };`;

async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace(environmentOf(files));
  await workspace.addFolder(folder).index(() => Promise.resolve());
  return workspace;
}

function analysed(workspace: Workspace, path: string): readonly string[] {
  const view = workspace.view(uriOf(path));
  return view === undefined ? [] : view.analysis.files.map((file) => file.path).toSorted();
}

describe('files that belong together', () => {
  it('are joined by object paths', async () => {
    const workspace = await workspaceOf({ 'f.mof': filter, 'b.mof': binding, 'x.mof': '' });
    expect(analysed(workspace, 'b.mof')).toEqual(['b.mof', 'f.mof']);
    expect(analysed(workspace, 'f.mof')).toEqual(['b.mof', 'f.mof']);
    expect(analysed(workspace, 'x.mof')).toEqual(['x.mof']);
  });

  it('are joined by includes, from either side', async () => {
    const workspace = await workspaceOf({ 'a.mof': '#include ("b.mof")', 'b.mof': filter });
    expect(analysed(workspace, 'a.mof')).toEqual(['a.mof', 'b.mof']);
    expect(analysed(workspace, 'b.mof')).toEqual(['a.mof', 'b.mof']);
  });

  it('share one analysis until one of them changes', async () => {
    const workspace = await workspaceOf({ 'f.mof': filter, 'b.mof': binding });
    const before = workspace.view(uriOf('f.mof'))?.analysis;
    expect(workspace.view(uriOf('b.mof'))?.analysis).toBe(before);
    workspace.open(uriOf('f.mof'), 'mof', 1, filter.replace('"F"', '"G"'));
    expect(workspace.view(uriOf('b.mof'))?.analysis).not.toBe(before);
    expect(analysed(workspace, 'b.mof')).toEqual(['b.mof']);
  });

  it('know the classes of other files without being analysed with them', async () => {
    const workspace = await workspaceOf({
      'class.mof': 'class Own_Thing { [key] uint32 Id; };',
      'use.mof': 'instance of Own_Thing { Id = "one"; };',
    });
    expect(analysed(workspace, 'use.mof')).toEqual(['use.mof']);
    const rules = workspace.view(uriOf('use.mof'))?.diagnostics.map(({ rule }) => rule);
    expect(rules).toContain('property-type');
  });
});

describe('documents', () => {
  it('win over the disk while they are open', async () => {
    const workspace = await workspaceOf({ 'a.mof': filter });
    workspace.open(uriOf('a.mof'), 'mof', 1, 'class A {};');
    expect(workspace.view(uriOf('a.mof'))?.source.text).toBe('class A {};');
    workspace.change(uriOf('a.mof'), 2, [
      { range: { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } }, text: 'B' },
    ]);
    expect(workspace.view(uriOf('a.mof'))?.source.text).toBe('class B {};');
    workspace.close(uriOf('a.mof'));
    expect(workspace.view(uriOf('a.mof'))?.source.text).toBe(filter);
  });

  it('belong to the innermost folder, and stand alone outside of all', () => {
    const workspace = new Workspace(emptyEnvironment);
    workspace.open('file:///workspace/sub/a.mof', 'mof', 1, '');
    expect(workspace.locate('file:///workspace/sub/a.mof').path).toBe('a.mof');
    workspace.addFolder(folder);
    expect(workspace.locate('file:///workspace/sub/a.mof').path).toBe('sub/a.mof');
    workspace.addFolder(`${folder}/sub`);
    expect(workspace.locate('file:///workspace/sub/a.mof').path).toBe('a.mof');
    workspace.removeFolder(`${folder}/sub`);
    expect(workspace.locate('file:///workspace/sub/a.mof').path).toBe('sub/a.mof');
    expect(workspace.view('file:///workspace/sub/a.mof')?.version).toBe(1);
  });

  it('are known to all folders around them, whichever they are closed in', async () => {
    const inner = `${folder}/sub`;
    const files = new Map([
      [`${folder}/a.mof`, 'class A {};'],
      [`${inner}/b.mof`, 'class B : A {};'],
    ]);
    const service = new LanguageService(environmentOfUris(files));
    for (const root of [folder, inner]) {
      await service.workspace.addFolder(root).index(() => Promise.resolve());
    }
    const base = { line: 0, character: 6 };
    const placeInB = (): unknown =>
      service
        .references(uriOf('a.mof'), base, false)
        .map(({ uri, range }) => `${uri} ${range.start.line}`);
    service.workspace.open(uriOf('sub/b.mof'), 'mof', 1, '\n\nclass B : A {};');
    expect(placeInB()).toEqual([`${inner}/b.mof 2`]);
    expect(service.workspaceSymbols('B').map(({ location }) => location.uri)).toEqual([
      `${inner}/b.mof`,
    ]);
    service.workspace.close(uriOf('sub/b.mof'));
    expect(placeInB()).toEqual([`${inner}/b.mof 0`]);
  });

  it('are stored as their file is', async () => {
    let encoding: Encoding = 'utf-16le-bom';
    const workspace = new Workspace({
      findFiles: () => Promise.resolve(['a.mof']),
      readFile: (_, path) => new SourceFile(path, '', encoding),
    });
    const encodingOf = (path: string): unknown => workspace.view(uriOf(path))?.source.encoding;
    workspace.open(uriOf('a.mof'), 'mof', 1, 'class A {};');
    expect(encodingOf('a.mof')).toBe('utf-16le-bom');
    const project = workspace.addFolder(folder);
    await project.index(() => Promise.resolve());
    expect(encodingOf('a.mof')).toBe('utf-16le-bom');
    encoding = 'utf-8';
    project.refresh(['a.mof']);
    expect(encodingOf('a.mof')).toBe('utf-8');
    expect(workspace.view(uriOf('a.mof'))?.source.text).toBe('class A {};');
  });

  it('may be untitled', () => {
    const workspace = new Workspace(emptyEnvironment);
    workspace.open('untitled:Untitled-1', 'mof', 1, 'class A {};');
    expect(workspace.view('untitled:Untitled-1')?.parsed.document.items).toHaveLength(1);
    expect(workspace.view('untitled:Untitled-1')?.uri).toBe('untitled:Untitled-1');
  });
});
