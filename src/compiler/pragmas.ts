/** The pragmas of WMI: which there are, and what to write for one that there is not (-pragma.md). */
import type { Pragma } from '../../grammar/mof/ast.ts';
import { suggest } from '../../grammar/mof/suggest.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { CompilerProblem } from './model.ts';

/** All that mofcomp knows, in lower case. */
export const knownPragmas: ReadonlySet<string> = new Set([
  'amendment',
  'autorecover',
  'classflags',
  'deleteclass',
  'deleteinstance',
  'instanceflags',
  'namespace',
]);

/** Pragmas of DMTF's MOF that people bring along, and what WMI has instead. */
const foreignPragmas: ReadonlyMap<string, string> = new Map([
  ['include', 'It is DMTF\'s: WMI includes a file with #include ("file.mof").'],
  [
    'locale',
    "It is DMTF's: in WMI a class says its language with the Locale qualifier, as in [Locale(1033)]; remove the pragma.",
  ],
  [
    'instancelocale',
    "It is DMTF's: in WMI an object says its language with the Locale qualifier, as in [Locale(1033)]; remove the pragma.",
  ],
  [
    'nonlocal',
    "It is DMTF's and obsolete: WMI refers to objects of its own server only; remove the pragma.",
  ],
  [
    'nonlocaltype',
    "It is DMTF's and obsolete: WMI refers to objects of its own server only; remove the pragma.",
  ],
  ['source', "It is DMTF's and obsolete: use #pragma namespace."],
  ['sourcetype', "It is DMTF's and obsolete: use #pragma namespace."],
]);

/** The problem of a pragma that mofcomp does not know. */
export function unknownPragma(file: SourceFile, pragma: Pragma): CompilerProblem | undefined {
  const { name, start, end } = pragma.name;
  const folded = name.toLowerCase();
  if (name === '' || knownPragmas.has(folded)) return undefined;
  const foreign = foreignPragmas.get(folded);
  const near = foreign === undefined ? suggest(name, knownPragmas) : undefined;
  const advice =
    foreign ??
    (near === undefined ? `It knows ${[...knownPragmas].join(', ')}.` : `Did you mean ${near}?`);
  const fixes = foreign === undefined ? renameFix(file, pragma, near) : includeFix(file, pragma);
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

function includeFix(file: SourceFile, pragma: Pragma): CompilerProblem['fixes'] {
  if (pragma.name.name.toLowerCase() !== 'include' || pragma.arguments?.length !== 1)
    return undefined;
  return [
    {
      title: 'Write #include',
      safety: 'suggestion',
      edits: [{ file, start: pragma.start, end: pragma.name.end, text: '#include ' }],
    },
  ];
}
