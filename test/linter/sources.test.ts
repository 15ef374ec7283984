import { describe, expect, test } from 'vitest';
import { rules } from '../../src/linter/registry.ts';
import { sourcesOf } from '../../src/linter/sources.ts';

const win32 = 'https://learn.microsoft.com/windows/win32';

describe('the sources of a rule', () => {
  test.each([
    [
      'receiving-events-securely; MS-DTYP 2.4.2.2 (derived)',
      [
        {
          title: 'Receiving Events Securely',
          address: `${win32}/wmisdk/receiving-events-securely`,
        },
        {
          title: '[MS-DTYP] 2.4.2.2',
          address:
            'https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/cca27429-5689-4a16-b2b4-9325d93e4ba2',
          remark: 'derived',
        },
      ],
    ],
    [
      'SecAuthZ/ace-strings, -pragma',
      [
        { title: 'ACE Strings', address: `${win32}/secauthz/ace-strings` },
        { title: '#pragma preprocessor command', address: `${win32}/wmisdk/-pragma` },
      ],
    ],
    [
      'sdk-api/nf-securitybaseapi-accesscheck (derived for EventAccess)',
      [
        {
          title: 'AccessCheck function',
          address: `${win32}/api/securitybaseapi/nf-securitybaseapi-accesscheck`,
          remark: 'derived for EventAccess',
        },
      ],
    ],
    [
      'kernel/wmi-class-qualifiers',
      [
        {
          title: 'WMI Class Qualifiers',
          address:
            'https://learn.microsoft.com/windows-hardware/drivers/kernel/wmi-class-qualifiers',
        },
      ],
    ],
    [
      '__TimerEvent, CIMWin32Prov/Win32_Process',
      [
        { title: '__TimerEvent class', address: `${win32}/wmisdk/--timerevent` },
        { title: 'Win32_Process class', address: `${win32}/cimwin32prov/win32-process` },
      ],
    ],
    ['DSP0004 5.6.3', [{ title: '[DSP0004] 5.6.3', address: 'https://www.dmtf.org/dsp/DSP0004' }]],
    ['values seen on real machines', [{ title: 'values seen on real machines' }]],
    ['field practice (public rules)', [{ title: 'field practice (public rules)' }]],
  ])('%s', (names, sources) => {
    expect(sourcesOf(names)).toEqual(sources);
  });

  test('names the pages of all standard consumers at once', () => {
    expect(sourcesOf('the standard consumers').map(({ title }) => title)).toEqual([
      'ActiveScriptEventConsumer class',
      'CommandLineEventConsumer class',
      'LogFileEventConsumer class',
      'NTEventLogEventConsumer class',
      'SMTPEventConsumer class',
    ]);
  });

  test.each(rules.map(({ name, sources }) => [name, sources] as const))(
    'of %s can be looked up or say what they are',
    (_, sources) => {
      expect(sources).not.toEqual([]);
      for (const { title, address } of sources) {
        if (address === undefined) expect(title).toMatch(/^advice$|^\S+ .+$/u);
        else expect(new URL(address).href).toBe(address);
        // The file name of a page that nobody has given a title.
        expect(title).not.toMatch(/^[-\w/]*[-/][-\w/]*(?: \([^)]*\))?$/u);
      }
    },
  );
});
