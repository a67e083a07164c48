import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Refused } from "../guard/refusal.ts";
import type { PresenceEntry } from "../hints/hints.ts";
import { AWARENESS } from "./messages.ts";
import type { Peer } from "./peer.ts";

/** How many bytes what a client shows of itself may have. */
const MAX_STATE = 4096;
const MAX_IDS = 3;
const TICK_MS = 30;
/** After what silence stock clients forget one another, in milliseconds. */
const FORGOTTEN_MS = 30_000;

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

/** What was last known of a client id. It stays when its owner has gone, so that nobody else's echo brings it back. */
interface Entry {
  readonly person: string;
  readonly peer: Peer | null;
  /** The node through which it is here; null for this one. */
  readonly node: string | null;
  readonly clock: number;
  /** JSON; "null" when the client has gone. */
  readonly state: string;
  /** When it was last heard of, in milliseconds of the process. */
  readonly at: number;
}

/** Presence that sends to all of `peers`, one message a tick, and tells the other nodes what its own peers show. */
export function createPresence(
  peers: Iterable<Peer>,
  toNodes: (entries: PresenceEntry[]) => void = () => {},
): Presence {
  const entries = new Map<number, Entry>();
  const changed = new Set<number>();
  const heard = new WeakSet<Peer>();
  let timer: NodeJS.Timeout | null = null;

  function set(client: number, entry: Omit<Entry, "at">): void {
    entries.set(client, { ...entry, at: performance.now() });
    changed.add(client);
    timer ??= setTimeout(tell, TICK_MS);
  }

  function tell(): void {
    timer = null;
    const message = write([...changed]);
    const own = [...changed].flatMap(ownEntry);
    changed.clear();
    for (const peer of peers) peer.send(message);
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
    const inner = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length);
      for (const client of clients) {
        const { clock, state } = entries.get(client) ?? { clock: 0, state: "null" };
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock + ahead);
        encoding.writeVarString(encoder, state);
      }
    });
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, AWARENESS);
      encoding.writeVarUint8Array(encoder, inner);
    });
  }

  /**
   * Whether the entry is the peer's own. An id belongs to who sent it first. The first message of a connection speaks
   * of its sender alone, so an id whose connection has gone may come back with it, for the same person.
   */
  function accepts(peer: Peer, known: Entry | undefined, clock: number, first: boolean): boolean {
    if (!known) return ownedBy(peer) < MAX_IDS;
    if (known.peer === peer) return clock > known.clock;
    return known.peer === null && known.person === peer.person.id && first;
  }

  function greet(peer: Peer, ahead = 0): void {
    const since = performance.now() - FORGOTTEN_MS;
    // Of those on other nodes a goodbye may have been lost; who is there is heard of again and again.
    const isHere = ({ state, node, at }: Entry): boolean => state !== "null" && (node === null || at > since);
    const here = [...entries].filter(([, entry]) => isHere(entry)).map(([client]) => client);
    if (here.length > 0) peer.send(write(here, ahead));
  }

  function ownedBy(peer: Peer): number {
    return [...entries.values()].filter((entry) => entry.peer === peer).length;
  }

  return {
    receive(peer, message) {
      const first = !heard.has(peer);
      heard.add(peer);
      const decoder = decoding.createDecoder(message);
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const client = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const given = decoding.readVarString(decoder);
        const known = entries.get(client);
        if (!accepts(peer, known, clock, first)) continue;
        if (Buffer.byteLength(given) > MAX_STATE) throw new Refused("presence");
        const state = stamped(given, peer);
        // A stock client that comes back has forgotten the others but not their clocks, and takes only what is ahead.
        if (first && known) greet(peer, 1);
        const next = Math.max(clock, known && known.peer !== peer ? known.clock + 1 : 0);
        set(client, {
          person: peer.person.id,
          peer: state === "null" ? null : peer,
          node: null,
          clock: next,
          state,
        });
      }
    },
    greet: (peer) => greet(peer),
    leave(peer) {
      for (const [client, entry] of entries)
        if (entry.peer === peer) set(client, { ...entry, peer: null, clock: entry.clock + 1, state: "null" });
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
      if (!timer) return;
      clearTimeout(timer);
      tell();
    },
  };
}

/** The state with the identity that the server knows, whatever the client says it is. Throws when it is not JSON. */
function stamped(state: string, { person, color }: Peer): string {
  const value: unknown = JSON.parse(state);
  if (value === null || typeof value !== "object") return "null";
  return JSON.stringify({ ...value, user: { id: person.id, name: person.name, group: person.group, color } });
}
