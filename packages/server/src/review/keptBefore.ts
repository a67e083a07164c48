import { problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import type { Before } from "./before.ts";

/**
 * What the act of these decisions of a draft changed. Refused with 404 when one of them is not there, with 409 when they
 * are of several acts, are undoings themselves, or are older than undoing is.
 */
export async function keptBefore(
  db: Database,
  draft: string,
  decisions: readonly string[],
): Promise<{ readonly act: string; readonly text: Before }> {
  const rows = await db
    .selectFrom("decision")
    .select(["id", "act", "verdict"])
    .where("draft", "=", draft)
    .where("id", "in", decisions)
    .execute();
  if (rows.length === 0 || rows.length < new Set(decisions).size) throw problem("unknown-decision");
  const [act, ...others] = new Set(rows.map((row) => row.act));
  const undoable = rows.every(({ verdict }) => verdict !== "undo");
  if (act === undefined || act === null || others.length > 0 || !undoable) throw problem("undo-together");
  const kept = await db.selectFrom("decision_act").select("before").where("id", "=", act).executeTakeFirstOrThrow();
  const text: Before = JSON.parse(kept.before);
  return { act, text };
}
