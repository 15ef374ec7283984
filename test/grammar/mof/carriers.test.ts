/** What other languages leave in a MOF text: one problem at its exact characters, and the rest is read as it was meant. */
import { describe, expect, test } from 'vitest';

import type { Node, StringValue } from '../../../grammar/mof/ast.ts';
import { sourceOffset, sourceSpanOf, valueOffset } from '../../../grammar/mof/literals.ts';
import { parseMof } from '../../../grammar/mof/parser.ts';
import { childrenOf, walk } from '../../../grammar/mof/visit.ts';
import { shapeOf } from '../../emit/trees.ts';
import { readMarks } from '../../support/marked-text.ts';

/** [what is wrong, the text with the exact characters marked, rule, part of the message, the text after the fix] */
type Row = readonly [string, string, string, RegExp, string];

const raw = String.raw;
const A = 'instance of A { X = "a"; };';

const rows: readonly Row[] = [
  // Escapes.
  [
    'quotes of C',
    raw`instance of A { X = ⟦\"⟧a\"; };`,
    'carrier-escaped-text',
    /C, C#, Java, JavaScript, Python or JSON.*\(2 places\)/,
    A,
  ],
  [
    'escapes of C inside of quotes',
    raw`#pragma namespace(⟦\"⟧\\\\\\\\.\\\\root\\\\x\")` +
      '\n' +
      raw`instance of A { X = \"\\\"b\\\"\\n\"; };`,
    'carrier-escaped-text',
    /one level of escapes/,
    raw`#pragma namespace("\\\\.\\root\\x")` + '\n' + raw`instance of A { X = "\"b\"\n"; };`,
  ],
  [
    'characters of JSON',
    raw`instance of A { X = ⟦\"⟧\u003cb\u003e \/ \x41\"; };`,
    'carrier-escaped-text',
    /JSON/,
    'instance of A { X = "<b> / A"; };',
  ],
  [
    'one string beside plain ones',
    raw`instance of A { X = "a"; Y = ⟦\"⟧b \\\"c\\\"\"; Z = "\"d\""; };`,
    'carrier-escaped-text',
    /escapes/,
    raw`instance of A { X = "a"; Y = "b \"c\""; Z = "\"d\""; };`,
  ],
  [
    'line breaks of C in one line',
    raw`#pragma autorecover⟦\n⟧instance of A { X = "a\n"; };\ninstance of B { };`,
    'carrier-escaped-text',
    /Write real ones/,
    '#pragma autorecover\n' + raw`instance of A { X = "a\n"; };` + '\ninstance of B { };',
  ],
  [
    'doubled quotes of Basic',
    'instance of A { X = ⟦""⟧a""; Y = """"; };',
    'carrier-escaped-text',
    /Visual Basic, VBScript or C#/,
    'instance of A { X = "a"; Y = ""; };',
  ],
  [
    'backticks of PowerShell',
    'instance of A as ⟦`$⟧F { X = `"a`"; };',
    'carrier-escaped-text',
    /PowerShell.*backticks/,
    'instance of A as $F { X = "a"; };',
  ],
  [
    'dollar signs of a shell',
    raw`instance of A as ⟦\$⟧F { X = \$F; };`,
    'carrier-escaped-text',
    /a shell, Perl or PHP/,
    'instance of A as $F { X = $F; };',
  ],
  [
    'braces of a template',
    'instance of A\n⟦{{⟧\n  X = {{1, 2}};\n}};',
    'carrier-escaped-text',
    /Python \(format\).*\(4 places\)/,
    'instance of A\n{\n  X = {1, 2};\n};',
  ],
  // Programs around the text.
  [
    'literals of C',
    raw`const char *mof =` +
      '\n  ⟦"#pragma autorecover\\n"\n  "instance of A { X = \\"a\\"; };\\n"⟧;\nputs(mof);\n',
    'carrier-host-code',
    /string of C/,
    '#pragma autorecover\ninstance of A { X = "a"; };\n',
  ],
  [
    'literals that are added',
    'String s = ⟦"instance of A {" +\n "X = \\"a\\"; };"⟧;',
    'carrier-host-code',
    /string of C/,
    'instance of A {\nX = "a"; };',
  ],
  [
    'a value of JSON',
    raw`{"id": 5, "mof": ⟦"instance of A {\r\n X = \"a\";\r\n};\r\n"⟧}`,
    'carrier-host-code',
    /JSON/,
    'instance of A {\r\n X = "a";\r\n};\r\n',
  ],
  [
    'literals of VBScript',
    'f.WriteLine ⟦"instance of A {"\nf.WriteLine "X = ""a"";"\nf.WriteLine "};"⟧\nf.Close\n',
    'carrier-host-code',
    /Visual Basic or VBScript/,
    'instance of A {\nX = "a";\n};',
  ],
  [
    'a string of PowerShell',
    '$m = ⟦"instance of A as `$F`n{ X = `"a`"; };"⟧\n$m | Out-File a.mof\n',
    'carrier-host-code',
    /PowerShell/,
    'instance of A as $F\n{ X = "a"; };',
  ],
  [
    'literals in single quotes',
    "m = (⟦'instance of A {'\n     'X = \"a\"; };'⟧)\n",
    'carrier-host-code',
    /string of C/,
    'instance of A {\nX = "a"; };',
  ],
  [
    'a here-string that expands',
    '⟦$m = @"⟧\ninstance of A as `$F\n{ X = "a"; };\n"@\n$m | Out-File a.mof\n',
    'carrier-host-code',
    /here-string of PowerShell/,
    '\ninstance of A as $F\n{ X = "a"; };\n',
  ],
  [
    'a here-string',
    '⟦@\'⟧\ninstance of A { X = "a"; };\n\'@\n',
    'carrier-host-code',
    /here-string/,
    '\ninstance of A { X = "a"; };\n',
  ],
  ['the end of a here-string', `${A}\n⟦"@⟧\n`, 'carrier-host-code', /ends a here-string/, `${A}\n`],
  [
    'three quotes',
    'import os\n⟦MOF = """⟧\ninstance of A { X = "a"; };\n""".strip()\nprint(MOF)\n',
    'carrier-host-code',
    /three quotes/,
    '\ninstance of A { X = "a"; };\n',
  ],
  [
    'three quotes with escapes',
    '⟦m = """⟧\n' + raw`#pragma namespace("\\\\\\\\.\\\\root\\\\x")` + '\n"""\n',
    'carrier-host-code',
    /three quotes/,
    '\n' + raw`#pragma namespace("\\\\.\\root\\x")` + '\n',
  ],
  [
    'a raw string of C++',
    '⟦auto m = R"mof(⟧\ninstance of A { X = "a"; };\n)mof";\n',
    'carrier-host-code',
    /raw string of C\+\+/,
    '\ninstance of A { X = "a"; };\n',
  ],
  [
    'a here-document',
    '⟦cat > a.mof <<\'EOF\'⟧\ninstance of A { X = "a"; };\nEOF\n',
    'carrier-host-code',
    /here-document/,
    '\ninstance of A { X = "a"; };\n',
  ],
  [
    'a template literal',
    '⟦const m = `⟧\ninstance of A { X = "a"; };\n`;\n',
    'carrier-host-code',
    /template literal/,
    '\ninstance of A { X = "a"; };\n',
  ],
  [
    'a command at the end',
    `${A}\n\n⟦mofcomp a.mof⟧\n`,
    'carrier-host-code',
    /command for the console/,
    `${A}\n\n\n`,
  ],
  [
    'prompts',
    `⟦C:\\temp> type a.mof⟧\n${A}\nC:\\temp> mofcomp -N:root\\x a.mof\n`,
    'carrier-host-code',
    /console/,
    `\n${A}\n\n`,
  ],
  [
    'a batch file',
    '@echo off\n⟦echo⟧ instance of A > a.mof\necho { X = "a ^& 5%%"; >> a.mof\necho }; >> a.mof\nmofcomp a.mof\n',
    'carrier-host-code',
    /batch file/,
    '\ninstance of A\n{ X = "a & 5%";\n};\n\n',
  ],
  // Pages and texts.
  [
    'entities',
    'instance of A { X = ⟦&quot;⟧a &lt; b &amp;amp; c&#39;s&quot;; };',
    'carrier-html',
    /HTML and XML write ".*\(5 places\)/,
    'instance of A { X = "a < b & c\'s"; };',
  ],
  [
    'tags',
    '⟦<pre>⟧<code class="mof">instance of A {<br/>X = "<b>a</b>"; };</code></pre>',
    'carrier-html',
    /is HTML or XML/,
    '\ninstance of A {\nX = "<b>a</b>"; };\n',
  ],
  ['fences', `⟦\`\`\`mof⟧\n${A}\n\`\`\`\n`, 'carrier-markdown', /fence of Markdown/, `${A}\n`],
  [
    'prose and code of other languages around a fence',
    `# Filters\n\nRead this:\n\n⟦\`\`\`mof⟧\n${A}\n\`\`\`\nThen run:\n~~~\nmofcomp a.mof\n~~~\n`,
    'carrier-markdown',
    /between the fences/,
    `${A}\n`,
  ],
  ['the last fence', `${A}\n⟦\`\`\`⟧\n`, 'carrier-markdown', /fence/, `${A}\n`],
  [
    'escapes of Markdown',
    raw`instance of ⟦\_⟧\_EventFilter { X = "SELECT \* FROM \_\_InstanceCreationEvent"; };`,
    'carrier-markdown',
    /Markdown writes _/,
    'instance of __EventFilter { X = "SELECT * FROM __InstanceCreationEvent"; };',
  ],
  [
    'bold words',
    '⟦**⟧instance of** A { X = "**a**"; };',
    'carrier-markdown',
    /bold/,
    'instance of A { X = "**a**"; };',
  ],
  [
    'a quotation',
    '⟦>⟧ instance of A\n> {\n>   X = "a";\n> };\n',
    'carrier-line-marks',
    /quotation in Markdown or in mail/,
    'instance of A\n{\n  X = "a";\n};\n',
  ],
  [
    'a patch',
    'diff --git a/a.mof b/a.mof\n--- /dev/null\n+++ b/a.mof\n@@ -0,0 +1,3 @@\n⟦+⟧instance of A {\n+X = "a";\n+};\n',
    'carrier-line-marks',
    /patch/,
    '\n\n\n\ninstance of A {\nX = "a";\n};\n',
  ],
  [
    'line numbers',
    '⟦9:⟧ instance of A\n10: {\n\n12:   X = "a";\n13: };\n',
    'carrier-line-marks',
    /number.*listing/,
    'instance of A\n{\n\n  X = "a";\n};\n',
  ],
  [
    'numbers without a sign behind them',
    '  ⟦1⟧ instance of A\n  2 {\n  3\n  4   X = "a";\n  5 };\n',
    'carrier-line-marks',
    /number/,
    'instance of A\n{\n\n  X = "a";\n};\n',
  ],
  [
    'the output of grep',
    '⟦a.mof:1:⟧instance of A {\na.mof:2:X = "a";\na.mof:3:};\n',
    'carrier-line-marks',
    /grep -n/,
    'instance of A {\nX = "a";\n};\n',
  ],
  [
    'typographic quotes',
    'instance of A { X = ⟦“⟧a \\”b\\” c“; Y = „d”; Z = "“e”"; };',
    'carrier-typographic-quotes',
    /word processor.*\(6 places\)/,
    'instance of A { X = "a \\"b\\" c"; Y = "d"; Z = "“e”"; };',
  ],
  [
    'one typographic quote of two',
    'instance of A {\n  X = ⟦“⟧a";\n  Y = "b”;\n  Z = “c "d" e”;\n};',
    'carrier-typographic-quotes',
    /straight ones/,
    'instance of A {\n  X = "a";\n  Y = "b";\n  Z = "c \\"d\\" e";\n};',
  ],
  [
    'typographic quotes around several lines',
    'instance of A { X = ⟦“⟧a\nb”; };',
    'carrier-typographic-quotes',
    /straight ones/,
    'instance of A { X = "a\nb"; };',
  ],
  [
    'invisible characters',
    'instance of A⟦\u200b⟧bc { X\u2060 = "a\u200b"; };',
    'carrier-invisible-characters',
    /U\+200B.*\(2 places\)/,
    'instance of Abc { X = "a\u200b"; };',
  ],
  // Comments.
  [
    '# comments',
    `⟦# made by hand⟧\n${A}\n  ## the end\n`,
    'carrier-comment',
    /"#" begins a comment in PowerShell, Python and shells.*\(2 places\)/,
    `// made by hand\n${A}\n  // the end\n`,
  ],
  [
    'a text that is all comment',
    '⟦# instance of A⟧\n# { X = "a"; };\n',
    'carrier-comment',
    /whole text is commented out/,
    '// instance of A\n// { X = "a"; };\n',
  ],
  [
    'a comment of VBScript',
    `instance of A { X = "a";\n  ⟦' it's so⟧\n};`,
    'carrier-comment',
    /VBScript/,
    'instance of A { X = "a";\n  // it\'s so\n};',
  ],
  ['a comment of SQL', `⟦-- so⟧\n${A}`, 'carrier-comment', /SQL/, `// so\n${A}`],
  ['a comment of a batch file', `⟦REM so⟧\n${A}`, 'carrier-comment', /batch/, `// so\n${A}`],
  ['a comment of XML', `⟦<!-- so -->⟧\n${A}`, 'carrier-comment', /XML/, `/* so */\n${A}`],
  // Logs.
  [
    'the separator of event 5861',
    `${A}\n⟦Perm. Consumer:⟧ \n${A}`,
    'carrier-event-log',
    /event 5861/,
    `${A}\n \n${A}`,
  ],
  [
    'all of event 5861',
    `⟦Namespace = //./root/subscription; Eventfilter = F; PossibleCause = Binding EventFilter:⟧ ${A} Perm. Consumer: ${A}`,
    'carrier-event-log',
    /event 5861/,
    ` ${A}  ${A}`,
  ],
  // What is lost.
  [
    'the # of pragmas',
    '⟦pragma⟧ namespace("root")\npragma autorecover\n',
    'carrier-lost-hash',
    /Markdown.*\(2 places\)/,
    '#pragma namespace("root")\n#pragma autorecover\n',
  ],
  [
    'the # of an include',
    '⟦include⟧ ("a.mof")',
    'carrier-lost-hash',
    /#include/,
    '#include ("a.mof")',
  ],
  [
    'the dollar sign of an alias',
    'instance of A as ⟦F⟧ { }; instance of B { X = F; Y = {f}; };',
    'carrier-lost-alias',
    /starts with a dollar sign.*\(3 places\)/,
    'instance of A as $F { }; instance of B { X = $F; Y = {$f}; };',
  ],
  [
    'aliases',
    'instance of __EventFilter ⟦as⟧ { };\ninstance of SMTPEventConsumer as $ { };\ninstance of B { Filter = ; Consumer = $; };',
    'carrier-lost-alias',
    /No alias follows "as", and nothing stands where others refer to it/,
    'instance of __EventFilter as $Filter { };\ninstance of SMTPEventConsumer as $Consumer { };\ninstance of B { Filter = $Filter; Consumer = $Consumer; };',
  ],
  [
    'blanks',
    '⟦#pragma⟧autorecover\ninstanceof A { X = "a"; };',
    'carrier-lost-blanks',
    /written? .*apart|words apart/,
    '#pragma autorecover\ninstance of A { X = "a"; };',
  ],
  [
    'half of the backslashes',
    raw`#pragma namespace("⟦\\⟧.\root\x")` +
      '\n' +
      raw`instance of A { X = "C:\a\\b.exe"; Y = "\n"; };`.replace('\\\\', '\\'),
    'carrier-lost-backslashes',
    /stand alone.*\(5 places\)/,
    raw`#pragma namespace("\\\\.\\root\\x")` +
      '\n' +
      raw`instance of A { X = "C:\\a\\b.exe"; Y = "\n"; };`,
  ],
  [
    'the backslashes before quotes',
    'instance of A { X = "where Y ISA ⟦"⟧Z" or W = "V" ";\n};'.replace('"V" "', '"V""'),
    'carrier-lost-backslashes',
    /quotes inside this string/,
    raw`instance of A { X = "where Y ISA \"Z\" or W = \"V\"";` + '\n};',
  ],
  [
    'too many backslashes',
    raw`#pragma namespace(⟦"\\\\\\\\.\\\\root\\\\x"⟧)` +
      '\n' +
      raw`instance of A { X = "C:\\\\a" "\\\"b\\\"\\n"; };`,
    'carrier-doubled-backslashes',
    /escaped twice.*all 3 strings/,
    raw`#pragma namespace("\\\\.\\root\\x")` +
      '\n' +
      raw`instance of A { X = "C:\\a" "\"b\"\n"; };`,
  ],
];

