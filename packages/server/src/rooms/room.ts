import { SAVED, closeCodes } from "@plenary/collab";
import * as Y from "yjs";
import type { Guard } from "../guard/guard.ts";
import type { Guards } from "../guard/guards.ts";
import { type RefusalReason, Refused, refusal } from "../guard/refusal.ts";
import type { Refusals } from "../guard/refusals.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { watchClauses } from "../ledger/watchClauses.ts";
import type { LogEntry, LoggedDoc } from "../store/logStore.ts";
import { changesNothing } from "./changesNothing.ts";
import type { Journal } from "./journal.ts";
import { denied, readMessage, syncStep1, syncStep2, syncUpdate } from "./messages.ts";
import type { Peer } from "./peer.ts";
import { type Presence, createPresence } from "./presence.ts";

/** Whose an update is. */
type Author = Pick<LogEntry, "person" | "group" | "connection">;

/** One open document and who is connected to it. */
export interface Room {
  readonly name: string;
  /** The document with everything applied so far, durable or about to be. Read it; write through {@link Room.write}. */
  readonly doc: Y.Doc;
  /** Who wrote what in it, up to the last update applied; null for a room that is no draft's live text. */
  readonly ledger: Ledger | null;
  /** Adds a connection: asks it for what it has and shows it who is there. */
  connect(peer: Peer): void;
  /** Takes a message of a connection. */
  receive(peer: Peer, message: Uint8Array): void;
  /** Takes a connection away. */
  disconnect(peer: Peer): void;
  /** Makes a change of the server's own at once; resolves when it is durable and relayed. */
  write(author: Author, change: (doc: Y.Doc) => void): Promise<void>;
  /** Resolves when everything applied so far is durable, rejects when it can't be. */
  settled(): Promise<void>;
  /** The number of the last durable update and the state at it; null below `from` and while something is not durable. */
  durableState(from: number): Durable | null;
  /** Ends the room: every connection is closed with the code, what is not durable is given up. */
  end(code: number, reason: string): void;
}

/** A document at an update that is durable: its number, the state, and the ledger as JSON where there is one. */
export interface Durable {
  readonly head: number;
  readonly state: Uint8Array;
  readonly ledger: string | undefined;
}

/** What a room works on. */
export interface RoomParts {
  readonly name: string;
  readonly logged: LoggedDoc;
  /** The ledger at the end of what is logged; the room leads it on. */
  readonly ledger: Ledger | null;
  readonly journal: Journal;
  readonly guard: Guard;
  readonly bindings: Pick<Guards, "statements">;
  readonly refusals: Refusals;
  readonly clock: () => Date;
  /** Called once when the room can't go on and has ended: it must be loaded anew. */
  readonly broken: (error: unknown) => void;
  /** Called after every commit of the room's updates. */
  readonly stored: () => void;
}

