import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { semanticTokensLegend } from '../../lsp/features/semantic-tokens.ts';
import { openMarked, textAt, type Bench } from './workbench.ts';

/** `word type modifiers` for each token. */
function tokensOf({ service, uri, text }: Bench, range?: Range): readonly string[] {
  const { data } = service.semanticTokens(uri, range);
  const seen: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const start = { line, character };
    const word = textAt(text, { start, end: { line, character: character + length } });
    const modifiers = semanticTokensLegend.tokenModifiers.filter((_, bit) => (bits >> bit) & 1);
    seen.push([word, semanticTokensLegend.tokenTypes[type], ...modifiers].join(' '));
  }
  return seen;
}

describe('semantic tokens', () => {
  it('tell the words of declarations', async () => {
    const bench = await openMarked(
      '#pragma namespace("root")\n[Own(5) : ToSubclass] class Own_A as $A : __Event { [key] uint32 Class = TRUE; void Run(string What); };',
    );
    expect(tokensOf(bench)).toEqual([
      '#pragma keyword',
      'namespace macro',
      '"root" string',
      'Own decorator',
      '5 number',
      'ToSubclass modifier',
      'class keyword',
      'Own_A class declaration',
      'as keyword',
      '$A variable',
      '__Event class defaultLibrary',
      'key decorator',
      'uint32 type',
      'Class property declaration',
      'TRUE enumMember',
      'void type',
      'Run method declaration',
      'string type',
      'What parameter declaration',
    ]);
  });

  it('tell the words of queries, across literals and escapes', async () => {
    const bench = await openMarked(
      `instance of __EventFilter { Query = "SELECT * FROM A WITHIN 5 "\n"WHERE T.X = \\"\\\\\\\\b\\""; };`,
    );
    expect(tokensOf(bench).slice(4)).toEqual([
      '" string',
      'SELECT keyword',
      '  string',
      '* operator',
      '  string',
      'FROM keyword',
      '  string',
      'A class',
      '  string',
      'WITHIN keyword',
      '  string',
      '5 number',
      ' " string',
      '" string',
      'WHERE keyword',
      '  string',
      'T property',
      '. string',
      'X property',
      '  string',
      '= operator',
      '  string',
      '\\"\\\\\\\\b\\" string',
      '" string',
    ]);
  });

  it('tell the words of descriptors, paths and templates', async () => {
    const bench = await openMarked(
      'instance of __EventFilter { EventAccess = "O:BAD:P(A;;0x80;;;SY)"; };\n' +
        'instance of __FilterToConsumerBinding { Filter = "__EventFilter.Name=\\"F\\""; };\n' +
        'instance of CommandLineEventConsumer { CommandLineTemplate = "x %ProcessName%"; };',
    );
    const words = tokensOf(bench).filter((token) => !token.endsWith(' string'));
    expect(words).toContain('O keyword');
    expect(words).toContain('BA class');
    expect(words).toContain('P modifier');
    expect(words).toContain('0x80 number');
    expect(words).toContain('Name property');
    expect(words).toContain('%ProcessName% variable');
  });

  it('are cut at line ends, and to a range', async () => {
    const bench = await openMarked('/* a\r\n   b */\n⟦class A { };⟧\nclass B { };');
    expect(tokensOf(bench).slice(0, 2)).toEqual(['/* a comment', '   b */ comment']);
    expect(tokensOf(bench, bench.ranges[0])).toEqual(['class keyword', 'A class declaration']);
  });

  it('never overlap, in broken texts too', async () => {
    const text =
      'instance of __EventFilter { Query = "SELECT * FROM WHERE x \\x41\\" ISA "; EventAccess = "O:BAG:(A;;;;"; }; class { [ } /* x';
    for (let cut = 0; cut <= text.length; cut++) {
      const { service, uri } = await openMarked(text.slice(0, cut));
      const { data } = service.semanticTokens(uri);
      for (let at = 5; at < data.length; at += 5) {
        const [lines = 0, characters = 0] = data.slice(at, at + 2);
        const [, , length = 0] = data.slice(at - 5, at - 2);
        expect(lines > 0 || characters >= length, text.slice(0, cut)).toBe(true);
      }
    }
  });
});

it('leaves keywords, literals and comments to an editor that has a grammar', async () => {
  const bench = await openMarked('class Own_A { uint32 X = 5; }; // x');
  bench.service.client = { snippets: true, coloursSyntax: true };
  expect(tokensOf(bench)).toEqual([
    'Own_A class declaration',
    'uint32 type',
    'X property declaration',
  ]);
});
