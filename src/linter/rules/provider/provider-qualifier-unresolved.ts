import { suggest } from '../../../../grammar/mof/suggest.ts';
import { qualifierNamed, soleValue } from '../../../compiler/checker/qualifiers.ts';
import { hasPlaceholder } from '../../../consumers/placeholders.ts';
import { isWholeText } from '../../consumer-properties.ts';
import { replaceInString, suggestion } from '../../fixes.ts';
import { sampleEventClass, sampleProvider } from '../../provider-samples.ts';
import { providersOf } from '../../providers.ts';
import { rule } from '../../rule.ts';

function providedBy(name: string): string {
  return `[Dynamic, Provider("${name}")]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};`;
}

export default rule({
  name: 'provider-qualifier-unresolved',
  severity: 'info',
  group: 'provider',
  summary: 'The provider that a class names is one that the run or Windows registers.',
  why: 'A class whose provider is not registered has no instances, and its methods fail.',
  source: 'standard-wmi-qualifiers',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({
      classes: `${sampleEventClass}

${providedBy('Sample Provder')}`,
    }),
    good: sampleProvider({
      classes: `${sampleEventClass}

${providedBy('Sample Provider')}`,
    }),
  },
  check: {
    compilation(compilation, report) {
      const { providers } = providersOf(compilation);
      const names = providers.flatMap(({ name }) => name ?? []);
      // A file of classes alone leaves the registration to others.
      if (names.length === 0 || names.length < providers.length) return;
      const registered = new Set(names.map((name) => name.toLowerCase()));
      const said = new Set<string>();
      for (const { node, file } of compilation.classes) {
        const value = soleValue(qualifierNamed(node.qualifiers, 'provider')?.value);
        if (value === undefined || !isWholeText(value) || hasPlaceholder(value.value)) continue;
        const name = localName(value.value);
        if (registered.has(name) || ofWindows.has(name) || said.has(name)) continue;
        said.add(name);
        const meant = suggest(value.value, names.slice(0, 100));
        report({
          file,
          at: value,
          message: `No file of the run registers a provider ${nameText(value.value)}, and it is none of the best-known ones of Windows: ${meant === undefined ? 'see to it that it is registered' : `write ${nameText(meant)}, if that is meant`}.`,
          ...(meant !== undefined && {
            fixes: [
              suggestion(
                'Write the name of the provider',
                replaceInString(file, value, 0, value.value.length, meant),
              ),
            ],
          }),
        });
      }
    },
  },
});

/** Folded names of providers that Windows registers. */
const ofWindows: ReadonlySet<string> = new Set(
  `activescripteventconsumer cimwin32 cimwin32a cmdtriggerconsumer commandlineeventconsumer dfsprovider
  dskquotaprovider eventlogeventconsumer hiperfcooker_v1 logfileeventconsumer msiprov msft_providers msvds__perf
  namedjobobjectactglimitprov namedjobobjectlimitsettingprov namedjobobjectprov netdiagprov nettcpip
  nteventlogeventconsumer nt5_genericperfprovider_v1 pingprovider policsnap 
  ms_nt_eventlog_provider ms_nt_eventlog_eventprovider ms_power_management_event_provider ms_power_provider
  ms_shutdown_event_provider ms_snmp_class_provider ms_snmp_instance_provider ms_view_instance_provider
  regprov regproveventprovider registryeventprovider regpropprov scm~event~provider secrcw32 sessionprovider
  smtpeventconsumer standard~non-cooked~provider systemconfigurationchangeevents trustprov volumechangeevents
  win32clockprovider wmi~kernel~trace~event~provider wmi~self-instrumentation~event~provider
  wmieventprov wmiperfclass wmiperfinst wmipperfclass wmipperfinst wmiprov wmipingprovider`
    .split(/\s+/u)
    .map((name) => name.replaceAll('~', ' ')),
);

/** The name without the namespace that may stand before it (provider-qualifier). */
function localName(text: string): string {
  return text
    .slice(text.lastIndexOf(':') + 1)
    .trim()
    .toLowerCase();
}

function nameText(name: string): string {
  return name.length <= 80 ? JSON.stringify(name) : 'of this name';
}
