import { describe, expect, test } from 'vitest';
import { findings, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';
import { filter, inSubscription } from '../support/subscription-texts.ts';

describe('pragma-unknown', () => {
  test('underlines the name and asks what was meant', () => {
    const text = '#pragma autorecovr\n';
    const [finding] = findingsOf('pragma-unknown', text);
    expect(finding).toMatchObject({ start: 8, end: 18, hresult: '0x80044012', severity: 'error' });
    expect(finding?.message).toContain('Did you mean autorecover?');
    expect(fixed(text, finding?.fixes[0])).toBe('#pragma autorecover\n');
  });

  test('takes the known ones in any case', () => {
    expect(findings('#PRAGMA AUTORECOVER\n')).toEqual([]);
  });
});

describe('pragma-dmtf', () => {
  test('takes the known ones in any case', () => {
    expect(findings('#PRAGMA AUTORECOVER\n')).toEqual([]);
  });
});

describe('pragma-dmtf', () => {
  test("turns DMTF's include into WMI's", () => {
    const text = '#pragma include ("a.mof")\n';
    const [finding] = findingsOf('pragma-dmtf', text);
    expect(findings(fixed(text, finding?.fixes[0]))).toEqual([]);
  });

  test('speaks once of each pragma in a file', () => {
    const text = '#pragma locale("en")\n#pragma include ("a.mof")\n#pragma include ("b.mof")\n';
    expect(findingsOf('pragma-dmtf', text).map(({ message }) => message)).toEqual([
      expect.stringContaining('#pragma locale is'),
      expect.stringContaining('#pragma include (and 1 more in this file) is'),
    ]);
  });
});

describe('pragma-dmtf', () => {
  test("speaks once about each name, and turns every include into WMI's", () => {
    const text = '#pragma locale ("en_US")\n#pragma Include ("a.mof")\n#pragma include("b.mof")\n';
    const found = findingsOf('pragma-dmtf', text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'locale',
      '#pragma Include ("a.mof")',
    ]);
    expect(fixed(text, found[1]?.fixes[0])).toBe(
      '#pragma locale ("en_US")\n#include ("a.mof")\n#include ("b.mof")\n',
    );
    expect(underlinedBy('pragma-unknown', text)).toEqual([]);
  });
});

describe('pragma-namespace-syntax', () => {
  test.each([
    ['"\\\\.\\root\\test"', '"\\\\\\\\.\\\\root\\\\test"'],
    ['"root\\cimv2"', '"\\\\\\\\.\\\\root\\\\cimv2"'],
    ['"\\.\\root\\\\x"', '"\\\\\\\\.\\\\root\\\\x"'],
    ['"\\\\.\\\\root\\\\x"', '"\\\\\\\\.\\\\root\\\\x"'],
    ['"\\\\\\\\.\\\\ root\\\\x"', '"\\\\\\\\.\\\\root\\\\x"'],
    ['"root//x"', '"\\\\\\\\.\\\\root\\\\x"'],
  ])('underlines %s alone and writes %s', (argument, expected) => {
    const text = `#pragma namespace(${argument})\n`;
    expect(findings(text)).toEqual([{ rule: 'pragma-namespace-syntax', at: argument }]);
    const mended = fixed(text, findingsOf('pragma-namespace-syntax', text)[0]?.fixes[0]);
    expect(mended).toBe(`#pragma namespace(${expected})\n`);
    expect(findings(mended)).toEqual([]);
  });

  test.each(['""', '"\\\\\\\\."', '"http://example.org/root/x"', '"root:x"', '5'])(
    'underlines %s, which says too little to be corrected',
    (argument) => {
      const text = `#pragma namespace(${argument})\n`;
      expect(findings(text)).toEqual([{ rule: 'pragma-namespace-syntax', at: argument }]);
      expect(findingsOf('pragma-namespace-syntax', text)[0]?.fixes).toEqual([]);
    },
  );

  test('wants an argument, and one only', () => {
    expect(underlinedBy('pragma-namespace-syntax', '#pragma namespace\n')).toEqual([
      '#pragma namespace',
    ]);
    expect(
      underlinedBy('pragma-namespace-syntax', '#pragma namespace("root/x", "root/y")\n'),
    ).toEqual(['"root/y"']);
  });
});

test('pragma-namespace-remote underlines the path and writes the local one', () => {
  const text = '#pragma namespace("\\\\\\\\SRV\\\\root\\\\x")\n';
  const [finding] = findingsOf('pragma-namespace-remote', text);
  expect(finding).toMatchObject({ start: 18, end: 36, hresult: '0x8004401C' });
  expect(fixed(text, finding?.fixes[0])).toBe('#pragma namespace("\\\\\\\\.\\\\root\\\\x")\n');
});

