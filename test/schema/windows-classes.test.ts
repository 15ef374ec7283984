import { describe, expect, test } from 'vitest';
import type { ClassDeclaration, PropertyDeclaration } from '../../grammar/mof/ast.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import { typeSpellings } from '../../grammar/mof/spellings.ts';
import { textOf } from '../../src/compiler/checker/qualifiers.ts';
import { knownClass } from '../../src/schema/known-classes.ts';
import { isPolled, windowsClass, windowsClassesBelow } from '../../src/schema/windows-classes.ts';
import { windowsClasses } from '../../src/schema/windows-classes.generated.ts';

import { readShared, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

describe('a class of Windows', () => {
  test('is found by its name in any case', () => {
    expect(windowsClass('WIN32_PROCESS')?.name).toBe('Win32_Process');
    expect(windowsClass('registryKEYchangeevent')?.namespaces).toEqual([
      'root\\default',
      'root\\cimv2',
    ]);
  });

  test.each(['', '__EventFilter', 'Win32_Nothing', '__proto__', 'constructor'])(
    'is not made of the name %j',
    (name) => {
      expect(windowsClass(name)).toBeUndefined();
    },
  );

  test.each([
    ['Win32_Process', true],
    ['Win32_PerfFormattedData_PerfOS_System', true],
    // Their providers may tell of changes, or nobody says that they do not.
    ['Win32_LocalTime', false],
    ['Win32_NTLogEvent', false],
    ['Win32_Product', false],
    ['CIM_Process', false],
    ['Win32_ProcessStartTrace', false],
  ])('%s is polled: %j', (name, expected) => {
    const known = windowsClass(name);
    expect(known && isPolled(known)).toBe(expected);
  });

  test('knows the classes below it', () => {
    expect(windowsClassesBelow('win32_devicechangeevent').map(({ name }) => name)).toEqual([
      'Win32_SystemConfigurationChangeEvent',
      'Win32_VolumeChangeEvent',
    ]);
    expect(windowsClassesBelow('Win32_Process')).toEqual([]);
  });
});

test('no class of Windows is one of WMI', () => {
  expect(windowsClasses.filter(({ name }) => knownClass(name) !== undefined)).toEqual([]);
});

test('every superclass and every type is known', () => {
  const superclasses = windowsClasses.flatMap(({ superclass }) => superclass ?? []);
  expect(
    superclasses.filter((name) => (windowsClass(name) ?? knownClass(name))?.name !== name),
  ).toEqual([]);
  const types = windowsClasses.flatMap(({ properties }) => properties.map(({ type }) => type));
  expect(types.filter((type) => !typeSpellings.has(type))).toEqual([]);
});

describe.skipIf(!sharedIsPresent)(`the class dump of a Windows XP${skippedNote}`, () => {
  /** Not in the dump, which is of root\cimv2. */
  const registry = /^Registry/;
  /** Properties that are newer than the dump. */
  const newer: ReadonlySet<string> = new Set([
    'Win32_ModuleLoadTrace.DefaultBase',
    'Win32_ModuleLoadTrace.ImageChecksum',
    'Win32_ModuleLoadTrace.TimeDateSTamp',
    'Win32_ProcessStopTrace.ExitStatus',
    'Win32_Service.DelayedAutoStart',
  ]);

  const dumped = new Map<string, ClassDeclaration>();
  if (sharedIsPresent) {
    const { document } = parseMof(
      readShared('corpus/windows/KingslandConsulting_Kingsland.MofParser__WinXpProSp3CIMV2.mof')
        .text,
    );
    for (const item of document.items) {
      if (item.kind === 'ClassDeclaration') dumped.set(item.name.name, item);
    }
  }

  /** The properties of a class and its ancestors as `type name`, folded. */
  function propertiesOf(name: string): ReadonlySet<string> {
    const node = dumped.get(name);
    const inherited = node?.superclass === undefined ? [] : propertiesOf(node.superclass.name);
    const own = (node?.members ?? [])
      .filter((member): member is PropertyDeclaration => member.kind === 'PropertyDeclaration')
      .map(({ type, array, name: { name } }) =>
        textOfProperty(type.name.name, array !== undefined, name),
      );
    return new Set([...inherited, ...own]);
  }

  function textOfProperty(type: string, isArray: boolean, name: string): string {
    return `${type}${isArray ? '[]' : ''} ${name}`.toLowerCase();
  }

  test.each(windowsClasses.filter(({ name }) => !registry.test(name)).map(({ name }) => name))(
    'has %s as the schema has it',
    (name) => {
      const known = windowsClass(name);
      const node = dumped.get(name);
      expect(node?.name.name).toBe(name);
      expect(known?.provider).toBe(textOf(node?.qualifiers, 'provider'));
      if (known?.superclass !== undefined) {
        expect(node?.superclass?.name).toBe(known.superclass);
      }
      const there = propertiesOf(name);
      const strange = (known?.properties ?? [])
        .filter((property) => !newer.has(`${name}.${property.name}`))
        .map((property) => textOfProperty(property.type, property.array === true, property.name))
        .filter((property) => !there.has(property));
      expect(strange).toEqual([]);
      if (known !== undefined && known.superclass === undefined && known.partial !== true) {
        expect(known.properties.length).toBeGreaterThanOrEqual(there.size);
      }
    },
  );
});
