import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { isAbsolute } from '../../../consumers/windows-paths.ts';
import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'script-file-not-absolute',
  severity: 'warning',
  group: 'consumer',
  summary: 'ScriptFileName is a complete path.',
  why: 'Where a relative path leads depends on the current folder of a process that nobody sees, and so does what runs as Local System.',
  source: 'activescripteventconsumer (derived)',
  examples: consumerExamples('ActiveScriptEventConsumer', { ScriptFileName: '"report.js"' }),
  check: forConsumers('ActiveScriptEventConsumer', ({ instance }, report) => {
    const path = textOf(instance, 'ScriptFileName');
    if (path === undefined || path.value.trim() === '') return;
    if (hasPlaceholder(path.value) || isAbsolute(path.value)) return;
    report({
      file: instance.file,
      at: path,
      message: path.value.startsWith('%')
        ? 'ScriptFileName is taken as it stands, and variables are not replaced in it: write the complete path, as in "C:\\\\Program Files\\\\Vendor\\\\report.js".'
        : 'The path is not complete, so which file runs as Local System depends on the current folder: write it from the drive on, as in "C:\\\\Program Files\\\\Vendor\\\\report.js".',
    });
  }),
});
