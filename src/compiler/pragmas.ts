/** The pragmas of WMI: which there are, and what to write for one that there is not (-pragma.md). */
import type { Pragma } from '../../grammar/mof/ast.ts';
import { suggest } from '../../grammar/mof/suggest.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { CompilerProblem } from './model.ts';

/** All that mofcomp knows, in lower case. */
const knownPragmas: ReadonlySet<string> = new Set([
  'amendment',
  'autorecover',
  'classflags',
  'deleteclass',
  'deleteinstance',
  'instanceflags',
  'namespace',
]);

/** Pragmas of DMTF's MOF that people bring along, by folded name, and what WMI has instead. */
export const dmtfPragmas: ReadonlyMap<string, string> = new Map([
  ['include', 'write #include ("file.mof")'],
  [
    'locale',
    'remove it; in WMI a class says its language with the Locale qualifier, as in [Locale(1033)]',
  ],
  [
    'instancelocale',
    'remove it; in WMI an object says its language with the Locale qualifier, as in [Locale(1033)]',
  ],
  ['nonlocal', 'remove it; WMI refers to objects of its own server only'],
  ['nonlocaltype', 'remove it; WMI refers to objects of its own server only'],
  ['source', 'write #pragma namespace'],
  ['sourcetype', 'write #pragma namespace'],
]);

/** The problem of a pragma that mofcomp does not know. */
export function unknownPragma(file: SourceFile, pragma: Pragma): CompilerProblem | undefined {
  const { name, start, end } = pragma.name;
  const folded = name.toLowerCase();
  if (name === '' || knownPragmas.has(folded) || dmtfPragmas.has(folded)) return undefined;
  const near = suggest(name, knownPragmas);
  const advice =
    near === undefined ? `It knows ${[...knownPragmas].join(', ')}.` : `Did you mean ${near}?`;
  const fixes = renameFix(file, pragma, near);
  return {
    code: 'pragma-unknown',
    file,
    start,
    end,
    message: `mofcomp has no pragma ${name} and stops here. ${advice}`,
    hresult: '0x80044012',
    ...(fixes !== undefined && { fixes }),
  };
}

function renameFix(
  file: SourceFile,
  { name: { start, end } }: Pragma,
  near: string | undefined,
): CompilerProblem['fixes'] {
  if (near === undefined) return undefined;
  return [
    { title: `Write ${near}`, safety: 'suggestion', edits: [{ file, start, end, text: near }] },
  ];
}
