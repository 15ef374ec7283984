/** The providers that a run registers: how each is hosted, and which registrations belong to it. */
import type { Alias, StringValue, Value } from '../../grammar/mof/ast.ts';
import { comparableIdentity, keyText } from '../../grammar/object-path/comparison.ts';
import { type ObjectPath, parseObjectPath } from '../../grammar/object-path/parser.ts';
import { type CheckedObject, checkedOf } from '../compiler/checker/checker.ts';
import type { ClassInfo, ClassTable } from '../compiler/checker/class-table.ts';
import { isUnknown } from '../compiler/checker/value-problems.ts';
import { ClassHierarchy } from '../compiler/class-hierarchy.ts';
import type { Compilation, InstanceSymbol } from '../compiler/model.ts';
import { PathIndex } from '../compiler/path-index.ts';
import { allClasses } from '../compiler/schema.ts';
import { hasPlaceholder } from '../consumers/placeholders.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/source-file.ts';
import { isCutShort, isWholeText } from './consumer-properties.ts';
import { isReadable } from './readable.ts';
import type { Checks, Report } from './rule.ts';

/** What a HostingModel asks for (provider-hosting-and-security). */
export type Hosting =
  /** A process of WMI or of the provider; `account` is the word before the group. */
  | { readonly kind: 'host'; readonly account: string; readonly group: string | undefined }
  /** A process of its own that registers itself while it runs. */
  | { readonly kind: 'decoupled'; readonly foldIdentity: boolean }
  | { readonly kind: 'non-com' }
  /** A text that is none of the documented ones. */
  | { readonly kind: 'other' };

/** A HostingModel as it is written, in an instance or as the default of a class. */
export interface HostingText {
  readonly file: SourceFile;
  readonly value: StringValue;
  readonly hosting: Hosting;
  /** The provider; undefined for the default of a class. */
  readonly instance: InstanceSymbol | undefined;
}

/** What a property of a provider is set to, by the instance or by the default of a class of the run. */
export type ProviderSetting =
  | { readonly kind: 'absent' }
  /** A macro, a syntax error or a class that nobody knows hides it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'null' | 'value'; readonly file: SourceFile; readonly value: Value };

/** An instance of __Win32Provider or of a class that derives from it. */
export interface Provider {
  readonly instance: InstanceSymbol;
  readonly name: string | undefined;
  /** How it is hosted; undefined where that cannot be told, `default` where nothing is said. */
  readonly hosting: HostingText | 'default' | undefined;
  readonly registrations: readonly Registration[];
}

/** Where the `Provider` of a registration leads. */
export type ProviderEnd =
  | { readonly kind: 'absent' }
  | { readonly kind: 'null'; readonly node: Value }
  /** Something about which another rule speaks, or of which nothing is known. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'invalid-path'; readonly node: StringValue; readonly message: string }
  /** A provider that no file of the run registers. */
  | { readonly kind: 'elsewhere'; readonly node: StringValue; readonly identity: string }
  | {
      readonly kind: 'found';
      readonly node: Alias | StringValue;
      readonly provider: Provider;
    };

/** What a registration makes of its provider. */
export type RegistrationKind =
  'event' | 'event-consumer' | 'method' | 'property' | 'instance' | 'class' | 'other';

/** An instance of a class derived from __ProviderRegistration. */
export interface Registration {
  readonly object: CheckedObject;
  readonly instance: InstanceSymbol;
  readonly kind: RegistrationKind;
  readonly provider: ProviderEnd;
}

/** All of a run. */
export interface Providers {
  readonly providers: readonly Provider[];
  readonly registrations: readonly Registration[];
  readonly hostingTexts: readonly HostingText[];
}

const results = new WeakMap<Compilation, Providers>();

/** The providers of a run; a second call costs nothing. */
export function providersOf(compilation: Compilation): Providers {
  let providers = results.get(compilation);
  if (providers === undefined) {
    results.set(compilation, (providers = new ProviderFinder(compilation).find()));
  }
  return providers;
}

