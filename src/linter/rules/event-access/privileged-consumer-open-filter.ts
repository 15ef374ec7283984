import type { Span } from '../../../../grammar/mof/ast.ts';
import type { Binding, EventFilter } from '../../../compiler/model.ts';
import { targetOf } from '../../../compiler/subscriptions.ts';
import type { Fix, Place, Related } from '../../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { classNameOf, isSensitive } from '../../creator-sids.ts';
import { filterWithoutAccess } from '../../event-access-samples.ts';
import { type Openness, opennessOf } from '../../event-access.ts';
import { addProperty, restrictiveEventAccess, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { commandLineConsumer, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'privileged-consumer-open-filter',
  severity: 'warning',
  group: 'event-access',
  summary: 'A filter that starts a program or a script says who may publish events to it.',
  why: 'ActiveScriptEventConsumer and CommandLineEventConsumer run as Local System. When everyone may publish events to the filter, any user can set them off.',
  source: 'activescripteventconsumer; receiving-events-securely',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({ filter: filterWithoutAccess, consumer: commandLineConsumer }),
    good: sampleSubscription({ consumer: commandLineConsumer }),
  },
  supersedes: [
    'event-access-missing',
    'event-access-empty',
    'event-access-null-dacl',
    'event-access-everyone',
  ],
  check: {
    filter(filter, report) {
      const openness = opennessOf(filter);
      if (openness === undefined) return;
      const bindings = filter.bindings.filter(({ consumerClass }) => isSensitive(consumerClass));
      const [first] = bindings;
      if (first?.consumerClass === undefined) return;
      report({
        file: openness.place.file,
        at: openness.place,
        message: `Any user can set off the ${first.consumerClass}, which runs as Local System, because everyone may publish events to its filter: ${openness.why}. Allow only the accounts that raise the events: EventAccess = "${restrictiveEventAccess}";`,
        related: bindings.flatMap((binding) => consumerOf(binding) ?? []),
        fixes: [fixFor(filter, openness)],
      });
    },
  },
});

/** Where the consumer is declared, or else where its path stands. */
function consumerOf({ consumer, instance }: Binding): Related | undefined {
  const message = 'what any user can set off';
  const declared = targetOf(consumer)?.instance;
  if (declared !== undefined) return { ...placeOf(declared.file, classNameOf(declared)), message };
  return consumer.kind === 'dangling-path'
    ? { ...placeOf(instance.file, consumer.node), message }
    : undefined;
}

function placeOf(file: SourceFile, { start, end }: Span): Place {
  return { file, start, end };
}

function fixFor(filter: EventFilter, { kind, place }: Openness): Fix {
  const title = 'Let only Administrators publish';
  const assignment = `EventAccess = "${restrictiveEventAccess}";`;
  switch (kind) {
    case 'absent':
      return suggestion(title, addProperty(filter.instance, assignment));
    case 'null':
      return suggestion(title, { ...place, text: assignment });
    case 'broad':
      return suggestion(title, { ...place, text: 'BA' });
    case 'empty':
    case 'no-dacl':
      return suggestion(title, { ...place, text: `"${restrictiveEventAccess}"` });
  }
}
