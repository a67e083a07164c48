import { clause, text } from "@plenary/document";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { LoggedUpdate } from "../../store/logStore.ts";
import { lazyLogLedger } from "./lazyLogLedger.ts";
import { ledgerOfLog } from "../rebuildLedger.ts";

const published = text("en", [clause("title", "Ten bridges", { id: "title" })]);

/** A log in which two people write in turn. */
function writtenLog(): LoggedUpdate[] {
  const doc = new Y.Doc();
  const log: LoggedUpdate[] = [];
  doc.on("update", (data: Uint8Array) => {
    log.push({ person: log.length % 2 ? "A" : "B", group: "EUR", at: 10_000 * log.length, data });
  });
  const words = new Y.XmlText("Ten bridges");
  doc.transact(() => {
    const element = new Y.XmlElement("clause");
    element.setAttribute("id", "title");
    element.insert(0, [words]);
    doc.getXmlFragment("text").insert(0, [element]);
  });
  for (const said of [" of stone", " and wood", " in all"]) words.insert(words.length, said);
  return log;
}

it.each([0, 1, 2, 3, 4])("is made at its first use, with all it was given until then: %i entries at first", (first) => {
  const log = writtenLog();
  const eager = ledgerOfLog(published);
  eager.take(log);
  for (const closeFirst of [false, true]) {
    let made = 0;
    const lazy = lazyLogLedger(
      () => {
        made += 1;
        return ledgerOfLog(published);
      },
      log.slice(0, first),
    );
    lazy.take(log.slice(first));
    if (closeFirst) lazy.close();
    expect(made).toBe(0);
    expect(lazy.ledger.state()).toEqual(eager.ledger.state());
    expect(lazy.ledger.state()).toEqual(eager.ledger.state());
    expect(made).toBe(1);
    if (!closeFirst) lazy.close();
  }
});

it("goes on with what it is given after its first use", () => {
  const log = writtenLog();
  const eager = ledgerOfLog(published);
  eager.take(log);
  const lazy = lazyLogLedger(() => ledgerOfLog(published), log.slice(0, 2));
  expect(lazy.ledger.state()).not.toEqual(eager.ledger.state());
  lazy.take(log.slice(2));
  expect(lazy.ledger.state()).toEqual(eager.ledger.state());
});
