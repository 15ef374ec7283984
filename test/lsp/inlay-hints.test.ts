import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { openMarked } from './workbench.ts';

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** The text with the hints where they are shown. */
async function shown(text: string, range = everything): Promise<string> {
  const { service, uri } = await openMarked(text);
  const lines = text.split('\n');
  for (const { position, label } of service.inlayHints(uri, range).toReversed()) {
    const line = lines[position.line] ?? '';
    const { character } = position;
    lines[position.line] =
      `${line.slice(0, character)}«${typeof label === 'string' ? label : ''}»${line.slice(character)}`;
  }
  return lines.join('\n');
}

describe('inlay hints', () => {
  it('name SIDs, rights and long intervals', async () => {
    expect(
      await shown(`instance of __EventFilter {
  CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};
  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)" "(A;;0xc0;;;SY)";
  Query = "SELECT * FROM __InstanceCreationEvent WITHIN 5400 WHERE x = 1";
};`),
    ).toBe(`instance of __EventFilter {
  CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}«BUILTIN\\Administrators»;
  EventAccess = "O:BAG:BAD:(A;;0x80«PUBLISH»;;;BA)" "(A;;0xc0«SUBSCRIBE | PUBLISH»;;;SY)";
  Query = "SELECT * FROM __InstanceCreationEvent WITHIN 5400«90 min» WHERE x = 1";
};`);
  });

  it('leave out what says itself, and what is broken', async () => {
    const text = `instance of __EventFilter {
  CreatorSID = {1,2};
  EventAccess = "O:BAD:(A;;GA;;;BA";
  Query = "SELECT * FROM __InstanceCreationEvent WITHIN 60";
  Bytes = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};
};`;
    expect(await shown(text)).toBe(text);
  });

  it('are those of the range', async () => {
    const text = 'instance of __EventFilter {\n  CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0};\n};';
    const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
    expect(await shown(text, firstLine)).toBe(text);
    expect(await shown(text)).toContain('«Local System»');
  });
});
