/** What the preprocessor commands of WMI are for. */
import { byName, type Knowledge, type KnownParameter } from './knowledge.ts';

export interface PragmaKnowledge extends Knowledge {
  /** What is written behind the name to begin with; empty where nothing follows. */
  readonly example: string;
  /** The words that each argument can be, by its place; undefined where it is free. */
  readonly words: readonly (readonly string[] | undefined)[];
}

const deletion: KnownParameter = {
  label: 'FAIL|NOFAIL',
  documentation:
    'Without quotation marks. With FAIL it is an error when there is nothing to delete, with NOFAIL it is not.',
};

/** All pragmas that mofcomp knows. */
export const pragmas: readonly PragmaKnowledge[] = [
  {
    name: 'namespace',
    signature: '#pragma namespace(string path)',
    parameters: [
      {
        label: 'string path',
        documentation:
          'Relative to the server or with `\\\\\\\\.\\\\` before it; backslashes are doubled. Another server is refused (0x8004401C).',
      },
    ],
    example: '("\\\\\\\\.\\\\root\\\\subscription")',
    words: [undefined],
    documentation:
      'Everything from here to the next one goes to this namespace, which must exist. Before the first one it is `root\\default`, or what `mofcomp -N` says; a recovery of the repository uses no switches, so write it in the file.',
    source: 'pragma-namespace, mofcomp, wmi-error-constants',
  },
  {
    name: 'autorecover',
    signature: '#pragma autorecover',
    parameters: [],
    example: '',
    words: [],
    documentation:
      'WMI compiles the file again when it rebuilds its repository: mofcomp adds its path to a list in the registry (`HKLM\\SOFTWARE\\Microsoft\\WBEM\\CIMOM`, `autorecover mofs`). It stands on the first line, and the file must stay where it is, on a local disk. Without it the subscription is lost, and mofcomp warns.',
    source: 'pragma-autorecover, mofcomp',
  },
  {
    name: 'classflags',
    signature: '#pragma classflags(string flag, ...)',
    parameters: [
      {
        label: 'string flag',
        documentation:
          '`createonly`: only new classes. `updateonly`: only classes that exist. `safeupdate`: only where that breaks no derived class or instance. `forceupdate`: also where derived classes have to change.',
      },
    ],
    example: '("forceupdate")',
    words: [['createonly', 'forceupdate', 'safeupdate', 'updateonly']],
    documentation:
      'How the classes from here on are created or changed. Flags that do not contradict one another can be given together.',
    source: 'pragma-classflags, mofcomp',
  },
  {
    name: 'instanceflags',
    signature: '#pragma instanceflags(string flag)',
    parameters: [
      {
        label: 'string flag',
        documentation: '`createonly`: only new instances. `updateonly`: only instances that exist.',
      },
    ],
    example: '("createonly")',
    words: [['createonly', 'updateonly']],
    documentation: 'How the instances from here on are created or changed.',
    source: 'pragma-instanceflags, mofcomp',
  },
  {
    name: 'deleteclass',
    signature: '#pragma deleteclass(string class, FAIL|NOFAIL)',
    parameters: [
      { label: 'string class', documentation: 'The name of the class that is deleted.' },
      deletion,
    ],
    example: '("Class", NOFAIL)',
    words: [undefined, ['FAIL', 'NOFAIL']],
    documentation:
      'Deletes a class of the namespace, with all its instances, before what follows is stored.',
    source: 'pragma-deleteclass, wmi-error-constants',
  },
  {
    name: 'deleteinstance',
    signature: '#pragma deleteinstance(string path, FAIL|NOFAIL)',
    parameters: [
      {
        label: 'string path',
        documentation:
          "The object path of the instance; text of a key stands in single quotation marks: `Class.Key='value'`.",
      },
      deletion,
    ],
    example: '("Class.Key=\'value\'", NOFAIL)',
    words: [undefined, ['FAIL', 'NOFAIL']],
    documentation: 'Deletes an instance of the namespace before what follows is stored.',
    source: 'pragma-deleteinstance, wmi-error-constants',
  },
  {
    name: 'amendment',
    signature: '#pragma amendment(string locale)',
    parameters: [
      {
        label: 'string locale',
        documentation:
          '`MS_` and the number of the language in hexadecimal: `MS_409` is English (United States), `MS_407` German, `MS_411` Japanese.',
      },
    ],
    example: '("MS_409")',
    words: [undefined],
    documentation:
      'mofcomp splits the file into one without texts for people (`-MOF:`) and one with the texts of this language (`-MFL:`); without both switches it writes neither.',
    source: 'pragma-amendment, mofcomp',
  },
];

/** `#include`, which is no pragma in WMI's MOF. */
export const includeKnowledge: PragmaKnowledge = {
  name: 'include',
  signature: '#include (string file)',
  parameters: [
    {
      label: 'string file',
      documentation:
        'The path of a MOF file; backslashes are doubled. A relative one counts from the file that includes it.',
    },
  ],
  example: '("file.mof")',
  words: [undefined],
  documentation:
    'Puts the text of another file here. No semicolon follows. mofcomp refuses a file that it cannot find (0x80044030).',
  source: '-include, wmi-error-constants',
};

const pragmasByName = byName(pragmas);

/** A pragma of WMI, in any case. */
export function pragmaKnowledge(name: string): PragmaKnowledge | undefined {
  return pragmasByName.get(name.toLowerCase());
}
