/** Whose rights have changed: those of a person (`gone` when taken out of the conference), or everybody's on a draft. */
export type Kick = { readonly person: string; readonly gone: boolean } | { readonly draft: string };

/** Word that rights have changed: open connections that they concern are closed at once and must ask again. */
export interface Kicks {
  /** Gives the word. To be called when the change is durable. */
  kick(kick: Kick): void;
  /** Has every word from now on given to `heard`; the answer ends that. */
  listen(heard: (kick: Kick) => void): () => void;
}

/** Word within this process. */
export function createKicks(): Kicks {
  const listeners = new Set<(kick: Kick) => void>();
  return {
    kick(kick) {
      for (const heard of listeners) heard(kick);
    },
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  };
}