describe('one kind of damage is one problem at its exact characters', () => {
  test.each(rows)('%s', (_, marked, code, message, mended) => {
    const { text, spans } = readMarks(marked);
    const { document, problems } = parseMof(text);
    expect(problems.map((problem) => problem.message)).toHaveLength(1);
    const [problem] = problems;
    expect(problem).toMatchObject({ code, ...spans[0] });
    expect(problem?.message).toMatch(message);
    expect(applied(text, problem?.fix?.edits ?? [])).toBe(mended);
    expect(parseMof(mended).problems).toEqual([]);
    expect(withoutPlaces(shapeOf(document))).toBe(shapeOf(parseMof(mended).document));
  });

  test.each(rows)('and the tree of %s keeps its order', (_, marked) => {
    const { text } = readMarks(marked);
    const { document } = parseMof(text);
    expect(document.end).toBe(text.length);
    walk(document, (node: Node) => {
      for (const child of childrenOf(node)) {
        expect(child.start).toBeGreaterThanOrEqual(node.start);
        expect(child.end).toBeLessThanOrEqual(node.end);
        expect(child.end).toBeGreaterThanOrEqual(child.start);
      }
    });
  });
});

function applied(
  text: string,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return edits.reduceRight(
    (rest, { start, end, text: insert }) => rest.slice(0, start) + insert + rest.slice(end),
    text,
  );
}

