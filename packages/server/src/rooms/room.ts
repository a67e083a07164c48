import { TALK, closeCodes } from "@plenary/collab";
import * as Y from "yjs";
import { type RefusalReason, Refused, refusal } from "../guard/refusal.ts";
import { createFollower } from "../cluster/follower.ts";
import type { Person } from "../conference/people.ts";
import type { NumberedUpdate } from "../store/logStore.ts";
import { changesNothing } from "./changesNothing.ts";
import { createDebts } from "./debts.ts";
import { ledgerOfRoom } from "./ledgerOfRoom.ts";
import { crowd, denied, readMessage, syncStep1, syncStep2, syncUpdate } from "./messages.ts";
import type { Peer } from "./peer.ts";
import { type Presence, createPresence } from "../presence/presence.ts";
import type { Author, Room, RoomParts } from "./roomParts.ts";
import { createTurnstile } from "./turnstile.ts";
import { createWaits } from "./waits.ts";

/**
 * A room on a document as it was logged. An update is applied, stored and committed, and only then relayed,
 * acknowledged, or part of an answer.
 */
export function createRoom(parts: RoomParts): Room {
  const { name, logged, log, publish, report, journal, guard, bindings, refusals, clock } = parts;
  const { broken, stored } = parts;
  const doc = new Y.Doc();
  if (logged.snapshot) Y.applyUpdate(doc, logged.snapshot);
  for (const { data } of logged.updates) Y.applyUpdate(doc, data);

  const peers = new Set<Peer>();
  const answers = new WeakSet<Peer>();
  const listening = new WeakSet<Peer>();
  const presence: Presence = createPresence(
    peers,
    (entries) => publish({ kind: "presence", room: name, entries }),
    () => tell(crowd(presence.people())),
  );
  const follower = createFollower({ log, doc: name, head: logged.head, take });
  const debts = createDebts((peer) => refuse(peer, "gap"));
  const turnstile = createTurnstile((peer, message) => {
    if (!ended && peers.has(peer)) attempt(peer, () => answer(peer, message));
  });
  const undurable: { update: Uint8Array; peer: Peer | null }[] = [];
  const waits = createWaits();
  let ended = false;
  /** The number of the last durable update of this room's own: above the follower's head while others come before it. */
  let own = 0;
  /** The numbers of those that others come before. */
  const early = new Set<number>();
  let acting: { author: Author; peer: Peer | null; at: number; news?: Uint8Array[] } | null = null;

  const owner = { committed, failed: fail };
  const quiet = (): number | null => (ended || undurable.length > 0 || own > follower.head ? null : follower.head);
  const ledger = parts.ledger && ledgerOfRoom({ ...parts, ledger: parts.ledger, doc, acting: () => acting, quiet });
  doc.on("update", (update: Uint8Array) => {
    if (ended || !acting) return;
    if (acting.news) return void acting.news.push(update);
    undurable.push({ update, peer: acting.peer });
    waits.given();
    journal.add({ doc: name, ...acting.author, at: acting.at, data: update }, owner);
  });

  function committed(count: number, upto: number): void {
    if (ended) return;
    follower.appended(count, upto);
    own = upto;
    if (follower.head < upto) {
      for (let seq = upto - count + 1; seq <= upto; seq++) early.add(seq);
      pull().catch(report);
    }
    relay(undurable.splice(0, count));
    waits.committed(count);
    stored();
  }

  function relay(batch: readonly { update: Uint8Array; peer: Peer | null }[]): void {
    const message = syncUpdate(Y.mergeUpdates(batch.map(({ update }) => update)));
    for (const peer of peers) if (batch.some((one) => one.peer !== peer)) peer.send(message);
  }

  async function pull(): Promise<void> {
    if (log.shared) await follower.pull();
  }

  /** Takes what was logged, most of it by others, and relays what of it is news. */
  function take(updates: readonly NumberedUpdate[]): void {
    if (ended) return;
    const news: Uint8Array[] = [];
    try {
      for (const update of updates) {
        guard.learn(update);
        acting = { author: update, peer: null, at: update.at, news };
        Y.applyUpdate(doc, update.data);
      }
      if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`The log of ${name} has a gap.`);
    } catch (error) {
      return fail(error);
    } finally {
      acting = null;
    }
    // What is no news to the text may still be to the ledger: who deleted a word first.
    const other = updates.find(({ seq }) => !early.delete(seq));
    if (other && (undurable.length > 0 || own > other.seq)) ledger?.disturb();
    if (news.length === 0) return;
    const message = syncUpdate(Y.mergeUpdates(news));
    for (const peer of peers) peer.send(message);
    stored();
  }

  function fail(error: unknown): void {
    if (ended) return;
    finish(closeCodes.tryLater, "The server could not store this. It will be sent again.", error);
    broken(error);
  }

  function finish(code: number, reason: string, error: unknown): void {
    ended = true;
    for (const peer of peers) presence.leave(peer);
    presence.close();
    debts.close();
    ledger?.close();
    for (const peer of peers) peer.close(code, reason);
    peers.clear();
    waits.giveUp(error);
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

  /** Sends to those who asked to hear of threads, as far as they may hear it. */
  function tell(message: Uint8Array, may: (person: Person) => boolean = () => true): void {
    for (const peer of peers) if (listening.has(peer) && may(peer.person)) peer.send(message);
  }

  function leave(peer: Peer): void {
    debts.end(peer);
    if (peers.delete(peer)) presence.leave(peer);
  }

  function receiveUpdate(peer: Peer, update: Uint8Array, answered: boolean): void {
    const first = answered && !answers.has(peer);
    if (answered) answers.add(peer);
    const refused = tryUpdate(peer, update, first);
    if (refused === null) return answered ? answerSaved(peer) : undefined;
    if (refused === "gap" && !answers.has(peer)) return debts.begin(peer);
    if (!log.shared) return refuse(peer, refused);
    // The peer may come from another node and know more than this one does yet.
    const again = (): void => {
      const stillRefused = tryUpdate(peer, update, first);
      if (stillRefused !== null) refuse(peer, stillRefused);
      else if (answered) answerSaved(peer);
    };
    void turnstile.hold(peer, afterPull(peer, again));
  }

  function answerSaved(peer: Peer): void {
    for (const question of debts.end(peer)) waits.whenDurable(() => peer.send(question));
  }

  /** Takes the update, or tells why not. */
  function tryUpdate(peer: Peer, update: Uint8Array, first: boolean): RefusalReason | null {
    const { id: connection, person } = peer;
    if (!peer.mayWrite) return changesNothing(doc, update) ? null : "role";
    const holder = (client: number): string | null => presence.holder(client);
    const sender = { person: person.id, at: clock().getTime(), holder };
    const verdict = guard.judge(doc, update, first, sender);
    if (verdict.refused !== null) return verdict.refused;
    const { binds } = verdict;
    journal.together(bindings.statements(name, binds), () =>
      apply({ person: person.id, group: person.group ?? "", connection }, peer, () => Y.applyUpdate(doc, update)),
    );
    guard.bind(binds);
    if (doc.store.pendingStructs || doc.store.pendingDs) fail(new Error(`An update of ${person.id} leaves a gap.`));
    return null;
  }

  /** Goes on with the peer once the log is read. */
  async function afterPull(peer: Peer, goOn: () => void): Promise<void> {
    try {
      await pull();
      if (!ended && peers.has(peer)) attempt(peer, goOn);
    } catch (error) {
      report(error);
      leave(peer);
      peer.close(closeCodes.tryLater, "The server could not read its log. Try again.");
    }
  }

  function attempt(peer: Peer, work: () => void): void {
    try {
      work();
    } catch (error) {
      refuse(peer, error instanceof Refused ? error.reason : "malformed");
    }
  }

  function answer(peer: Peer, message: Uint8Array): void {
    const read = readMessage(message);
    switch (read.type) {
      case "question": {
        // Taken now and sent when it is durable: never more than the log holds.
        const reply = syncStep2(Y.encodeStateAsUpdate(doc, read.stateVector));
        return waits.whenDurable(() => peer.send(reply));
      }
      case "update":
        return receiveUpdate(peer, read.update, read.answer);
      case "presence":
        return presence.receive(peer, read.entries);
      case "presence?":
        return presence.greet(peer);
      case "saved?":
        return debts.keeps(peer, message) ? undefined : waits.whenDurable(() => peer.send(message));
      case "talk?":
        listening.add(peer);
        peer.send(message);
        return presence.people() > 0 ? peer.send(crowd(presence.people())) : undefined;
      case "unknown":
        return refuse(peer, "unknown");
    }
  }

  return {
    name,
    doc,
    ledger: async () => ledger && ledger.exact(),
    connect(peer) {
      peers.add(peer);
      const question = syncStep1(Y.encodeStateVector(doc));
      waits.whenDurable(() => peer.send(question));
      presence.greet(peer);
    },
    receive: (peer, message) => turnstile.receive(peer, message),
    disconnect: leave,
    async write(author, change) {
      apply(author, null, () => doc.transact(() => change(doc)));
      await this.settled();
    },
    get head() {
      return follower.head;
    },
    pull,
    hear(hint, node) {
      if (ended) return;
      if (hint.kind === "presence") presence.receiveFrom(node, hint.entries);
      else if (hint.kind === "presence?") {
        presence.nodeAsks(node);
        presence.tellNodes();
      } else if (hint.kind === "head" && hint.seq > follower.head) pull().catch(report);
    },
    meetNodes() {
      presence.tellNodes();
      publish({ kind: "presence?", room: name });
      // What they were not told of meanwhile they ask for.
      tell(new Uint8Array([TALK]));
    },
    nodeGone: (node) => presence.nodeGone(node),
    settled() {
      if (ended) return Promise.reject(new Error(`The room ${name} has ended.`));
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waits.whenDurable(resolve, reject);
      return promise;
    },
    durableState: (from) =>
      quiet() === null || follower.head < from || ledger?.inOrder === false
        ? null
        : {
            head: follower.head,
            state: Y.encodeStateAsUpdate(doc),
            ledger: ledger ? JSON.stringify(ledger.live.state()) : undefined,
          },
    tell,
    end(code, reason) {
      if (!ended) finish(code, reason, new Error(`The room ${name} has ended.`));
    },
  };
}
