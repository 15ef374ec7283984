import { languageOf } from '../../../consumers/scripts.ts';
import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'script-engine-deprecated',
  severity: 'info',
  group: 'consumer',
  summary: 'A script consumer does not rely on VBScript.',
  why: 'VBScript is deprecated and a feature on demand since Windows 11 24H2: one day the engine is not there.',
  source: 'vbscript-deprecation',
  tag: 'deprecated',
  examples: consumerExamples('ActiveScriptEventConsumer', {
    ScriptingEngine: '"VBScript"',
    ScriptFileName: String.raw`"C:\\Program Files\\Sample\\report.vbs"`,
  }),
  check: forConsumers('ActiveScriptEventConsumer', ({ instance }, report) => {
    const engine = textOf(instance, 'ScriptingEngine');
    if (engine === undefined || languageOf(engine.value) !== 'vbscript') return;
    report({
      file: instance.file,
      at: engine,
      message:
        'VBScript is deprecated and will be missing from Windows some day, and then the script does not run: plan for ' +
        'a program, or for JScript where it must be a script.',
    });
  }),
});
