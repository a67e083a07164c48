import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Statement } from "./logStore.ts";

/** How quickly something may be done by one and the same, counted in the store: by all nodes together, and over a restart. */
export interface SharedPace {
  /** Whether one more may pass now; if so, it is counted. */
  allows(who: string): Promise<boolean>;
  /** What has them start anew, to be stored with what they did. */
  forgiven(who: string): Statement;
}

/** What a pace works on: so many at once, then one in so many milliseconds. `what` keeps paces of different things apart. */
export interface SharedPaceParts {
  readonly db: Database;
  readonly clock: () => Date;
  readonly what: string;
  readonly atOnce: number;
  readonly everyMs: number;
}

/**
 * A pace in the database, which the nodes share: a row says until when somebody is paid up, and everything that passes
 * adds to that; counted and judged in one statement. What is past counts for nothing.
 */
export function createSharedPace({ db, clock, what, atOnce, everyMs }: SharedPaceParts): SharedPace {
  let clearAt = 0;
  // Who it is may be a secret, or a password typed into the wrong field: it is not kept.
  const key = (who: string): string => createHash("sha256").update(`${what}${who}`).digest("base64url");
  return {
    async allows(who) {
      const now = clock().getTime();
      if (now >= clearAt) {
        clearAt = now + atOnce * everyMs;
        await db.deleteFrom("attempt").where("until", "<=", now).execute();
      }
      const later = sql<number>`case when attempt.until > ${now} then attempt.until else ${now} end + ${everyMs}`;
      const counted = await db
        .insertInto("attempt")
        .values({ account: key(who), until: now + everyMs })
        .onConflict((conflict) =>
          conflict
            .column("account")
            .doUpdateSet({ until: later })
            .where("attempt.until", "<=", now + (atOnce - 1) * everyMs),
        )
        .returning("account")
        .executeTakeFirst();
      return counted !== undefined;
    },
    forgiven: (who) => db.deleteFrom("attempt").where("account", "=", key(who)),
  };
}
