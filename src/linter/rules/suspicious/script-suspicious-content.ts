import { joined } from '../../../consumers/deeds.ts';
import { deedsOfScript } from '../../../consumers/scripts.ts';
import { findingIn, forConsumers, placeIn } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';
import { scriptOf } from '../../script-texts.ts';

export default rule({
  name: 'script-suspicious-content',
  severity: 'warning',
  group: 'suspicious',
  summary: 'A script in a subscription does what whoever reads the subscription expects of it.',
  why: 'It runs as Local System, whenever the event comes, and nobody sees it. Starting programs, downloading, decoding and removing its own traces are what scripts do that were put there to stay.',
  source: 'field practice (public detection rules for subscriptions)',
  examples: consumerExamples(
    'ActiveScriptEventConsumer',
    {
      ScriptFileName: undefined,
      ScriptText: String.raw`"new ActiveXObject(\"WScript.Shell\").Run(\"report.exe\");"`,
    },
    {
      ScriptFileName: undefined,
      ScriptText: String.raw`"var files = new ActiveXObject(\"Scripting.FileSystemObject\");"`,
    },
  ),
  check: forConsumers('ActiveScriptEventConsumer', (consumer, report) => {
    const inline = scriptOf(consumer);
    if (inline === undefined) return;
    const deeds = deedsOfScript(inline.script).filter(({ minor }) => minor !== true);
    const [first, ...others] = deeds;
    if (first === undefined) return;
    report({
      ...findingIn(consumer.instance, inline.value, first),
      message: `The script ${joined(deeds.slice(0, 5).map(({ does }) => does))}, as Local System, whenever the event comes. Remove it unless you know who wrote it and what for; what must be done belongs into a program in a folder that administrators only can write to.`,
      related: others.slice(0, 10).map((deed) => ({
        ...placeIn(consumer.instance, inline.value, deed),
        message: deed.does,
      })),
    });
  }),
});
