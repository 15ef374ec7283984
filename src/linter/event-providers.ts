/** The event providers that a run registers, as far as rules about event filters need them. */
import type { StringValue } from '../../grammar/mof/ast.ts';
import { parseObjectPath } from '../../grammar/object-path/parser.ts';
import type { Compilation, InstanceSymbol } from '../compiler/model.ts';
import { stringValue } from '../compiler/settings.ts';

/** A provider of events whose account is known from its HostingModel. */
export interface HostedEventProvider {
  readonly provider: InstanceSymbol;
  readonly hostingModel: StringValue;
  /** Folded names of the extrinsic event classes that it raises. */
  readonly eventClasses: ReadonlySet<string>;
}

const providersOfRun = new WeakMap<Compilation, readonly HostedEventProvider[]>();

/** The event providers of a run that say how they are hosted. */
export function hostedEventProviders(compilation: Compilation): readonly HostedEventProvider[] {
  let providers = providersOfRun.get(compilation);
  if (providers === undefined) {
    providers = compilation.instances
      .filter(({ className }) => className.toLowerCase() === '__eventproviderregistration')
      .flatMap((registration) => hostedProvider(registration, compilation) ?? []);
    providersOfRun.set(compilation, providers);
  }
  return providers;
}

function hostedProvider(
  registration: InstanceSymbol,
  compilation: Compilation,
): HostedEventProvider | undefined {
  const provider = providerOf(registration, compilation);
  const hostingModel = provider && stringValue(provider, 'HostingModel');
  const queries = registration.properties.get('eventquerylist')?.value;
  if (provider === undefined || hostingModel === undefined) return undefined;
  if (queries?.kind !== 'ArrayValue') return undefined;
  const names = queries.elements.flatMap((query) =>
    query.kind === 'StringValue' ? (eventClassOf(query.value) ?? []) : [],
  );
  return { provider, hostingModel, eventClasses: new Set(names) };
}

function providerOf(
  { properties, unit }: InstanceSymbol,
  { instances }: Compilation,
): InstanceSymbol | undefined {
  const value = properties.get('provider')?.value;
  if (value?.kind === 'Alias') {
    const target = unit.aliases.get(value.name.toLowerCase())?.target;
    return target?.kind === 'instance' ? target : undefined;
  }
  const path = value?.kind === 'StringValue' ? parseObjectPath(value.value) : undefined;
  const key =
    path?.kind === 'valid' && path.path.kind === 'instance' ? path.path.keys[0] : undefined;
  if (key?.value.kind !== 'string') return undefined;
  const name = key.value.value.toLowerCase();
  return instances.find(
    (instance) =>
      instance.properties.has('hostingmodel') &&
      stringValue(instance, 'Name')?.value.toLowerCase() === name,
  );
}

/** The folded name of the extrinsic event class that a query is about; undefined for intrinsic events. */
export function eventClassOf(query: string): string | undefined {
  const name = /\bfrom\s+(\w+)/iu.exec(query)?.[1]?.toLowerCase();
  return name === undefined || name.startsWith('__') ? undefined : name;
}
