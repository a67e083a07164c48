import { once } from "node:events";
import type { Limits } from "@plenary/server";
import { expect } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type LiveClient, connectClient, synced } from "../liveClient.ts";
import { type TestServer, startTestServer } from "../testServer.ts";

/** A server on which two people work in a draft, and ways to attack it. */
export interface Scene {
  readonly server: TestServer;
  readonly victim: LiveClient;
  readonly bystander: LiveClient;
  /** A stock client of a person, in step with the server. */
  join(person: string, doc?: Y.Doc): Promise<LiveClient>;
  /** A connection made by hand, of a person who may write; `more` is added to the address. */
  connect(person?: string, more?: string): Promise<WebSocket>;
  /** The code with which the server ends a connection that sends these messages. */
  closedAfter(messages: readonly Uint8Array[], person?: string): Promise<number>;
  /** Holds the server to it that the two work on and have the same text. */
  goesOn(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server with two people in its draft, one of whom has begun to write. */
export async function openScene(limits: Partial<Limits> = {}): Promise<Scene> {
  const server = await startTestServer({ limits });

  async function join(person: string, doc = new Y.Doc()): Promise<LiveClient> {
    const ticket = await (await server.signIn(person)).ticket(server.draft);
    const client = connectClient(server.rooms, server.draft, ticket, doc);
    await synced(client);
    return client;
  }

  async function connect(person = "eur2", more = ""): Promise<WebSocket> {
    const ticket = await (await server.signIn(person)).ticket(server.draft);
    const socket = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}${more}`);
    await once(socket, "open");
    return socket;
  }

  const [victim, bystander] = [await join("eur"), await join("eur2")];
  victim.type("two", " begun");
  await bystander.until(() => bystander.said("two").endsWith(" begun"));

  return {
    server,
    victim,
    bystander,
    join,
    connect,
    async closedAfter(messages, person) {
      const socket = await connect(person);
      const closed = closeOf(socket);
      for (const message of messages) socket.send(message);
      return closed;
    },
    async goesOn() {
      victim.type("two", " still");
      await Promise.all([victim.saved(), bystander.until(() => bystander.said("two").endsWith(" still"))]);
      expect(Y.encodeStateVector(victim.doc)).toEqual(Y.encodeStateVector(bystander.doc));
    },
    async close() {
      victim.close();
      bystander.close();
      await server.close();
    },
  };
}

/** The code with which a connection is closed. */
export async function closeOf(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, "close");
  return Number(code);
}
