import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { addProperty, suggestion } from '../../fixes.ts';
import { absent } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'script-engine-missing',
  severity: 'error',
  group: 'consumer',
  summary: 'A script consumer names its ScriptingEngine.',
  why: 'The property must not be NULL, and WMI does not guess the language.',
  source: 'activescripteventconsumer',
  hresult: '0x80041028',
  fixes: ['suggestion'],
  examples: consumerExamples('ActiveScriptEventConsumer', { ScriptingEngine: undefined }),
  check: forConsumers('ActiveScriptEventConsumer', ({ instance }, report, compilation) => {
    const at = absent(instance, 'ScriptingEngine', compilation);
    if (at === undefined) return;
    const engine = engineOfFile(textOf(instance, 'ScriptFileName')?.value);
    report({
      file: instance.file,
      at,
      message: `The consumer does not say which engine runs its script, and the property must not be NULL: write ScriptingEngine = "${engine ?? 'JScript'}";.`,
      ...(engine !== undefined && {
        fixes: [
          suggestion(
            `Set ScriptingEngine to ${engine}`,
            addProperty(instance, `ScriptingEngine = "${engine}";`),
          ),
        ],
      }),
    });
  }),
});

function engineOfFile(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  return /\.vbs$/i.test(path) ? 'VBScript' : /\.js$/i.test(path) ? 'JScript' : undefined;
}
