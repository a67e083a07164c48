/** Word that the lists have changed: a draft was opened, edited or decided on. */
export interface ListEvents {
  /** Says so to everybody who listens, at most twice a second. */
  changed(): void;
  /** From now on the listener is told; the answer ends it. */
  subscribe(listener: () => void): () => void;
  /** Ends every wait. */
  close(): void;
}

/** How long changes are gathered after one was told. */
const GATHER_MS = 500;

/** Events within this process. */
export function createListEvents(): ListEvents {
  const listeners = new Set<() => void>();
  let resting: NodeJS.Timeout | null = null;
  let again = false;

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
    changed() {
      if (resting) again = true;
      else tell();
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
