import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { exposureOf, pathForm } from '../../../consumers/windows-paths.ts';
import { forConsumers, textOf } from '../../consumer-properties.ts';
import { consumerExamples } from '../../consumer-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'logfile-insecure-directory',
  severity: 'warning',
  group: 'consumer',
  summary: 'A log file is in a folder that administrators only can write to.',
  why: 'The consumer does not protect the file. In a folder that others can write to, they change what it says, or put a link there that has Local System write to another file.',
  source: 'logfileeventconsumer; the list of places is field practice',
  examples: consumerExamples('LogFileEventConsumer', {
    Filename: String.raw`"C:\\services.log"`,
  }),
  check: forConsumers('LogFileEventConsumer', ({ instance }, report) => {
    const path = textOf(instance, 'Filename');
    if (path === undefined || hasPlaceholder(path.value)) return;
    if (pathForm(path.value) !== 'drive') return;
    const exposure = exposureOf(path.value);
    if (exposure?.degree !== 'insecure') return;
    report({
      file: instance.file,
      at: path,
      message: `The file is ${exposure.where}, where others can change it or put a link in its place, and the consumer does not protect it: choose a folder that administrators only can write to, such as C:\\ProgramData\\Vendor\\Logs with an access control list of its own.`,
    });
  }),
});
