import type { ClassSymbol, Compilation, InstanceSymbol } from '../../../compiler/model.ts';
import { stringValue } from '../../../compiler/settings.ts';
import type { Related } from '../../../diagnostics/diagnostic.ts';
import { rule } from '../../rule.ts';

const home = 'root\\subscription';

/** The COM classes behind the standard consumers (scrcons.mof and wbemcons.mof as quoted in public scripts). */
const stockProviders: ReadonlyMap<string, readonly string[]> = new Map([
  ['{266c72e7-62e8-11d1-ad89-00c04fd8fdff}', ['activescripteventconsumer']],
  ['{266c72e5-62e8-11d1-ad89-00c04fd8fdff}', ['commandlineeventconsumer']],
]);

const stockClasses: ReadonlySet<string> = new Set([
  'activescripteventconsumer',
  'commandlineeventconsumer',
  'logfileeventconsumer',
  'nteventlogeventconsumer',
  'smtpeventconsumer',
]);

export default rule({
  name: 'consumer-class-cloned',
  severity: 'warning',
  group: 'consumer',
  summary: 'The standard consumer classes stay where Windows has them, under their own names.',
  why:
    'A copy in another namespace or under another name does the same and is not seen by those who look at ' +
    'root\\subscription only; it is a known way to hide a subscription.',
  source: 'activescripteventconsumer; field practice',
  examples: {
    bad: String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")

class ActiveScriptEventConsumer : __EventConsumer
{
  [key] string Name;
  [not_null] string ScriptingEngine;
  string ScriptText;
};
`,
    good: String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\subscription")

class Sample_Consumer : __EventConsumer
{
  [key] string Name;
};
`,
  },
  check: {
    compilation(compilation, report) {
      const used = new Set(
        compilation.consumers.map(({ instance }) => classKey(instance.className, instance)),
      );
      const clones = compilation.classes.filter((symbol) => isClone(symbol, used));
      const providers = compilation.instances.filter(isForeignProvider);
      for (const { name, namespace, file, node } of clones) {
        report({
          file,
          at: node.name,
          message:
            `${name} is declared again in ${namespace.path}. Windows has the class in ${home}, and a copy elsewhere ` +
            'is not seen by whoever looks there: use the class that is there.',
          related: providers
            .filter((provider) => provider.namespace.key === namespace.key)
            .map((provider) => providerPlace(provider)),
        });
      }
      const copied = new Set(clones.map(({ namespace }) => namespace.key));
      for (const provider of providers.filter(({ namespace }) => !copied.has(namespace.key))) {
        const { file, start, end } = providerPlace(provider);
        report({
          file,
          at: { start, end },
          message:
            `This is the COM class of ${ownerOf(provider) ?? 'a standard consumer'}, here under another name or in another ` +
            'namespace, where nobody looks for it: use the consumer class that Windows has in root\\subscription.',
          related: registrationsOf(provider, compilation),
        });
      }
    },
  },
});

/** Without a pragma the namespace is a matter of mofcomp's -N, and an instance says that none was meant. */
function isClone(symbol: ClassSymbol, used: ReadonlySet<string>): boolean {
  const { name, namespace, node } = symbol;
  return (
    node.superclass !== undefined &&
    namespace.key !== home &&
    stockClasses.has(name.toLowerCase()) &&
    (namespace.pragma !== undefined || used.has(classKey(name, symbol)))
  );
}

function classKey(
  className: string,
  { namespace }: { readonly namespace: { readonly key: string } },
): string {
  return `${namespace.key}:${className.toLowerCase()}`;
}

function classIdOf(instance: InstanceSymbol): string {
  return stringValue(instance, 'CLSID')?.value.toLowerCase() ?? '';
}

function isForeignProvider(instance: InstanceSymbol): boolean {
  const names = stockProviders.get(classIdOf(instance));
  if (names === undefined || instance.className.toLowerCase() !== '__win32provider') return false;
  const name = stringValue(instance, 'Name')?.value.toLowerCase() ?? '';
  const { key, pragma } = instance.namespace;
  return (pragma !== undefined && key !== home) || !names.includes(name);
}

function ownerOf(instance: InstanceSymbol): string | undefined {
  const owner = stockProviders.get(classIdOf(instance))?.[0];
  return owner === 'activescripteventconsumer'
    ? 'ActiveScriptEventConsumer'
    : owner && 'CommandLineEventConsumer';
}

function providerPlace(instance: InstanceSymbol): Related {
  const { start, end } = stringValue(instance, 'CLSID') ?? instance.node.className;
  return { file: instance.file, start, end, message: 'the COM class of the original' };
}

function registrationsOf(
  { namespace }: InstanceSymbol,
  { instances }: Compilation,
): readonly Related[] {
  return instances
    .filter(({ className }) => className.toLowerCase() === '__eventconsumerproviderregistration')
    .filter((instance) => instance.namespace.key === namespace.key)
    .map(({ file, node }) => ({
      file,
      start: node.className.start,
      end: node.className.end,
      message: 'the class that is registered with it',
    }));
}
