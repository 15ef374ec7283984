/** What the checker says about real files: each finding was read and is true. */
import { describe, expect, test } from 'vitest';

import { analyze, type Host } from '../../src/analyze.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { rules } from '../../src/linter/registry.ts';
import type { SourceFile } from '../../src/text/source-file.ts';
import { recordResult } from '../support/results.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

/**
 * Errors and warnings about classes, types, qualifiers and methods, with the line, or their number where one file is
 * told the same of very many parameters. OMI's and Pegasus's own files are MOF of another dialect, which mofcomp
 * refuses.
 */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  'corpus/cim-2.49.0/Device/CIM_TierSettingData.mof': ['limit-misplaced 132'],
  'corpus/dsc/PowerShell-DSC-for-Linux__MSFT_nxDNSServerAddressResource.schema-2.mof': [
    'key-bad-type 4',
  ],
  'corpus/misc/Kingsland.MofParser__D.06-GOLF_Locker.mof': ['type-misspelt 6'],
  'corpus/misc/Kingsland.MofParser__D.09-GOLF_Lesson.mof': ['interval-format 15'],
  'corpus/misc/OpenPegasus__TestCMPI_ProviderSchema.mof': ['method-parameter-direction 202'],
  'corpus/misc/cmpi-bindings__RCP_EmbeddedObjectInstanceArray.mof': ['qualifier-type 7'],
  'corpus/misc/cmpi-bindings__RCP_IndicationGenerator.mof': [
    'method-parameter-direction 11',
    'method-parameter-direction 12',
  ],
  'corpus/misc/omi__MSFT_LinkAggregation-2.mof': ['value-map-length 15'],
  'corpus/misc/omi__TestClass_MethodProvider_Calc_OMI.mof': ['method-parameter-direction 30'],
  'corpus/misc/omi__sample.mof': ['instance-without-key 34'],
  'corpus/misc/omi__schema-27.mof': ['method-parameter-direction 87'],
  'corpus/misc/omi__schema-3.mof': ['method-parameter-direction 57'],
  'corpus/misc/omi__schema-30.mof': ['method-parameter-direction (88)'],
  'corpus/misc/openwbem__CIM_Device23.mof': ['value-map-length 7889'],
  'corpus/misc/openwbem__CIM_Device26.mof': ['value-map-length 8738'],
  'corpus/misc/openwbem__CIM_Network22.mof': ['key-bad-type 2379'],
  'corpus/misc/openwbem__Core27_Collections.mof': ['value-map-length 431'],
  'corpus/misc/openwbem__cmpiProviderTest.mof': ['association-reference-count 18'],
  'corpus/misc/openwbem__repository_bug.mof': ['class-duplicate 17'],
  'corpus/misc/pywbem__parse_error02.mof': [
    'type-misspelt 6',
    'property-type 15',
    'property-type 25',
  ],
  'corpus/misc/pywbem__test_instance.mof': ['octal-literal 82', 'octal-literal 86'],
  'corpus/misc/pywbemtools__qualifier_filter_model.mof': [
    'reference-class 258',
    'reference-class 264',
    'reference-class 270',
    'reference-class 276',
  ],
  'corpus/providers/win32docs__parental-controls-wmi-provider-schema__L269.mof': [
    'value-conversion 60',
    'value-conversion 61',
    'value-conversion 62',
    'value-conversion 63',
  ],
  'corpus/providers/win32docs__registering-the-view-provider__L25.mof': ['value-conversion 6'],
  'corpus/sccm/intune__WIT__L64.mof': ['value-conversion 24'],
  'corpus/subscriptions/idx-cpp-raw-querylangauge-typo.mof': ['property-unknown 11'],
  'corpus/subscriptions/idx-event5861-systempowermanager-ocr.mof': ['class-misspelt 2'],
  'corpus/windows/KingslandConsulting_Kingsland.MofParser__WinXpProSp3CIMV2.mof': [
    'value-map-length 558',
    'value-map-length 764',
    'limit-misplaced 12035',
    'limit-misplaced 12036',
  ],
  'corpus/windows/win32docs_HyperV_v2__msvm-externalethernetport__L93.mof': [
    'property-type 10',
    'property-type 11',
  ],
  'corpus/windows/win32docs_WmiSdk__eventconsumerprovidercachecontrol__L29.mof': [
    'class-misspelt 2',
  ],
  'corpus/windows/win32docs_frag__creating-an-alias__L29.mof': ['instance-without-key 4'],
  'cases/kingsland/winxp/WinXpProSp3CIMV2.mof': [
    'value-map-length 558',
    'value-map-length 764',
    'limit-misplaced 12035',
    'limit-misplaced 12036',
  ],
};

const groups: ReadonlySet<string> = new Set(['class', 'type', 'qualifier', 'method']);
const ours = rules.filter(({ group, severity }) => groups.has(group) && severity !== 'info');

/** More findings of one rule than this are counted. */
const MOST_LINES = 3;

function summaryOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set(diagnostics.map(({ rule }) => rule))].flatMap((rule) => {
    const lines = diagnostics
      .filter((diagnostic) => diagnostic.rule === rule)
      .map(({ file, start }) => `${rule} ${file.positionAt(start).line}`);
    return rule === 'method-parameter-direction' && lines.length > MOST_LINES
      ? [`${rule} (${lines.length})`]
      : lines;
  });
}

const host: Host = {
  readInclude(path): SourceFile | undefined {
    try {
      return readShared(path);
    } catch {
      return undefined;
    }
  },
};

describe.skipIf(!sharedIsPresent)(`real files${skippedNote}`, () => {
  test.each([
    ...[
      'cim-2.49.0',
      'subscriptions',
      'providers',
      'windows',
      'drivers',
      'dsc',
      'sccm',
      'misc',
    ].map((folder) => `corpus/${folder}`),
    'cases/kingsland/winxp',
  ])('of %s are accused of what was reviewed, and of nothing else', (folder) => {
    const said = sharedFiles(folder).flatMap((path) => {
      const { diagnostics } = analyze([readShared(path)], { rules: ours });
      return diagnostics.length === 0 ? [] : [[path, summaryOf(diagnostics)] as const];
    });
    const expected = Object.entries(reviewed).filter(([path]) => path.startsWith(`${folder}/`));
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
  });

  test('of CIM 2.49 have one defect in 1,634 files, compiled together', ({ task }) => {
    const schema = readShared('corpus/cim-2.49.0/cim_schema_2.49.0.mof');
    const { files, diagnostics } = analyze([schema], { rules: ours, host });
    recordResult(
      task,
      'CIM 2.49',
      `${diagnostics.length} error or warning about classes and types in ${files.length} files compiled together: ` +
        diagnostics.map(({ rule }) => rule).join(', '),
    );
    expect(files.length).toBeGreaterThan(1600);
    expect(diagnostics.map(({ rule, file }) => `${rule} ${file.path}`)).toEqual([
      'limit-misplaced corpus/cim-2.49.0/Device/CIM_TierSettingData.mof',
    ]);
  });
});
