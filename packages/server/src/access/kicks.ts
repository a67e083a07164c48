import type { Hints } from "../hints/hints.ts";

/** Whose rights have changed: those of a person (`gone` when taken out of the conference), or everybody's on a draft. */
export type Kick = { readonly person: string; readonly gone: boolean } | { readonly draft: string };

/** Word that rights have changed: open connections that they concern are closed at once and must ask again. */
export interface Kicks {
  /** Gives the word. To be called when the change is durable. */
  kick(kick: Kick): void;
  /** Has every word from now on given to `heard`; the answer ends that. */
  listen(heard: (kick: Kick) => void): () => void;
}

/** Word within this process, and to and from the other nodes. */
export function createKicks(hints: Hints): Kicks {
  const listeners = new Set<(kick: Kick) => void>();
  const tell = (kick: Kick): void => {
    for (const heard of listeners) heard(kick);
  };
  hints.subscribe({
    heard: (hint) => hint.kind === "kick" && tell(hint.kick),
    gone: () => {},
    resumed: () => {},
  });
  return {
    kick(kick) {
      tell(kick);
      hints.publish({ kind: "kick", kick });
    },
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  };
}
