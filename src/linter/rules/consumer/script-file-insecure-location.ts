import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { exposureOf, isAbsolute } from '../../../consumers/windows-paths.ts';
import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';
import { exposureMessage } from '../../exposures.ts';

export default rule({
  name: 'script-file-insecure-location',
  severity: 'warning',
  group: 'consumer',
  summary: 'The file of a script consumer is where administrators only can write.',
  why: 'Whoever can replace the file has code of their own run as Local System.',
  source: 'activescripteventconsumer; the list of places is field practice',
  examples: consumerExamples('ActiveScriptEventConsumer', {
    ScriptFileName: String.raw`"C:\\report.js"`,
  }),
  check: forConsumers('ActiveScriptEventConsumer', ({ instance }, report) => {
    const path = textOf(instance, 'ScriptFileName');
    if (path === undefined || hasPlaceholder(path.value) || !isAbsolute(path.value)) return;
    const exposure = exposureOf(path.value);
    if (exposure === undefined) return;
    report({
      file: instance.file,
      at: path,
      message: exposureMessage('The script', exposure),
    });
  }),
});
