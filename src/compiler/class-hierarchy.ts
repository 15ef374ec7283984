/** What a class is by descent: through the classes of the run first, then through those that mofsec knows. */
import type { ClassDeclaration } from '../../grammar/mof/ast.ts';
import { knownClass } from '../schema/known-classes.ts';
import type { ClassSymbol, StandardConsumerClass } from './model.ts';

/** The part that a class plays in a subscription. `unknown` when a class on the way up is nowhere declared. */
export type SubscriptionRole = 'filter' | 'consumer' | 'binding' | 'none' | 'unknown';

/** What follows from a class and its ancestors. */
export interface ClassFacts {
  readonly role: SubscriptionRole;
  readonly standardConsumer: StandardConsumerClass | undefined;
  /** Folded names of the key properties; undefined when they are not known. */
  readonly keys: readonly string[] | undefined;
  /** The folded name of the class that declares the keys: instances of its subclasses answer to its name too. */
  readonly keyClass: string;
}

interface Declaration {
  readonly superclass: string | undefined;
  readonly keys: readonly string[];
}

/** WMI takes no more keys in a class (creating-a-class). */
const MAX_KEYS = 256;

const roles: ReadonlyMap<string, SubscriptionRole> = new Map([
  ['__eventfilter', 'filter'],
  ['__eventconsumer', 'consumer'],
  ['__filtertoconsumerbinding', 'binding'],
]);

const standardConsumers: ReadonlyMap<string, StandardConsumerClass> = new Map(
  (
    [
      'ActiveScriptEventConsumer',
      'CommandLineEventConsumer',
      'LogFileEventConsumer',
      'NTEventLogEventConsumer',
      'SMTPEventConsumer',
    ] as const
  ).map((name) => [name.toLowerCase(), name]),
);

/** Answers from memory: each class is looked at once, however many instances it has. */
export class ClassHierarchy {
  readonly #declared = new Map<string, ClassDeclaration>();
  readonly #facts = new Map<string, ClassFacts>();

  constructor(classes: readonly ClassSymbol[]) {
    for (const { name, node } of classes) {
      const key = name.toLowerCase();
      if (!this.#declared.has(key)) this.#declared.set(key, node);
    }
  }

  /** The facts about a class by its name in any spelling. */
  factsOf(className: string): ClassFacts {
    const path: string[] = [];
    const seen = new Set<string>();
    let current: string | undefined = className.toLowerCase();
    while (current !== undefined && !this.#facts.has(current) && !seen.has(current)) {
      seen.add(current);
      path.push(current);
      current = this.#declarationOf(current)?.superclass?.toLowerCase();
    }
    let inherited = current === undefined ? undefined : this.#facts.get(current);
    for (const name of path.toReversed()) {
      inherited = this.#combine(name, inherited);
      this.#facts.set(name, inherited);
    }
    return inherited ?? unknownClass(className.toLowerCase());
  }

  #combine(name: string, inherited: ClassFacts | undefined): ClassFacts {
    const declaration = this.#declarationOf(name);
    const standard = standardConsumers.get(name);
    const ownRole = roles.get(name) ?? (standard === undefined ? undefined : 'consumer');
    if (declaration === undefined)
      return { ...unknownClass(name), role: ownRole ?? 'unknown', standardConsumer: standard };
    const isBase = declaration.superclass === undefined;
    const keys = [...(inherited?.keys ?? []), ...declaration.keys].slice(0, MAX_KEYS);
    return {
      role: ownRole ?? inherited?.role ?? (isBase ? 'none' : 'unknown'),
      standardConsumer: standard ?? inherited?.standardConsumer,
      keys: keys.length === 0 && inherited?.keys === undefined && !isBase ? undefined : keys,
      keyClass:
        inherited !== undefined && (inherited.keys?.length ?? 0) > 0 ? inherited.keyClass : name,
    };
  }

  #declarationOf(name: string): Declaration | undefined {
    const declared = this.#declared.get(name);
    if (declared !== undefined) {
      return { superclass: declared.superclass?.name, keys: keysOf(declared) };
    }
    const known = knownClass(name);
    return (
      known && {
        superclass: known.superclass,
        keys: known.properties
          .filter(({ key }) => key === true)
          .map(({ name }) => name.toLowerCase()),
      }
    );
  }
}

function unknownClass(name: string): ClassFacts {
  return { role: 'unknown', standardConsumer: undefined, keys: undefined, keyClass: name };
}

function keysOf(node: ClassDeclaration): readonly string[] {
  return node.members
    .filter((member) => member.kind === 'PropertyDeclaration')
    .filter(({ qualifiers }) =>
      qualifiers?.qualifiers.some(({ name }) => name.name.toLowerCase() === 'key'),
    )
    .map(({ name }) => name.name.toLowerCase());
}
