/** A map that is worked out when it is first asked, from what will not change until then. */
export function lazyMap<K, V>(work: () => ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  let known: ReadonlyMap<K, V> | null = null;
  const map = () => (known ??= work());
  return {
    get size() {
      return map().size;
    },
    has: (key) => map().has(key),
    get: (key) => map().get(key),
    keys: () => map().keys(),
    values: () => map().values(),
    entries: () => map().entries(),
    forEach: (each) => map().forEach(each),
    [Symbol.iterator]: () => map()[Symbol.iterator](),
  };
}
