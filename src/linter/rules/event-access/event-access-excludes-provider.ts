import type { Sid } from '../../../security/sid.ts';
import { contains } from '../../../security/trustees.ts';
import { describeSid } from '../../../security/well-known-sids.ts';
import { eventAccessView } from '../../event-access.ts';
import { eventClassOf, hostedEventProviders } from '../../event-providers.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleConsumer, sampleFilter, sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

const provider = String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\subscription")

class Sample_Alarm : __ExtrinsicEvent
{
  string Text;
};

instance of __Win32Provider as $Provider
{
  Name = "Sample Alarm Provider";
  CLSID = "{4F9C9A3C-5D1F-4E57-9F0B-6A3B5C2D1E00}";
  HostingModel = "NetworkServiceHost";
};

instance of __EventProviderRegistration
{
  Provider = $Provider;
  EventQueryList = {"SELECT * FROM Sample_Alarm"};
};`;

const filter = sampleFilter
  .replace(/Query = .*/u, 'Query = "SELECT * FROM Sample_Alarm";')
  .replace(/EventNamespace = .*/u, String.raw`EventNamespace = "root\\subscription";`);

const consumer = sampleConsumer.replace('TargetInstance.Name', 'Text');

export default rule({
  name: 'event-access-excludes-provider',
  severity: 'warning',
  group: 'event-access',
  summary: 'EventAccess admits the account of the provider that raises the events.',
  why: "WMI compares the provider's identity with the filter's descriptor. Events of a provider under Network Service or Local Service are refused where only Administrators may publish, unless the provider sets an owner in the descriptor of its sink.",
  source: 'receiving-events-securely; provider-hosting-and-security (derived)',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({ pragmas: provider, filter, consumer }),
    good: sampleSubscription({
      pragmas: provider,
      filter: filter.replace('(A;;0x80;;;BA)', '(A;;0x80;;;BA)(A;;0x80;;;NS)'),
      consumer,
    }),
  },
  check: {
    filter(eventFilter, report, compilation) {
      const view = eventAccessView(eventFilter);
      const eventClass = eventFilter.query && eventClassOf(eventFilter.query.value);
      if (view?.publishing.kind !== 'some' || eventClass === undefined) return;
      const { text, publishing } = view;
      const dacl = text.syntax.dacl;
      const hosted = hostedEventProviders(compilation).filter(({ eventClasses }) =>
        eventClasses.has(eventClass),
      );
      for (const { provider: host, hostingModel } of hosted) {
        const account = accountOf(hostingModel.value);
        if (account === undefined || dacl === undefined) continue;
        const member = { kind: 'sid', sid: account.sid } as const;
        if (publishing.aces.some(({ trustee }) => admits(trustee, member))) continue;
        report({
          file: text.file,
          at: placeIn(text, dacl),
          message: `The provider of these events runs as ${describeSid(account.sid)} (HostingModel ${JSON.stringify(hostingModel.value)}), which may not publish here, so WMI refuses its events unless it sets an owner in its sink's descriptor (inferred from the documentation). Add (A;;0x80;;;${account.alias}).`,
          related: [
            {
              file: host.file,
              start: hostingModel.start,
              end: hostingModel.end,
              message: 'how the provider is hosted',
            },
          ],
          fixes: [
            suggestion(
              `Let ${describeSid(account.sid)} publish too`,
              replaceIn(text, { start: dacl.end, end: dacl.end }, `(A;;0x80;;;${account.alias})`),
            ),
          ],
        });
      }
    },
  },
});

type Trustee = Parameters<typeof contains>[0];

/** Every service is logged on as one, so the group Service admits it too. */
function admits(trustee: Trustee, member: Trustee): boolean {
  const service: Trustee = { kind: 'sid', sid: { authority: 5, subAuthorities: [6] } };
  return contains(trustee, member) || contains(trustee, service);
}

interface Account {
  readonly alias: string;
  readonly sid: Sid;
}

/** Hosting models with an account that does not depend on the provider, each perhaps with a group name. */
const accounts: readonly (readonly [model: RegExp, account: Account])[] = [
  [/^networkservicehost(?:orselfhost)?(?::|$)/iu, { alias: 'NS', sid: ntService(20) }],
  [/^localservicehost(?::|$)/iu, { alias: 'LS', sid: ntService(19) }],
  [/^localsystemhost(?::|$)/iu, { alias: 'SY', sid: ntService(18) }],
];

function ntService(rid: number): Sid {
  return { authority: 5, subAuthorities: [rid] };
}

function accountOf(hostingModel: string): Account | undefined {
  return accounts.find(([model]) => model.test(hostingModel))?.[1];
}
