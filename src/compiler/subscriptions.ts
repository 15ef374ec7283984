/** Joins event filters, consumers and bindings across all files of a run. */
import type { PropertyAssignment, StringValue, Value } from '../../grammar/mof/ast.ts';
import {
  parseObjectPath,
  type ObjectPath,
  type ObjectPathProblem,
} from '../../grammar/object-path/parser.ts';
import type { ClassHierarchy, SubscriptionRole } from './class-hierarchy.ts';
import type {
  Binding,
  BooleanSetting,
  ClassSymbol,
  CompilationUnit,
  CreatorSid,
  EventAccess,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
  Reference,
  StandardConsumerClass,
  Subscription,
} from './model.ts';
import { PathIndex } from './path-index.ts';
import { booleanSetting, creatorSid, eventAccess, stringValue } from './settings.ts';

/** The permanent event subscriptions of a run and their parts, each in the order of the files. */
export interface Subscriptions {
  readonly filters: readonly EventFilter[];
  readonly consumers: readonly EventConsumer[];
  readonly bindings: readonly Binding[];
  readonly subscriptions: readonly Subscription[];
}

/** Finds the parts among `instances` and follows the references of the bindings. */
export function joinSubscriptions(
  instances: readonly InstanceSymbol[],
  hierarchy: ClassHierarchy,
): Subscriptions {
  return new Joiner(instances, hierarchy).join();
}

/** Decoding SIDs and descriptors costs more than all the rest, and not everybody asks for them. */
abstract class Part {
  readonly instance: InstanceSymbol;
  #creatorSid: CreatorSid | undefined;

  constructor(instance: InstanceSymbol) {
    this.instance = instance;
  }

  get creatorSid(): CreatorSid {
    return (this.#creatorSid ??= creatorSid(this.instance));
  }
}

class Filter extends Part implements EventFilter {
  readonly kind = 'filter';
  readonly name: string | undefined;
  readonly query: StringValue | undefined;
  readonly eventNamespace: StringValue | undefined;
  readonly bindings: Binding[] = [];
  #eventAccess: EventAccess | undefined;

  constructor(instance: InstanceSymbol) {
    super(instance);
    this.name = stringValue(instance, 'Name')?.value;
    this.query = stringValue(instance, 'Query');
    this.eventNamespace = stringValue(instance, 'EventNamespace');
  }

  get eventAccess(): EventAccess {
    return (this.#eventAccess ??= eventAccess(this.instance));
  }
}

class Consumer extends Part implements EventConsumer {
  readonly kind = 'consumer';
  readonly name: string | undefined;
  readonly standardClass: StandardConsumerClass | undefined;
  readonly bindings: Binding[] = [];

  constructor(instance: InstanceSymbol, standardClass: StandardConsumerClass | undefined) {
    super(instance);
    this.name = stringValue(instance, 'Name')?.value;
    this.standardClass = standardClass;
  }
}

/** The ends of a binding, followed. */
type Ends = Pick<Binding, 'filter' | 'consumer' | 'consumerClass'>;

class BoundPair extends Part implements Binding {
  readonly kind = 'binding';
  readonly filter: Reference<EventFilter>;
  readonly consumer: Reference<EventConsumer>;
  readonly consumerClass: StandardConsumerClass | undefined;
  readonly maintainSecurityContext: BooleanSetting;
  readonly deliverSynchronously: BooleanSetting;
  readonly slowDownProviders: BooleanSetting;
  readonly deliveryQoS: PropertyAssignment | undefined;

