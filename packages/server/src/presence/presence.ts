import * as decoding from "lib0/decoding";
import { Refused } from "../guard/refusal.ts";
import type { PresenceEntry } from "../hints/hints.ts";
import type { Peer } from "../rooms/peer.ts";
import { type Entry, clockAfter } from "./entry.ts";
import { createPace } from "./pace.ts";
import { entryBytes, gone, leads, presenceMessage, stamped } from "./presenceMessage.ts";
import { createShown } from "./shown.ts";

/** How many bytes what a client shows of itself may have. */
const MAX_STATE = 4096;
const MAX_IDS = 3;
/** How long what a peer showed waits to be told to the other nodes, in milliseconds. */
const NODES_MS = 30;
/** After what silence stock clients forget one another, in milliseconds. */
const FORGOTTEN_MS = 30_000;
/** For how long who has gone is remembered, in milliseconds: nobody echoes them any more then. */
const GONE_MS = 60 * 60_000;
/** Of how many client ids of one person, who are gone, this is remembered: who comes again and again under new ones fills no memory. */
const MOST_GONE = 200;

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
  /** A node asks who is here: it may have loaded the room anew, and not know any more which clocks it told. */
  nodeAsks(node: string): void;
  /** Takes the entries of a node away: it has gone. */
  nodeGone(node: string): void;
  /** How many people are here, while more are than are shown; else 0. */
  people(): number;
  /** Tells the other nodes again who is here through this one. */
  tellNodes(): void;
  /** Sends what waits, and no more. */
  close(): void;
}

/**
 * Presence that sends to all of `peers`, at the pace of {@link createPace}, and tells the other nodes what its own peers
 * show. In a crowd only some are shown, see {@link createShown}: `counted` is called when the number of people is another.
 */
