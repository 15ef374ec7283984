import { describe, expect, it } from 'vitest';
import { applyEdits, openMarked } from './workbench.ts';

const spaces = { tabSize: 2, insertSpaces: true };

describe('formatting', () => {
  it('formats a document, with the editor’s indentation', async () => {
    const { service, uri, text } = await openMarked('class   A{uint32 X;};\nclass B { };');
    const edits = await service.formatDocument(uri, spaces);
    expect(applyEdits(text, edits)).toContain('\n  uint32 X;\n');
    const tabs = await service.formatDocument(uri, { tabSize: 4, insertSpaces: false });
    expect(applyEdits(text, tabs)).toContain('\n\tuint32 X;\n');
  });

  it('leaves a document with syntax errors as it is', async () => {
    const { service, uri } = await openMarked('class   A{uint32 };\nclass   B { };');
    expect(await service.formatDocument(uri, spaces)).toEqual([]);
  });

  it('formats the declarations that a range touches, and no others', async () => {
    const { service, uri, text, ranges } = await openMarked(
      'class   A { };\n⟦class   B⟧ { };\nclass   C { };\n',
    );
    const [range] = ranges;
    const edits = range === undefined ? [] : await service.formatRange(uri, range, spaces);
    const formatted = applyEdits(text, edits);
    expect(formatted).toContain('class   A');
    expect(formatted).toContain('class B');
    expect(formatted).toContain('class   C');
  });

  it('formats what was just closed, and nothing while it is written', async () => {
    const closed = await openMarked('class   A { };\ninstance of   A{X=1;};⟦⟧\nclass   B { };');
    const { service, uri, position, text } = closed;
    const formatted = applyEdits(text, await service.formatOnType(uri, position, ';', spaces));
    expect(formatted).toContain('instance of A');
    expect(formatted).toContain('class   A');
    expect(formatted).toContain('class   B');
    const open = await openMarked('instance of   A{X=1;⟦⟧ };');
    expect(await open.service.formatOnType(open.uri, open.position, ';', spaces)).toEqual([]);
  });
});

it('follows what the project says of the layout before the editor’s settings', async () => {
  const { service, uri, text } = await openMarked('class   A{uint32 X;};', {}, { tabWidth: 6 });
  const edits = await service.formatDocument(uri, spaces);
  expect(applyEdits(text, edits)).toContain('\n      uint32 X;\n');
});
