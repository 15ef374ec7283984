/**
 * What the presets say about real files. On the class definitions of Microsoft and of DMTF `recommended` is silent but
 * for what is wrong with them; each finding was read.
 */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Preset, presets, presetsOf } from '../../src/linter/presets.ts';
import { rules, rulesOf } from '../../src/linter/registry.ts';
import type { SourceFile } from '../../src/text/source-file.ts';
import { malformedFiles } from '../conformance/malformed-files.ts';
import { recordResult } from '../support/results.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

interface Defect {
  /** `rule line`. */
  readonly said: readonly string[];
  /** Why that is right. */
  readonly reason: string;
}

const dump: Defect = {
  said: [
    'value-map-length 558',
    'value-map-length 764',
    'limit-misplaced 12035',
    'limit-misplaced 12036',
  ],
  reason: 'Windows XP has five values and four names for them, and MaxLen at two numbers',
};

const defects: Readonly<Record<string, Defect>> = {
  'cases/kingsland/winxp/WinXpProSp3CIMV2.mof': dump,
  'corpus/windows/KingslandConsulting_Kingsland.MofParser__WinXpProSp3CIMV2.mof': dump,
  'corpus/cim-2.49.0/Device/CIM_TierSettingData.mof': {
    said: ['limit-misplaced 132'],
    reason: 'MinValue at a datetime',
  },
  'corpus/cim-2.49.0/cim_schema_2.49.0.mof': {
    said: ['pragma-dmtf 35', 'pragma-dmtf 36'],
    reason: "the list of files is written for DMTF's compilers; WMI has neither pragma",
  },
  'corpus/windows/microsoft_Windows-classic-samples__hw.mof': {
    said: ['pragma-dmtf 10'],
    reason: "the locale is said by DMTF's pragma, which WMI's documentation does not have",
  },
  'corpus/windows/scrcons-quoted-2.mof': {
    said: ['pragma-namespace-missing 1'],
    reason: 'a registration quoted without its namespace would land in root\\default',
  },
  'corpus/windows/wbemcons-quoted-5.mof': {
    said: ['pragma-namespace-missing 1'],
    reason: 'a registration quoted without its namespace would land in root\\default',
  },
  'corpus/windows/wbemcons-quoted-6.mof': {
    said: ['pragma-namespace-missing 1', 'alias-undefined 3'],
    reason: 'quoted without its namespace and without the provider that it registers',
  },
  'corpus/windows/win32docs_HyperV_v2__msvm-externalethernetport__L93.mof': {
    said: ['property-type 10', 'property-type 11'],
    reason: 'arrays have single values for defaults',
  },
  'corpus/windows/win32docs_HyperV_v2__msvm-resourceallocationsettingdata__L51.mof': {
    said: ['bad-escape 4'],
    reason: 'a backslash stands alone in a string',
  },
  'corpus/windows/win32docs_WmiSdk__eventconsumerprovidercachecontrol__L29.mof': {
    said: ['class-misspelt 2'],
    reason: 'the superclass lacks its underscores',
  },
  'corpus/windows/win32docs_frag__creating-an-alias__L29.mof': {
    said: ['instance-without-key 4'],
    reason: 'the sample has an instance of a class without a key',
  },
  'corpus/windows/win32docs_frag__writing-an-association-provider-for-interop__L58.mof': {
    said: ['alias-undefined 5'],
    reason: 'the alias is defined in another sample of the page',
  },
};

