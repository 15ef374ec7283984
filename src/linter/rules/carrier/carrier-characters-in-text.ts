import type { StringValue } from '../../../../grammar/mof/ast.ts';
import type { EventConsumer, EventFilter, InstanceSymbol } from '../../../compiler/model.ts';
import { type ForeignCharacter, foreignCharacters } from '../../../consumers/foreign-characters.ts';
import type { TextKind } from '../../../consumers/placeholders.ts';
import { findingIn, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { replaceInString, safeFix } from '../../fixes.ts';
import { type Report, rule } from '../../rule.ts';

export default rule({
  name: 'carrier-characters-in-text',
  severity: 'warning',
  group: 'carrier',
  summary:
    'Commands, paths and scripts have straight quotes, ordinary blanks, and no entities of HTML.',
  why: 'What a web page or a word processor puts in place of quotes and blanks looks right and is something else to Windows: a no-break space separates no words, a curly quote holds none together, and &amp; starts a program called amp;.',
  source: 'sdk-api/nf-processthreadsapi-createprocessw (derived)',
  fixes: ['safe'],
  examples: consumerExamples('CommandLineEventConsumer', {
    ExecutablePath: String.raw`"C:\\Windows\\System32\\cmd.exe"`,
    CommandLineTemplate: '"cmd.exe /c vol &gt; C:\\\\ProgramData\\\\Sample\\\\volume.txt"',
  }),
  // What they say of the program is about the wrong characters.
  supersedes: ['cmdline-argv0-missing', 'cmdline-unquoted-spaces'],
  check: {
    filter({ instance }: EventFilter, report) {
      // Of blanks in it, event-namespace-syntax speaks.
      look(instance, 'EventNamespace', 'plain', report, (text) => text.trim() !== '');
    },
    consumer({ instance, standardClass }: EventConsumer, report) {
      if (standardClass === undefined) return;
      for (const [name, kind] of properties) look(instance, name, kind, report);
    },
  },
});

const properties: readonly (readonly [string, TextKind])[] = [
  ['CommandLineTemplate', 'command'],
  ['ExecutablePath', 'plain'],
  ['WorkingDirectory', 'plain'],
  ['ScriptFileName', 'plain'],
  ['Filename', 'plain'],
  ['ScriptText', 'script'],
];

function look(
  instance: InstanceSymbol,
  name: string,
  kind: TextKind,
  report: Report,
  isWanted: (text: string) => boolean = () => true,
): void {
  const value = textOf(instance, name);
  if (value === undefined) return;
  const found = foreignCharacters(value.value, kind).filter(({ start, end }) =>
    isWanted(value.value.slice(start, end)),
  );
  const [first] = found;
  if (first === undefined) return;
  report({
    ...findingIn(instance, value, first),
    message: `${describe(first, value)}${found.length === 1 ? '' : ` (${found.length} places)`}.`,
    fixes: [
      safeFix(
        found.length === 1 ? 'Write the ordinary character' : 'Write the ordinary characters',
        ...found.map(({ start, end, replacement }) =>
          replaceInString(instance.file, value, start, end, replacement),
        ),
      ),
    ],
  });
}

function describe({ start, end, replacement, what }: ForeignCharacter, value: StringValue): string {
  const text = value.value.slice(start, end);
  const code = `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  switch (what) {
    case 'entity':
      return `${text} is how HTML and XML write ${replacement}, and Windows takes it as it stands: write ${replacement === '"' ? '\\"' : replacement}`;
    case 'quote':
      return `${text} (${code}) is no quote to Windows; a word processor or a web page put it there: write ${replacement === '"' ? '\\"' : replacement}`;
    case 'blank':
      return `A blank that is none to Windows stands here (${code}), as web pages have it: write an ordinary one`;
    case 'invisible':
      return `An invisible character stands here (${code}), as web pages put it between others: remove it`;
  }
}
