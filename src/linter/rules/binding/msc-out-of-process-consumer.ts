import { maintained } from '../../binding-delivery.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription, scriptConsumer } from '../../samples.ts';
import { removal } from '../../setting-removal.ts';

export default rule({
  name: 'msc-out-of-process-consumer',
  severity: 'warning',
  group: 'binding',
  summary: 'MaintainSecurityContext is set for consumers that run inside WMI only.',
  why:
    "Only an in-process consumer, a DLL, can get the event in the provider's security context. ActiveScriptEventConsumer " +
    'runs in scrcons.exe, so that the flag can have no effect.',
  source: '--filtertoconsumerbinding, activescripteventconsumer',
  fixes: ['safe'],
  examples: {
    bad: sampleSubscription({
      consumer: scriptConsumer,
      binding: sampleBinding('  MaintainSecurityContext = TRUE;'),
    }),
    good: sampleSubscription({ consumer: scriptConsumer }),
  },
  supersedes: ['msc-open-event-access', 'msc-decoupled-provider', 'msc-requires-full-write'],
  check: {
    binding(binding, report) {
      const assignment = maintained(binding);
      if (assignment === undefined || binding.consumerClass !== 'ActiveScriptEventConsumer') return;
      const { file } = binding.instance;
      report({
        file,
        at: assignment,
        message:
          "ActiveScriptEventConsumer runs in a process of its own (scrcons.exe) and cannot get the provider's security " +
          'context, so the flag has no effect: leave it out.',
        fixes: [
          {
            title: 'Remove MaintainSecurityContext',
            safety: 'safe',
            edits: [removal(file, assignment)],
          },
        ],
      });
    },
  },
});
