/** The plugin as prettier calls it. */
import { format, getSupportInfo } from 'prettier';
import { check, format as formatInBrowser, formatWithCursor } from 'prettier/standalone';
import { describe, expect, test } from 'vitest';
import * as plugin from '../../src/formatter/index.ts';
import { formatted } from '../support/formatting.ts';

const base = { parser: 'mof', plugins: [plugin] };

const text = `// a
[Description("b"
  "c")] class   D { string e; /* f */ }; // g


instance of D { e = {1,2}; };`;

describe('the plugin', () => {
  test('makes what mofsec format makes', async () => {
    expect(await format(text, base)).toBe(formatted(text));
    expect(await formatInBrowser(text, base)).toBe(formatted(text));
    expect(await check(formatted(text), base)).toBe(true);
  });

  test.each([
    { printWidth: 20 },
    { tabWidth: 7 },
    { useTabs: true },
    { endOfLine: 'crlf' as const },
    { endOfLine: 'cr' as const },
  ])('takes %j', async (options) => {
    expect(await format(text, { ...base, ...options })).toBe(formatted(text, options));
  });

  test('keeps line ends and a byte order mark', async () => {
    const dos = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(await format(dos, base)).toBe(`\uFEFF${formatted(text, { endOfLine: 'crlf' })}`);
  });

  test('knows the files by their names', async () => {
    for (const filepath of ['a.mof', 'b.mfl', 'C.MOF']) {
      expect(await format('class A{};', { plugins: [plugin], filepath })).toBe('class A\n{\n};\n');
    }
    const { languages } = await getSupportInfo({ plugins: [plugin], showDeprecated: false });
    expect(languages.map(({ name }) => name)).toContain('Managed Object Format');
  });

  test('keeps strings of several lines', async () => {
    const lines = 'instance of A { b = "c  \n   d"; };';
    expect(await format(lines, base)).toBe('instance of A\n{\n  b = "c  \n   d";\n};\n');
  });

  test('finds the cursor again', async () => {
    const cursorOffset = text.indexOf('{1,2}');
    const result = await formatWithCursor(text, { ...base, cursorOffset });
    expect(result.formatted.slice(result.cursorOffset)).toMatch(/^\{1, 2\}/);
  });

  test('leaves a text alone of which only a range is wanted, because prettier asks languages by name', async () => {
    expect(await format(text, { ...base, rangeStart: 10, rangeEnd: 20 })).toBe(text);
  });

  test('says where a syntax error is', async () => {
    await expect(format('class A\n{ string; };', base)).rejects.toMatchObject({
      name: 'SyntaxError',
      loc: { start: { line: 2, column: 9 } },
    });
  });

  test('refuses what is no text', async () => {
    const utf16 = Buffer.from('\uFEFFclass A {};', 'utf16le').toString('utf8');
    await expect(format(utf16, base)).rejects.toThrow();
  });
});

describe('the marks of a file', () => {
  const messy = 'class A{};';
  const tidy = 'class A\n{\n};\n';

  test.each([
    ['// @format\n', tidy],
    ['// a\n// @prettier\n', tidy],
    ['/**\n * a\n * @format\n */\n', tidy],
    ['', messy],
    ['// a\n', messy],
    ['// @formatter\n', messy],
    ['class B\n{\n};\n// @format\n', messy],
  ])('ask for the formatter: %j', async (head, tail) => {
    expect(await format(head + messy, { ...base, requirePragma: true })).toBe(head + tail);
  });

  test.each([
    ['// @noformat\n', messy],
    ['/* @noprettier */\n', messy],
    ['// a\n', tidy],
  ])('keep it away: %j', async (head, tail) => {
    expect(await format(head + messy, { ...base, checkIgnorePragma: true })).toBe(head + tail);
  });

  test('can be put in', async () => {
    const options = { ...base, insertPragma: true };
    const marked = `// @format\n\n${tidy}`;
    expect(await format(messy, options)).toBe(marked);
    expect(await format(marked, options)).toBe(marked);
  });
});