export function createPresence(
  peers: ReadonlySet<Peer>,
  toNodes: (entries: PresenceEntry[]) => void = () => {},
  counted: () => void = () => {},
): Presence {
  const entries = new Map<number, Entry>();
  /** The ids of each peer that has shown anything. */
  const ids = new Map<Peer, Set<number>>();
  /** The ids under which each person was here and has gone, the longest gone first. */
  const goneIds = new Map<string, Set<number>>();
  const forNodes = new Set<number>();
  let nodesTimer: NodeJS.Timeout | null = null;
  const shown = createShown();
  let people = 0;
  const pace = createPace<Peer>({
    peers,
    tell(clients, to) {
      const message = write(clients);
      const owners = new Set(clients.map((client) => entries.get(client)?.peer));
      for (const peer of to) {
        if (!owners.has(peer)) peer.send(message);
        // Stock clients would take what they showed before for newer than what they show.
        else tellOf((client) => entries.get(client)?.peer !== peer, clients, peer);
      }
    },
    due(changed) {
      const come = shown.choose();
      count();
      const told = changed.filter((client) => shown.has(client) || entries.get(client)?.state === "null");
      return [...new Set([...told, ...come])];
    },
  });

  function count(): void {
    const before = people;
    people = shown.isWhole ? 0 : new Set([...shown.clients()].map((client) => entries.get(client)?.person)).size;
    if (people !== before) counted();
  }

  function set(client: number, entry: Omit<Entry, "at" | "bytes">): void {
    const known = entries.get(client);
    entries.set(client, { ...entry, bytes: entryBytes(client, entry), at: performance.now() });
    if (known && known.state === entry.state && known.node === entry.node) {
      if (shown.has(client)) pace.alive(client);
    } else {
      if (entry.state === "null") shown.left(client);
      else shown.moved(client, leads(entry.state));
      pace.changed(client);
    }
    if (entry.node !== null) return;
    forNodes.add(client);
    nodesTimer ??= setTimeout(tellNodes, NODES_MS);
  }

  function rememberGone(person: string, client: number): void {
    const gone = goneIds.get(person) ?? new Set();
    goneIds.set(person, gone);
    gone.delete(client);
    gone.add(client);
    const [oldest] = gone.size > MOST_GONE ? gone : [];
    if (oldest === undefined) return;
    gone.delete(oldest);
    if (entries.get(oldest)?.peer === null && entries.get(oldest)?.state === "null") entries.delete(oldest);
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
   * Whether what a node says of an id holds: of one that is new or gone, that is there through it already, or that its
   * person has taken there since: a node that was cut off tells of who has left it meanwhile.
   */
  function believes(node: string, { person, clock, state }: PresenceEntry, known: Entry | undefined): boolean {
    if (!known) return true;
    if (known.node === node) return clock > known.said;
    return state !== null && (known.state === "null" || (known.person === person && clock > known.said));
  }

  function write(clients: readonly number[]): Uint8Array {
    return presenceMessage(clients.map((client) => entries.get(client)?.bytes ?? entryBytes(client, gone)));
  }

  function tellOf(which: (client: number) => boolean, clients: Iterable<number>, peer: Peer): void {
    const told = [...clients].filter(which);
    if (told.length > 0) peer.send(write(told));
  }

  /** The entry with a clock of now, not told yet to anybody. */
  function stampAnew(client: number, entry: Entry): void {
    const clock = clockAfter(entry);
    entries.set(client, { ...entry, clock, bytes: entryBytes(client, { ...entry, clock }) });
  }

  /**
   * Whether the entry is the peer's own. An id belongs to who sent it first. What a connection says first is of its
   * sender, so an id whose connection has gone may come back with it, for the same person.
   */
  function accepts(peer: Peer, known: Entry | undefined, clock: number): boolean {
    const claimed = ids.get(peer)?.size ?? 0;
    if (!known) return claimed < MAX_IDS;
    if (known.peer === peer) return clock > known.said;
    return known.peer === null && known.person === peer.person.id && claimed === 0;
  }

  function greet(peer: Peer): void {
    const now = performance.now();
    for (const [client, { state, node, at }] of entries) {
      // Of those on other nodes a goodbye may have been lost; who is there is heard of again and again.
      if (node !== null && at < now - FORGOTTEN_MS) shown.left(client);
      if (!shown.has(client) && state === "null" && at < now - GONE_MS) entries.delete(client);
    }
    // Which of the person's own it is under which the peer was here before, it has yet to say.
    tellOf((client) => shown.has(client) && !isOf(peer, client), entries.keys(), peer);
    pace.greeted(peer);
  }

  /** Tells a peer that has just said its id what {@link greet} kept back; everything to one that comes back. */
  function greetKnown(peer: Peer, own: number, comesBack: boolean): void {
    if (comesBack)
      for (const [client, entry] of entries) if (client !== own && shown.has(client)) stampAnew(client, entry);
    tellOf((client) => client !== own && shown.has(client) && (comesBack || isOf(peer, client)), entries.keys(), peer);
  }

  function isOf(peer: Peer, client: number): boolean {
    return entries.get(client)?.person === peer.person.id;
  }

  return {
    receive(peer, message) {
      const own = ids.get(peer) ?? new Set();
      ids.set(peer, own);
      const decoder = decoding.createDecoder(message);
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const client = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const known = entries.get(client);
        // Stock clients echo everybody: what is not their own is passed over unread.
        const given = decoding.readVarUint8Array(decoder);
        if (!accepts(peer, known, clock)) continue;
        if (given.length > MAX_STATE) throw new Refused("presence");
        const state = stamped(Buffer.from(given.buffer, given.byteOffset, given.length).toString(), peer);
        // What is said of the gone is an echo.
        if (state === "null" && known?.peer !== peer) continue;
        // A stock client that comes back has forgotten the others but not their clocks, and takes only what is ahead.
        if (own.size === 0) greetKnown(peer, client, known !== undefined);
        own.add(client);
        set(client, { person: peer.person.id, peer, node: null, clock: clockAfter(known), said: clock, state });
      }
    },
    greet,
    leave(peer) {
      for (const client of ids.get(peer) ?? []) {
        const entry = entries.get(client);
        if (entry?.peer !== peer) continue;
        if (entry.state === "null") entries.set(client, { ...entry, peer: null });
        else set(client, { ...entry, peer: null, clock: clockAfter(entry), state: "null" });
        rememberGone(peer.person.id, client);
      }
      ids.delete(peer);
    },
    receiveFrom(node, told) {
      for (const one of told) {
        const known = entries.get(one.client);
        if (!believes(node, one, known)) continue;
        // The clock stays the node's where it can, so that it is the same on all nodes.
        const clock = one.clock > (known?.clock ?? -1) ? one.clock : clockAfter(known);
        set(one.client, {
          person: one.person,
          peer: null,
          node,
          clock,
          said: one.clock,
          state: JSON.stringify(one.state),
        });
      }
    },
    nodeAsks(node) {
      for (const [client, entry] of entries) {
        if (entry.node === node) entries.set(client, { ...entry, said: -1 });
        // Clients that come back there know the clocks from before.
        if (entry.node === null && entry.state !== "null") stampAnew(client, entry);
      }
    },
    nodeGone(node) {
      for (const [client, entry] of entries)
        if (entry.node === node && entry.state !== "null")
          set(client, { ...entry, clock: clockAfter(entry), said: -1, state: "null" });
    },
    people: () => people,
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
