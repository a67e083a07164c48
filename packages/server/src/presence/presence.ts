import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Refused } from "../guard/refusal.ts";
import type { PresenceEntry } from "../hints/hints.ts";
import { AWARENESS } from "../rooms/messages.ts";
import type { Peer } from "../rooms/peer.ts";
import { createPace } from "./pace.ts";

/** How many bytes what a client shows of itself may have. */
const MAX_STATE = 4096;
const MAX_IDS = 3;
/** How long what a peer showed waits to be told to the other nodes, in milliseconds. */
const NODES_MS = 30;
/** After what silence stock clients forget one another, in milliseconds. */
const FORGOTTEN_MS = 30_000;
/** For how long who has gone is remembered, in milliseconds: nobody echoes them any more then. */
const GONE_MS = 60 * 60_000;

/** Who is in a room and where their carets are, as far as their owners said so themselves. */
export interface Presence {
  /**
   * Takes the entries of an awareness message that are the peer's own; those of others are ignored. Throws when the
   * message can't be read, and {@link Refused} when an entry is too long.
   */
  receive(peer: Peer, entries: Uint8Array): void;
  /** Shows a peer who is there. */
  greet(peer: Peer): void;
  /** Takes the peer's entries away, for everybody to see. */
  leave(peer: Peer): void;
  /** The person who shows or has shown presence under a client id; null when nobody did. */
  holder(client: number): string | null;
  /** Takes what another node says of those who are here through it. */
  receiveFrom(node: string, entries: readonly PresenceEntry[]): void;
  /** Takes the entries of a node away: it has gone. */
  nodeGone(node: string): void;
  /** Tells the other nodes again who is here through this one. */
  tellNodes(): void;
  /** Sends what waits, and no more. */
  close(): void;
}

/** What was last known of a client id. It stays when its owner has gone, so that nobody else's echo brings it back soon. */
interface Entry {
  readonly person: string;
  readonly peer: Peer | null;
  /** The node through which it is here; null for this one. */
  readonly node: string | null;
  readonly clock: number;
  /** JSON; "null" when the client has gone. */
  readonly state: string;
  /** How it is told: written once, told to each peer. */
  readonly bytes: Uint8Array;
  /** When it was last heard of, in milliseconds of the process. */
  readonly at: number;
}

