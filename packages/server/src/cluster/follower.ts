import type { LogStore, NumberedUpdate } from "../store/logStore.ts";

/** What follower works on. */
export interface FollowerParts {
  readonly log: Pick<LogStore, "since">;
  readonly doc: string;
  /** The number of the last update that the document has. */
  readonly head: number;
  /** Takes updates that others, or this process itself, have appended, in order. */
  readonly take: (updates: readonly NumberedUpdate[]) => void;
}

/** Follows the log of one document, to which other processes append too. */
export interface Follower {
  /** Up to this number everything in the log is in the document. */
  readonly head: number;
  /** The last `count` updates that this process appended are durable; `upto` is the number of the last. */
  appended(count: number, upto: number): void;
  /** Resolves when the document has all that the log held when this was called; rejects when that can't be read. */
  pull(): Promise<void>;
}

/** A follower that has nothing to do yet. */
export function createFollower({ log, doc, head: first, take }: FollowerParts): Follower {
  let head = first;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  async function run(): Promise<void> {
    const updates = await log.since(doc, head);
    // What this process appended meanwhile may be among them; taking it again changes nothing.
    const last = updates.at(-1)?.seq ?? head;
    if (last <= head) return;
    head = last;
    take(updates);
  }

  function pull(): Promise<void> {
    if (!running) {
      running = run().finally(() => (running = null));
      return running;
    }
    // What runs may have read the log before this was asked.
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return pull();
      });
    return next;
  }

  return {
    get head() {
      return head;
    },
    appended(count, upto) {
      if (upto - count === head) head = upto;
    },
    pull,
  };
}
