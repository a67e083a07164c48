import { readText } from "@plenary/collab";
import { accept, compare, reject } from "@plenary/diff";
import { flatten, plainText } from "@plenary/document";
import { expect } from "vitest";
import * as Y from "yjs";
import { connectClient, synced } from "../liveClient.ts";
import { published } from "../testConference.ts";
import type { TestServer } from "../testServer.ts";
import type { WirePaper } from "./wirePaper.ts";

/**
 * Waits until everybody has all that was written and gives what the clauses say: the same at every editor and on the
 * server, whose copy comes to somebody who has none, and lawful.
 */
export async function everywhere(server: TestServer, people: readonly WirePaper[]): Promise<string[]> {
  for (const { client } of people) await client.saved();
  const other = await server.signIn("eur");
  const fresh = connectClient(server.rooms, server.draft, await other.ticket(server.draft));
  try {
    await synced(fresh);
    const whole = Y.snapshot(fresh.doc);
    for (const { client } of people) await client.until(() => Y.equalSnapshots(Y.snapshot(client.doc), whole));
    const current = readText(fresh.doc, published);
    const said = current.clauses.map(({ content }) => flatten(content));
    for (const person of people) {
      expect(readText(person.client.doc, published)).toEqual(current);
      expect(person.shown()).toEqual(current);
    }
    const redline = compare(published, current, { ids: "trusted" });
    expect(plainText(accept(redline))).toBe(plainText(current));
    expect(plainText(reject(redline))).toBe(plainText(published));
    expect(server.reports).toEqual([]);
    return said;
  } finally {
    fresh.close();
  }
}
