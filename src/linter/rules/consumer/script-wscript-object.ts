import { hostObjectsIn } from '../../../consumers/scripts.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { rule } from '../../rule.ts';
import { scriptOf } from '../../script-texts.ts';

export default rule({
  name: 'script-wscript-object',
  severity: 'error',
  group: 'consumer',
  summary: 'A script does not use the WScript object.',
  why: 'The script does not run in Windows Script Host, so there is no such object, and the script fails. Objects whose name begins with WScript, such as "WScript.Shell", are something else.',
  source: 'activescripteventconsumer',
  examples: consumerExamples(
    'ActiveScriptEventConsumer',
    { ScriptFileName: undefined, ScriptText: '"WScript.Echo(1);"' },
    {
      ScriptFileName: undefined,
      ScriptText: String.raw`"var files = new ActiveXObject(\"Scripting.FileSystemObject\");"`,
    },
  ),
  check: forConsumers('ActiveScriptEventConsumer', (consumer, report) => {
    const inline = scriptOf(consumer);
    if (inline === undefined) return;
    for (const span of enough(hostObjectsIn(inline.script))) {
      report({
        ...findingIn(consumer.instance, inline.value, span),
        message:
          'There is no WScript object here, because the script does not run in Windows Script Host, and it fails at this ' +
          'place: use objects that CreateObject or ActiveXObject make, such as Scripting.FileSystemObject.',
      });
    }
  }),
});
