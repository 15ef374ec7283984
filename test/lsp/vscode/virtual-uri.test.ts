import { describe, expect, test } from 'vitest';
import { addressOf, documentAt, type VirtualDocument } from '../../../lsp/vscode/virtual-uri.ts';

const emitted = (source: string): VirtualDocument => ({ kind: 'emitted', format: 'mof', source });

describe('the address of a document that the server makes', () => {
  test.each<VirtualDocument>([
    { kind: 'rule', rule: 'creator-sid-mismatch' },
    { kind: 'rules' },
    emitted('file:///c%3A/wmi/a%20b.mof'),
    { kind: 'emitted', format: 'json', source: 'untitled:Untitled-1?x=1&y#z' },
  ])('leads back to it: %o', (document) => {
    expect(documentAt(addressOf(document))).toEqual(document);
  });

  test.each([
    ['file:///wmi/back%20door.MOF', '/emitted/back door.canonical.mof'],
    ['file:///wmi/100%.mfl', '/emitted/100%.canonical.mof'],
    ['untitled:Untitled-1', '/emitted/Untitled-1.canonical.mof'],
    ['file:///wmi/x.mof?a/b.mof#c', '/emitted/x.canonical.mof'],
  ])('has a title from %s', (source, path) => {
    expect(addressOf(emitted(source)).path).toBe(path);
  });

  test('says in its ending which language the document is in', () => {
    expect(addressOf({ kind: 'rule', rule: 'x' }).path).toMatch(/\.md$/);
    expect(addressOf({ kind: 'emitted', format: 'json', source: 'file:///x.mof' }).path).toBe(
      '/emitted/x.json',
    );
  });
});

test.each([
  { scheme: 'file', path: '/rule/x.md', query: '' },
  { scheme: 'mofsec', path: '/rule/../x.md', query: '' },
  { scheme: 'mofsec', path: '/emitted/x.json', query: 'format=bmf&source=file:///x' },
  { scheme: 'mofsec', path: '/emitted/x.json', query: 'format=json' },
  { scheme: 'mofsec', path: '/', query: '' },
])('$scheme:$path?$query is the address of nothing', (address) => {
  expect(documentAt(address)).toBeUndefined();
});