/** Where characters stand is no part of what a tree says. */
function withoutPlaces(shape: string): string {
  return shape.replaceAll(/,"places":\[[^\]]*\]/g, '');
}

describe('placeholders that nobody filled in', () => {
  test.each([
    ['⟦{class}⟧ in names', 'class X⟦{class}⟧ { }; instance of X{class} as $Y { };'],
    ['@NAME@', 'class X⟦@NAME@⟧ { };'],
    ['<Name>', 'class MSFT_⟦<Name>⟧ : A\n{\n<Properties>};'],
    ['all of a name', 'instance of ⟦<Name>⟧ as $<Alias> { };'],
    ['{{name}}', 'instance of ⟦{{name}}⟧ { };'],
    ['%NAME%', 'class ⟦%NAME%⟧ { };'],
    ['${name} as an alias', 'instance of A as ⟦${f}⟧ { }; instance of B { X = ${f}; };'],
    ['a value', 'instance of A { X = ⟦<value>⟧; Y = 1; };'],
    ['a value with its semicolon', 'instance of A {\n  X = ⟦<插入>⟧ \n  Y = 1;\n};'],
    ['types and names', 'class A {\n  ⟦<Type>⟧ <Method>\n  ([in] <Type> <Parameter>);\n};'],
    ['declarations', '⟦<All>⟧<Others>\nclass A { };'],
    ['three dots', 'instance of A\n{\n  ⟦...⟧\n  X = 1;\n};'],
    ['an ellipsis', 'class A\n{\n  [key] string N;\n  ⟦…⟧\n};'],
    ['qualifiers', '⟦[qualifiers...]⟧\nclass A { [qualifiers...] uint8 X; };'],
    ['the rest of an array', 'instance of A { X = {1, 2⟦, ...⟧}; };'],
    ['%s', 'instance of A { X = ⟦%s⟧; };'],
  ])('%s', (_, marked) => {
    const { text, spans } = readMarks(marked);
    const { problems } = parseMof(text);
    expect(problems.map(({ message }) => message)).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'carrier-placeholder', ...spans[0] });
    expect(problems[0]?.fix).toBeUndefined();
  });

  test('a name is read with the word of its placeholder', () => {
    const { document } = parseMof('class My{class} { };');
    expect(document.items[0]).toMatchObject({
      kind: 'ClassDeclaration',
      name: { name: 'Myclass' },
    });
  });

  test('a value that is not known is incomplete', () => {
    const { document } = parseMof('instance of A { X = <value>; Y = 1; };');
    expect(document.items[0]).toMatchObject({
      properties: [{ value: { kind: 'NameValue', incomplete: true } }, { value: { value: 1n } }],
    });
  });

  test('what something is left out of is incomplete', () => {
    const { document } = parseMof('instance of A { ... };\ninstance of B { };');
    expect(document.items.map(({ incomplete }) => incomplete)).toEqual([true, undefined]);
  });
});