interface Waiting {
  /** How many updates in all must be durable before it is done. */
  readonly upto: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * A room on a document as it was logged. An update is applied, stored and committed, and only then relayed,
 * acknowledged, or part of an answer.
 */
export function createRoom(parts: RoomParts): Room {
  const { name, logged, ledger, journal, guard, bindings, refusals, clock, broken, stored } = parts;
  const doc = new Y.Doc();
  if (logged.snapshot) Y.applyUpdate(doc, logged.snapshot);
  for (const { data } of logged.updates) Y.applyUpdate(doc, data);

  const peers = new Set<Peer>();
  const answers = new WeakSet<Peer>();
  const presence: Presence = createPresence(peers);
  const undurable: { update: Uint8Array; peer: Peer | null }[] = [];
  let waiting: Waiting[] = [];
  let { head } = logged;
  let durable = 0;
  let ended = false;
  let acting: { author: Author; peer: Peer | null; at: number } | null = null;

  const owner = { committed, failed: fail };
  if (ledger) watchClauses(doc, (edits) => acting && ledger.apply(edits, acting.author, acting.at));
  doc.on("update", (update: Uint8Array) => {
    if (ended || !acting) return;
    undurable.push({ update, peer: acting.peer });
    journal.add({ doc: name, ...acting.author, at: acting.at, data: update }, owner);
  });

  function committed(count: number, upto: number): void {
    if (ended) return;
    head = upto;
    durable += count;
    relay(undurable.splice(0, count));
    const due = waiting.filter((one) => one.upto <= durable);
    waiting = waiting.filter((one) => one.upto > durable);
    for (const { done } of due) done();
    stored();
  }

  function relay(batch: readonly { update: Uint8Array; peer: Peer | null }[]): void {
    const message = syncUpdate(Y.mergeUpdates(batch.map(({ update }) => update)));
    for (const peer of peers) if (batch.some((one) => one.peer !== peer)) peer.send(message);
  }

  /** Does it when all that is applied now is durable: at once when it is. */
  function whenDurable(done: () => void, failed: (error: unknown) => void = () => {}): void {
    if (undurable.length === 0) done();
    else waiting.push({ upto: durable + undurable.length, done, failed });
  }

  function fail(error: unknown): void {
    if (ended) return;
    finish(closeCodes.tryLater, "The server could not store this. It will be sent again.", error);
    broken(error);
  }

  function finish(code: number, reason: string, error: unknown): void {
    ended = true;
    presence.close();
    for (const peer of peers) peer.close(code, reason);
    peers.clear();
    for (const { failed } of waiting) failed(error);
    waiting = [];
    doc.destroy();
  }

  function apply(author: Author, peer: Peer | null, change: () => void): void {
    acting = { author, peer, at: clock().getTime() };
    try {
      change();
    } catch (error) {
      // Half of the change may be in the document.
      acting = null;
      if (peer) refuse(peer, "malformed");
      fail(error);
      throw error;
    } finally {
      acting = null;
    }
  }

  /** Closes the connection; what it has sent already is not listened to any more. */
  function refuse(peer: Peer, reason: RefusalReason): void {
    if (!peers.has(peer)) return;
    leave(peer);
    refusals.add(reason, { room: name, person: peer.person.id, connection: peer.id });
    const { code, words } = refusal(reason);
    if (code === closeCodes.noAccess) peer.send(denied(words));
    peer.close(code, words);
  }

  function leave(peer: Peer): void {
    if (peers.delete(peer)) presence.leave(peer);
  }

  function receiveUpdate(peer: Peer, update: Uint8Array, answered: boolean): void {
    const { id: connection, person } = peer;
    if (!peer.mayWrite) return changesNothing(doc, update) ? undefined : refuse(peer, "role");
    const first = answered && !answers.has(peer);
    if (answered) answers.add(peer);
    const holder = (client: number): string | null => presence.holder(client);
    const sender = { person: person.id, at: clock().getTime(), holder };
    const verdict = guard.judge(doc, update, first, sender);
    if (verdict.refused !== null) return refuse(peer, verdict.refused);
    const { binds } = verdict;
    journal.together(bindings.statements(name, binds), () =>
      apply({ person: person.id, group: person.group ?? "", connection }, peer, () => Y.applyUpdate(doc, update)),
    );
    guard.bind(binds);
    if (doc.store.pendingStructs || doc.store.pendingDs) fail(new Error(`An update of ${person.id} leaves a gap.`));
  }

  function answer(peer: Peer, message: Uint8Array): void {
    const read = readMessage(message, SAVED);
    switch (read.type) {
      case "question": {
        // Taken now and sent when it is durable: never more than the log holds.
        const reply = syncStep2(Y.encodeStateAsUpdate(doc, read.stateVector));
        return whenDurable(() => peer.send(reply));
      }
      case "update":
        return receiveUpdate(peer, read.update, read.answer);
      case "presence":
        return presence.receive(peer, read.entries);
      case "presence?":
        return presence.greet(peer);
      case "saved?":
        return whenDurable(() => peer.send(message));
      case "unknown":
        return refuse(peer, "unknown");
    }
  }

  return {
    name,
    doc,
    ledger,
    connect(peer) {
      peers.add(peer);
      const question = syncStep1(Y.encodeStateVector(doc));
      whenDurable(() => peer.send(question));
      presence.greet(peer);
    },
    receive(peer, message) {
      if (ended || !peers.has(peer)) return;
      try {
        answer(peer, message);
      } catch (error) {
        refuse(peer, error instanceof Refused ? error.reason : "malformed");
      }
    },
    disconnect: leave,
    async write(author, change) {
      apply(author, null, () => doc.transact(() => change(doc)));
      await this.settled();
    },
    settled() {
      if (ended) return Promise.reject(new Error(`The room ${name} has ended.`));
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      whenDurable(resolve, reject);
      return promise;
    },
    durableState: (from) =>
      undurable.length > 0 || ended || head < from
        ? null
        : { head, state: Y.encodeStateAsUpdate(doc), ledger: ledger ? JSON.stringify(ledger.state()) : undefined },
    end(code, reason) {
      if (!ended) finish(code, reason, new Error(`The room ${name} has ended.`));
    },
  };
}
