import type { Text } from "@plenary/document";
import * as Y from "yjs";
import type { LoggedUpdate } from "../store/logStore.ts";
import { type Ledger, type LedgerState, createLedger } from "./createLedger.ts";
import { watchClauses } from "./watchClauses.ts";

/** A ledger as it was kept, with the live text at that time. */
export interface KeptLedger {
  readonly snapshot: Uint8Array;
  readonly state: LedgerState;
}

/** A ledger that is led by the log alone, on a live text of its own. */
export interface LogLedger {
  readonly ledger: Ledger;
  /** Takes what comes next in the log. */
  take(entries: Iterable<LoggedUpdate>): void;
  /** Lets go of the text; the ledger stays. */
  close(): void;
}

/** A ledger that is to be given the whole log of a draft, or what followed a ledger that was kept. */
export function ledgerOfLog(published: Text, kept?: KeptLedger): LogLedger {
  const doc = new Y.Doc();
  const ledger = createLedger(published, kept?.state);
  if (kept) Y.applyUpdate(doc, kept.snapshot);
  let author = { person: "", group: "", at: 0 };
  watchClauses(doc, (edits) => ledger.apply(edits, author, author.at));
  return {
    ledger,
    take(entries) {
      for (const entry of entries) {
        author = entry;
        Y.applyUpdate(doc, entry.data);
      }
    },
    close: () => doc.destroy(),
  };
}

/** The ledger of a draft from its log in order, see {@link ledgerOfLog}: equal to one that was there all along. */
export function rebuildLedger(published: Text, entries: Iterable<LoggedUpdate>, kept?: KeptLedger): Ledger {
  const rebuilt = ledgerOfLog(published, kept);
  rebuilt.take(entries);
  rebuilt.close();
  return rebuilt.ledger;
}
