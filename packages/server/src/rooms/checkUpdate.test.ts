import { expect, it } from "vitest";
import * as Y from "yjs";
import { changesNothing, checkUpdate } from "./checkUpdate.ts";

/** The updates by which a client writes "first ", "second " and takes both away again. */
function session(): { updates: Uint8Array[]; doc: Y.Doc } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.getText("text").insert(0, "first ");
  doc.getText("text").insert(6, "second ");
  doc.getText("text").delete(0, 13);
  return { updates, doc };
}

it("passes updates in their order, again, and merged", () => {
  const { updates } = session();
  const doc = new Y.Doc();
  for (const update of [...updates, ...updates, Y.mergeUpdates(updates)]) {
    expect(checkUpdate(doc, update)).toBeNull();
    Y.applyUpdate(doc, update);
  }
  expect(checkUpdate(new Y.Doc(), Y.mergeUpdates(updates))).toBeNull();
});

it("refuses an update that leaves a gap", () => {
  const { updates } = session();
  expect(checkUpdate(new Y.Doc(), updates[1]!)).toBe("The update leaves a gap.");
});

it("refuses to delete words that are still to come", () => {
  const { updates } = session();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, updates[0]!);
  expect(checkUpdate(doc, updates[2]!)).toBe("The update deletes what is not yet known.");
});

it("throws for bytes that are no update", () => {
  expect(() => checkUpdate(new Y.Doc(), new Uint8Array([255, 255, 255]))).toThrow(Error);
});

it("knows an update that changes nothing, deletions included", () => {
  const { updates, doc } = session();
  const behind = new Y.Doc();
  Y.applyUpdate(behind, Y.mergeUpdates(updates.slice(0, 2)));
  expect(changesNothing(doc, Y.encodeStateAsUpdate(behind))).toBe(true);
  expect(changesNothing(behind, Y.encodeStateAsUpdate(doc))).toBe(false);
});
