import type { Text } from "@plenary/document";
import * as Y from "yjs";
import type { LogEntry } from "../store/logStore.ts";
import { type Ledger, type LedgerState, createLedger } from "./createLedger.ts";
import { watchClauses } from "./watchClauses.ts";

/** A ledger as it was kept, with the live text at that time. */
export interface KeptLedger {
  readonly snapshot: Uint8Array;
  readonly state: LedgerState;
}

/**
 * The ledger of a draft from its log in order: equal to one that was there all along. The log is the whole one, the first
 * update included, or what followed a ledger that was kept.
 */
export function rebuildLedger(
  published: Text,
  entries: Iterable<Pick<LogEntry, "person" | "group" | "at" | "data">>,
  kept?: KeptLedger,
): Ledger {
  const doc = new Y.Doc();
  const ledger = createLedger(published, kept?.state);
  if (kept) Y.applyUpdate(doc, kept.snapshot);
  let author = { person: "", group: "", at: 0 };
  watchClauses(doc, (edits) => ledger.apply(edits, author, author.at));
  for (const entry of entries) {
    author = entry;
    Y.applyUpdate(doc, entry.data);
  }
  doc.destroy();
  return ledger;
}
