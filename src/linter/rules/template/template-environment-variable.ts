import { isEnvironmentVariable } from '../../../consumers/templates.ts';
import { findingIn } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { replaceInString, suggestion } from '../../fixes.ts';
import { isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';
import { eventShapesOf, templatesOf } from '../../templates.ts';

/** Where the usual Windows has what a variable leads to. */
const usual: ReadonlyMap<string, string> = new Map([
  ['systemroot', 'C:\\Windows'],
  ['windir', 'C:\\Windows'],
  ['systemdrive', 'C:'],
  ['programfiles', 'C:\\Program Files'],
  ['programdata', 'C:\\ProgramData'],
  ['comspec', 'C:\\Windows\\System32\\cmd.exe'],
]);

export default rule({
  name: 'template-environment-variable',
  severity: 'warning',
  group: 'template',
  summary: 'A template names properties of the event, and not variables of the environment.',
  why: '%SystemRoot% looks like a variable, and WMI looks for a property of that name in the event. There is none, so nothing sensible is put in.',
  source: 'using-standard-string-templates (derived)',
  fixes: ['suggestion'],
  examples: consumerExamples(
    'CommandLineEventConsumer',
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\schtasks.exe"`,
      CommandLineTemplate: String.raw`"%SystemRoot%\\System32\\schtasks.exe /run /tn Sample"`,
    },
    {
      ExecutablePath: String.raw`"C:\\Windows\\System32\\schtasks.exe"`,
      CommandLineTemplate: String.raw`"C:\\Windows\\System32\\schtasks.exe /run /tn Sample"`,
    },
  ),
  check: {
    consumer(consumer, report, compilation) {
      if (isStockConsumer(consumer)) return;
      const templates = templatesOf(consumer);
      const shapes = templates.length === 0 ? undefined : eventShapesOf(consumer, compilation);
      if (shapes === undefined) return;
      const { instance } = consumer;
      for (const { value, parts } of templates) {
        const variables = enough(
          parts.filter((part) => part.kind === 'property'),
          ({ path: [name = ''], path }) =>
            path.length === 1 &&
            isEnvironmentVariable(name) &&
            shapes.every(
              ({ properties }) =>
                !properties.some((property) => property.toLowerCase() === name.toLowerCase()),
            ),
        );
        for (const variable of variables) {
          const name = variable.path[0] ?? '';
          const path = usual.get(name.toLowerCase());
          report({
            ...findingIn(instance, value, variable),
            message: `WMI looks for a property ${name} in the event, and ${shapes[0]?.className ?? 'it'} has none; variables of the environment are not replaced: write ${path === undefined ? 'what is meant as it is, or a property of the event' : `"${path.replaceAll('\\', '\\\\')}"`}.`,
            ...(path !== undefined && {
              fixes: [
                suggestion(
                  `Write ${path}`,
                  replaceInString(instance.file, value, variable.start, variable.end, path),
                ),
              ],
            }),
          });
        }
      }
    },
  },
});
