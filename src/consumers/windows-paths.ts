/** Paths as Windows reads them: what they hang on, and who may write where they lead. */

/**
 * What a path hangs on. `drive` (`C:\x`) and `unc` (`\\server\share\x`) are complete; `variable` begins with an
 * environment variable or a template; the others depend on the current drive or directory.
 */
export type PathForm =
  'drive' | 'unc' | 'device' | 'drive-relative' | 'rooted' | 'relative' | 'variable';

const forms: readonly (readonly [PathForm, RegExp])[] = [
  ['variable', /^%/],
  ['device', /^[\\/]{2}[.?][\\/]/],
  ['unc', /^[\\/]{2}[^\\/]/],
  ['rooted', /^[\\/]/],
  ['drive', /^[A-Za-z]:[\\/]/],
  ['drive-relative', /^[A-Za-z]:/],
];

/** What a path hangs on. */
export function pathForm(path: string): PathForm {
  return forms.find(([, pattern]) => pattern.test(path))?.[0] ?? 'relative';
}

/** Whether a path says all by itself where it leads. */
export function isAbsolute(path: string): boolean {
  const form = pathForm(path);
  return form === 'drive' || form === 'unc' || form === 'device';
}

/** Whether a tab, a line end or another control character stands in a path, which Windows never finds then. */
export function hasControlCharacter(path: string): boolean {
  return /[\0-\x1f]/.test(path);
}

/** The last name of a path. */
export function fileName(path: string): string {
  return /[^\\/:]*$/.exec(path)?.[0] ?? '';
}

/** The extension with its full stop, in lower case; empty where there is none. */
export function extensionOf(path: string): string {
  return /.(\.[^.\s]*)$/.exec(fileName(path))?.[1]?.toLowerCase() ?? '';
}

/** The last name without its extension, in lower case: `powershell` of `C:\...\PowerShell.exe`. */
export function programName(path: string): string {
  const name = fileName(path).toLowerCase();
  return name.replace(/\.(?:exe|com|bat|cmd)$/, '');
}

/** Why a place is not safe from other users. */
export interface Exposure {
  /** `doubtful`: by default others may add files there, which a strict access control list prevents. */
  readonly degree: 'insecure' | 'doubtful';
  /** Where it is, as the rest of a sentence: `in the root of a drive`. */
  readonly where: string;
}

/** By normalized path; the first that fits. Default access control lists of Windows; field practice. */
const exposures: readonly (readonly [RegExp, Exposure])[] = [
  [/^\\\\/, { degree: 'insecure', where: 'on another computer' }],
  [/^[a-z]:\\[^\\]+$/, { degree: 'insecure', where: 'in the root of a drive' }],
  [
    /^[a-z]:\\users\\public\\/,
    { degree: 'insecure', where: 'in the profile that all users share' },
  ],
  [
    /^[a-z]:\\(?:users|documents and settings)\\/,
    { degree: 'insecure', where: "in a user's profile" },
  ],
  [/\\(?:temp|tmp)\\/, { degree: 'insecure', where: 'in a folder for temporary files' }],
  [
    /^[a-z]:\\(?:windows|winnt)\\(?:tasks|tracing|system32\\spool\\drivers\\color)\\/,
    { degree: 'insecure', where: 'in a folder of Windows that users may write to' },
  ],
  [/^[a-z]:\\\$recycle\.bin\\/, { degree: 'insecure', where: 'in the recycle bin' }],
  [
    /^[a-z]:\\programdata\\/,
    { degree: 'doubtful', where: 'below ProgramData, where users may add files by default' },
  ],
];

/** Who besides administrators can write where a complete path leads; undefined where nothing is known against it. */
export function exposureOf(path: string): Exposure | undefined {
  const normalized = normalize(path);
  return exposures.find(([pattern]) => pattern.test(normalized))?.[1];
}

function normalize(path: string): string {
  const plain = path
    .replaceAll('/', '\\')
    .replace(/^\\\\[.?]\\(?:unc\\)?/i, (prefix) => (/unc/i.test(prefix) ? '\\\\' : ''));
  const root = plain.startsWith('\\\\') ? '\\\\' : '';
  const segments: string[] = [];
  for (const segment of plain.split('\\')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return root + segments.join('\\').toLowerCase();
}
