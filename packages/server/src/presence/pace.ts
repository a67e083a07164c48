/** After how long a change is told, in milliseconds; more in a crowd, where each telling costs more. */
const TICK_MS = 30;
const TICK_MS_A_PEER = 0.5;
/** Within what time everybody hears who is still there, and how long it is between two who do, in milliseconds. */
const ROUND_MS = 8000;
const MOST_STEP_MS = 500;
/** In a room of how many they hear it in groups of how many: what a group is told is written once. */
const [CROWD, GROUP] = [64, 8];

/** When what is told: changes to all, together and soon; signs of life to one peer after another, all that came since its turn before. */
export interface Pace<Peer> {
  /** Something of the client is new. */
  changed(client: number): void;
  /** The client is still there: others hear of it within eight seconds. They forget who is silent for 30, and it speaks every 18 at least. */
  alive(client: number): void;
  /** The peer has just been told of everybody. */
  greeted(peer: Peer): void;
  /** Tells the changes that wait, and no more. */
  close(): void;
}

/** What a pace works with. */
export interface PaceParts<Peer> {
  /** Who hears what is told. */
  readonly peers: ReadonlySet<Peer>;
  /** Tells those of the clients. */
  readonly tell: (clients: readonly number[], to: Iterable<Peer>) => void;
}

/**
 * A pace at which nothing waits. Stock clients send back all that they are told: told to all at once, each sign of life
 * is answered by the whole room in the same moment.
 */
export function createPace<Peer extends object>({ peers, tell }: PaceParts<Peer>): Pace<Peer> {
  const changes = new Set<number>();
  /** Clients in the order of their last sign, with its number; and up to which number each peer has heard. */
  const signs = new Map<number, number>();
  const heard = new WeakMap<Peer, number>();
  let last = 0;
  /** How many peers have not had a turn since the last sign. */
  let waiting = 0;
  let turns = peers.values();
  let tick: NodeJS.Timeout | null = null;
  let step: NodeJS.Timeout | null = null;

  function tellChanges(): void {
    tick = null;
    const due = [...changes];
    changes.clear();
    tell(due, peers);
  }

  function groupSize(): number {
    return peers.size > CROWD ? GROUP : 1;
  }

  function nextPeer(): Peer | undefined {
    waiting -= 1;
    const next = turns.next();
    return next.done ? (turns = peers.values()).next().value : next.value;
  }

  function tellSome(): void {
    step = null;
    const groups = new Map<number, Peer[]>();
    for (let left = groupSize(); left > 0 && waiting > 0; left -= 1) {
      const peer = nextPeer();
      if (!peer) break;
      const before = heard.get(peer) ?? 0;
      groups.set(before, [...(groups.get(before) ?? []), peer]);
      heard.set(peer, last);
    }
    for (const [before, group] of groups) {
      const due: number[] = [];
      for (const [client, sign] of signs) if (sign > before) due.push(client);
      if (due.length > 0) tell(due, group);
    }
    goOn();
  }

  function goOn(): void {
    if (waiting <= 0 || peers.size === 0) return;
    step ??= setTimeout(tellSome, Math.min((ROUND_MS * groupSize()) / peers.size, MOST_STEP_MS));
  }

  return {
    changed(client) {
      signs.delete(client);
      changes.add(client);
      tick ??= setTimeout(tellChanges, TICK_MS + TICK_MS_A_PEER * peers.size);
    },
    alive(client) {
      if (changes.has(client)) return;
      last += 1;
      signs.delete(client);
      signs.set(client, last);
      waiting = peers.size;
      goOn();
    },
    greeted: (peer) => void heard.set(peer, last),
    close() {
      if (step) clearTimeout(step);
      if (!tick) return;
      clearTimeout(tick);
      tellChanges();
    },
  };
}
