import { mismatchOf, type ScriptLanguage } from '../../../consumers/scripts.ts';
import { findingIn, forConsumers } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';
import { scriptOf } from '../../script-texts.ts';

const names: Record<ScriptLanguage, string> = { vbscript: 'VBScript', jscript: 'JScript' };

export default rule({
  name: 'script-language-mismatch',
  severity: 'warning',
  group: 'consumer',
  summary: 'A script is in the language of its ScriptingEngine.',
  why: 'The engine does not understand the other language, so the script fails before its first statement.',
  source: 'activescripteventconsumer; the languages themselves',
  examples: consumerExamples(
    'ActiveScriptEventConsumer',
    {
      ScriptFileName: undefined,
      ScriptText: String.raw`"Dim files\nSet files = CreateObject(\"Scripting.FileSystemObject\")"`,
    },
    {
      ScriptFileName: undefined,
      ScriptText: String.raw`"var files = new ActiveXObject(\"Scripting.FileSystemObject\");"`,
    },
  ),
  check: forConsumers('ActiveScriptEventConsumer', (consumer, report) => {
    const inline = scriptOf(consumer);
    if (inline?.language === undefined) return;
    const mismatch = mismatchOf(inline.script, inline.language);
    if (mismatch === undefined) return;
    const [engine, actual] = [names[inline.language], names[mismatch.actual]];
    report({
      ...findingIn(consumer.instance, inline.value, mismatch),
      message: `${engine} has no "${mismatch.seen}", so the script fails before it begins: write it in ${engine}, or set ScriptingEngine to "${actual}" if that is what it is in.`,
    });
  }),
});
