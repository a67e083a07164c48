import type { Peer } from "./peer.ts";

/** How long a peer may take to answer what it has, in milliseconds. */
const ANSWER_MS = 3000;

/**
 * Peers that came back and sent an update before they answered what they have. It builds on what the answer will bring,
 * and comes again with it, so it is passed over; and nothing is called saved until the answer is in.
 */
export interface Debts {
  /** An update of the peer was passed over. */
  begin(peer: Peer): void;
  /** Whether the question whether all is saved waits for the peer's answer; then it is kept. */
  keeps(peer: Peer, question: Uint8Array): boolean;
  /** The peer owes nothing any more; the answer is the questions kept. */
  end(peer: Peer): readonly Uint8Array[];
  /** Stops waiting for anybody. */
  close(): void;
}

/** No debts yet; `overdue` is called with a peer whose answer does not come. */
export function createDebts(overdue: (peer: Peer) => void): Debts {
  const debts = new Map<Peer, { readonly questions: Uint8Array[]; readonly timer: NodeJS.Timeout }>();
  return {
    begin(peer) {
      if (!debts.has(peer)) debts.set(peer, { questions: [], timer: setTimeout(() => overdue(peer), ANSWER_MS) });
    },
    keeps(peer, question) {
      const debt = debts.get(peer);
      debt?.questions.push(question);
      return debt !== undefined;
    },
    end(peer) {
      const debt = debts.get(peer);
      clearTimeout(debt?.timer);
      debts.delete(peer);
      return debt?.questions ?? [];
    },
    close() {
      for (const { timer } of debts.values()) clearTimeout(timer);
      debts.clear();
    },
  };
}
