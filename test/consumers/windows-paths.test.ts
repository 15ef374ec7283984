import { describe, expect, test } from 'vitest';
import {
  exposureOf,
  extensionOf,
  fileName,
  isAbsolute,
  pathForm,
  programName,
  type PathForm,
} from '../../src/consumers/windows-paths.ts';

test.each<[string, PathForm]>([
  ['C:\\Windows\\cmd.exe', 'drive'],
  ['c:/windows/cmd.exe', 'drive'],
  ['C:cmd.exe', 'drive-relative'],
  ['\\\\server\\share\\a.exe', 'unc'],
  ['\\\\?\\C:\\a.exe', 'device'],
  ['\\Windows\\cmd.exe', 'rooted'],
  ['cmd.exe', 'relative'],
  ['..\\cmd.exe', 'relative'],
  ['%SystemRoot%\\cmd.exe', 'variable'],
  ['', 'relative'],
])('%j hangs on %s', (path, form) => {
  expect(pathForm(path)).toBe(form);
});

test('drives, shares and devices are complete', () => {
  expect(['C:\\a', '\\\\s\\a', '\\\\.\\a', 'a', '\\a', 'C:a'].map(isAbsolute)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('names and extensions are taken from the end', () => {
  expect(fileName('C:\\a.b\\c.exe')).toBe('c.exe');
  expect(fileName('C:c.exe')).toBe('c.exe');
  expect(extensionOf('C:\\a.b\\C.EXE')).toBe('.exe');
  expect(extensionOf('C:\\a.b\\c')).toBe('');
  expect(extensionOf('.exe')).toBe('');
  expect(programName('C:\\Windows\\System32\\CMD.exe')).toBe('cmd');
  expect(programName('a.b.exe')).toBe('a.b');
});

describe('a place', () => {
  test.each([
    ['C:\\report.exe', 'insecure'],
    ['d:/report.exe', 'insecure'],
    ['C:\\Temp\\report.exe', 'insecure'],
    ['C:\\Windows\\Temp\\report.exe', 'insecure'],
    ['C:\\Windows\\..\\Temp\\x\\report.exe', 'insecure'],
    ['C:\\Users\\Public\\report.exe', 'insecure'],
    ['C:\\Users\\alice\\report.exe', 'insecure'],
    ['\\\\?\\C:\\Users\\alice\\report.exe', 'insecure'],
    ['\\\\server\\share\\report.exe', 'insecure'],
    ['\\\\?\\UNC\\server\\share\\report.exe', 'insecure'],
    ['C:\\Windows\\Tasks\\report.exe', 'insecure'],
    ['C:\\ProgramData\\Vendor\\report.exe', 'doubtful'],
  ])('such as that of %j is %s', (path, degree) => {
    expect(exposureOf(path)?.degree).toBe(degree);
  });

  test.each([
    ['C:\\Program Files\\Vendor\\report.exe'],
    ['C:\\Windows\\System32\\cmd.exe'],
    ['C:\\Scripts\\report.js'],
    ['D:\\Templates\\report.exe'],
  ])('such as that of %j has nothing against it', (path) => {
    expect(exposureOf(path)).toBeUndefined();
  });
});
