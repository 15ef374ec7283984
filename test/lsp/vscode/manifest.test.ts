/** What the extension's manifest and language configuration say, held against what is true of mofsec. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import extension from '../../../lsp/vscode/package.json' with { type: 'json' };
import language from '../../../lsp/vscode/language-configuration.json' with { type: 'json' };
import grammar from '../../../grammar/textmate/mof.tmLanguage.json' with { type: 'json' };
import packageJson from '../../../package.json' with { type: 'json' };
import { lexMof } from '../../../grammar/mof/tokens.ts';
import { defaultSettings } from '../../../lsp/settings.ts';
import { tokenTypes } from '../../../lsp/tokens/token.ts';
import { analyze } from '../../../src/analyze.ts';
import { presets } from '../../../src/linter/presets.ts';
import { conciseReport } from '../../../src/report/concise.ts';
import { SourceFile } from '../../../src/text/source-file.ts';
import { brokenText } from '../../support/mof-texts.ts';
import { projectRoot } from '../../support/work-tree.ts';

const { contributes } = extension;

describe('the manifest', () => {
  test('has the version of the package', () => {
    expect(extension.version).toBe(packageJson.version);
  });

  test('asks for the VS Code that the extension is compiled against', () => {
    expect(extension.engines.vscode).toBe(`^${packageJson.devDependencies['@types/vscode']}`);
  });

  test('knows both endings, and the grammar by its name', () => {
    const [mof] = contributes.languages;
    expect(mof).toMatchObject({ id: 'mof', extensions: ['.mof', '.mfl'] });
    expect(contributes.grammars).toMatchObject([{ language: 'mof', scopeName: grammar.scopeName }]);
  });

  test('has the settings of the server, with their values', () => {
    const settings = contributes.configuration.properties;
    const names = Object.keys(settings).map((name) => name.replace(/^mofsec\./, ''));
    expect(names).toEqual(expect.arrayContaining(Object.keys(defaultSettings)));
    expect(settings['mofsec.preset']).toMatchObject({
      enum: [...presets],
      default: defaultSettings.preset,
    });
    expect(settings['mofsec.preset'].enumDescriptions).toHaveLength(presets.length);
    expect(settings['mofsec.schema'].default).toEqual(defaultSettings.schema);
  });

  test('lets no folder that nobody trusts choose what is run', () => {
    expect(extension.capabilities.untrustedWorkspaces).toMatchObject({
      supported: 'limited',
      restrictedConfigurations: ['mofsec.path'],
    });
  });

  test("colours the server's tokens as the grammar colours the same words", () => {
    const scopes = Object.entries<string[]>(contributes.semanticTokenScopes[0]?.scopes ?? {});
    expect(tokenTypes).toEqual(expect.arrayContaining(scopes.map(([type]) => type)));
    const text = JSON.stringify(grammar);
    const known = (scope: string): boolean => text.includes(`"${scope.replace(/\.mof$/, '')}.`);
    expect(scopes.flatMap(([, list]) => list).filter((scope) => !known(scope))).toEqual([]);
  });

  test('lists its settings and commands in the README', () => {
    const readme = readFileSync(path.join(projectRoot, 'lsp/vscode/README.md'), 'utf8');
    const settings = Object.keys(contributes.configuration.properties);
    expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the problem matcher', () => {
  const [pattern] = contributes.problemPatterns;
  const match = (line: string) => {
    const groups = new RegExp(pattern?.regexp ?? '').exec(line) ?? [];
    const part = (index = -1): string | undefined => groups[index];
    return {
      file: part(pattern?.file),
      line: part(pattern?.line),
      column: part(pattern?.column),
      severity: part(pattern?.severity),
      code: part(pattern?.code),
      message: part(pattern?.message),
    };
  };

  test.each(['wmi/broken.mof', 'C:\\wmi\\a (1).mof', '/wmi/12:3.mof'])(
    'reads what mofsec prints about %s',
    (file) => {
      const { files, diagnostics } = analyze([new SourceFile(file, brokenText)]);
      const lines = conciseReport({ files, diagnostics }).trimEnd().split('\n');
      expect(lines.length).toBe(diagnostics.length);
      expect(lines.length).toBeGreaterThan(0);
      const read = lines.map(match);
      expect(read).toEqual(
        diagnostics.map((finding) => {
          const { line, column } = finding.file.positionAt(finding.start);
          const { rule: code, severity, message } = finding;
          return { file, line: `${line}`, column: `${column}`, severity, code, message };
        }),
      );
    },
  );

  test('leaves other lines alone', () => {
    expect(match('1 error in 1 file').file).toBeUndefined();
  });

  test('is found by its name', () => {
    expect(contributes.problemMatchers).toMatchObject([
      { name: 'mofsec', pattern: `$${pattern?.name ?? ''}` },
    ]);
  });
});

describe('the language configuration', () => {
  const word = new RegExp(language.wordPattern, 'g');

  test('has words as the lexer has tokens', () => {
    const text = 'instance of __EventFilter as $Größe { A_1 = -0x1F; B = .5; C = 12; };';
    const words = lexMof(text)
      .tokens.map(({ image }) => image)
      .filter((image) => !/^[{}=;]$/.test(image));
    expect(text.match(word)).toEqual(words);
  });

  test('brings every rule for the Enter key as a regular expression that works', () => {
    const afterEnter = (before: string, previous = '', after = ''): object | undefined =>
      language.onEnterRules.find(
        (rule) =>
          new RegExp(rule.beforeText).test(before) &&
          (rule.previousLineText === undefined ||
            new RegExp(rule.previousLineText).test(previous)) &&
          (rule.afterText === undefined || new RegExp(rule.afterText).test(after)),
      )?.action;
    expect(afterEnter('  /* a', '', ' */')).toEqual({ indent: 'indentOutdent', appendText: ' * ' });
    expect(afterEnter('  /* a')).toEqual({ indent: 'none', appendText: ' * ' });
    expect(afterEnter('   * a', '  /* b')).toEqual({ indent: 'none', appendText: '* ' });
    expect(afterEnter('  /* a */')).toBeUndefined();
    expect(afterEnter('// a', '', 'b')).toEqual({ indent: 'none', appendText: '// ' });
    expect(afterEnter('// a')).toBeUndefined();
    expect(afterEnter('  Query =')).toEqual({ indent: 'indent' });
    expect(afterEnter('    "b";', '    "a "')).toEqual({ indent: 'outdent' });
    expect(afterEnter('    "b";', '  Query =')).toEqual({ indent: 'outdent' });
    expect(afterEnter('  Name = "b";', '  Query = "a";')).toBeUndefined();
  });

  test('indents behind an open bracket, and not behind one in a string', () => {
    const increases = new RegExp(language.indentationRules.increaseIndentPattern);
    const decreases = new RegExp(language.indentationRules.decreaseIndentPattern);
    expect(['{', 'instance of A {', '  X = {1,', '  [Key,'].every((s) => increases.test(s))).toBe(
      true,
    );
    expect(['{}', 'A = "{";', 'A = {1};', '};'].some((line) => increases.test(line))).toBe(false);
    expect(decreases.test('  };')).toBe(true);
  });

  test('folds regions', () => {
    const { start, end } = language.folding.markers;
    expect(new RegExp(start).test('  // #region Filters')).toBe(true);
    expect(new RegExp(end).test('//endregion')).toBe(true);
    expect(new RegExp(start).test('// #endregion')).toBe(false);
  });
});
