/** Remembers what is derived from an object, for all the rules that ask for it. */

/**
 * The function, computed once for each object. What it returns may depend on nothing but that object; it is kept as
 * long as the object is.
 */
export function oncePer<Key extends object, Value>(
  derive: (key: Key) => Value,
): (key: Key) => Value {
  const derived = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = derived.get(key);
    if (known === undefined) derived.set(key, (known = { value: derive(key) }));
    return known.value;
  };
}
