import { createTurns } from "./turns.ts";

/** What is told in rounds: to a few peers at a time, each of all that is new since its turn before. */
export interface Rounds<Peer> {
  /** Something of the client is to be told to all. */
  add(client: number): void;
  /** Nothing of the client is to be told any more. */
  drop(client: number): void;
  /** Whether something of the client waits to be told to somebody. */
  has(client: number): boolean;
  /** The peer knows all that there is. */
  knows(peer: Peer): void;
  /** Has the next turn come although nothing was added: {@link RoundsParts.before} will. */
  wake(): void;
  /** Ends them; `telling` what waits to everybody first. */
  close(telling: boolean): void;
}

/** What rounds work with. */
export interface RoundsParts<Peer> {
  readonly peers: ReadonlySet<Peer>;
  /** Tells those of the clients. */
  readonly tell: (clients: readonly number[], to: readonly Peer[]) => void;
  /** How many peers have their turn together, and after how many milliseconds the next ones. */
  readonly size: () => number;
  readonly step: () => number;
  /** Asked before each turn: what else is to be told. */
  readonly before?: () => Iterable<number>;
}

/** Rounds in which nobody has been told anything. */
export function createRounds<Peer extends object>({
  peers,
  tell,
  size,
  step,
  before,
}: RoundsParts<Peer>): Rounds<Peer> {
  /** The clients in the order of what is last to be told of them, with its number; and up to which each peer has heard. */
  const news = new Map<number, number>();
  const heard = new WeakMap<Peer, number>();
  let last = 0;
  /** How many turns are left until everybody has had one since the last news. */
  let left = 0;
  /** What is not newer than this everybody has heard once two rounds have passed since it was noted. */
  let old = 0;
  let since = 0;
  const turns = createTurns(peers);
  let timer: NodeJS.Timeout | null = null;
  let awake = false;

  function note(client: number): void {
    last += 1;
    news.delete(client);
    news.set(client, last);
    left = peers.size;
  }

  /** Those whose turn it is, up to so many. */
  function turn(most: number): Peer[] {
    const due = Math.min(most, left);
    left -= due;
    since += due;
    const some = turns.take(due);
    if (some.length === due) return some;
    turns.anew();
    return [...some, ...turns.take(due - some.length)];
  }

  function tellSome(most: number): void {
    awake = false;
    for (const client of before?.() ?? []) note(client);
    const groups = new Map<number, Peer[]>();
    for (const peer of turn(most)) {
      const known = heard.get(peer) ?? 0;
      groups.set(known, [...(groups.get(known) ?? []), peer]);
      heard.set(peer, last);
    }
    for (const [known, group] of groups) {
      const due = [...news].flatMap(([client, number]) => (number > known ? [client] : []));
      if (due.length > 0) tell(due, group);
    }
    if (left <= 0 || peers.size === 0) news.clear();
    else if (since >= 2 * peers.size) forget();
  }

  function forget(): void {
    for (const [client, number] of news) {
      if (number > old) break;
      news.delete(client);
    }
    old = last;
    since = 0;
  }

  function goOn(): void {
    if (news.size === 0 && !awake) return;
    timer ??= setTimeout(() => {
      timer = null;
      tellSome(size());
      goOn();
    }, step());
  }

  return {
    add(client) {
      note(client);
      goOn();
    },
    drop: (client) => void news.delete(client),
    has: (client) => news.has(client),
    knows(peer) {
      heard.set(peer, last);
      // It takes a turn that another needs.
      if (left > 0) left += 1;
    },
    wake() {
      awake = true;
      goOn();
    },
    close(telling) {
      if (!timer) return;
      clearTimeout(timer);
      timer = null;
      if (telling) tellSome(Number.POSITIVE_INFINITY);
    },
  };
}
