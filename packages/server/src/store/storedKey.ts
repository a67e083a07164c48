import { randomBytes } from "node:crypto";
import type { Database } from "./database.ts";

/** A secret key of the server by its name ("ticket key"), kept in the store; made when it is first asked for. */
export async function storedKey(db: Database, key: string): Promise<Uint8Array> {
  const fresh = { key, value: randomBytes(32).toString("base64") };
  await db
    .insertInto("setting")
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirstOrThrow();
  return Buffer.from(row.value, "base64");
}
