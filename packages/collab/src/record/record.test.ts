import { clause, text } from "@plenary/document";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Decision } from "./decision.ts";
import { readRecord, writeRecord } from "./record.ts";

const one = text("en", [clause("title", "Bridges", { id: "a" }), clause("paragraph", "Many.", { id: "b" })]);
const decision: Decision = {
  id: "d1",
  change: { kind: "text", clause: "b", deleted: "Many", inserted: "All" },
  verdict: "accept",
  person: { id: "p", name: "Inés Arancibia" },
  group: "EUR",
  role: "chair",
  at: "2027-05-04T09:00:00Z",
};

test("a record says nothing before the first agreed text", () => {
  expect(readRecord(new Y.Doc())).toEqual({ agreed: null, decisions: [] });
});

test("a record keeps text and decisions, also across the wire, and shares what did not change", () => {
  const doc = new Y.Doc();
  writeRecord(doc, one);
  const before = readRecord(doc);
  expect(before.agreed).toEqual(one);
  const two = { ...one, clauses: [one.clauses[0]!, clause("paragraph", "All.", { id: "b" })] };
  writeRecord(doc, two, [decision]);
  const after = readRecord(doc);
  expect(after).toEqual({ agreed: two, decisions: [decision] });
  expect(after.agreed?.clauses[0]).toBe(before.agreed?.clauses[0]);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  expect(readRecord(copy)).toEqual(after);
});

test("writing the same record again writes nothing", () => {
  const doc = new Y.Doc();
  writeRecord(doc, one);
  const before = Y.encodeStateVector(doc);
  writeRecord(doc, one);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