/** Calls `check` for every provider of a run. */
export function eachProvider(
  check: (provider: Provider, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    compilation(compilation, report) {
      for (const provider of providersOf(compilation).providers) {
        check(provider, report, compilation);
      }
    },
  };
}

/** Calls `check` for every registration of a provider. */
export function eachRegistration(
  check: (registration: Registration, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    compilation(compilation, report) {
      for (const registration of providersOf(compilation).registrations) {
        check(registration, report, compilation);
      }
    },
  };
}

/** Calls `check` for every HostingModel that is written somewhere, also as the default of a class. */
export function eachHostingText(check: (text: HostingText, report: Report) => void): Checks {
  return {
    compilation(compilation, report) {
      for (const text of providersOf(compilation).hostingTexts) check(text, report);
    },
  };
}

/** What a property is set to, also by the default of a class of the run. */
export function providerSetting(
  { instance }: Pick<Provider, 'instance'>,
  name: string,
  compilation: Compilation,
): ProviderSetting {
  const assignment = instance.properties.get(name.toLowerCase());
  const { table } = checkedOf(compilation);
  if (assignment !== undefined) {
    if (assignment.value === undefined || !isReadable(instance, assignment))
      return { kind: 'unknown' };
    return settingFrom(instance.file, assignment.value);
  }
  if (isCutShort(instance) || !table.isReadable(instance)) return { kind: 'unknown' };
  return defaultSetting(table, instance, name);
}

function defaultSetting(
  table: ClassTable,
  instance: InstanceSymbol,
  name: string,
): ProviderSetting {
  const info = table.lookup(instance.className, instance);
  if (info === undefined) return { kind: 'unknown' };
  for (const { properties, isReadable: isWhole } of table.lineage(info, instance)) {
    if (!isWhole) return { kind: 'unknown' };
    const declaration = properties.get(name.toLowerCase())?.declaration;
    if (declaration?.node.defaultValue !== undefined)
      return settingFrom(declaration.file, declaration.node.defaultValue);
  }
  return table.isWhole(info, instance) ? { kind: 'absent' } : { kind: 'unknown' };
}

function settingFrom(file: SourceFile, value: Value): ProviderSetting {
  if (value.kind === 'NullValue') return { kind: 'null', file, value };
  if (value.incomplete === true || isUnknown(value)) return { kind: 'unknown' };
  if (value.kind === 'StringValue' && hasPlaceholder(value.value)) return { kind: 'unknown' };
  return { kind: 'value', file, value };
}

/** The text of a property, known to its last character. */
export function providerText(
  provider: Pick<Provider, 'instance'>,
  name: string,
  compilation: Compilation,
): { readonly file: SourceFile; readonly value: StringValue } | undefined {
  const setting = providerSetting(provider, name, compilation);
  return setting.kind === 'value' && isWholeText(setting.value)
    ? { file: setting.file, value: setting.value }
    : undefined;
}

/** True when nothing gives a property a value. */
export function lacks(
  provider: Pick<Provider, 'instance'>,
  name: string,
  compilation: Compilation,
): boolean {
  const { kind } = providerSetting(provider, name, compilation);
  return kind === 'absent' || kind === 'null';
}

/** The registered hosting, where it is written and documented. */
export function hostingOf({ hosting }: Provider): Hosting | undefined {
  return hosting === undefined || hosting === 'default' ? undefined : hosting.hosting;
}

/** Providers that every Windows has, by folded name and CLSID. */
const ofWindows: ReadonlySet<string> = new Set([
  'activescripteventconsumer {266c72e7-62e8-11d1-ad89-00c04fd8fdff}',
  'commandlineeventconsumer {266c72e5-62e8-11d1-ad89-00c04fd8fdff}',
]);

/** True for a provider that is, with its COM class, one that every Windows has. */
export function isOfWindows(instance: InstanceSymbol): boolean {
  const texts = ['name', 'clsid'].map((property) => {
    const value = instance.properties.get(property)?.value;
    return value?.kind === 'StringValue' ? value.value.toLowerCase() : '';
  });
  return ofWindows.has(texts.join(' '));
}