describe('several kinds of damage are several problems', () => {
  test('a quotation of an event in typographic quotes', () => {
    const text =
      '> instance of A\n> {\n>   X = “a”;\n> };\n> Perm. Consumer:\n> instance of B\n> { Y = "b"; };\n';
    const { document, problems } = parseMof(text);
    expect(problems.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ['carrier-line-marks', '>'],
      ['carrier-typographic-quotes', '“'],
      ['carrier-event-log', 'Perm. Consumer:'],
    ]);
    expect(document.items).toHaveLength(2);
  });

  test('what is hidden behind another kind is found too', () => {
    const text = raw`instance of A { ... };` + '\n' + raw`instance of B { ... X = \"b\"; };`;
    expect(parseMof(text).problems.map(({ code }) => code)).toEqual([
      'carrier-placeholder',
      'carrier-escaped-text',
    ]);
  });

  test('a fix is only a suggestion where mistakes remain', () => {
    const isSafe = (text: string): boolean | undefined => parseMof(text).problems[0]?.fix?.safe;
    expect(isSafe('instance of A { X = “a”; };')).toBe(true);
    expect(isSafe('instance of A { X = “a”; Y = 1 2; };')).toBe(false);
  });

  test('other mistakes are still told, at their places', () => {
    const text = raw`instance of A { X = \"C:\\q\"; Y = 1 2; };`;
    const { problems } = parseMof(text);
    expect(problems.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ['carrier-escaped-text', raw`\"`],
      ['bad-escape', raw`\\q`],
      ['syntax', '2'],
    ]);
  });
});

