import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../store/database.ts";
import type { Person } from "./people.ts";

/** Who is signed in, by the token that the browser keeps in a cookie. */
export interface Sessions {
  /** Signs the person in; the answer is the token. */
  begin(person: Person): Promise<string>;
  /** The person that a token signs in; null for none, an unknown or an ended one. */
  person(token: string | undefined): Promise<Person | null>;
  /** Ends the session of a token; does nothing without one. */
  end(token: string | undefined): Promise<void>;
}

/** Sessions in the database, which knows only a digest of each token. */
export function createSessions(db: Database, clock: () => Date): Sessions {
  return {
    async begin(person) {
      const token = randomBytes(32).toString("base64url");
      const row = { id: digest(token), person: person.id, created_at: clock().getTime() };
      await db.insertInto("session").values(row).execute();
      return token;
    },
    async person(token) {
      if (!token) return null;
      const row = await db
        .selectFrom("session")
        .innerJoin("person", "person.id", "session.person")
        .select(["person.id", "name", "group_code as group", "role"])
        .where("session.id", "=", digest(token))
        .executeTakeFirst();
      return row ?? null;
    },
    async end(token) {
      if (token) await db.deleteFrom("session").where("id", "=", digest(token)).execute();
    },
  };
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
