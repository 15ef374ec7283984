import { describe, expect, test } from 'vitest';
import { binaryFileDiagnostic } from '../../src/diagnostics/binary-file.ts';
import { fingerprintsOf } from '../../src/report/fingerprints.ts';
import { artifactLocation } from '../../src/report/sarif-places.ts';
import { sarifLog, sarifReport } from '../../src/report/sarif.ts';
import { version } from '../../src/version.ts';
import { analyzing } from '../support/analysis.ts';
import { cleanRun, control, hostile, run } from './findings.ts';
import { sarifErrors } from './sarif-schema.ts';

const filters = { uri: 'wmi/filters.mof', uriBaseId: '%SRCROOT%' };
const evil = { uri: 'evil%E2%80%AE.mof', uriBaseId: '%SRCROOT%' };
const hash: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);

function region(line: number, column: number, charOffset: number, charLength: number): object {
  return {
    startLine: line,
    startColumn: column,
    endLine: line,
    endColumn: column + charLength,
    charOffset,
    charLength,
  };
}

describe('the SARIF report', () => {
  const [sarifRun] = sarifLog(run).runs;

  test('has a result for each finding, those that comments suppress in their places', () => {
    expect(sarifRun?.results).toEqual([
      {
        ruleId: 'filter-query-missing',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'the filter has no Query' },
        locations: [
          { physicalLocation: { artifactLocation: filters, region: region(1, 13, 12, 13) } },
        ],
        relatedLocations: [
          {
            physicalLocation: { artifactLocation: evil, region: region(1, 3, 2, 6) },
            message: { text: 'bound here' },
          },
        ],
        partialFingerprints: { 'ruleAndLine/v1': hash },
        fixes: [
          {
            description: { text: 'Add a query' },
            artifactChanges: [
              {
                artifactLocation: filters,
                replacements: [
                  {
                    deletedRegion: region(2, 2, 34, 0),
                    insertedContent: { text: 'Query = "";' },
                  },
                ],
              },
            ],
            properties: { safety: 'suggestion' },
          },
        ],
        suppressions: [],
        properties: { hresult: '0x80041042' },
      },
      {
        ruleId: 'filter-name-missing',
        ruleIndex: 1,
        level: 'note',
        message: { text: 'the filter has no Name' },
        locations: [
          { physicalLocation: { artifactLocation: filters, region: region(1, 30, 29, 2) } },
        ],
        partialFingerprints: { 'ruleAndLine/v1': hash },
        suppressions: [
          {
            kind: 'inSource',
            justification: String.raw`it is \u202eknown`,
            location: {
              physicalLocation: { artifactLocation: filters, region: region(2, 1, 33, 1) },
            },
          },
        ],
      },
      {
        ruleId: 'bad-escape',
        ruleIndex: 2,
        level: 'warning',
        message: { text: String.raw`the escape \x1b is unknown\u2028` },
        locations: [{ physicalLocation: { artifactLocation: evil, region: region(1, 3, 2, 6) } }],
        partialFingerprints: { 'ruleAndLine/v1': hash },
        suppressions: [],
      },
    ]);
  });

  test('says how its places are counted and what happened in the run', () => {
    expect(sarifRun).toMatchObject({
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            { level: 'error', message: { text: 'cannot read b.mof: it is gone' } },
          ],
          toolConfigurationNotifications: [{ level: 'note', message: { text: 'a.mof: not read' } }],
        },
      ],
      originalUriBaseIds: {
        '%SRCROOT%': { description: { text: 'The folder in which mofsec ran.' } },
      },
      columnKind: 'utf16CodeUnits',
      newlineSequences: ['\r\n', '\n', '\r'],
    });
  });

  test('describes the rules that have spoken, once each', () => {
    const text = 'instance of __EventFilter as $F { EventAccess = "O:BAG:BAD:(A;;0x80;;;WD)"; };\n';
    const { files, diagnostics } = analyzing(text.repeat(2));
    const { driver } = sarifLog({ ...cleanRun, files, diagnostics }).runs[0]?.tool ?? {};
    expect(driver).toMatchObject({ name: 'mofsec', version, semanticVersion: version });
    const rules = driver?.rules ?? [];
    const spoken = new Set(diagnostics.map(({ rule }) => rule));
    expect(rules.map(({ id }) => id)).toEqual([...spoken]);
    for (const rule of rules) {
      expect(rule.helpUri ?? 'https://').toMatch(/^https:\/\//);
      expect(rule.help?.markdown).toContain('## Why');
    }
  });

  test('describes a rule so that a service can list, link and explain it', () => {
    const [diagnostic] = run.diagnostics;
    if (diagnostic === undefined) throw new Error('the finding is not there');
    const diagnostics = [{ ...diagnostic, rule: 'privileged-consumer-open-filter' }];
    const log = sarifLog({ ...cleanRun, diagnostics });
    expect(log.runs[0]?.tool.driver.rules).toEqual([
      {
        id: 'privileged-consumer-open-filter',
        name: 'PrivilegedConsumerOpenFilter',
        shortDescription: { text: expect.stringMatching(/\.$/) as unknown },
        fullDescription: { text: expect.stringMatching(/\.$/) as unknown },
        help: {
          text: expect.stringContaining(
            '\n\nmofsec explain privileged-consumer-open-filter shows examples.',
          ) as unknown,
          markdown: expect.stringMatching(
            /^.+\n\n## Why\n\n[^]+## Bad\n[^]+## Sources\n/,
          ) as unknown,
        },
        helpUri: expect.stringMatching(/^https:\/\/learn\.microsoft\.com\//) as unknown,
        defaultConfiguration: { level: 'warning' },
        properties: {
          group: 'event-access',
          presets: ['recommended', 'strict'],
          tags: ['event-access', 'security'],
        },
      },
    ]);
  });

  test('has the fingerprints of the findings', () => {
    const [first] = fingerprintsOf(run.diagnostics);
    expect(sarifRun?.results?.[0]?.partialFingerprints).toEqual({ 'ruleAndLine/v1': first });
  });

  const binary = binaryFileDiagnostic('a.mof', { kind: 'binary-mof', description: 'binary MOF' });

  test.each([
    ['findings', run],
    ['none', cleanRun],
    ['hostile ones', hostile],
    ['a file that is no text', { ...cleanRun, files: [binary.file], diagnostics: [binary] }],
  ])('agrees with the official schema: %s', (_, some) => {
    expect(sarifErrors(JSON.parse(sarifReport(some)))).toEqual([]);
  });

  test('shows nothing of hostile text that a viewer would obey', () => {
    const text = sarifReport(hostile);
    expect(text).not.toMatch(control);
    const { runs } = sarifLog(hostile);
    const messages = runs[0]?.results?.map(({ message }) => message.text ?? '') ?? [];
    expect(messages).toHaveLength(hostile.diagnostics.length);
    for (const message of messages) expect(message).not.toMatch(/[\n\r\u202e]|\]\(/);
  });

  test('writes what a fix writes as it is', () => {
    const texts = sarifLog(hostile).runs[0]?.results?.map(
      ({ fixes }) => fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text,
    );
    expect(texts).toEqual(hostile.diagnostics.map(({ message }) => message));
  });
});

