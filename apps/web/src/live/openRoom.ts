import { SCHEMA, closeCodes } from "@plenary/collab";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { Refusal } from "../api/refusal.ts";

/** What a connection to a room needs: where it is, and how to get a ticket for it. */
export interface RoomOptions {
  /** The address of the rooms, `ws://host/rooms`. */
  readonly server: string;
  readonly room: string;
  readonly doc: Y.Doc;
  /** A fresh ticket; each opens one connection. Throws when the server can't be reached or refuses. */
  readonly ticket: () => Promise<string>;
  /** The server closed the connection for good; `code` is one of `closeCodes`. */
  readonly onRefused: (code: number) => void;
  /** What the person may do here may have changed: it is to be asked anew. */
  readonly onRights: () => void;
  /** The server has let the person in. What it was asked before of their rights may be old; what changes from now on is told. */
  readonly onEntered: () => void;
}

/** A connection to a room that comes back by itself. */
export interface Room {
  readonly provider: WebsocketProvider;
  close(): void;
}

const firstDelay = 300;
const longestDelay = 5000;

/**
 * Opens a room. The provider's own reconnecting would use the old ticket again, so it is stopped at
 * every close and connected again here, with a new one.
 */
export function openRoom({ server, room, doc, ticket, onRefused, onRights, onEntered }: RoomOptions): Room {
  const provider = new WebsocketProvider(server, room, doc, { connect: false, disableBc: true });
  let closed = false;
  let delay = firstDelay;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function connect(): Promise<void> {
    try {
      provider.params = { token: await ticket(), schema: String(SCHEMA) };
    } catch (error) {
      // Whoever is no longer signed in, or may no longer see the draft, is refused; anything else means: not yet.
      if (!(error instanceof Refusal) || ![401, 403, 404].includes(error.status)) return later();
      if (closed) return;
      onRights();
      return onRefused(closeCodes.noAccess);
    }
    if (!closed) provider.connect();
  }

  function later(): void {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), delay);
    delay = Math.min(delay * 2, longestDelay);
  }

  function now(): void {
    if (closed || provider.wsconnected) return;
    delay = firstDelay;
    later();
  }

  provider.shouldReconnect = () => false;
  provider.on("sync", (synced: boolean) => {
    if (!synced) return;
    delay = firstDelay;
    onEntered();
  });
  provider.on("connection-close", (event) => {
    // The provider's watchdog (no event) must not reconnect with the used ticket either.
    if (event === null) provider.shouldConnect = false;
    const code = event?.code ?? closeCodes.tryLater;
    if (code === closeCodes.badTicket || code === closeCodes.noAccess) onRights();
    if (code === closeCodes.noAccess || code === closeCodes.unknownDraft || code === closeCodes.badMessage)
      onRefused(code);
    else later();
  });
  window.addEventListener("online", now);
  void connect();

  return {
    provider,
    close() {
      closed = true;
      clearTimeout(timer);
      window.removeEventListener("online", now);
      provider.destroy();
    },
  };
}
