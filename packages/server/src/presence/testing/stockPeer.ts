import * as decoding from "lib0/decoding";
import { vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Peer } from "../../rooms/peer.ts";
import { createPresence } from "../presence.ts";

/** A peer with a stock awareness that receives what the peer is sent. */
export function peer(id: string, person = id): Peer & { awareness: Awareness; messages: number } {
  const awareness = new Awareness(new Y.Doc());
  return {
    id,
    person: { id: person, name: `Name of ${person}`, group: "EUR", role: "delegate" },
    color: "#123456",
    mayWrite: true,
    awareness,
    messages: 0,
    send(message) {
      this.messages += 1;
      const decoder = decoding.createDecoder(message);
      decoding.readVarUint(decoder);
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), "server");
    },
    close() {},
  };
}

/** What the awareness of one says of the clients of others. */
export function message(from: { awareness: Awareness }, of = from): Uint8Array {
  return encodeAwarenessUpdate(from.awareness, [of.awareness.clientID]);
}

/** A room of two who have shown themselves. */
export function room() {
  const [ada, bob] = [peer("ada"), peer("bob")];
  const peers = new Set<Peer>([ada, bob]);
  const presence = createPresence(peers);
  for (const one of [ada, bob]) one.awareness.setLocalState({ at: null, user: { id: "chair", role: "chair" } });
  presence.receive(ada, message(ada));
  presence.receive(bob, message(bob));
  vi.advanceTimersByTime(100);
  return { ada, bob, peers, presence };
}