  constructor(instance: InstanceSymbol, { filter, consumer, consumerClass }: Ends) {
    super(instance);
    this.filter = filter;
    this.consumer = consumer;
    this.consumerClass = consumerClass;
    this.maintainSecurityContext = booleanSetting(instance, 'MaintainSecurityContext');
    this.deliverSynchronously = booleanSetting(instance, 'DeliverSynchronously');
    this.slowDownProviders = booleanSetting(instance, 'SlowDownProviders');
    this.deliveryQoS = instance.properties.get('deliveryqos');
  }
}

/** What one end of a binding must lead to. */
interface End<Target> {
  readonly role: SubscriptionRole;
  readonly property: 'Filter' | 'Consumer';
  /** The part that an instance is; undefined when it is certainly none of that sort. */
  readonly partOf: (instance: InstanceSymbol) => Target | undefined;
}

class Joiner {
  readonly #instances: readonly InstanceSymbol[];
  readonly #hierarchy: ClassHierarchy;
  readonly #filters = new Map<InstanceSymbol, Filter>();
  readonly #consumers = new Map<InstanceSymbol, Consumer>();
  #paths: PathIndex | undefined;

  constructor(instances: readonly InstanceSymbol[], hierarchy: ClassHierarchy) {
    this.#instances = instances;
    this.#hierarchy = hierarchy;
  }

  join(): Subscriptions {
    const bindingInstances: InstanceSymbol[] = [];
    for (const instance of this.#instances) {
      const role = this.#roleOf(instance);
      if (role === 'filter') this.#filter(instance);
      else if (role === 'consumer') this.#consumer(instance);
      else if (role === 'binding') bindingInstances.push(instance);
    }
    const bindings = bindingInstances.map((instance) => this.#binding(instance));
    return {
      filters: [...this.#filters.values()],
      consumers: [...this.#consumers.values()],
      bindings,
      subscriptions: bindings.flatMap((binding) => this.#subscription(binding)),
    };
  }

  /** A class that nobody declares counts as a consumer's by its name, which is all that there is to go by. */
  #roleOf(instance: InstanceSymbol): SubscriptionRole {
    const { role } = this.#hierarchy.factsOf(instance.className);
    return role === 'unknown' && /consumer$/i.test(instance.className) ? 'consumer' : role;
  }

  #filter(instance: InstanceSymbol): Filter {
    let filter = this.#filters.get(instance);
    if (filter === undefined) this.#filters.set(instance, (filter = new Filter(instance)));
    return filter;
  }

  #consumer(instance: InstanceSymbol): Consumer {
    let consumer = this.#consumers.get(instance);
    if (consumer === undefined) {
      const { standardConsumer } = this.#hierarchy.factsOf(instance.className);
      this.#consumers.set(instance, (consumer = new Consumer(instance, standardConsumer)));
    }
    return consumer;
  }

  #binding(instance: InstanceSymbol): Binding {
    const consumerEnd = this.#follow(instance, this.#consumerEnd);
    const binding = new BoundPair(instance, {
      filter: this.#follow(instance, this.#filterEnd),
      consumer: consumerEnd,
      consumerClass: this.#standardClassOf(consumerEnd),
    });
    const [filter, consumer] = [targetOf(binding.filter), targetOf(binding.consumer)];
    if (filter !== undefined) this.#filters.get(filter.instance)?.bindings.push(binding);
    if (consumer !== undefined) this.#consumers.get(consumer.instance)?.bindings.push(binding);
    return binding;
  }

  #standardClassOf(reference: Reference<EventConsumer>): StandardConsumerClass | undefined {
    return reference.kind === 'dangling-path'
      ? this.#hierarchy.factsOf(reference.path.className.text).standardConsumer
      : targetOf(reference)?.standardClass;
  }

  #subscription(binding: Binding): readonly Subscription[] {
    const [filter, consumer] = [targetOf(binding.filter), targetOf(binding.consumer)];
    if (filter === undefined || consumer === undefined) return [];
    return [{ kind: 'subscription', filter, consumer, binding }];
  }

  readonly #filterEnd: End<EventFilter> = {
    role: 'filter',
    property: 'Filter',
    partOf: (instance) => (this.#isMaybe('filter', instance) ? this.#filter(instance) : undefined),
  };

