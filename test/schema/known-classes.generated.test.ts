/**
 * Keeps src/schema/known-classes.generated.ts what its MOF files say. After a change of theirs,
 * `npx vitest run --config test/vitest.config.ts test/schema --update` writes it anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { parseMof } from '../../grammar/mof/parser.ts';
import { generateKnownClasses } from '../../src/schema/generate.ts';

const folder = path.join(import.meta.dirname, '../../src/schema');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.mof'))
  .toSorted();
const parsed = files.map((name) => parseMof(readFileSync(path.join(folder, name), 'utf8')));

test('the MOF files of the schema have no problem', () => {
  expect(files).not.toEqual([]);
  expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
});

test('the generated module is what they say', async () => {
  const text = generateKnownClasses(parsed.map(({ document }) => document));
  const formatted = await format(text, {
    parser: 'typescript',
    singleQuote: packageJson.prettier.singleQuote,
    printWidth: packageJson.prettier.printWidth,
    trailingComma: 'all',
  });
  await expect(formatted).toMatchFileSnapshot(path.join(folder, 'known-classes.generated.ts'));
});
