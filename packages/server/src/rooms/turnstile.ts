import type { Peer } from "./peer.ts";

/** Lets the messages of each peer through in order, also while one of them takes its time. */
export interface Turnstile {
  /** Passes the message on now, or when what holds the peer is over. */
  receive(peer: Peer, message: Uint8Array): void;
  /** Holds what the peer sends until the work is done. The work must not reject. */
  hold(peer: Peer, work: Promise<void>): Promise<void>;
}

/** A turnstile to whoever takes the messages. */
export function createTurnstile(take: (peer: Peer, message: Uint8Array) => void): Turnstile {
  const held = new Map<Peer, Uint8Array[]>();

  function receive(peer: Peer, message: Uint8Array): void {
    const queue = held.get(peer);
    if (queue) queue.push(message);
    else take(peer, message);
  }

  return {
    receive,
    async hold(peer, work) {
      const queue: Uint8Array[] = [];
      held.set(peer, queue);
      await work;
      held.delete(peer);
      // One of them may hold the peer again: the rest then waits behind it.
      for (const message of queue) receive(peer, message);
    },
  };
}
