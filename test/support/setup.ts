import { configureGlobal } from 'fast-check';

/**
 * The same random inputs on every run, so that a failure is one of the change at hand; `MOFSEC_SEED` tries others.
 */
configureGlobal({ seed: Number(process.env['MOFSEC_SEED'] ?? 20_260_101) });

/**
 * Chevrotain's grammar validations, which only tests switch on, call `Object.groupBy`; Node 20 has none.
 * Product code cannot come to lean on this: the compiler's `lib` is ES2023, and the packed command
 * is tested in a process of its own.
 */
if (!('groupBy' in Object)) {
  Object.defineProperty(Object, 'groupBy', {
    configurable: true,
    writable: true,
    value: <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) => {
      const groups = Object.create(null) as Record<PropertyKey, T[]>;
      let index = 0;
      for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
      return groups;
    },
  });
}
