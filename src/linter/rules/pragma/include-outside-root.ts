import { rule } from '../../rule.ts';

export default rule({
  name: 'include-outside-root',
  severity: 'warning',
  group: 'pragma',
  summary:
    'An #include names a file by a relative path that stays below the folder of the files that are compiled.',
  why:
    'A drive, a server or a folder far away is there on one machine only. mofsec reads no such file, whatever a MOF text ' +
    'asks for, and so does not know what it declares.',
  source: 'field practice',
  examples: {
    bad: String.raw`#include ("C:\\mof\\common.mof")
`,
    good: String.raw`#include ("common.mof")
`,
    files: { 'common.mof': '// nothing yet\n' },
  },
  check: 'binder',
});
