import { describe, expect, test } from 'vitest';
import { openMarked } from './workbench.ts';

async function help(marked: string) {
  const { service, uri, position } = await openMarked(marked);
  const found = service.signatureHelp(uri, position);
  const [signature] = found?.signatures ?? [];
  const active = signature?.parameters?.[found?.activeParameter ?? 0];
  return {
    found,
    label: signature?.label,
    active: active?.label,
    documentation: active?.documentation,
  };
}

describe('signature help', () => {
  test.each([
    ['class A { [MaxLen(⟦⟧)] string S; };', 'MaxLen(number length)', 'number length'],
    ['class A { [MaxLen(2⟦⟧)] string S; };', 'MaxLen(number length)', 'number length'],
    ['class A { [ValueMap{"1", ⟦⟧}] uint8 S; };', 'ValueMap{string value, ...}', 'string value'],
    ['class A { [Key, Description("a ⟦⟧")] uint8 S; };', 'Description(string text)', 'string text'],
    ['class A { [Description("a" "⟦⟧ b")] uint8 S; };', 'Description(string text)', 'string text'],
    ['class A { [Key(⟦⟧)] uint8 S; };', 'Key(boolean)', 'boolean'],
    ['class A { [mappingstrings {⟦⟧', 'MappingStrings{string origin, ...}', 'string origin'],
    ['[Provider(⟦⟧)] class A { };', 'Provider(string name)', 'string name'],
    ['[Locale(⟦⟧)] instance of A { };', 'Locale(number language)', 'number language'],
    ['class A { void M([In, ID(⟦⟧)] uint8 P); };', 'ID(number position)', 'number position'],
    [
      '#pragma deleteinstance(⟦⟧)',
      '#pragma deleteinstance(string path, FAIL|NOFAIL)',
      'string path',
    ],
    [
      '#pragma deleteinstance("A.B=\'c\'", ⟦⟧)',
      '#pragma deleteinstance(string path, FAIL|NOFAIL)',
      'FAIL|NOFAIL',
    ],
    ['#pragma deleteclass("A",⟦⟧', '#pragma deleteclass(string class, FAIL|NOFAIL)', 'FAIL|NOFAIL'],
    ['#pragma namespace("\\\\\\\\.⟦⟧")', '#pragma namespace(string path)', 'string path'],
    [
      '#pragma classflags("updateonly", "⟦⟧")',
      '#pragma classflags(string flag, ...)',
      'string flag',
    ],
    ['#pragma INSTANCEFLAGS(⟦⟧)', '#pragma instanceflags(string flag)', 'string flag'],
    ['#pragma amendment (⟦⟧)', '#pragma amendment(string locale)', 'string locale'],
    ['#include ("⟦⟧")', '#include (string file)', 'string file'],
    ['#pragma include("⟦⟧")', '#include (string file)', 'string file'],
  ])('%s', async (marked, label, active) => {
    const found = await help(marked);
    expect(found.label).toBe(label);
    expect(found.active).toBe(active);
    expect(found.documentation).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(found.documentation)).toMatch(/\w{3}/);
  });

  test.each([
    ['outside of all parentheses', 'class A { [MaxLen(5)⟦⟧] string S; };'],
    ['in the parameters of a method', 'class A { void M([In] uint8 P⟦⟧); };'],
    ['in the body of a class', 'class A { ⟦⟧ };'],
    ['in an array', 'instance of A { B = {1, ⟦⟧}; };'],
    ['in a comment', '#pragma namespace( // ⟦⟧\n"root")'],
    ['of a qualifier that nobody knows', 'class A { [Nobody(⟦⟧)] string S; };'],
    ['of a pragma that nobody knows', '#pragma nobody(⟦⟧)'],
    ['behind a pragma', '#pragma namespace("root")⟦⟧'],
    ['at the beginning', '⟦⟧'],
    ['of a name of objects', 'class A { [constructor(⟦⟧)] string S; };'],
  ])('is not there %s', async (_, marked) => {
    expect((await help(marked)).found).toBeNull();
  });

  test('begins with what the word is for', async () => {
    const { found } = await help('class A { [Key(⟦⟧)] uint8 S; };');
    expect(JSON.stringify(found?.signatures[0]?.documentation)).toContain('instance');
    expect(found?.activeSignature).toBe(0);
  });
});
