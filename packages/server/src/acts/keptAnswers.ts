import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";

/** A request of a person with an idempotency key; `request` is the SHA-256 of its method, path and body. */
export interface KeyedRequest {
  readonly person: string;
  readonly key: string;
  readonly request: string;
}

/** What is known of a keyed request: nothing so far, an answer, that it is being worked on, or that the key was another's. */
export type Claim =
  | { readonly state: "new" | "running" | "other" }
  | { readonly state: "answered"; readonly status: number; readonly body: string };

/** The answers to requests with an idempotency key. */
export interface KeptAnswers {
  /** Takes the request up; whoever asks meanwhile finds it running. */
  claim(asked: KeyedRequest): Promise<Claim>;
  /** What keeps the answer, to be run in the transaction of the request's own work. */
  statement(asked: KeyedRequest, status: number, body: string): Statement;
  /** Keeps the answer of work that is done already. */
  keep(asked: KeyedRequest, status: number, body: string): Promise<void>;
  /** Gives the request up: nothing was done, it may be sent again. */
  release(asked: KeyedRequest): Promise<void>;
}

/** For how long answers are kept. */
const KEEP_MS = 24 * 60 * 60_000;
/** After how long without an answer a request is thought to have ended with its process. */
const LOST_MS = 60_000;

/** Answers in the database. */
export function createKeptAnswers(db: Database, clock: () => Date): KeptAnswers {
  const of = ({ person, key }: KeyedRequest) =>
    db.selectFrom("kept_answer").selectAll().where("person", "=", person).where("key", "=", key);
  const answering = ({ person, key }: KeyedRequest, status: number, body: string) =>
    db.updateTable("kept_answer").set({ status, body }).where("person", "=", person).where("key", "=", key);

  return {
    async claim(asked) {
      const at = clock().getTime();
      const { person, key } = asked;
      await db
        .deleteFrom("kept_answer")
        .where("person", "=", person)
        .where("at", "<", at - KEEP_MS)
        .execute();
      const row = { ...asked, at, status: null, body: null };
      const taken = await db
        .insertInto("kept_answer")
        .values(row)
        .onConflict((conflict) => conflict.columns(["person", "key"]).doNothing())
        .returning("key")
        .executeTakeFirst();
      if (taken) return { state: "new" };
      const there = await of(asked).executeTakeFirst();
      if (!there) return { state: "running" };
      if (there.request !== asked.request) return { state: "other" };
      if (there.status !== null) return { state: "answered", status: there.status, body: there.body ?? "" };
      if (there.at > at - LOST_MS) return { state: "running" };
      const over = await db
        .updateTable("kept_answer")
        .set({ at })
        .where("person", "=", person)
        .where("key", "=", key)
        .where("at", "=", there.at)
        .where("status", "is", null)
        .returning("key")
        .executeTakeFirst();
      return { state: over ? "new" : "running" };
    },
    statement: answering,
    async keep(asked, status, body) {
      await answering(asked, status, body).execute();
    },
    async release({ person, key }) {
      await db
        .deleteFrom("kept_answer")
        .where("person", "=", person)
        .where("key", "=", key)
        .where("status", "is", null)
        .execute();
    },
  };
}