describe('pragma-namespace-missing', () => {
  test('underlines the class of the first part and puts the pragma before it', () => {
    const text = `#pragma autorecover\n// the filter\n${filter('F')}`;
    expect(findings(filter('F'))).toEqual([
      { rule: 'pragma-namespace-missing', at: '__EventFilter' },
    ]);
    const [finding] = findingsOf('pragma-namespace-missing', filter('F'));
    expect(findings(fixed(filter('F'), finding?.fixes[0]))).toEqual([]);
    // With autorecover the sharper rule speaks.
    expect(findings(text)).toEqual([
      { rule: 'pragma-autorecover-no-namespace', at: '#pragma autorecover' },
    ]);
  });

  test.each([
    ['classes and other instances', 'class A { [key] string N; };\ninstance of A { N = "a"; };'],
    [
      'a namespace before the first part',
      `class A { [key] string N; };\n${inSubscription}${filter('F')}`,
    ],
    [
      'a pragma that a syntax error keeps from being one',
      `pragma namespace("root/x")\n${filter('F')}`,
    ],
    ['what the event log shows', `${filter('F')}\nPerm. Consumer:\n`],
  ])('is silent for %s', (_, text) => {
    expect(underlinedBy('pragma-namespace-missing', text)).toEqual([]);
    expect(underlinedBy('pragma-autorecover-no-namespace', text)).toEqual([]);
  });

  test('is silent when an option names another namespace', () => {
    expect(findings(filter('F'), { namespace: 'root\\subscription' })).toEqual([]);
  });

  test('speaks about registrations of providers', () => {
    expect(
      underlinedBy('pragma-namespace-missing', 'instance of __Win32Provider { Name = "P"; };'),
    ).toEqual(['__Win32Provider']);
  });
});

describe('pragma-autorecover-no-namespace', () => {
  test("is silent for a driver's classes, which are not compiled from this file", () => {
    const text =
      '#pragma autorecover\n[WMI, Dynamic, Provider("WMIProv"), guid("{0}")] class D { [key] string N; };';
    expect(underlinedBy('pragma-autorecover-no-namespace', text)).toEqual([]);
  });
});

describe('the flags of pragmas', () => {
  test.each([
    ['#pragma classflags("createnever")', ['createnever']],
    ['#pragma classflags("updateonly, forceupdat")', ['forceupdat']],
    ['#pragma classflags()', ['#pragma classflags()']],
    ['#pragma classflags', ['#pragma classflags']],
    ['#pragma classflags(createonly)', ['createonly']],
    ['#pragma classflags("UpdateOnly", "ForceUpdate")', []],
    ['#pragma classflags("updateonly,safeupdate")', []],
    ['#pragma classflags(64)', []],
  ])('%s', (text, expected) => {
    expect(underlinedBy('pragma-classflags', `${text}\n`)).toEqual(expected);
  });

  test('instances know two of them', () => {
    expect(underlinedBy('pragma-instanceflags', '#pragma instanceflags("safeupdate")\n')).toEqual([
      'safeupdate',
    ]);
    expect(underlinedBy('pragma-instanceflags', '#pragma instanceflags("updateonly")\n')).toEqual(
      [],
    );
  });

  test('contradictions are underlined together', () => {
    const text = '#pragma classflags("createonly", "updateonly")\n';
    expect(underlinedBy('pragma-classflags-contradict', text)).toEqual([
      '"createonly", "updateonly"',
    ]);
  });
});

describe('pragma-delete-flag', () => {
  test.each([
    ['#pragma deleteclass("C")', '#pragma deleteclass("C")', '0x80044031'],
    ['#pragma deleteinstance("C=1")', '#pragma deleteinstance("C=1")', '0x8004402C'],
    ['#pragma deleteclass("C", MAYBE)', 'MAYBE', '0x80044031'],
    ['#pragma deleteclass(C, FAIL)', 'C', '0x80044031'],
    ['#pragma deleteclass("C", FAIL, FAIL)', 'FAIL', '0x80044031'],
  ])('%s', (text, at, hresult) => {
    const [finding] = findingsOf('pragma-delete-flag', `${text}\n`);
    expect(finding?.hresult).toBe(hresult);
    expect(text.slice(finding?.start, finding?.end)).toBe(at);
  });

  test.each(['#pragma deleteclass("C", FAIL)', '#pragma DeleteClass ( "C" , nofail )'])(
    '%s is right',
    (text) => {
      expect(underlinedBy('pragma-delete-flag', `${text}\n`)).toEqual([]);
    },
  );

  test('adds the flag', () => {
    const text = '#pragma deleteinstance("C=1")\n';
    const [finding] = findingsOf('pragma-delete-flag', text);
    expect(fixed(text, finding?.fixes[0])).toBe('#pragma deleteinstance("C=1", NOFAIL)\n');
  });
});

