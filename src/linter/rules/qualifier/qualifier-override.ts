import type { Qualifier, QualifierList } from '../../../../grammar/mof/ast.ts';
import { checkedOf } from '../../../compiler/checker/checker.ts';
import type { ClassInfo } from '../../../compiler/checker/class-table.ts';
import {
  comparableValue,
  type Fixation,
  fixationIn,
  historyOf,
  type PartHistory,
  type QualifiedPart,
} from '../../../compiler/checker/overrides.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { eachClass } from '../../classes.ts';
import { type Report, rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-override',
  severity: 'error',
  group: 'qualifier',
  summary: 'A qualifier that a class fixes with DisableOverride keeps its value below.',
  why: 'The flavor DisableOverride forbids classes below and instances to change the qualifier, and WMI refuses those that do.',
  source: 'qualifier-flavors, wmi-error-constants',
  hresult: '0x8004101A',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Units("Celsius") : DisableOverride ToSubClass] uint8 Level;
};

class Sample_Detail : Sample_Reading
{
  [Units("Kelvin")] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Units("Celsius") : DisableOverride ToSubClass] uint8 Level;
};

class Sample_Detail : Sample_Reading
{
  [Units("Celsius")] uint8 Level;
};
`,
  },
  check: {
    ...eachClass(({ symbol, info, checked: { table } }, report) => {
      const parent = table.parentOf(info, symbol);
      if (parent === undefined) return;
      const check = (list: QualifierList | undefined, part: QualifiedPart): void => {
        if (list === undefined) return;
        const history = historyOf(table, parent, symbol, part);
        reportChanges({ file: symbol.file, list, history }, report);
      };
      check(symbol.node.qualifiers, { kind: 'class' });
      for (const { kind, name, qualifiers } of symbol.node.members) {
        const part = kind === 'PropertyDeclaration' ? 'property' : 'method';
        check(qualifiers, { kind: part, name: name.name.toLowerCase() });
      }
    }),
    instance(instance, report, compilation) {
      const { table } = checkedOf(compilation);
      const info = table.lookup(instance.className, instance);
      if (info === undefined || !table.isReadable(instance)) return;
      const check = (list: QualifierList | undefined, part: QualifiedPart): void => {
        if (list === undefined) return;
        const history = historyOf(table, info, instance, part);
        reportChanges({ file: instance.file, list, history, instanceOf: info }, report);
      };
      const { qualifiers, properties } = instance.node;
      check(qualifiers, { kind: 'class' });
      for (const { name, qualifiers } of properties)
        check(qualifiers, { kind: 'property', name: name.name.toLowerCase() });
    },
  },
});

interface Place {
  readonly file: SourceFile;
  readonly list: QualifierList;
  readonly history: PartHistory;
  /** The class of an instance; absent for a class. */
  readonly instanceOf?: ClassInfo;
}

/** Abstract is not inherited; of Key and Static mofcomp does not read the value, which is a rule of its own. */
const exempt: ReadonlySet<string> = new Set(['abstract', 'key', 'static']);

function reportChanges({ file, list, history, instanceOf }: Place, report: Report): void {
  if (history.length === 0) return;
  for (const qualifier of list.qualifiers) {
    const name = qualifier.name.name.toLowerCase();
    const value = comparableValue(qualifier.value);
    const fixation = exempt.has(name) ? undefined : fixationIn(history, name, instanceOf);
    if (value === undefined || fixation?.value === undefined || fixation.value === value) continue;
    report({
      file,
      at: qualifier,
      message: messageAbout(qualifier, fixation),
      ...(fixation.place !== undefined && {
        related: [
          {
            file: fixation.place.file,
            start: fixation.place.node.start,
            end: fixation.place.node.end,
            message: 'fixed here',
          },
        ],
      }),
    });
  }
}

function messageAbout({ name }: Qualifier, { by }: Fixation): string {
  return `${by.name} fixes ${name.name} with the flavor DisableOverride, and WMI refuses another value below it: leave the qualifier out, or repeat the value that it has there.`;
}
