import { parseRoom } from "@plenary/collab";
import type { Texts } from "../conference/texts.ts";
import type { Database } from "../store/database.ts";
import type { LogStore, LoggedDoc } from "../store/logStore.ts";
import { type Ledger, parseLedgerState } from "./createLedger.ts";
import { rebuildLedger } from "./rebuildLedger.ts";

/** The ledgers of all drafts. */
export interface Ledgers {
  /** The ledger at the end of what is logged; null for a room that is no draft's live text. */
  open(room: string, logged: LoggedDoc): Promise<Ledger | null>;
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
      const { snapshot, ledger, updates } = logged;
      if (snapshot === null) return rebuildLedger(published, updates);
      if (ledger !== null) return rebuildLedger(published, updates, { snapshot, state: parseLedgerState(ledger) });
      return rebuildLedger(published, await log.history(room));
    },
  };
}
