import { suggest } from '../../../../grammar/mof/suggest.ts';
import { ClassHierarchy } from '../../../compiler/class-hierarchy.ts';
import type { Compilation } from '../../../compiler/model.ts';
import { allClasses } from '../../../compiler/schema.ts';
import { knownClass } from '../../../schema/known-classes.ts';
import { suggestion } from '../../fixes.ts';
import { isDeclared } from '../../declared-classes.ts';
import { rule } from '../../rule.ts';
import { sampleConsumer, sampleSubscription } from '../../samples.ts';

const standardClasses: readonly string[] = [
  'ActiveScriptEventConsumer',
  'CommandLineEventConsumer',
  'LogFileEventConsumer',
  'NTEventLogEventConsumer',
  'SMTPEventConsumer',
];

export default rule({
  name: 'consumer-class-unresolved',
  severity: 'error',
  group: 'consumer',
  summary: 'The class of a consumer is a standard one, or one that the files declare.',
  why: 'mofcomp finds no class of that name and refuses the instance, unless some other file has put it there before.',
  source: 'activescripteventconsumer; creating-a-logical-consumer',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({
      consumer: sampleConsumer.replace('NTEventLogEventConsumer', 'EventLogEventConsumer'),
    }),
    good: sampleSubscription(),
  },
  supersedes: ['consumer-unbound'],
  check: {
    consumer({ instance, standardClass }, report, compilation) {
      const { className, file, node } = instance;
      if (standardClass !== undefined || knownClass(className) !== undefined) return;
      if (isDeclared(compilation, className)) return;
      const near = suggest(className, [...standardClasses, ...declaredConsumers(compilation)]);
      report({
        file,
        at: node.className,
        message:
          `No file here declares ${className}, and it is none of the consumer classes of Windows, so WMI does not find it: ` +
          (near === undefined
            ? `give the file that declares it too, or use one of ${standardClasses.join(', ')}.`
            : `did you mean ${near}?`),
        ...(near !== undefined && {
          fixes: [
            suggestion(`Write ${near}`, {
              file,
              start: node.className.start,
              end: node.className.end,
              text: near,
            }),
          ],
        }),
      });
    },
  },
});

const consumersOfRun = new WeakMap<Compilation, readonly string[]>();

/** The consumer classes that the run or the user's schema declares. */
function declaredConsumers(compilation: Compilation): readonly string[] {
  let names = consumersOfRun.get(compilation);
  if (names === undefined) {
    const classes = allClasses(compilation);
    const hierarchy = new ClassHierarchy(classes);
    names = classes
      .map(({ name }) => name)
      .filter((name) => hierarchy.factsOf(name).role === 'consumer')
      .slice(0, MOST_CANDIDATES);
    consumersOfRun.set(compilation, names);
  }
  return names;
}

/** Nobody writes more of them, and each is compared with each misspelt name. */
const MOST_CANDIDATES = 100;