describe('places inside of a string whose escapes were undone', () => {
  const text = raw`instance of A { X = \"SELECT * \" \"FROM \\\"Y\\\" WHERE\\x20Z\"; };`;
  const value = stringIn(text);

  test('it has the value that was meant', () => {
    expect(value.value).toBe('SELECT * FROM "Y" WHERE Z');
  });

  test.each([
    ['SELECT', 'SELECT'],
    ['* F', raw`* \" \"F`],
    ['"Y"', raw`\\\"Y\\\"`],
    ['Y', 'Y'],
    [' Z', raw`\\x20Z`],
  ])('%s stands at %s', (part, source) => {
    const start = value.value.indexOf(part);
    const span = sourceSpanOf(value, start, start + part.length);
    expect(text.slice(span.start, span.end)).toBe(source);
  });

  test('and a cursor there is before that character', () => {
    const at = value.value.indexOf('Y');
    expect(valueOffset(value, sourceOffset(value, at))).toBe(at);
    expect(valueOffset(value, sourceOffset(value, value.value.length))).toBe(value.value.length);
    expect(valueOffset(value, 0)).toBeUndefined();
  });
});

function stringIn(text: string): StringValue {
  const item = parseMof(text).document.items[0];
  const value = item?.kind === 'InstanceDeclaration' ? item.properties[0]?.value : undefined;
  if (value?.kind !== 'StringValue') throw new Error('the text must hold a string');
  return value;
}