test('pragma-deleteclass-risk is silent about a class that is declared anew', () => {
  const text = '#pragma deleteclass("A", NOFAIL)\n';
  expect(underlinedBy('pragma-deleteclass-risk', text)).toEqual([text.trim()]);
  expect(underlinedBy('pragma-deleteclass-risk', `${text}class A { [key] string N; };`)).toEqual(
    [],
  );
});

describe('pragma-amendment-locale', () => {
  test.each([
    ['#pragma amendment("en-US")', ['"en-US"']],
    ['#pragma amendment', ['#pragma amendment']],
    ['#pragma amendment("MS_409", "MS_407")', ['"MS_407"']],
    ['#pragma amendment("ms_40c")', []],
  ])('%s', (text, expected) => {
    expect(underlinedBy('pragma-amendment-locale', `${text}\n`)).toEqual(expected);
  });

  test('a second one is 0x80044011', () => {
    const text = '#pragma amendment("MS_409")\n#pragma amendment("MS_407")\n';
    const found = findingsOf('pragma-amendment-locale', text);
    expect(found.map(({ start, hresult }) => [start, hresult])).toEqual([[28, '0x80044011']]);
  });
});

describe('namespace-before-use', () => {
  const create = '#pragma namespace("root")\ninstance of __Namespace { Name = "x"; };\n';

  test('underlines the first pragma that needs it, also for a namespace below', () => {
    const text = `#pragma namespace("root/x/y")\nclass A { [key] string N; };\n${create}`;
    expect(underlinedBy('namespace-before-use', text)).toEqual(['#pragma namespace("root/x/y")']);
  });

  test('is silent when it was created before, even if it is created again', () => {
    const text = `${create}#pragma namespace("root/x")\nclass A { [key] string N; };\n${create}`;
    expect(underlinedBy('namespace-before-use', text)).toEqual([]);
  });
});

describe('the encoding', () => {
  test('a character beyond ASCII is pointed at, but not in comments', () => {
    expect(underlinedBy('encoding-utf8', '// Grüße\ninstance of A { N = "Grüße"; };')).toEqual([
      'ü',
    ]);
    expect(
      underlinedBy('encoding-utf8', '/* Grüße */ class A { [key] string N; }; // Grüße'),
    ).toEqual([]);
    expect(
      underlinedBy('encoding-utf8', 'instance of A { N = "ü"; };', { encoding: 'utf-16le-bom' }),
    ).toEqual([]);
  });

  test('a character that cannot be seen is named by its number', () => {
    const [finding] = findingsOf('encoding-utf8', 'class\u00a0A { [key] string N; };');
    expect(finding?.message).toMatch(/^U\+00A0 is/);
  });

  test('UTF-16 without a byte order mark is doubted', () => {
    expect(
      underlinedBy('encoding-unicode-without-bom', 'class A { };', { encoding: 'utf-16be' }),
    ).toEqual(['c']);
    expect(underlinedBy('encoding-unicode-without-bom', '', { encoding: 'utf-16le' })).toEqual([
      '',
    ]);
    expect(
      underlinedBy('encoding-unicode-without-bom', 'class A { };', { encoding: 'utf-16be-bom' }),
    ).toEqual([]);
  });
});

describe('text beyond ASCII', () => {
  test('that is white space is replaced by a blank', () => {
    const text = 'instance of Sample_Reading\n{\n \u00a0Sensor =\u2003"north"; // \u00a0\n};\n';
    const [diagnostic] = findingsOf('encoding-utf8', text);
    expect(diagnostic?.message).toContain('ordinary blank');
    expect(fixed(text, diagnostic?.fixes[0])).toBe(
      text.replace('\u00a0', ' ').replace('\u2003', ' '),
    );
  });

  test('that is white space in a string stays', () => {
    const text = 'instance of Sample_Reading\n{\n  Sensor = "no\u00a0rth";\n};\n';
    expect(findingsOf('encoding-utf8', text).map(({ fixes }) => fixes)).toEqual([[]]);
  });
});
