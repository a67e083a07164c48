import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";

/** Ten at once, then one a minute. */
const [AT_ONCE, EVERY_MS] = [10, 60_000];

/** Counts attempts to sign in, by the account that they are made on, wherever they come from and on whichever node. */
export interface Attempts {
  /** Whether one more attempt on that e-mail address may be made now; if so, it is counted. */
  allows(email: string): Promise<boolean>;
  /** What has the address start anew, to be stored with the signing in. */
  succeeded(email: string): Statement;
}

/** What attempts work on. */
export interface AttemptsParts {
  readonly db: Database;
  readonly clock: () => Date;
}

/**
 * Attempts in the database, which the nodes share: a row says until when an address is paid up, and every attempt adds a
 * minute to that, up to ten minutes from now; counted and judged in one statement. What is past counts for nothing.
 */
export function createAttempts({ db, clock }: AttemptsParts): Attempts {
  let clearAt = 0;
  return {
    async allows(email) {
      const now = clock().getTime();
      if (now >= clearAt) {
        clearAt = now + AT_ONCE * EVERY_MS;
        await db.deleteFrom("attempt").where("until", "<=", now).execute();
      }
      const later = sql<number>`case when attempt.until > ${now} then attempt.until else ${now} end + ${EVERY_MS}`;
      const counted = await db
        .insertInto("attempt")
        .values({ account: digest(email), until: now + EVERY_MS })
        .onConflict((conflict) =>
          conflict
            .column("account")
            .doUpdateSet({ until: later })
            .where("attempt.until", "<=", now + (AT_ONCE - 1) * EVERY_MS),
        )
        .returning("account")
        .executeTakeFirst();
      return counted !== undefined;
    },
    succeeded: (email) => db.deleteFrom("attempt").where("account", "=", digest(email)),
  };
}

/** What somebody types as an address may be a password: it is not kept. */
function digest(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
