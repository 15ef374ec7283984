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
    providers = findProviders(compilation);
    providersOfRun.set(compilation, providers);
  }
  return providers;
}

function findProviders({ instances }: Compilation): readonly HostedEventProvider[] {
  const hosted = instances.filter(({ properties }) => properties.has('hostingmodel'));
  const byName = new Map(
    hosted.map((instance) => [stringValue(instance, 'Name')?.value.toLowerCase(), instance]),
  );
  return instances
    .filter(({ className }) => className.toLowerCase() === '__eventproviderregistration')
    .flatMap((registration) => {
      const provider = providerOf(registration, byName);
      const hostingModel = provider && stringValue(provider, 'HostingModel');
      if (provider === undefined || hostingModel === undefined) return [];
      return [{ provider, hostingModel, eventClasses: eventClassesOf(registration) }];
    });
}

function eventClassesOf({ properties }: InstanceSymbol): ReadonlySet<string> {
  const queries = properties.get('eventquerylist')?.value;
  const elements = queries?.kind === 'ArrayValue' ? queries.elements : [];
  return new Set(
    elements.flatMap((query) =>
      query.kind === 'StringValue' ? (eventClassOf(query.value) ?? []) : [],
    ),
  );
}

function providerOf(
  { properties, unit }: InstanceSymbol,
  byName: ReadonlyMap<string | undefined, InstanceSymbol>,
): InstanceSymbol | undefined {
  const value = properties.get('provider')?.value;
  if (value?.kind === 'Alias') {
    const target = unit.aliases.get(value.name.toLowerCase())?.target;
    return target?.kind === 'instance' ? target : undefined;
  }
  const path = value?.kind === 'StringValue' ? parseObjectPath(value.value) : undefined;
  const key =
    path?.kind === 'valid' && path.path.kind === 'instance' ? path.path.keys[0] : undefined;
  return key?.value.kind === 'string' ? byName.get(key.value.value.toLowerCase()) : undefined;
}

/** The folded name of the extrinsic event class that a query is about; undefined for intrinsic events. */
export function eventClassOf(query: string): string | undefined {
  const name = /\bfrom\s+(\w+)/iu.exec(query)?.[1]?.toLowerCase();
  return name === undefined || name.startsWith('__') ? undefined : name;
}
