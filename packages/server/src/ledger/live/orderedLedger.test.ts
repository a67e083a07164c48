import { clause, text } from "@plenary/document";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { NumberedUpdate } from "../../store/logStore.ts";
import { createOrderedLedger } from "./orderedLedger.ts";
import { ledgerOfLog, rebuildLedger } from "../rebuildLedger.ts";

const published = text("en", [clause("title", "Ten bridges", { id: "title" })]);

/** The update that a change makes in a copy of the text that has what was there before. */
function update(before: readonly NumberedUpdate[], change: (words: Y.XmlText) => void): Uint8Array {
  const doc = new Y.Doc();
  for (const { data } of before) Y.applyUpdate(doc, data);
  const root = doc.getXmlFragment("text");
  const made: Uint8Array[] = [];
  doc.on("update", (data: Uint8Array) => made.push(data));
  doc.transact(() => {
    if (root.length === 0) {
      const element = new Y.XmlElement("clause");
      element.setAttribute("id", "title");
      element.insert(0, [new Y.XmlText("Ten bridges")]);
      root.insert(0, [element]);
    }
    const element = root.get(0);
    const words = element instanceof Y.XmlElement ? element.firstChild : null;
    if (words instanceof Y.XmlText) change(words);
  });
  return Y.mergeUpdates(made);
}

const entry = (seq: number, person: string, data: Uint8Array): NumberedUpdate => ({
  seq,
  person,
  group: "EUR",
  connection: person,
  at: 10_000 * seq,
  data,
});

const begun = entry(
  1,
  "server",
  update([], () => {}),
);
const deletes = update([begun], (words) => words.delete(0, 3));
const alsoDeletes = update([begun], (words) => words.delete(0, 3));
const log = [begun, entry(2, "B", alsoDeletes), entry(3, "A", deletes)];

function scene(quiet: () => number | null) {
  const applied = ledgerOfLog(published);
  applied.take([log[0]!, log[2]!, log[1]!]);
  const reports: unknown[] = [];
  let reopened = 0;
  const ordered = createOrderedLedger({
    ledger: applied.ledger,
    async reopen() {
      reopened += 1;
      const led = ledgerOfLog(published);
      led.take(log.slice(0, 2));
      return { led, head: 2 };
    },
    since: async (head) => log.slice(head),
    quiet,
    spareTime: { do: (work) => work() },
    report: (error) => reports.push(error),
  });
  return { ordered, reports, reopened: () => reopened };
}

it("is that of the log once it was disturbed: who deleted first is who stands first in the log", async () => {
  const { ordered, reopened } = scene(() => 3);
  const right = rebuildLedger(published, log).state();
  expect(ordered.live.state()).not.toEqual(right);
  expect(ordered.live.state().deleted).not.toEqual(right.deleted);
  ordered.disturb();
  expect(ordered.inOrder).toBe(false);
  const [one, other] = await Promise.all([ordered.exact(), ordered.exact()]);
  expect(one.state()).toEqual(right);
  expect(other).toBe(one);
  expect(ordered.live).toBe(one);
  expect(ordered.inOrder).toBe(true);
  expect(reopened()).toBe(1);
  ordered.close();
});

it("stays the live one while the room is never quiet, and tries again", async () => {
  let quiet: number | null = null;
  const { ordered, reopened } = scene(() => quiet);
  const live = ordered.live;
  ordered.disturb();
  expect(await ordered.exact()).toBe(live);
  expect(ordered.inOrder).toBe(false);
  quiet = 3;
  expect(await ordered.exact()).not.toBe(live);
  expect(ordered.inOrder).toBe(true);
  expect(reopened()).toBe(2);
  ordered.close();
});

it("reads nothing while everything came in order", async () => {
  const { ordered, reopened } = scene(() => 3);
  expect(await ordered.exact()).toBe(ordered.live);
  expect(reopened()).toBe(0);
  ordered.close();
});
