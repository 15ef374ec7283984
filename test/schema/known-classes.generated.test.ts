/** Keeps the generated modules of src/schema what its MOF files say; `npm run schema` writes them anew. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { Document } from '../../grammar/mof/ast.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import { generateKnownClasses, generateWindowsClasses } from '../../src/schema/generate.ts';

const schema = path.join(import.meta.dirname, '../../src/schema');

describe.each<[string, string, (documents: readonly Document[]) => string]>([
  ['.', 'known-classes.generated.ts', generateKnownClasses],
  ['windows', 'windows-classes.generated.ts', generateWindowsClasses],
])('the MOF files of %s', (folder, generated, generate) => {
  const files = readdirSync(path.join(schema, folder))
    .filter((name) => name.endsWith('.mof'))
    .toSorted();
  const parsed = files.map((name) =>
    parseMof(readFileSync(path.join(schema, folder, name), 'utf8')),
  );

  test('have no problem', () => {
    expect(files).not.toEqual([]);
    expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('say what the generated module says', async () => {
    const text = generate(parsed.map(({ document }) => document));
    const formatted = await format(text, {
      parser: 'typescript',
      singleQuote: packageJson.prettier.singleQuote,
      printWidth: packageJson.prettier.printWidth,
      trailingComma: 'all',
    });
    await expect(formatted).toMatchFileSnapshot(path.join(schema, generated));
  });
});

test('a class that is declared in two namespaces is declared the same in both', () => {
  const inTwo = (second: string): Document =>
    parseMof(
      String.raw`#pragma namespace("\\\\.\\root\\a") class C { string P; }; #pragma namespace("\\\\.\\root\\b") ${second}`,
    ).document;
  expect(generateWindowsClasses([inTwo('class C { string P; };')])).toContain(
    String.raw`"namespaces":["root\\a","root\\b"]`,
  );
  expect(() => generateWindowsClasses([inTwo('class C { uint8 P; };')])).toThrow(/C in windows/);
});