describe('a slip of the pen is none of these', () => {
  test.each([
    ['a quote too many', 'instance of A { X = "a"b"; Y = "c"; };'],
    ['a quote too many in an array', 'instance of A { X = {"a"", "b", "c"}; };'],
    ['a backslash before a bracket', raw`class A { [key\] string N; uint8 X; };`],
    ['a backslash in a word', raw`instance of A { Na\me = 1; Y = 2; };`],
    ['a backslash before one quote', raw`instance of A { X = \"a"; Y = "b"; };`],
    ['a command with a letter lost', '#pagma autorecover\ninstance of A { };'],
    ['a command that is not written out yet', 'instance of A { };\n#pr'],
    ['one path', raw`instance of A { X = "C:\data"; Y = "b\\c"; };`],
    ['one word run together', 'instanceof A { X = 1; };'],
    ['a property named pragma', 'class A { pragma x; uint8 }; '],
    ['a brace too many', 'instance of A { X = {1}}; };'],
    ['a semicolon too many', `${A};\n${A}`],
    ['an embedded object as text', 'instance of A { X = "instance of B { Y = \\"c\\"; };" Z };'],
    ['prose', 'This is a note about class names: write them apart.'],
    ['a program', 'def main():\n    # nothing\n    print("class A: b")\n'],
    ['a qualifier with one value', '[EventType{38}] class A { uint8 X };;'],
    ['a template of WMI', 'instance of A { X = "%TargetInstance.Name%" %b% };'],
    ['a number before a line', '5\ninstance of A { };'],
  ])('%s', (_, text) => {
    const codes = parseMof(text).problems.map(({ code }) => code);
    expect(codes).not.toEqual([]);
    expect(codes.filter((code) => code.startsWith('carrier-'))).toEqual([]);
  });

  test.each([
    ['entities in a text', '[Description("a &lt; b")] class A { };'],
    ['curly quotes in a text', '[Description("a “b” c")] class A { };'],
    ['escapes of a script', raw`instance of A { X = "f(\"a\\\\n\");\n"; };`],
    [
      'a path four times escaped in a script',
      raw`instance of A { X = "GetObject(\"winmgmts:root\\\\cimv2\")"; };`,
    ],
    ['no-break spaces between words', 'instance\u00a0of A {\u00a0X = 1; };'],
    ['Markdown in a text', '[Description("**a** `b`\n> c\n```\nd\n```")] class A { };'],
  ])('nor is %s wrong', (_, text) => {
    expect(parseMof(text).problems).toEqual([]);
  });
});

