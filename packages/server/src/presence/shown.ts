/** How many clients of a room are shown to everybody with what they show of themselves. */
const MOST_SHOWN = 250;

/**
 * Which of those who are in a room are shown to everybody: all while they are few, else those who lead the work and of
 * the others those who moved last. Everybody hears of everybody shown again and again, and stock clients send all that
 * back: without a bound, a plenary of a thousand is told 67,000 signs of life a second.
 */
export interface Shown {
  /** The client has come, or shows something new; screens follow who leads. */
  moved(client: number, leads: boolean): void;
  left(client: number): void;
  /** Whether the client is shown, as of the last choice. */
  readonly has: (client: number) => boolean;
  /** Whether all are shown, as of the last choice. */
  readonly isWhole: boolean;
  clients(): Iterable<number>;
  /** Chooses anew who is shown; returns who was not before. */
  choose(): number[];
}

/** Those shown in a room in which nobody is yet. */
export function createShown(most = MOST_SHOWN): Shown {
  const leaders = new Set<number>();
  /** Who moved last stands last. */
  const others = new Set<number>();
  let chosen = new Set<number>();
  return {
    moved(client, leads) {
      const [joined, quit] = leads ? [leaders, others] : [others, leaders];
      quit.delete(client);
      joined.delete(client);
      joined.add(client);
    },
    left(client) {
      for (const clients of [leaders, others, chosen]) clients.delete(client);
    },
    has: (client) => chosen.has(client),
    get isWhole() {
      return chosen.size === leaders.size + others.size;
    },
    clients: () => [...leaders, ...others],
    choose() {
      const before = chosen;
      chosen = new Set([...others, ...leaders].slice(-most));
      return [...chosen].filter((client) => !before.has(client));
    },
  };
}
