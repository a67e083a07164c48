import { type AuditEntry, type Json, auditEnd, auditStart, sealAct } from "@plenary/formats/audit";
import type { Store } from "../store/store.ts";
import type { Statement } from "../store/logStore.ts";

/** An act to be kept; without texts, tickets and secrets. */
export interface ActFacts {
  readonly act: string;
  /** Who did it; null for nobody who is signed in. */
  readonly person: string | null;
  readonly draft?: string | null;
  readonly detail?: { readonly [key: string]: Json };
}

/** The log of every act, in a chain of hashes: see `@plenary/formats/audit`. */
export interface Audit {
  /** What keeps the act, to be run in the transaction of the act itself; to be chained by {@link Audit.seal}. */
  statement(facts: ActFacts): Statement;
  /** Keeps an act that is done already, and chains it. */
  record(facts: ActFacts): Promise<void>;
  /** Chains what is kept and not yet chained. */
  seal(): Promise<void>;
  /** The whole log as JSON lines, everything kept so far included; the last line says how many and the last hash. */
  lines(): AsyncIterable<string>;
}

/** What the audit works on. */
export interface AuditParts {
  readonly store: Pick<Store, "db" | "commit">;
  readonly clock: () => Date;
  readonly ids: () => string;
}

/** How many entries are read at once. */
const page = 500;

/** The audit log in the database. */
export function createAudit({ store, clock, ids }: AuditParts): Audit {
  const { db } = store;
  let sealing: Promise<void> | null = null;
  let again = false;

  function statement({ act, person, draft = null, detail = {} }: ActFacts): Statement {
    const row = { id: ids(), at: clock().getTime(), person, act, draft, detail: JSON.stringify(detail) };
    return db.insertInto("audit").values({ ...row, number: null, hash: null });
  }

  async function head(): Promise<Pick<AuditEntry, "number" | "hash">> {
    const last = await db
      .selectFrom("audit")
      .select(["number", "hash"])
      .where("number", "is not", null)
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    return last?.number == null || last.hash === null ? auditStart : { number: last.number, hash: last.hash };
  }

  /** Chains some more; false when there was nothing left. */
  async function sealSome(): Promise<boolean> {
    const start = await head();
    const rows = await db
      .selectFrom("audit")
      .select(["id", "at", "person", "act", "draft", "detail"])
      .where("number", "is", null)
      .orderBy("at")
      .orderBy("id")
      .limit(page)
      .execute();
    if (rows.length === 0) return false;
    let before = start;
    const links = rows.map((row) => {
      const { number, hash } = (before = sealAct(actOf(row), before));
      return db.updateTable("audit").set({ number, hash }).where("id", "=", row.id).where("number", "is", null);
    });
    try {
      await store.commit(links);
    } catch (error) {
      // Another process may have chained others meanwhile, whose numbers these were.
      if ((await head()).number === start.number) throw error;
    }
    return true;
  }

  async function sealAll(): Promise<void> {
    try {
      do {
        again = false;
        while (await sealSome()) again = false;
      } while (again);
    } finally {
      sealing = null;
    }
  }

  async function seal(): Promise<void> {
    again = true;
    sealing ??= sealAll();
    await sealing;
  }

  return {
    statement,
    async record(facts) {
      await store.commit([statement(facts)]);
      await seal();
    },
    seal,
    async *lines() {
      await seal();
      let last: Pick<AuditEntry, "number" | "hash"> = auditStart;
      for (;;) {
        const rows = await db
          .selectFrom("audit")
          .select(["id", "at", "person", "act", "draft", "detail"])
          .select((row) => [row.ref("number").$notNull().as("number"), row.ref("hash").$notNull().as("hash")])
          .where("number", ">", last.number)
          .orderBy("number")
          .limit(page)
          .execute();
        for (const { number, hash, ...row } of rows) {
          // As it was chained: an entry that was changed in the database does not fit its hash any more.
          yield `${JSON.stringify({ number, ...actOf(row), previous: last.hash, hash })}\n`;
          last = { number, hash };
        }
        if (rows.length < page) break;
      }
      yield `${JSON.stringify(auditEnd(last))}\n`;
    },
  };
}

interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly person: string | null;
  readonly act: string;
  readonly draft: string | null;
  readonly detail: string;
}

function actOf({ id, at, person, act, draft, detail }: AuditRow) {
  const read: { [key: string]: Json } = JSON.parse(detail);
  return { id, at: new Date(at).toISOString(), person, act, draft, detail: read };
}