/** Presence that sends to all of `peers`, at the pace of {@link createPace}, and tells the other nodes what its own peers show. */
export function createPresence(
  peers: ReadonlySet<Peer>,
  toNodes: (entries: PresenceEntry[]) => void = () => {},
): Presence {
  const entries = new Map<number, Entry>();
  /** The ids of each peer that has shown anything. */
  const ids = new Map<Peer, Set<number>>();
  const forNodes = new Set<number>();
  let nodesTimer: NodeJS.Timeout | null = null;
  const pace = createPace<Peer>({
    peers,
    tell(clients, to) {
      const message = write(clients);
      for (const peer of to) peer.send(message);
    },
  });

  function set(client: number, entry: Omit<Entry, "at" | "bytes">): void {
    const known = entries.get(client);
    entries.set(client, { ...entry, bytes: bytesOf(client, entry), at: performance.now() });
    if (known && known.state === entry.state && known.node === entry.node) pace.alive(client);
    else pace.changed(client);
    if (entry.node !== null) return;
    forNodes.add(client);
    nodesTimer ??= setTimeout(tellNodes, NODES_MS);
  }

  function tellNodes(): void {
    nodesTimer = null;
    const own = [...forNodes].flatMap(ownEntry);
    forNodes.clear();
    if (own.length > 0) toNodes(own);
  }

  function ownEntry(client: number): PresenceEntry[] {
    const entry = entries.get(client);
    if (!entry || entry.node !== null) return [];
    const state: PresenceEntry["state"] = JSON.parse(entry.state);
    return [{ client, clock: entry.clock, person: entry.person, state }];
  }

  /**
   * Whether what a node says of an id holds: of one that is new, that is there through it already, or that its person
   * has taken there.
   */
  function believes(node: string, { person, clock, state }: PresenceEntry, known: Entry | undefined): boolean {
    if (!known) return true;
    if (known.node === node) return clock > known.clock;
    return state !== null && (known.person === person || known.state === "null");
  }

  /** The entries of clients, with their clocks, or ahead of them. */
  function write(clients: readonly number[], ahead = 0): Uint8Array {
    const told = clients.map((client) => {
      const entry = entries.get(client);
      return entry && ahead === 0 ? entry.bytes : bytesOf(client, entry ?? gone, ahead);
    });
    const count = encoding.encode((encoder) => encoding.writeVarUint(encoder, clients.length));
    const head = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, AWARENESS);
      encoding.writeVarUint(
        encoder,
        told.reduce((sum, { length }) => sum + length, count.length),
      );
    });
    // In a crowd these are long: each byte is copied once.
    return Buffer.concat([head, count, ...told]);
  }

  /**
   * Whether the entry is the peer's own. An id belongs to who sent it first. The first message of a connection speaks
   * of its sender alone, so an id whose connection has gone may come back with it, for the same person.
   */
  function accepts(peer: Peer, known: Entry | undefined, clock: number, first: boolean): boolean {
    if (!known) return (ids.get(peer)?.size ?? 0) < MAX_IDS;
    if (known.peer === peer) return clock > known.clock;
    return known.peer === null && known.person === peer.person.id && first;
  }

  function greet(peer: Peer, ahead = 0): void {
    const now = performance.now();
    const here: number[] = [];
    for (const [client, { state, node, at }] of entries) {
      // Of those on other nodes a goodbye may have been lost; who is there is heard of again and again.
      if (state !== "null" && (node === null || at > now - FORGOTTEN_MS)) here.push(client);
      else if (state === "null" && at < now - GONE_MS) entries.delete(client);
    }
    if (here.length > 0) peer.send(write(here, ahead));
    pace.greeted(peer);
  }

  return {
    receive(peer, message) {
      const first = !ids.has(peer);
      const own = ids.get(peer) ?? new Set();
      ids.set(peer, own);
      const decoder = decoding.createDecoder(message);
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const client = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const known = entries.get(client);
        // Stock clients echo everybody: what is not their own is passed over unread.
        const given = decoding.readVarUint8Array(decoder);
        if (!accepts(peer, known, clock, first)) continue;
        if (given.length > MAX_STATE) throw new Refused("presence");
        const state = stamped(Buffer.from(given.buffer, given.byteOffset, given.length).toString(), peer);
        own.add(client);
        // A stock client that comes back has forgotten the others but not their clocks, and takes only what is ahead.
        if (first && known) greet(peer, 1);
        const next = Math.max(clock, known && known.peer !== peer ? known.clock + 1 : 0);
        set(client, { person: peer.person.id, peer, node: null, clock: next, state });
      }
    },
    greet: (peer) => greet(peer),
    leave(peer) {
      for (const client of ids.get(peer) ?? []) {
        const entry = entries.get(client);
        if (entry?.peer !== peer) continue;
        if (entry.state === "null") entries.set(client, { ...entry, peer: null });
        else set(client, { ...entry, peer: null, clock: entry.clock + 1, state: "null" });
      }
      ids.delete(peer);
    },
    receiveFrom(node, told) {
      for (const one of told) {
        const known = entries.get(one.client);
        if (!believes(node, one, known)) continue;
        // The clock stays the owner's where it can, so that it is the same on all nodes.
        const clock = one.clock > (known?.clock ?? -1) ? one.clock : (known?.clock ?? 0) + 1;
        set(one.client, { person: one.person, peer: null, node, clock, state: JSON.stringify(one.state) });
      }
    },
    nodeGone(node) {
      for (const [client, entry] of entries)
        if (entry.node === node && entry.state !== "null")
          set(client, { ...entry, clock: entry.clock + 1, state: "null" });
    },
    tellNodes() {
      const own = [...entries.keys()].flatMap(ownEntry).filter(({ state }) => state !== null);
      if (own.length > 0) toNodes(own);
    },
    holder: (client) => entries.get(client)?.person ?? null,
    close() {
      pace.close();
      if (!nodesTimer) return;
      clearTimeout(nodesTimer);
      tellNodes();
    },
  };
}

/** What is told of a client that nobody knows any more. */
const gone: Pick<Entry, "clock" | "state"> = { clock: 0, state: "null" };

function bytesOf(client: number, { clock, state }: Pick<Entry, "clock" | "state">, ahead = 0): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock + ahead);
    encoding.writeVarString(encoder, state);
  });
}

/** The state with the identity that the server knows, whatever the client says it is. Throws when it is not JSON. */
function stamped(state: string, { person, color }: Peer): string {
  const value: unknown = JSON.parse(state);
  if (value === null || typeof value !== "object") return "null";
  const { id, name, group, role } = person;
  return JSON.stringify({ ...value, user: { id, name, group, role, color } });
}
