import { createRounds } from "./rounds.ts";

/** After how long a change is told, in milliseconds; more in a crowd, where each telling costs more. */
const TICK_MS = 30;
const TICK_MS_A_PEER = 0.5;
/** Within what time everybody hears who is still there, and how long it is between two who do, in milliseconds. */
const ROUND_MS = 8000;
const MOST_STEP_MS = 500;
/** In a room of how many they hear it in groups of how many, and of changes: what a group is told is written once. */
const [CROWD, GROUP, CHANGE_GROUP] = [64, 8, 25];

/** When what is told: changes soon, to all together, in a crowd to some after others; signs of life to one peer after another. */
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
  readonly tell: (clients: readonly number[], to: readonly Peer[]) => void;
  /** Of those that something is new of, which are told: others may be in their place. */
  readonly due: (clients: readonly number[]) => readonly number[];
}

/**
 * A pace at which nothing waits. Stock clients send back all that they are told: told to all at once, each sign of life
 * is answered by the whole room in the same moment, and in a crowd each change, too.
 */
export function createPace<Peer extends object>({ peers, tell, due }: PaceParts<Peer>): Pace<Peer> {
  const fresh = new Set<number>();
  const isCrowd = (): boolean => peers.size > CROWD;
  const groupSize = (): number => (isCrowd() ? GROUP : 1);
  const changes = createRounds({
    peers,
    tell,
    size: () => (isCrowd() ? CHANGE_GROUP : peers.size),
    step: () => (TICK_MS + TICK_MS_A_PEER * peers.size) * (isCrowd() ? CHANGE_GROUP / peers.size : 1),
    before() {
      const chosen = fresh.size > 0 ? due([...fresh]) : [];
      fresh.clear();
      return chosen;
    },
  });
  const signs = createRounds({
    peers,
    tell,
    size: groupSize,
    step: () => Math.min((ROUND_MS * groupSize()) / peers.size, MOST_STEP_MS),
  });
  return {
    changed(client) {
      signs.drop(client);
      fresh.add(client);
      changes.wake();
    },
    alive(client) {
      if (!fresh.has(client) && !changes.has(client)) signs.add(client);
    },
    greeted(peer) {
      changes.knows(peer);
      signs.knows(peer);
    },
    close() {
      signs.close(false);
      changes.close(true);
    },
  };
}
