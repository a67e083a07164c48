/** Makes works under the same key wait for one another, within this process. */
export function createTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = last.get(key);
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    last.set(key, over);
    await before;
    try {
      return await work();
    } finally {
      end();
      if (last.get(key) === over) last.delete(key);
    }
  };
}
