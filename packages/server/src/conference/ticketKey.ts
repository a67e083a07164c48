import { randomBytes } from "node:crypto";
import type { Database } from "../store/database.ts";

/** The key that signs tickets, kept in the store; made at the first start. */
export async function ticketKey(db: Database): Promise<Uint8Array> {
  const fresh = { key: "ticket key", value: randomBytes(32).toString("base64") };
  await db
    .insertInto("setting")
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom("setting").select("value").where("key", "=", fresh.key).executeTakeFirstOrThrow();
  return Buffer.from(row.value, "base64");
}