describe('the official schema', () => {
  test('refuses what is no SARIF', () => {
    const log = sarifLog(cleanRun);
    expect(sarifErrors({ ...log, version: '2.2' })).not.toEqual([]);
    expect(sarifErrors({ ...log, extra: 1 })).not.toEqual([]);
    const [only] = log.runs;
    const bad = { ...only, results: [{ message: {}, locations: [{ physicalLocation: 1 }] }] };
    expect(sarifErrors({ ...log, runs: [bad] })).not.toEqual([]);
  });
});

test.each([
  ['a b/ü#?%.mof', 'a%20b/%C3%BC%23%3F%25.mof', true],
  ['C:x.mof', 'C%3Ax.mof', true],
  ['../x.mof', '../x.mof', true],
  ['<stdin>', '%3Cstdin%3E', true],
  ['\ud800.mof', '%EF%BF%BD.mof', true],
  ['D:/a b.mof', 'file:///D:/a%20b.mof', false],
  ['//server/share/a.mof', 'file://server/share/a.mof', false],
  ['/tmp/a.mof', 'file:///tmp/a.mof', false],
])('the file %j has the address %s', (path, uri, isRelative) => {
  expect(artifactLocation(path)).toEqual({ uri, ...(isRelative && { uriBaseId: '%SRCROOT%' }) });
});
