/** After how long a change is told, in milliseconds; more in a crowd, where each telling costs more. */
const TICK_MS = 30;
const TICK_MS_A_PEER = 0.5;
/** How often some of those who are still where they were are told of, and in how many turns all of them are. */
const TURN_MS = 250;
const TURNS = 32;
const LEAST_A_TURN = 8;

/** When what is told: changes together and soon; signs of life, of which a whole room gives some at once, spread out. */
export interface Pace {
  /** Something of the client is new. */
  changed(client: number): void;
  /** The client is still there: others hear of it within eight seconds. They forget who is silent for 30, and it speaks every 18 at least. */
  alive(client: number): void;
  /** Tells the changes that wait, and no more. */
  close(): void;
}

/** What a pace works with. */
export interface PaceParts {
  /** How many hear what is told. */
  readonly peers: () => number;
  /** How many clients there are to be told of. */
  readonly clients: () => number;
  /** Tells the room of the clients. */
  readonly tell: (clients: readonly number[]) => void;
}

/** A pace at which nothing waits. */
export function createPace({ peers, clients, tell }: PaceParts): Pace {
  const changes = new Set<number>();
  const signs = new Set<number>();
  let tick: NodeJS.Timeout | null = null;
  let turn: NodeJS.Timeout | null = null;

  function tellChanges(): void {
    tick = null;
    const due = [...changes];
    changes.clear();
    tell(due);
  }

  function tellSome(): void {
    turn = null;
    const most = Math.max(LEAST_A_TURN, Math.ceil(clients() / TURNS));
    const due = [...signs].slice(0, most);
    for (const client of due) signs.delete(client);
    if (signs.size > 0) turn = setTimeout(tellSome, TURN_MS);
    if (due.length > 0) tell(due);
  }

  return {
    changed(client) {
      signs.delete(client);
      changes.add(client);
      tick ??= setTimeout(tellChanges, TICK_MS + TICK_MS_A_PEER * peers());
    },
    alive(client) {
      if (!changes.has(client)) signs.add(client);
      turn ??= setTimeout(tellSome, TURN_MS);
    },
    close() {
      if (turn) clearTimeout(turn);
      if (!tick) return;
      clearTimeout(tick);
      tellChanges();
    },
  };
}
