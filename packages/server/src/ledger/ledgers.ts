import { parseRoom } from "@plenary/collab";
import type { Texts } from "../conference/texts.ts";
import type { Database } from "../store/database.ts";
import type { LogStore, LoggedDoc } from "../store/logStore.ts";
import { parseLedgerState } from "./createLedger.ts";
import { lazyLogLedger } from "./live/lazyLogLedger.ts";
import { type LogLedger, ledgerOfLog } from "./rebuildLedger.ts";

/** The ledgers of all drafts. */
export interface Ledgers {
  /** The ledger at the end of what is logged; null for a room that is no draft's live text. */
  open(room: string, logged: LoggedDoc): Promise<LogLedger | null>;
}

/** Ledgers as they were kept beside the snapshots, or from the whole log where none was kept. */
export function createLedgers(db: Database, texts: Pick<Texts, "get">, log: Pick<LogStore, "history">): Ledgers {
  return {
    async open(room, logged) {
      const name = parseRoom(room);
      if (name?.part !== "text") return null;
      const draft = await db.selectFrom("draft").select("base_text").where("id", "=", name.draft).executeTakeFirst();
      if (!draft) return null;
      const { text: published } = await texts.get(draft.base_text);
      const { snapshot, ledger, updates, head } = logged;
      if (snapshot && ledger !== null)
        return lazyLogLedger(() => ledgerOfLog(published, { snapshot, state: parseLedgerState(ledger) }), updates);
      // The history may have gone on since the rest was read.
      const all = snapshot ? (await log.history(room)).slice(0, head) : updates;
      return lazyLogLedger(() => ledgerOfLog(published), all);
    },
  };
}
