import { readFileSync } from 'node:fs';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { lintFormats, lintFormatSummaries, type LintFormat } from '../../src/report/formats.ts';
import { sarifErrors } from '../report/sarif-schema.ts';
import { bad, good, Sandbox } from './sandbox.ts';

/** How the report of the file with a syntax error begins. */
const beginnings: Readonly<Record<LintFormat, RegExp>> = {
  pretty: /^a\.mof:2:1: error syntax: .+\n {2}\|\n2 \| \? instance\n/,
  concise: /^a\.mof:2:1: error syntax: .+\n/,
  json: /^\{\n {2}"version": 1,\n/,
  jsonl: /^\{"file":"a\.mof","rule":"syntax",.+\}\n/,
  sarif: /^\{\n {2}"\$schema": "https:\/\/.+",\n {2}"version": "2\.1\.0",\n/,
  github: /^::error title=syntax,file=a\.mof,line=2,endLine=2,col=1,endColumn=2::/,
  gitlab: /^\[\n {2}\{\n {4}"description": ".+",\n {4}"check_name": "syntax",\n/,
  junit: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="mofsec" /,
  checkstyle:
    /^<\?xml .+\n<checkstyle .+\n {2}<file name="a\.mof">\n {4}<error line="2" column="1"/,
  rdjson: /^\{\n {2}"source": \{\n {4}"name": "mofsec"\n {2}\},\n/,
};

describe('mofsec lint --format', () => {
  it.each(lintFormats)('%s prints that report, and the summary on stderr', async (format) => {
    const { code, stdout, stderr } = await new Sandbox({ 'a.mof': bad }).run([
      'lint',
      'a.mof',
      '--format',
      format,
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(beginnings[format]);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stderr).toMatch(/^\d+ errors? in 1 file\n$/);
  });

  it.each(lintFormats)('%s goes to a file, without colours, and twice the same', async (format) => {
    const sandbox = new Sandbox({ 'a.mof': bad });
    const run = async (...more: readonly string[]): Promise<string> =>
      (await sandbox.run(['lint', 'a.mof', '--format', format, ...more], { isTTY: true })).stdout;
    expect(await run('-o', 'one.txt')).toBe('');
    await run('-o', 'two.txt');
    const [one, two] = ['one.txt', 'two.txt'].map((name) =>
      readFileSync(sandbox.path(name), 'utf8'),
    );
    expect(one).toBe(two);
    expect(one).toMatch(beginnings[format]);
    expect(one).not.toContain('\x1b');
  });

  it.each(lintFormats)('%s is clean about a clean file', async (format) => {
    const { code, stdout } = await new Sandbox({ 'a.mof': good }).run([
      'lint',
      'a.mof',
      '--format',
      format,
    ]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('syntax:');
  });

  it('sarif records what comments suppress, and what could not be read', async () => {
    const text = [
      'instance of __EventFilter as $F {',
      '  // mofsec-disable-next-line creator-sid-local-system -- on purpose',
      '  CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0};',
      '};',
      '#include ("folder.mof")',
    ];
    const sandbox = new Sandbox({ 'a.mof': text.join('\n'), 'folder.mof/b.mof': good });
    const args = ['lint', 'a.mof', 'gone.mof', '--preset=strict', '--format=sarif'];
    const { code, stdout, stderr } = await sandbox.run(args);
    expect(code).toBe(2);
    expect(stderr).toContain('gone.mof');
    const message = (part: string): object => ({
      message: { text: expect.stringContaining(part) as unknown },
    });
    const log = JSON.parse(stdout) as Log;
    expect(sarifErrors(log)).toEqual([]);
    expect(log).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [{ level: 'error', ...message('gone.mof') }],
              toolConfigurationNotifications: [{ level: 'note', ...message('folder.mof') }],
            },
          ],
        },
      ],
    });
    expect(
      log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'creator-sid-local-system'),
    ).toMatchObject({ suppressions: [{ kind: 'inSource', justification: 'on purpose' }] });
  });

  it('is told about in the help', async () => {
    const { stdout } = await new Sandbox().run(['lint', '--help']);
    for (const format of lintFormats) {
      expect(stdout).toContain(`  ${format.padEnd(11)} ${lintFormatSummaries[format]}\n`);
    }
  });
});
