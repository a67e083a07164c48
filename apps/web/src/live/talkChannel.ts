import { TALK } from "@plenary/collab";
import * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";

/** Hears of threads over the connection of a draft's live text. */
export interface TalkListener {
  /** A thread is now so; the JSON of a `ThreadView`. */
  changed(thread: string): void;
  /** From now on everything is heard: what happened before has to be asked for. */
  listening(): void;
}

/** Where one listens for threads; the answer ends it. */
export type TalkChannel = (listener: TalkListener) => () => void;

/** Asks the server for news of threads whenever the connection is there. */
export function talkChannel(provider: WebsocketProvider): TalkChannel {
  const listeners = new Set<TalkListener>();
  const ask = (): void => {
    if (provider.ws?.readyState === WebSocket.OPEN) provider.ws.send(new Uint8Array([TALK]));
  };
  provider.messageHandlers[TALK] = (_encoder, decoder) => {
    const thread = decoding.hasContent(decoder) ? decoding.readVarString(decoder) : null;
    for (const listener of listeners) {
      if (thread === null) listener.listening();
      else listener.changed(thread);
    }
  };
  provider.on("sync", (synced: boolean) => {
    if (synced) ask();
  });
  return (listener) => {
    listeners.add(listener);
    if (provider.synced) ask();
    return () => listeners.delete(listener);
  };
}
