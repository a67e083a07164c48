import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Refused } from "../guard/refusal.ts";
import { AWARENESS } from "./messages.ts";
import type { Peer } from "./peer.ts";

/** How many bytes what a client shows of itself may have. */
const MAX_STATE = 4096;
const MAX_IDS = 3;
const TICK_MS = 30;

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
  /** Stops sending. */
  close(): void;
}

/** What was last known of a client id. It stays when its owner has gone, so that nobody else's echo brings it back. */
interface Entry {
  readonly person: string;
  readonly peer: Peer | null;
  readonly clock: number;
  /** JSON; "null" when the client has gone. */
  readonly state: string;
}

/** Presence that sends to all of `peers`, one message a tick. */
export function createPresence(peers: Iterable<Peer>): Presence {
  const entries = new Map<number, Entry>();
  const changed = new Set<number>();
  const heard = new WeakSet<Peer>();
  let timer: NodeJS.Timeout | null = null;

  function set(client: number, entry: Entry): void {
    entries.set(client, entry);
    changed.add(client);
    timer ??= setTimeout(tell, TICK_MS);
  }

  function tell(): void {
    timer = null;
    const message = write([...changed]);
    changed.clear();
    for (const peer of peers) peer.send(message);
  }

  function write(clients: readonly number[]): Uint8Array {
    const inner = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length);
      for (const client of clients) {
        const { clock, state } = entries.get(client) ?? { clock: 0, state: "null" };
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
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
        const next = Math.max(clock, known && known.peer !== peer ? known.clock + 1 : 0);
        set(client, { person: peer.person.id, peer: state === "null" ? null : peer, clock: next, state });
      }
    },
    greet(peer) {
      const here = [...entries].filter(([, { state }]) => state !== "null").map(([client]) => client);
      if (here.length > 0) peer.send(write(here));
    },
    leave(peer) {
      for (const [client, entry] of entries)
        if (entry.peer === peer) set(client, { ...entry, peer: null, clock: entry.clock + 1, state: "null" });
    },
    holder: (client) => entries.get(client)?.person ?? null,
    close() {
      if (timer) clearTimeout(timer);
    },
  };
}

/** The state with the identity that the server knows, whatever the client says it is. Throws when it is not JSON. */
function stamped(state: string, { person, color }: Peer): string {
  const value: unknown = JSON.parse(state);
  if (value === null || typeof value !== "object") return "null";
  return JSON.stringify({ ...value, user: { id: person.id, name: person.name, group: person.group, color } });
}
