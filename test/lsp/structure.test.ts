/** Symbols, folding, selection, links and lenses: what can be seen of a file at a glance. */
import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { openMarked, textAt, uriOf } from './workbench.ts';

describe('document symbols', () => {
  it('are the declarations with their members', async () => {
    const { service, uri } = await openMarked(
      `#pragma namespace("\\\\\\\\.\\\\root\\\\cimv2")
class Own_Thing : Own_Base {
  [key] string Id;
  uint8 Bytes[];
  uint32 Run([in] string What, [in] uint32 How);
};
instance of __EventFilter as $F { Name = "Starts"; };
instance of Own_Thing { Id = "1"; };
Qualifier Own : boolean = false, Scope(class);`,
    );
    const seen = service
      .documentSymbols(uri)
      .map(({ name, detail, children }) => [
        `${name} (${detail})`,
        ...(children ?? []).map((child) => `${child.name} (${child.detail})`),
      ]);
    expect(seen).toEqual([
      ['\\\\.\\root\\cimv2 (namespace)'],
      [
        'Own_Thing (class : Own_Base)',
        'Id (string)',
        'Bytes (uint8[])',
        'Run (uint32 (What, How))',
      ],
      ['Starts ($F __EventFilter)', 'Name ()'],
      ['Own_Thing ()', 'Id ()'],
      ['Own (qualifier)'],
    ]);
  });

  it('have names and ranges that hold their selection, whatever is typed', async () => {
    for (const text of [
      'class ',
      'instance of',
      'class A { uint32',
      'instance of A as ',
      '[x] class',
    ]) {
      const { service, uri } = await openMarked(text);
      for (const { name, range, selectionRange } of service.documentSymbols(uri)) {
        expect(name).not.toBe('');
        expect(range.start.character).toBeLessThanOrEqual(selectionRange.start.character);
        expect(range.end.character).toBeGreaterThanOrEqual(selectionRange.end.character);
      }
    }
  });

  it('are found by some of their letters, in all files', async () => {
    const { service } = await openMarked('class Own_Thing { };', {
      'other.mof': 'instance of __EventFilter { Name = "Own filter"; };\nclass Another { };',
    });
    const found = service.workspaceSymbols('owf').map(({ name, location }) => [name, location.uri]);
    expect(found).toEqual([['Own filter', uriOf('other.mof')]]);
    expect(
      service
        .workspaceSymbols('')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Another', 'Own filter', 'Own_Thing']);
  });
});

describe('folding', () => {
  it('folds bodies, lists, runs of comments and includes, and regions', async () => {
    const { service, uri } = await openMarked(
      [
        '// one', // 0
        '// two', // 1
        '#include ("a.mof")', // 2
        '#include ("b.mof")', // 3
        '// #region all', // 4
        'class A {', // 5
        '  [ValueMap {', // 6
        '    "1", "2"', // 7
        '  }]', // 8
        '  uint32 X;', // 9
        '};', // 10
        '/* a', // 11
        '   b */', // 12
        '// #endregion', // 13
      ].join('\n'),
    );
    const seen = service
      .foldingRanges(uri)
      .map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
    expect(seen).toEqual([
      '0-1 comment',
      '2-3 imports',
      '4-13 region',
      '5-9',
      '6-7',
      '6-7',
      '11-12 comment',
    ]);
  });
});

describe('selection', () => {
  function steps(text: string, range: SelectionRange | undefined): readonly string[] {
    return range === undefined ? [] : [textAt(text, range.range), ...steps(text, range.parent)];
  }

  it('grows from the text between quotes to the file', async () => {
    const { service, uri, text, position } = await openMarked(
      'instance of A { N = {"b⟦⟧c", "d"}; };',
    );
    const [range] = service.selectionRanges(uri, [position]);
    expect(steps(text, range)).toEqual([
      'bc',
      '"bc"',
      '"bc", "d"',
      '{"bc", "d"}',
      'N = {"bc", "d"};',
      ' N = {"bc", "d"}; ',
      '{ N = {"bc", "d"}; }',
      'instance of A { N = {"bc", "d"}; };',
    ]);
  });
});

describe('links', () => {
  it('lead to included files and to scripts below the folder alone', async () => {
    const { service, uri, text } = await openMarked(
      `#include ("part.mof")
#include ("missing.mof")
instance of ActiveScriptEventConsumer { ScriptFileName = "run.vbs"; };
instance of ActiveScriptEventConsumer { ScriptFileName = "C:\\\\Windows\\\\evil.vbs"; };
instance of ActiveScriptEventConsumer { ScriptFileName = "..\\\\..\\\\evil.vbs"; };`,
      { 'part.mof': '' },
    );
    const links = service
      .documentLinks(uri)
      .map(({ range, target }) => [textAt(text, range), target]);
    expect(links).toEqual([
      ['part.mof', uriOf('part.mof')],
      ['run.vbs', uriOf('run.vbs')],
    ]);
  });
});

describe('lenses', () => {
  it('say what a filter feeds and what a consumer is fed by', async () => {
    const { service, uri } = await openMarked(`
instance of __EventFilter as $F { Name = "Starts"; };
instance of __EventFilter as $G { Name = "Lonely"; };
instance of CommandLineEventConsumer as $C { Name = "Runs\\x1b"; };
instance of __FilterToConsumerBinding { Filter = $F; Consumer = $C; };`);
    const titles = service.codeLenses(uri).map(({ command }) => command?.title);
    expect(titles).toEqual([
      'feeds CommandLineEventConsumer Runs\\x1b',
      'bound by no binding of these files',
      'fed by Starts',
    ]);
  });
});
