import { sourceSpanOf } from '../../../../grammar/mof/literals.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachHostingText, isOfWindows } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'hosting-model-local-system',
  severity: 'warning',
  group: 'provider',
  summary: 'A provider does not run as Local System unless it must.',
  why: 'A mistake in a provider under Local System gives an attacker the whole computer, and WMI logs events 5603 and 5604 about such a provider.',
  source: 'provider-hosting-and-security, wmi-event-messages, registering-a-provider',
  examples: {
    bad: sampleProvider({
      properties: hostedProperties.map((line) =>
        line.startsWith('HostingModel') ? 'HostingModel = "LocalSystemHost";' : line,
      ),
    }),
    good: sampleProvider(),
  },
  check: eachHostingText(({ file, value, hosting, instance }, report) => {
    if (instance !== undefined && isOfWindows(instance)) return;
    if (hosting.kind !== 'host' || !/^localsystemhost/iu.test(hosting.account)) return;
    const { account } = hosting;
    report({
      file,
      at: sourceSpanOf(
        value,
        value.value.indexOf(account),
        value.value.indexOf(account) + account.length,
      ),
      message:
        'The provider runs as Local System, which the documentation does not recommend: a request that it serves without impersonating the client is served with all rights on the computer, and WMI logs events 5603 and 5604. Write NetworkServiceHost or LocalServiceHost unless it needs those rights.',
    });
  }),
});
