import type { Text } from "@plenary/document";
import * as Y from "yjs";
import type { LogEntry } from "../store/logStore.ts";
import { type Ledger, createLedger } from "./createLedger.ts";
import { watchClauses } from "./watchClauses.ts";

/** The ledger of a draft from its whole log, the first update included, in order: equal to one that was there all along. */
export function rebuildLedger(
  published: Text,
  entries: Iterable<Pick<LogEntry, "person" | "group" | "at" | "data">>,
): Ledger {
  const doc = new Y.Doc();
  const ledger = createLedger(published);
  let author = { person: "", group: "", at: 0 };
  watchClauses(doc, (edits) => ledger.apply(edits, author, author.at));
  for (const entry of entries) {
    author = entry;
    Y.applyUpdate(doc, entry.data);
  }
  doc.destroy();
  return ledger;
}
