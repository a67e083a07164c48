import { textRoom } from "@plenary/collab";
import { parseText } from "@plenary/document";
import type { Store } from "../../store/store.ts";
import { rebuildLedger } from "../rebuildLedger.ts";

/** What was found: how many drafts have a ledger kept beside their snapshot, and the numbers of those where it is not the log's. */
export interface CheckedLedgers {
  readonly kept: number;
  readonly different: readonly string[];
}

/**
 * Makes the ledger of each draft anew from its log, up to the snapshot that one is kept beside, and holds that against
 * it; with `rebuild` the log's is kept in its place.
 */
export async function checkLedgers({ db, log }: Pick<Store, "db" | "log">, rebuild: boolean): Promise<CheckedLedgers> {
  const drafts = await db.selectFrom("draft").select(["id", "number", "base_text"]).orderBy("number").execute();
  const different: string[] = [];
  let kept = 0;
  for (const { id, number, base_text: base } of drafts) {
    const doc = textRoom(id);
    const snapshot = await db
      .selectFrom("doc_snapshot")
      .select(["upto_seq", "ledger"])
      .where("doc", "=", doc)
      .orderBy("upto_seq", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!snapshot) continue;
    kept += 1;
    const { body } = await db.selectFrom("base_text").select("body").where("id", "=", base).executeTakeFirstOrThrow();
    const logged = (await log.history(doc)).slice(0, snapshot.upto_seq);
    const ledger = JSON.stringify(rebuildLedger(parseText(JSON.parse(body)), logged).state());
    if (ledger === snapshot.ledger) continue;
    different.push(number);
    if (!rebuild) continue;
    const row = db.updateTable("doc_snapshot").set({ ledger }).where("doc", "=", doc);
    await row.where("upto_seq", "=", snapshot.upto_seq).execute();
  }
  return { kept, different };
}
