import { HocuspocusProvider } from "@hocuspocus/provider";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { SignedIn } from "../signIn.ts";
import type { ServerName } from "./messages.ts";

/** A client with the provider that is stock for its server. */
export interface LoadClient {
  readonly doc: Y.Doc;
  /** Shows where it is. */
  show(caret: number): void;
}

/** Connects a client, who is signed in where the server knows people; resolves when it has the text. */
export async function connectLoad(
  server: ServerName,
  port: number,
  room: string,
  session: SignedIn | null,
): Promise<LoadClient> {
  const doc = new Y.Doc();
  if (server === "hocuspocus") {
    const provider = new HocuspocusProvider({ url: `ws://127.0.0.1:${port}`, name: room, document: doc });
    const show = (caret: number): void => provider.setAwarenessField("caret", caret);
    await new Promise<void>((resolve) => provider.on("synced", () => resolve()));
    return { doc, show };
  }
  const ticket = session ? await session.ticket(room) : "";
  const rooms = `ws://127.0.0.1:${port}${server === "plenary" ? "/rooms" : ""}`;
  const provider = new WebsocketProvider(rooms, room, doc, { disableBc: true, params: { token: ticket } });
  // Each client listens for the end of the process: many in one are no leak.
  const { _exitHandler: atExit } = provider;
  process.off("exit", atExit);
  const show = (caret: number): void => provider.awareness.setLocalStateField("caret", caret);
  await new Promise<void>((resolve) => {
    provider.on("sync", (done: boolean) => {
      if (done) resolve();
    });
  });
  return { doc, show };
}