/** Version of a provider that is made with the Management Infrastructure: 1 or 2 and this bit. */
const infrastructure = 0x40000000n;

/** True for a Version by which WMI knows a provider of the Management Infrastructure. */
export function isInfrastructureVersion(version: bigint | undefined): boolean {
  return version !== undefined && version >= infrastructure && version <= infrastructure + 2n;
}

/** Shows the provider of a registration. */
export function relatedProvider({ instance }: Provider): Related {
  const { start, end } = instance.properties.get('name')?.value ?? instance.node.className;
  return { file: instance.file, start, end, message: 'the provider' };
}

const accounts =
  /^(selfhost|localsystemhost(?:orselfhost)?|networkservicehost(?:orselfhost)?|localservicehost|wmicore(?:orselfhost)?)(?::(.+))?$/isu;

/** Takes a HostingModel apart. Case does not count. */
export function parseHosting(text: string): Hosting {
  const trimmed = text.trim();
  const host = accounts.exec(trimmed);
  if (host?.[1] !== undefined) return { kind: 'host', account: host[1], group: host[2] };
  const decoupled = /^decoupled:com(?::foldidentity\(\s*(true|false)\s*\))?$/iu.exec(trimmed);
  if (decoupled !== null)
    return { kind: 'decoupled', foldIdentity: decoupled[1]?.toLowerCase() !== 'false' };
  return { kind: /^decoupled:noncom(?::|$)/iu.test(trimmed) ? 'non-com' : 'other' };
}

type Role = 'provider' | 'registration' | 'none';

type Mutable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

interface MutableProvider extends Mutable<Provider> {
  readonly registrations: Registration[];
}

const kinds: ReadonlyMap<string, RegistrationKind> = new Map([
  ['__eventproviderregistration', 'event'],
  ['__eventconsumerproviderregistration', 'event-consumer'],
  ['__methodproviderregistration', 'method'],
  ['__propertyproviderregistration', 'property'],
  ['__instanceproviderregistration', 'instance'],
  ['__classproviderregistration', 'class'],
]);

