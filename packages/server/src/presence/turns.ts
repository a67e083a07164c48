/** Turns taken in a set, in its order. */
export interface Turns<T> {
  /** Up to so many that have not had theirs in this round, who came in it too; fewer once all have had it. */
  take(most: number): T[];
  /** Begins another round: all may have a turn again. */
  anew(): void;
}

/**
 * The first round of turns in a set that may change between them. It holds nobody who left. An iterator that is kept
 * would: as long as one stands in a set that changes, V8 keeps each table the set has had, with all who were in it.
 */
export function createTurns<T extends object>(all: ReadonlySet<T>): Turns<T> {
  /** In which round each had its last turn. A new weak set for each round would cost the collector of garbage much more. */
  const last = new WeakMap<T, number>();
  let round = 0;
  return {
    take(most) {
      const taken: T[] = [];
      for (const one of all) {
        if (taken.length >= most) break;
        if (last.get(one) === round) continue;
        last.set(one, round);
        taken.push(one);
      }
      return taken;
    },
    anew() {
      round += 1;
    },
  };
}
