import type { Hints } from "../hints/hints.ts";

/** Word that the lists have changed: a draft was opened, edited, shared or decided on. */
export interface ListEvents {
  /** Says so to everybody who listens here, at most twice a second: what is in a log the other nodes hear of anyway. */
  changed(): void;
  /** Says so on all nodes: somebody did something that may be in no log. */
  acted(): void;
  /** From now on the listener is told; the answer ends it. */
  subscribe(listener: () => void): () => void;
  /** Ends every wait. */
  close(): void;
}

/** How long changes are gathered after one was told. */
const GATHER_MS = 500;

/** Events of this process and of the other nodes. */
export function createListEvents(hints: Hints): ListEvents {
  const listeners = new Set<() => void>();
  let resting: NodeJS.Timeout | null = null;
  let again = false;
  hints.subscribe({
    heard: ({ kind }) => (kind === "head" || kind === "lists") && changed(),
    gone: () => {},
    resumed: () => changed(),
  });

  function changed(): void {
    if (resting) again = true;
    else tell();
  }

  function tell(): void {
    again = false;
    for (const listener of listeners) listener();
    resting = setTimeout(() => {
      resting = null;
      if (again) tell();
    }, GATHER_MS);
    resting.unref();
  }

  return {
    changed,
    acted() {
      changed();
      hints.publish({ kind: "lists" });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      if (resting) clearTimeout(resting);
    },
  };
}
