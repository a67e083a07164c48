import type pg from "pg";
import { bytes } from "../bytes.ts";
import { checkNumbers } from "../checkNumbers.ts";
import type { LogEntry, LogStore, LoggedUpdate, NumberedUpdate } from "../logStore.ts";
import { type Announcement, appendSql } from "./appendSql.ts";
import { CONNECT_MS, LOG_QUERY_MS, explained, inTransaction, within } from "./pool.ts";

/** How many appends run at once: as many documents as are written in at the same moment gain from it. */
const LANES = 8;
/** How long a work waits for another under the same key, in milliseconds. */
const TURN_MS = 10_000;

const found = `SELECT head_seq, coalesce(upto_seq, 0) AS upto, state, ledger FROM doc LEFT JOIN LATERAL (
  SELECT upto_seq, state, ledger FROM doc_snapshot WHERE doc = id ORDER BY upto_seq DESC LIMIT 1) AS newest ON true
  WHERE id = $1`;
const after = `SELECT seq, person, group_code AS "group", connection, at, data FROM doc_update WHERE doc = $1 AND seq > $2 ORDER BY seq`;
const keep = `WITH gone AS (DELETE FROM doc_snapshot WHERE doc = $1 AND upto_seq < $2)
  INSERT INTO doc_snapshot (doc, upto_seq, state, ledger) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

interface Found {
  readonly head_seq: number;
  readonly upto: number;
  readonly state: Uint8Array | null;
  readonly ledger: string | null;
}

function plain({ person, group, at, data }: NumberedUpdate): LoggedUpdate {
  return { person, group, at, data };
}

/** A connection that breaks says so at its next query too. */
const ignore = (): void => {};

/** What the log works on. */
export interface PostgresLogParts {
  readonly pool: pg.Pool;
  /** Connections for works that run alone, so that waiting ones hold up nothing else. */
  readonly turns: pg.Pool;
  /** With which NOTIFY an append is announced in its own transaction; null when it is announced another way. */
  readonly announcement: Announcement | null;
  /** Called with the new head of a document after an append. */
  readonly appended: (doc: string, head: number) => void;
}

/** The log in PostgreSQL, which any number of processes share. */
export function postgresLog({ pool, turns, announcement, appended }: PostgresLogParts): LogStore {
  async function query<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await pool.query<Row>(within(LOG_QUERY_MS, { name, text, values }))).rows;
    } catch (error) {
      throw explained(error);
    }
  }

  async function since(doc: string, number: number): Promise<NumberedUpdate[]> {
    const rows = await query<NumberedUpdate>("since", after, [doc, number]);
    return rows.map((row) => ({ ...row, data: bytes(row.data) }));
  }

  async function appendTo(at: Pick<pg.Pool, "query">, doc: string, entries: readonly LogEntry[]): Promise<number> {
    const { rows } = await at.query<{ head_seq: number }>(appendSql(doc, entries, announcement));
    if (rows[0]) return rows[0].head_seq;
    throw new Error(`The database refused: there is no document ${doc}.`);
  }

  return {
    shared: true,
    lanes: LANES,
    since,

    async load(doc) {
      const [head] = await query<Found>("found", found, [doc]);
      if (!head) return null;
      const updates = await since(doc, head.upto);
      checkNumbers(
        doc,
        head.upto,
        head.head_seq,
        updates.map(({ seq }) => seq),
      );
      return {
        snapshot: head.state && bytes(head.state),
        ledger: head.ledger,
        updates: updates.map(plain),
        head: head.upto + updates.length,
      };
    },

    async history(doc) {
      const [head] = await query<Found>("found", found, [doc]);
      const updates = await since(doc, 0);
      checkNumbers(
        doc,
        0,
        head?.head_seq ?? 0,
        updates.map(({ seq }) => seq),
      );
      return updates.map(plain);
    },

    async heads(docs) {
      const rows = await query<{ id: string; head_seq: number }>(
        "heads",
        "SELECT id, head_seq FROM doc WHERE id = ANY($1)",
        [docs],
      );
      return new Map(rows.map(({ id, head_seq }) => [id, head_seq]));
    },

    async append(entries, alongside = []) {
      const byDoc = Map.groupBy(entries, ({ doc }) => doc);
      const [only] = byDoc.keys();
      let heads: Map<string, number>;
      try {
        heads =
          alongside.length === 0 && byDoc.size === 1 && only !== undefined
            ? new Map([[only, await appendTo(pool, only, entries)]])
            : await inTransaction(pool, async (client) => {
                for (const statement of alongside) {
                  const { sql, parameters } = statement.compile();
                  await client.query(within(LOG_QUERY_MS, { text: sql, values: [...parameters] }));
                }
                const done = new Map<string, number>();
                // Always in the same order, so that two appends never wait for each other.
                for (const doc of [...byDoc.keys()].toSorted())
                  done.set(doc, await appendTo(client, doc, byDoc.get(doc) ?? []));
                return done;
              });
      } catch (error) {
        throw error instanceof Error && error.message.startsWith("The database refused") ? error : explained(error);
      }
      for (const [doc, head] of heads) appended(doc, head);
      const next = new Map([...heads].map(([doc, head]) => [doc, head - (byDoc.get(doc)?.length ?? 0)]));
      return entries.map(({ doc }) => {
        const seq = (next.get(doc) ?? 0) + 1;
        next.set(doc, seq);
        return seq;
      });
    },

    async snapshot(doc, upto, state, ledger) {
      await query("keep", keep, [
        doc,
        upto,
        Buffer.from(state.buffer, state.byteOffset, state.byteLength),
        ledger ?? null,
      ]);
    },

    async exclusively(key, work) {
      // The lock goes with the transaction, and so with the connection or the process.
      const client = await turns.connect();
      client.on("error", ignore);
      try {
        await client.query(`BEGIN; SET LOCAL lock_timeout = ${TURN_MS}`);
        await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);
        return await work();
      } finally {
        const over = client.query(within(CONNECT_MS, { text: "ROLLBACK" }));
        await over.then(
          () => client.release(),
          () => client.release(true),
        );
      }
    },
  };
}
