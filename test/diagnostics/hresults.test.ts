import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hresultOf, hresults, readHResult } from '../../src/diagnostics/hresults.ts';
import { readSharedJson, sharedIsPresent, skippedNote } from '../support/shared-files.ts';
import { projectRoot } from '../support/work-tree.ts';

describe('the codes', () => {
  test('are each there once, in order, with a name of their own and a meaning', () => {
    const codes = hresults.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(new Set(hresults.map(({ name }) => name)).size).toBe(hresults.length);
    for (const { code, name, meaning, origin } of hresults) {
      expect(code).toMatch(/^0x8004[124][0-9A-F]{3}$/);
      expect(name).toMatch(/^WBEM(?:MOF|ESS)?_E_[A-Z0-9_]+$/);
      expect(meaning).toMatch(/^\S.*\.$/);
      expect(origin).toBe(name.startsWith('WBEMMOF') ? 'mofcomp' : 'WMI');
    }
  });

  test('have those that the grammars and the compiler give', () => {
    const files = ['grammar', 'src'].flatMap((folder) =>
      readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(path.join(projectRoot, folder, file), 'utf8')),
    );
    const given = files.flatMap((text) => text.match(/'0x8004[0-9A-F]{4}'/g) ?? []);
    const unknown = given.filter((code) => hresultOf(code.slice(1, -1)) === undefined);
    expect(given).not.toEqual([]);
    expect(unknown).toEqual([]);
  });
});

describe.skipIf(!sharedIsPresent)(`mofcomp's own codes${skippedNote}`, () => {
  const documented = (
    sharedIsPresent ? readSharedJson('facts/wbemmof-errors.json') : []
  ) as readonly { readonly name: string; readonly code: string; readonly message: string }[];

  test.each(documented)('$name', ({ name, code, message }) => {
    // The page has one code twice; the other one is known from elsewhere.
    const known = name === 'WBEMMOF_E_EXPECTED_PROPERTY_NAME' ? '0x8004400C' : code;
    const plain = message
      .replaceAll(/\[([^\]]*(?:\\\][^\]]*)?)\]\([^)]*\)/g, '$1')
      .replaceAll(/[\\`*]/g, '')
      .replace(/(?<!\.)$/, '.');
    expect(hresultOf(known)).toMatchObject({ name, meaning: plain, origin: 'mofcomp' });
  });
});

describe('a code that somebody writes', () => {
  test.each([
    ['0x80044002', '0x80044002'],
    ['8004400a', '0x8004400A'],
    ['-2147205118', '0x80044002'],
    ['2147762178', '0x80044002'],
    ['wbem_e_no_key', '0x80041089'],
    ['0x80070005', '0x80070005'],
    ['0x12345678', undefined],
    ['2147483647', undefined],
    ['9999999999', undefined],
    ['syntax', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%j is %s', (text, code) => {
    expect(readHResult(text)).toBe(code);
  });
});