describe('hostile damage', () => {
  test.each([
    ['entities', '&quot;'.repeat(4000)],
    ['tags', '= &quot;' + '<br>'.repeat(4000)],
    ['typographic quotes', '“a\n'.repeat(4000)],
    ['escaped typographic quotes', '\\“\n'.repeat(4000)],
    ['escaped quotes', raw`= \"`.repeat(4000)],
    ['backticks', '= `"' + '`'.repeat(10_000)],
    ['braces', '{{\n' + '{{'.repeat(4000)],
    ['fences', '```\ninstance of A { };\n'.repeat(2000)],
    ['lost aliases', 'instance of A as { };'.repeat(2000)],
    ['placeholders', 'class A{b} <c> '.repeat(2000)],
    ['broken strings', 'X = "a"b"c";\n'.repeat(2000)],
    ['echoes', 'echo instance of A { > x\n'.repeat(2000)],
    ['here-documents', '<<EOF\n'.repeat(4000)],
    ['invisible characters', 'a\u200b'.repeat(5000)],
    ['everything', '“ &quot; \\" `" <a> ... # \n'.repeat(2000)],
  ])('%s', (_, text) => {
    const { document, problems } = parseMof(text);
    expect(document.end).toBe(text.length);
    for (const { start, end, fix } of problems) {
      for (const place of [{ start, end }, ...(fix?.edits ?? [])]) {
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
        expect(place.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