class ProviderFinder {
  readonly #compilation: Compilation;
  readonly #table: ClassTable;
  readonly #byInstance = new Map<InstanceSymbol, MutableProvider>();
  /** Asked for each instance of a class. */
  readonly #roles = new Map<ClassInfo, Role>();
  #paths: PathIndex | undefined;

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
    this.#table = checkedOf(compilation).table;
  }

  find(): Providers {
    const { objects } = checkedOf(this.#compilation);
    const registrations: CheckedObject[] = [];
    for (const object of objects) {
      if (object.isEmbedded || object.info === undefined) continue;
      const { instance, info } = object;
      const role = this.#roleOf(info, instance);
      if (role === 'provider') this.#byInstance.set(instance, this.#provider(instance));
      else if (role === 'registration') registrations.push(object);
    }
    const providers = [...this.#byInstance.values()];
    return {
      providers,
      registrations: registrations.map((object) => this.#registration(object)),
      hostingTexts: [
        ...this.#hostingDefaults(),
        ...[...this.#byInstance.keys()].flatMap((instance) =>
          instance.properties.has('hostingmodel') ? (this.#hosting(instance) ?? []) : [],
        ),
      ].filter((text) => text !== 'default'),
    };
  }

  #roleOf(info: ClassInfo, instance: InstanceSymbol): Role {
    let role = this.#roles.get(info);
    if (role === undefined) {
      const isA = (ancestor: string): boolean =>
        this.#table.derives(info, ancestor, instance) === true;
      role = isA('__Win32Provider')
        ? 'provider'
        : isA('__ProviderRegistration')
          ? 'registration'
          : 'none';
      this.#roles.set(info, role);
    }
    return role;
  }

  #provider(instance: InstanceSymbol): MutableProvider {
    const name = instance.properties.get('name')?.value;
    return {
      instance,
      name: name !== undefined && isWholeText(name) ? name.value : undefined,
      hosting: this.#hosting(instance),
      registrations: [],
    };
  }

  #hosting(instance: InstanceSymbol): HostingText | 'default' | undefined {
    const setting = providerSetting({ instance }, 'HostingModel', this.#compilation);
    if (setting.kind === 'absent' || setting.kind === 'null') return 'default';
    if (setting.kind === 'unknown' || !isWholeText(setting.value)) return undefined;
    const { file, value } = setting;
    return { file, value, hosting: parseHosting(value.value), instance };
  }

  #hostingDefaults(): readonly HostingText[] {
    return this.#compilation.classes.flatMap((symbol) => {
      const info = this.#table.infoOf(symbol);
      const declaration = info.properties.get('hostingmodel')?.declaration;
      const value = declaration?.node.defaultValue;
      if (declaration === undefined || value === undefined || !info.isReadable) return [];
      if (this.#table.derives(info, '__Win32Provider', symbol) !== true) return [];
      if (!isWholeText(value) || hasPlaceholder(value.value)) return [];
      const hosting = parseHosting(value.value);
      return [{ file: declaration.file, value, hosting, instance: undefined }];
    });
  }

  #registration(object: CheckedObject): Registration {
    const { instance, info } = object;
    const provider = this.#end(instance);
    const kind = info === undefined ? 'other' : this.#kindOf(info, instance);
    const registration: Registration = { object, instance, kind, provider };
    if (provider.kind === 'found')
      this.#byInstance.get(provider.provider.instance)?.registrations.push(registration);
    return registration;
  }

  #kindOf(info: ClassInfo, instance: InstanceSymbol): RegistrationKind {
    for (const { name } of this.#table.lineage(info, instance)) {
      const kind = kinds.get(name.toLowerCase());
      if (kind !== undefined) return kind;
    }
    return 'other';
  }

  #end(instance: InstanceSymbol): ProviderEnd {
    const assignment = instance.properties.get('provider');
    if (assignment === undefined) {
      const isHidden = isCutShort(instance) || !this.#table.isReadable(instance);
      return { kind: isHidden ? 'unknown' : 'absent' };
    }
    const { value } = assignment;
    if (value?.kind === 'NullValue') return { kind: 'null', node: value };
    if (value?.kind === 'Alias') {
      const target = instance.unit.aliases.get(value.name.toLowerCase())?.target;
      const provider = target?.kind === 'instance' ? this.#byInstance.get(target) : undefined;
      return provider === undefined
        ? { kind: 'unknown' }
        : { kind: 'found', node: value, provider };
    }
    if (value === undefined || !isWholeText(value) || hasPlaceholder(value.value))
      return { kind: 'unknown' };
    return this.#path(value, instance);
  }

  #path(node: StringValue, instance: InstanceSymbol): ProviderEnd {
    const result = parseObjectPath(node.value);
    if (result.kind === 'invalid')
      return { kind: 'invalid-path', node, message: result.problems[0]?.message ?? '' };
    const { path } = result;
    if (path.kind !== 'instance') {
      const message = `The path names the class ${path.className.text} and no provider of it.`;
      return { kind: 'invalid-path', node, message };
    }
    this.#paths ??= new PathIndex(
      this.#byInstance.keys(),
      new ClassHierarchy(allClasses(this.#compilation)),
    );
    const found = this.#paths.find(path, instance.namespace.path, instance.unit);
    const provider = found && this.#byInstance.get(found);
    return provider === undefined
      ? { kind: 'elsewhere', node, identity: identityOf(path, instance) }
      : { kind: 'found', node, provider };
  }
}

function identityOf(path: ObjectPath, instance: InstanceSymbol): string {
  return comparableIdentity({
    namespace: path.namespace?.text ?? instance.namespace.path,
    className: '__Provider',
    keys: path.keys.map(({ value }) => ['name', keyText(value)] as const),
  });
}
