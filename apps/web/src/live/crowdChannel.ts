import { CROWD } from "@plenary/collab";
import * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";

/** How many people have the draft open, while more have than the server shows; 0 while it shows all. */
export interface CrowdChannel {
  readonly people: () => number;
  /** Calls whenever it is another number; the answer ends that. */
  readonly subscribe: (changed: () => void) => () => void;
}

/** Hears how many people there are, over the connection of a draft's live text. The server tells whoever asks for threads. */
export function crowdChannel(provider: WebsocketProvider): CrowdChannel {
  const listeners = new Set<() => void>();
  let people = 0;
  function take(count: number): void {
    people = count;
    for (const listener of listeners) listener();
  }
  provider.messageHandlers[CROWD] = (_encoder, decoder) => take(decoding.readVarUint(decoder));
  provider.on("status", ({ status }: { status: string }) => {
    if (status !== "connected") take(0);
  });
  return {
    people: () => people,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
