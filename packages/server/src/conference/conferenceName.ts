import type { Database } from "../store/database.ts";

/** The name of the conference that the store holds; "" while it is not named. */
export async function conferenceName(db: Database): Promise<string> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", "conference").executeTakeFirst();
  return row?.value ?? "";
}
