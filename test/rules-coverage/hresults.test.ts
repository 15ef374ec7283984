/**
 * What became of everything that mofcomp answers a MOF text with. hresults.json has the rules that carry each of its
 * codes, or why none does; that their examples bring the code is a matter of rule-declarations.test.ts. The demands of
 * the notes on WMI that have no code are listed here.
 */
import { describe, expect, test } from 'vitest';
import { binaryFileDiagnostic } from '../../src/diagnostics/binary-file.ts';
import { hresults } from '../../src/diagnostics/hresults.ts';
import { rules } from '../../src/linter/registry.ts';
import { rulesWith } from '../../src/linter/rule-facts.ts';
import {
  readShared,
  readSharedJson,
  sharedIsPresent,
  skippedNote,
} from '../support/shared-files.ts';
import accounts from './hresults.json' with { type: 'json' };

/** Rules, or the reason why there are none. */
const accountOf: Readonly<Record<string, readonly string[] | string>> = accounts;
const ruleNames = new Set(rules.map(({ name }) => name));

describe("each code of mofcomp's", () => {
  const codes = hresults.filter(({ origin }) => origin === 'mofcomp').map(({ code }) => code);

  test('is accounted for, and no other', () => {
    expect(Object.keys(accountOf).toSorted()).toEqual(codes.toSorted());
  });

  test.each(Object.entries(accountOf))('%s is what the rules carry', (code, account) => {
    // The damage of carriers is told by what the parser meets first.
    const carrying = rulesWith(code).map(({ name, group }) =>
      group === 'carrier' ? 'carrier-*' : name,
    );
    if (typeof account === 'string') {
      expect(account).toMatch(/^.{40,}\.$/s);
      expect(carrying).toEqual([]);
    } else {
      expect([...new Set(carrying)].toSorted()).toEqual(account);
    }
  });

  test('that is about files is told by who reads them', () => {
    const { hresult } = binaryFileDiagnostic('a.bmf', {
      kind: 'binary-mof',
      description: 'binary MOF',
    });
    expect(hresult).toBe('0x8004401E');
  });
});

/** What the notes demand without a code: where they say so, and the rules that hold it. */
const demands: readonly (readonly [phrase: string, ...rules: readonly string[]])[] = [
  // 6.4 Literals and types
  ['typedef and enum unsupported', 'typedef-or-enum'],
  ['leading 0 = octal', 'octal-literal'],
  ['Float given for an integer property is silently rounded', 'float-to-integer'],
  ['64-bit integers may be quoted strings', 'value-conversion'],
  ['adjacent literals concatenate with **nothing inserted**', 'wql-literal-join-missing-space'],
  ['Escapes `\\b', 'bad-escape'],
  ['Trailing comma is not in any grammar', 'array-trailing-comma'],
  ['no white space between elements of the path', 'binding-path-syntax'],
  ['datetime `yyyymmddHHMMSS', 'datetime-format'],
  ['interval `ddddddddHHMMSS', 'interval-format'],
  ['is not a MOF type', 'type-misspelt'],
  // 6.5 Classes, instances, qualifiers
  ['no leading or trailing underscore', 'class-name-underscore'],
  ['≤1024 properties', 'too-many-properties'],
  ['≤256 keys', 'too-many-keys'],
  ['block ends `};`', 'missing-semicolon-after-block'],
  ['all key properties must be set', 'key-missing'],
  ['system properties must **not** be set', 'system-property-assigned'],
  ['NULL for a key, indexed or not_null property', 'null-not-allowed'],
  ['no key at all', 'instance-without-key'],
  ['not arrays, reals, embedded objects', 'key-bad-type'],
  ['char16/strings only > U+0020', 'key-control-character'],
  ['cannot alter the inherited key or define any new key property', 'key-in-derived'],
  ['singletons cannot have one', 'singleton-with-key'],
  ['no default value on a key', 'key-default-value'],
  ['Parent class must already exist', 'superclass-later'],
  ['Abstract only if the parent is abstract', 'abstract-from-concrete'],
  ['exactly two references', 'association-reference-count'],
  ['Qualifier flavors Amended, DisableOverride', 'qualifier-override', 'flavor-unknown'],
  [
    'Singleton, Dynamic, DynProps, Key: only TRUE allowed',
    'qualifier-must-be-true',
    'dynamic-false',
    'key-static-false',
  ],
  ['Mofcomp does not compile classes named', 'system-class-definition'],
  ['≤ 255 characters', 'identifier-length'],
  ['`Terminal` with `Abstract`', 'terminal-abstract'],
  ['Property names must not be MOF keywords', 'property-keyword-name'],
  // Limits that other sections name
  ['SubAuthorityCount(1 byte, max 15)', 'creator-sid-subauthority-count'],
  ['max 32,768 chars, module part ≤ MAX_PATH', 'consumer-text-too-long'],
  ['each string ≤ 31,839 characters', 'consumer-text-too-long'],
  ['Security log cannot be written', 'ntlog-security-log'],
  ['Timeout=0 minutes (0–71000)', 'script-setting-timeout'],
];

test('the rules that hold a demand without a code exist', () => {
  const named = demands.flatMap(([, ...names]) => names);
  expect(named.filter((name) => !ruleNames.has(name))).toEqual([]);
});

describe.skipIf(!sharedIsPresent)(`the notes on WMI${skippedNote}`, () => {
  const notes = sharedIsPresent ? readShared('facts/wmi.md').text : '';

  test('list 49 codes of mofcomp, each accounted for', () => {
    const listed = readSharedJson('facts/wbemmof-errors.json') as readonly {
      readonly name: string;
      readonly code: string;
    }[];
    // The page has one code twice; the other one is known from elsewhere.
    const codes = listed.map(({ name, code }) =>
      name === 'WBEMMOF_E_EXPECTED_PROPERTY_NAME' ? '0x8004400C' : code,
    );
    expect(new Set(codes).size).toBe(49);
    expect(codes.toSorted()).toEqual(Object.keys(accountOf).toSorted());
  });

  test('name no code for literals, types, classes and qualifiers that no rule carries', () => {
    const sections = notes.slice(notes.indexOf('## 6.4'), notes.indexOf('## 6.6'));
    const codes = [...new Set(sections.match(/0x8004[0-9A-F]{4}/g) ?? [])];
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => rulesWith(code).length === 0)).toEqual([]);
  });

  test('demand what is listed here', () => {
    expect(demands.filter(([phrase]) => !notes.includes(phrase))).toEqual([]);
  });
});
