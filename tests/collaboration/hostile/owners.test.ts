import { closeCodes, suppressClause } from "@plenary/collab";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { synced } from "../liveClient.ts";
import { bytes, clientClock, copyOf, updateMessage } from "./crafted.ts";
import { type Scene, openScene } from "./scene.ts";

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

it("clock poisoning of who is there and has not written yet is refused", async () => {
  const { bystander } = scene;
  const silent = await scene.join("eur");
  silent.provider.awareness.setLocalStateField("caret", 1);
  const shown = (): boolean => bystander.provider.awareness.getStates().has(silent.doc.clientID);
  while (!shown()) await new Promise<void>((resolve) => bystander.provider.awareness.once("change", () => resolve()));
  expect(await scene.closedAfter([updateMessage(bytes(1, 1, silent.doc.clientID, 0, 0, 1_000_000, 0))])).toBe(
    closeCodes.noAccess,
  );
  silent.type("one", " spoken");
  await Promise.all([silent.saved(), bystander.until(() => bystander.said("one").endsWith(" spoken"))]);
  silent.close();
});

it("knows whose a client id is after the room was closed and loaded anew", async () => {
  const { victim, bystander } = scene;
  const client = victim.doc.clientID;
  const poison = bytes(1, 1, client, clientClock(victim.doc, client), 0, 1_000_000, 0);
  victim.provider.disconnect();
  bystander.provider.disconnect();
  expect(await scene.closedAfter([updateMessage(poison)])).toBe(closeCodes.noAccess);
  victim.provider.connect();
  bystander.provider.connect();
  await Promise.all([synced(victim), synced(bystander)]);
  await scene.goesOn();
});

it("lets a person suppress a clause, remove an added one, and work on under an old client id", async () => {
  const { victim, bystander } = scene;
  suppressClause(bystander.doc, "one");
  const added = new Y.XmlElement("clause");
  added.setAttribute("id", "add-1");
  const root = bystander.doc.getXmlFragment("text");
  root.insert(root.length, [added]);
  root.delete(root.length - 1, 1);
  await Promise.all([bystander.saved(), victim.until(() => victim.said("one") === "")]);
  const elsewhere = await scene.join("eur2", copyOf(bystander.doc));
  elsewhere.type("two", " elsewhere");
  await elsewhere.saved();
  elsewhere.close();
  await bystander.until(() => bystander.said("two").endsWith(" elsewhere"));
  await victim.until(() => victim.said("two").endsWith(" elsewhere"));
  await scene.goesOn();
  expect(scene.server.reports).toEqual([]);
});

it("takes 500 new client ids of one person a day, and no flood of them", async () => {
  const update = (client: number): Uint8Array => {
    const ids = Array.from({ length: 16 }, (_, i) => [1, client + i, 0, 0, 1]).flat();
    return bytes(16, ...ids, 0);
  };
  const updates = Array.from({ length: 40 }, (_, i) => update(7_000_000 + 16 * i));
  const plain = copyOf(scene.victim.doc);
  for (const one of updates) Y.applyUpdate(plain, one);
  expect(Y.decodeStateVector(Y.encodeStateVector(plain)).size).toBeGreaterThan(640);
  expect(await scene.closedAfter(updates.map(updateMessage), "eur2")).toBe(closeCodes.tryLater);
  expect(Object.fromEntries(scene.server.refused)).toEqual({ clients: 1 });
  await scene.goesOn();
  expect(Y.decodeStateVector(Y.encodeStateVector(scene.bystander.doc)).size).toBeLessThan(510);
  const other = await scene.join("eur");
  other.type("one", " written by another");
  await other.saved();
  other.close();
});