/** Pages whose blocks of code have no-break spaces between words, at the line where the first one is. */
const webPages: Readonly<Record<string, number>> = {
  'CIMWin32Prov__win32-networkprotocol__L51': 4,
  'CIMWin32Prov__win32-pcmciacontroller__L53': 4,
  'CIMWin32Prov__win32-pnpdevicepropertybinary__L33': 7,
  'CIMWin32Prov__win32-pnpdevicepropertybooleanarray__L33': 3,
  'CIMWin32Prov__win32-pnpdevicepropertysecuritydescriptorarray__L33': 3,
  'CIMWin32Prov__win32-pnpdevicepropertyuint8__L33': 7,
  'CIMWin32Prov__win32-potsmodem__L110': 4,
  'CIMWin32Prov__win32-quickfixengineering__L39': 4,
  'CIMWin32Prov__win32-scsicontrollerdevice__L35': 4,
  'CIMWin32Prov__win32-serialport__L77': 4,
  'CIMWin32Prov__win32-serialportconfiguration__L57': 4,
  'CIMWin32Prov__win32-shortcutfile__L62': 4,
  'CIMWin32Prov__win32-tapedrive__L70': 4,
  'CIMWin32Prov__win32-tcpipprinterport__L45': 3,
  'CIMWin32Prov__win32-useraccount__L49': 4,
  ETW__isr__L31: 6,
  'ETW__systemconfig-phydisk__L41': 15,
  'ETW__thread-v1-typegroup1__L35': 12,
  'SecProv__win32-tpm__L33': 6,
};

function expected(folder: string): Readonly<Record<string, readonly string[]>> {
  const read = [
    ...Object.entries(defects).map(([path, { said }]) => [path, said] as const),
    ...Object.entries(webPages).map(
      ([page, line]) =>
        [`corpus/windows/win32docs_${page}.mof`, [`encoding-utf8 ${line}`]] as const,
    ),
  ];
  return Object.fromEntries(read.filter(([path]) => path.startsWith(`${folder}/`)));
}

const ofTheText = new Set(
  rules.filter(({ group }) => group === 'syntax' || group === 'carrier').map(({ name }) => name),
);

/** What is no well-formed MOF has a list of its own. */
function isListed({ file, rule }: Diagnostic): boolean {
  return file.path.replace(/^corpus\//, '') in malformedFiles && ofTheText.has(rule);
}

function diagnosticsOf(source: SourceFile, preset: Preset): readonly Diagnostic[] {
  return analyze([source], { rules: rulesOf(preset) }).diagnostics;
}

function textOf({ file, rule, start, message }: Diagnostic): string {
  return `${file.path}:${start} ${rule} ${message}`;
}

const definitions = [
  'cases/kingsland/winxp',
  'corpus/cim-2.49.0',
  'corpus/windows',
  'corpus/drivers',
];
const folders = ['subscriptions', 'providers', 'dsc', 'sccm', 'misc'].map(
  (name) => `corpus/${name}`,
);

describe.skipIf(!sharedIsPresent)(`real files${skippedNote}`, () => {
  test.each(definitions)('that define classes, %s, are told of their defects alone', (folder) => {
    const said = sharedFiles(folder).flatMap((path) => {
      const findings = diagnosticsOf(readShared(path), 'recommended')
        .filter((diagnostic) => !isListed(diagnostic))
        .map(({ file, rule, start }) => `${rule} ${file.positionAt(start).line}`);
      return findings.length === 0 ? [] : [[path, findings] as const];
    });
    expect(Object.fromEntries(said)).toEqual(expected(folder));
  });

  test.for([...definitions, ...folders])(
    'of %s are told by a preset what the next one tells them too',
    (folder, { task }) => {
      const sources = sharedFiles(folder).map(readShared);
      const all = sources.flatMap((source) => diagnosticsOf(source, 'strict'));
      const inPreset = new Map(rules.map((rule) => [rule.name, presetsOf(rule)]));
      const counts = presets.map((preset) => {
        const said = sources.flatMap((source) => diagnosticsOf(source, preset));
        const wanted = all.filter(({ rule }) => inPreset.get(rule)?.includes(preset));
        expect(said.map(textOf)).toEqual(wanted.map(textOf));
        return `${preset} ${said.length}`;
      });
      recordResult(
        task,
        'findings by preset',
        `${folder}: ${counts.join(', ')} in ${sources.length} files`,
      );
    },
  );
});
