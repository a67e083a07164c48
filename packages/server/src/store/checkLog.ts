import { sql } from "kysely";
import type { Database } from "./database.ts";

/** How many damaged documents are named. */
const NAMED = 20;

/**
 * The documents whose log has a hole after their last snapshot, or none of whose updates the head counts: they can't be
 * opened. The first of them, and none where all is well. Its cost is that of reading each document's index entries since
 * its snapshot.
 */
export async function checkLog(db: Database): Promise<string[]> {
  const upto = sql`coalesce((SELECT max(upto_seq) FROM doc_snapshot WHERE doc_snapshot.doc = doc.id), 0)`;
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM doc WHERE head_seq - ${upto} <>
      (SELECT count(*) FROM doc_update WHERE doc_update.doc = doc.id AND seq > ${upto})
    ORDER BY id LIMIT ${NAMED}`.execute(db);
  return rows.map(({ id }) => id);
}
