import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { frameOf } from "./frameOf.ts";

it("is read by a client as the message, whatever its length, also between messages sent otherwise", async () => {
  const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) =>
    Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256),
  );
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  http.on("upgrade", (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (connection) => {
      for (const message of messages) {
        socket.write(frameOf(message));
        connection.send(message);
      }
      connection.close();
    }),
  );
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const heard: Buffer[] = [];
  client.on("message", (data: Buffer) => heard.push(data));
  await once(client, "close");
  expect(heard.length).toBe(2 * messages.length);
  for (const [i, data] of heard.entries()) expect(data.equals(messages[i >> 1]!), `message ${i}`).toBe(true);
  http.close();
});

it("is made once for all who are sent it", () => {
  const message = new Uint8Array([1, 2, 3]);
  expect(frameOf(message)).toBe(frameOf(message));
  expect(frameOf(new Uint8Array([1, 2, 3]))).not.toBe(frameOf(message));
});
