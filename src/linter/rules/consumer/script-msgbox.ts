import { dialogsIn } from '../../../consumers/scripts.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { enough } from '../../enough.ts';
import { rule } from '../../rule.ts';
import { scriptOf } from '../../script-texts.ts';

export default rule({
  name: 'script-msgbox',
  severity: 'warning',
  group: 'consumer',
  summary: 'A script does not wait for a person.',
  why: 'The script runs as a service, where nobody sees a window: it waits for an answer until it is killed.',
  source: 'activescripteventconsumer',
  examples: consumerExamples(
    'ActiveScriptEventConsumer',
    {
      ScriptFileName: undefined,
      ScriptText: String.raw`"new ActiveXObject(\"WScript.Shell\").Popup(\"A service changed\");"`,
    },
    {
      ScriptFileName: undefined,
      ScriptText: String.raw`"var files = new ActiveXObject(\"Scripting.FileSystemObject\");"`,
    },
  ),
  check: forConsumers('ActiveScriptEventConsumer', (consumer, report) => {
    const inline = scriptOf(consumer);
    if (inline === undefined) return;
    const { script, language, value } = inline;
    for (const span of enough(dialogsIn(script, language))) {
      report({
        ...findingIn(consumer.instance, value, span),
        message:
          'Nobody sees this window, because the script runs as a service, and the script waits for an answer that never ' +
          'comes: write to a file or to the event log.',
      });
    }
  }),
});
