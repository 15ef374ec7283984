import type { StringValue } from '../../../../grammar/mof/ast.ts';
import type { CompilationUnit, InstanceSymbol } from '../../../compiler/model.ts';
import { surePlaceholders, type TextKind } from '../../../consumers/placeholders.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { placeIn, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-placeholder-in-text',
  severity: 'warning',
  group: 'carrier',
  summary: 'No placeholder of a generator is left in the texts of a subscription.',
  why: 'WMI passes <payload>, {name} or @EXE@ on as it stands: the program is not found, and two subscriptions of one generator have the same name. What is a template of WMI (%TargetInstance.Name%) or a variable of a script is none.',
  source: 'using-standard-string-templates (derived)',
  examples: consumerExamples('CommandLineEventConsumer', {
    ExecutablePath: '"{path}"',
    CommandLineTemplate: '"report.exe /user:@USER@"',
  }),
  check: {
    unit(unit, report) {
      for (const file of unit.files) {
        // What nobody filled in outside of strings nobody filled in here either.
        if (file.problems.some(({ code }) => code === 'carrier-placeholder')) continue;
        const [first, ...others] = placeholdersIn(unit, file.source);
        if (first === undefined) continue;
        const mark = first.file.text.slice(first.start, first.end);
        report({
          file: first.file,
          at: first,
          subject: file,
          message:
            `${mark} looks like a placeholder that a generator was to replace, and WMI takes it as it stands: write what ` +
            `it stands for${others.length === 0 ? '' : `, and do the same with the ${others.length === 1 ? 'other one' : 'others'}`}.`,
          related: enough(others).map((place) => ({ ...place, message: 'left in as well' })),
        });
      }
    },
  },
});

/** The properties that are looked at, by folded name; WQL has its own word about queries. */
const kinds: ReadonlyMap<string, TextKind> = new Map([
  ['name', 'plain'],
  ['eventnamespace', 'plain'],
  ['executablepath', 'plain'],
  ['workingdirectory', 'template'],
  ['scriptfilename', 'plain'],
  ['filename', 'plain'],
  ['smtpserver', 'template'],
  ['toline', 'template'],
  ['sourcename', 'plain'],
  ['timerid', 'plain'],
  ['commandlinetemplate', 'command'],
  ['scripttext', 'script'],
]);

const classes =
  /^(?:__EventFilter|__(?:Interval|Absolute)TimerInstruction|(?:ActiveScript|CommandLine|LogFile|NTEventLog|SMTP)EventConsumer)$/i;

function placeholdersIn(unit: CompilationUnit, file: SourceFile): readonly Place[] {
  return unit.declarations
    .filter((declaration) => declaration.kind === 'instance')
    .filter((instance) => instance.file === file && classes.test(instance.className))
    .flatMap((instance) => [...instance.properties.keys()].flatMap((name) => marks(instance, name)))
    .toSorted((a, b) => a.start - b.start);
}

function marks(instance: InstanceSymbol, name: string): readonly Place[] {
  const kind = kinds.get(name);
  const value: StringValue | undefined = kind === undefined ? undefined : textOf(instance, name);
  if (kind === undefined || value === undefined) return [];
  return enough(surePlaceholders(value.value, kind)).map((span) => placeIn(instance, value, span));
}
