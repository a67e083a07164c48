import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { writeText } from "@plenary/collab";
import { setPersistence, setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import type * as Y from "yjs";
import { sampleText } from "../sampleText.ts";
import { serve } from "./usage.ts";

/** y-websocket's own server, in memory. Argument: how many rooms. */
const rooms = Number(process.argv[2]);
setPersistence({
  bindState: (_: string, doc: Y.Doc) => writeText(doc, sampleText),
  writeState: () => Promise.resolve(),
  provider: null,
});
const http = createServer();
const sockets = new WebSocketServer({ server: http });
sockets.on("connection", setupWSConnection);
http.listen(0, "127.0.0.1");
await once(http, "listening");
serve(
  (http.address() as AddressInfo).port,
  Array.from({ length: rooms }, (_, i) => `room-${i}`),
);