  readonly #consumerEnd: End<EventConsumer> = {
    role: 'consumer',
    property: 'Consumer',
    partOf: (instance) =>
      this.#isMaybe('consumer', instance) ? this.#consumer(instance) : undefined,
  };

  #isMaybe(role: SubscriptionRole, instance: InstanceSymbol): boolean {
    const actual = this.#roleOf(instance);
    return actual === role || actual === 'unknown';
  }

  #follow<Target>(binding: InstanceSymbol, end: End<Target>): Reference<Target> {
    const node = binding.properties.get(end.property.toLowerCase())?.value;
    if (node === undefined) return { kind: 'absent' };
    switch (node.kind) {
      case 'NullValue':
        return { kind: 'null', node };
      case 'Alias': {
        const target = binding.unit.aliases.get(node.name.toLowerCase())?.target;
        return target === undefined
          ? { kind: 'undefined-alias', node }
          : this.#byAlias(node, target, end);
      }
      case 'StringValue':
        return this.#byPath(node, binding, end);
      default:
        return { kind: 'wrong-type', node };
    }
  }

  #byAlias<Target>(
    node: Value & { readonly kind: 'Alias' },
    actual: ClassSymbol | InstanceSymbol,
    end: End<Target>,
  ): Reference<Target> {
    const target = actual.kind === 'instance' ? end.partOf(actual) : undefined;
    if (target !== undefined) return { kind: 'alias', node, target };
    const className = actual.kind === 'class' ? actual.name : actual.className;
    return { kind: 'wrong-class', node, className, actual };
  }

  #byPath<Target>(node: StringValue, binding: InstanceSymbol, end: End<Target>): Reference<Target> {
    if (node.pieces.some(({ kind }) => kind === 'Identifier')) {
      return { kind: 'invalid-path', node, problems: [] };
    }
    const result = parseObjectPath(node.value);
    if (result.kind === 'invalid') return { kind: 'invalid-path', node, problems: result.problems };
    const { path } = result;
    const className = path.className.text;
    const { role, keys } = this.#hierarchy.factsOf(className);
    const actual = this.#find(path, binding.namespace.path, binding.unit);
    if (role !== end.role && role !== 'unknown') {
      return { kind: 'wrong-class', node, className, actual };
    }
    const problems = selectionProblems(path, keys);
    if (problems.length > 0) return { kind: 'invalid-path', node, problems };
    if (actual === undefined) return { kind: 'dangling-path', node, path };
    const target = end.partOf(actual);
    if (target === undefined) return { kind: 'wrong-class', node, className, actual };
    return { kind: 'path', node, path, target };
  }

  #find(path: ObjectPath, namespace: string, unit: CompilationUnit): InstanceSymbol | undefined {
    if (path.kind !== 'instance') return undefined;
    this.#paths ??= new PathIndex(this.#instances, this.#hierarchy);
    return this.#paths.find(path, namespace, unit);
  }
}

/** What keeps a well-formed path from naming an instance of its class, whose keys are `keys` if they are known. */
function selectionProblems(
  path: ObjectPath,
  keys: readonly string[] | undefined,
): readonly ObjectPathProblem[] {
  const { start, end, text } = path.className;
  if (path.kind !== 'instance') {
    const message = `The path names the class ${text} and not an instance of it: add the key, as in ${text}.Name=\\"...\\".`;
    return [{ start, end, message }];
  }
  if (keys === undefined || keys.length === 0) return [];
  if (path.keys.length !== keys.length) {
    const message = `Instances of ${text} are told apart by ${keys.join(' and ')}, so that is what the path must give: all of it and nothing else.`;
    return [{ start, end: path.keys.at(-1)?.end ?? end, message }];
  }
  return path.keys.flatMap(({ name }) => {
    if (name === undefined || keys.includes(name.text.toLowerCase())) return [];
    const message = `${name.text} is not the key of ${text}, and WMI finds an instance by its key only: write ${keys.join(', ')}.`;
    return [{ start: name.start, end: name.end, message }];
  });
}

/** What a reference leads to, where it leads to something. */
export function targetOf<Target>(reference: Reference<Target>): Target | undefined {
  return reference.kind === 'alias' || reference.kind === 'path' ? reference.target : undefined;
}
